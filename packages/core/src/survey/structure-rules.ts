import { isInteger, isJsonObject, isText, matches, MAX_ENTRIES } from '../validation/predicates.ts';
import { escapePointer, type Report } from '../validation/problems.ts';

/** Checks a value and reports its problems. `path` is the path of the value. */
export type Check = (value: unknown, path: string, report: Report) => void;
/** A check for each member of an object. */
export type Shape = Record<string, Check>;

/** The maximum length of URLs and expressions. */
export const MAX_SHORT = 2_000;
/** The maximum length of an unknown member's name in a path. The name itself can be as long as the file. */
const MAX_PATH_NAME = 60;

const unknownMember: Check = (value, path, report) => report(path, 'a known member', value);

export function fits(expected: string, accepts: (value: unknown) => boolean): Check {
  return (value, path, report) => {
    if (!accepts(value)) report(path, expected, value);
  };
}

export function text(maxCharacters: number): Check {
  return fits(`a string of at most ${maxCharacters} characters`, (value) => isText(value, maxCharacters));
}

export function patterned(expected: string, pattern: RegExp): Check {
  return fits(expected, (value) => isText(value, MAX_SHORT) && matches(value, pattern));
}

export function whole(min: number, max: number): Check {
  return fits(`a whole number from ${min} to ${max}`, (value) => isInteger(value, min, max));
}

export function oneOf(...values: string[]): Check {
  return fits(`one of ${values.join(', ')}`, (value) => values.some((each) => each === value));
}

export function list(check: Check, min: number, max: number): Check {
  return (value, path, report) => {
    if (!Array.isArray(value) || value.length < min || value.length > max) {
      report(path, `an array of ${min} to ${max} items`, value);
    } else value.forEach((each, index) => check(each, `${path}/${index}`, report));
  };
}

/** Rejects unknown members, so that a misspelt name is found. */
export function object(required: Shape, optional: Shape = {}): Check {
  const members = { ...required, ...optional };
  return (value, path, report) => {
    if (!isJsonObject(value)) return report(path, 'an object', value);
    for (const [key, check] of Object.entries(required))
      if (value[key] === undefined) check(undefined, `${path}/${key}`, report);
    const parts = Object.entries(value);
    if (parts.length > MAX_ENTRIES) return report(path, 'an object with known members only', value);
    for (const [key, part] of parts) {
      const check = (Object.hasOwn(members, key) && members[key]) || unknownMember;
      if (part !== undefined) check(part, joinPath(path, key), report);
    }
  };
}

export function entries(
  min: number,
  max: number,
  isKey: (key: string) => boolean,
  expectedKey: string,
  check: Check,
): Check {
  return (value, path, report) => {
    const found = isJsonObject(value) ? Object.entries(value) : [];
    if (!isJsonObject(value) || found.length < min || found.length > max) {
      return report(path, `an object of ${min} to ${max} members`, value);
    }
    for (const [key, part] of found) {
      const place = joinPath(path, key);
      if (isKey(key)) check(part, place, report);
      else report(place, `${expectedKey} as the member's name`, part);
    }
  };
}

export function byKind(kinds: Shape): Check {
  return (value, path, report) => {
    if (!isJsonObject(value)) return report(path, 'an object', value);
    const { kind } = value;
    const check = typeof kind === 'string' && Object.hasOwn(kinds, kind) && kinds[kind];
    if (check) check(value, path, report);
    else report(`${path}/kind`, `one of ${Object.keys(kinds).join(', ')}`, kind);
  };
}

function joinPath(path: string, key: string): string {
  const shown = key.length > MAX_PATH_NAME ? `${key.slice(0, MAX_PATH_NAME)}…` : key;
  return `${path}/${escapePointer(shown.replace(/\p{Cc}/gu, '�'))}`;
}
