/** One thing that is wrong with a record or a survey. It never holds what an answer or a text contains. */
export interface Problem {
  /** JSON pointer (RFC 6901) to the place, such as `/answers/0/value`; empty for the whole. */
  path: string;
  /** What belongs there. */
  expected: string;
  /** What kind of thing arrived, never the thing itself. */
  got: string;
}

/** More problems than this are not collected. */
const MAX_PROBLEMS = 20;
const MAX_NAME = 200;
/** Characters of a text that somebody reads or writes. */
export const MAX_TEXT = 10_000;
/** JsonObject of an object whose names are not fixed. */
export const MAX_ENTRIES = 100;
// Control characters (NUL among them) and lone surrogates: no database stores them in a key.
const NAME_PATTERN = /^[^\p{Cc}\p{Cs}]+$/u;

export type JsonObject = Record<string, unknown>;
export type Report = (path: string, expected: string, got: unknown) => void;

/** Runs a check; returns the problems in the order found. */
export function collectProblems(check: (report: Report) => void): Problem[] {
  const problems: Problem[] = [];
  check((path, expected, got) => {
    if (problems.length < MAX_PROBLEMS) problems.push({ path, expected, got: describe(got) });
  });
  return problems;
}

export const NAME_EXPECTED = `a text of 1 to ${MAX_NAME} characters without control characters`;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isInteger(value: unknown, min: number, max: number): value is number {
  return Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
}

export function matches(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value);
}

export function isName(value: unknown): boolean {
  return isText(value, MAX_NAME) && matches(value, NAME_PATTERN);
}

/** Counts code points, as JSON Schema does: one takes at most two units, so a huge text is not walked through. */
export function isText(value: unknown, maxCharacters: number): boolean {
  if (typeof value !== 'string' || value.length > 2 * maxCharacters) return false;
  return [...value].length <= maxCharacters;
}

export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'string')
    return value === '' ? 'an empty text' : `a text of ${value.length} characters`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
