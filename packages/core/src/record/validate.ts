import { ID_PATTERN } from './id.ts';

/** One thing that is wrong with a record. It never holds what an answer contains. */
export interface Problem {
  /** JSON pointer (RFC 6901) to the place, such as `/answers/0/value`; empty for the record itself. */
  path: string;
  /** What belongs there. */
  expected: string;
  /** What kind of thing arrived, never the thing itself. */
  got: string;
}

/** More problems than this are not collected. */
const MAX_PROBLEMS = 20;
const MAX_ANSWERS = 500;
const MAX_ENTRIES = 100;
const MAX_NAME = 200;
const MAX_TEXT = 10_000;
const TIME_PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const KIND_PATTERN = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
// Control characters (NUL among them) and lone surrogates: no database stores them in a key.
const NAME_PATTERN = /^[^\p{Cc}\p{Cs}]+$/u;

type Members = Record<string, unknown>;
type Report = (path: string, expected: string, got: unknown) => void;

/**
 * Checks a value against the record, version 1: the same verdict as the published JSON Schema, without a dependency.
 *
 * @returns the problems in the order found, at most 20; empty when the value is a record
 */
export function validateRecord(value: unknown): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (path, expected, got) => {
    if (problems.length < MAX_PROBLEMS) problems.push({ path, expected, got: describe(got) });
  };
  if (isMembers(value)) checkRecord(value, report);
  else report('', 'an object', value);
  return problems;
}

function checkRecord(record: Members, report: Report): void {
  if (record.v !== 1) report('/v', 'the version 1', record.v);
  if (!matches(record.id, ID_PATTERN)) report('/id', 'a UUID in lower case', record.id);
  if (!isName(record.survey)) report('/survey', NAME_EXPECTED, record.survey);
  if (!isTime(record.submittedAt)) {
    report('/submittedAt', 'a time such as 2026-11-21T10:15:00.000Z', record.submittedAt);
  }
  checkAnswers(record.answers, report);
  checkOptional(record, 'respondent', report, checkRespondent);
  checkOptional(record, 'context', report, (context, path) => checkEntries(context, path, report, TRAIT));
  checkOptional(record, 'consent', report, (consent, path) => checkEntries(consent, path, report, BOOLEAN));
  if (record.partial !== undefined && typeof record.partial !== 'boolean') {
    report('/partial', 'true or false', record.partial);
  }
}

function checkAnswers(answers: unknown, report: Report): void {
  if (!Array.isArray(answers) || answers.length === 0 || answers.length > MAX_ANSWERS) {
    report('/answers', `a list of 1 to ${MAX_ANSWERS} answers`, answers);
    return;
  }
  for (const [index, answer] of answers.entries()) {
    const path = `/answers/${index}`;
    if (isMembers(answer)) checkAnswer(answer, path, report);
    else report(path, 'an object', answer);
  }
}

function checkAnswer(answer: Members, path: string, report: Report): void {
  if (!isName(answer.name)) report(`${path}/name`, NAME_EXPECTED, answer.name);
  if (!matches(answer.kind, KIND_PATTERN) || String(answer.kind).length > MAX_NAME) {
    report(`${path}/kind`, 'a word in kebab-case', answer.kind);
  }
  if (answer.question !== undefined && !isText(answer.question, MAX_TEXT)) {
    report(`${path}/question`, `a text of at most ${MAX_TEXT} characters`, answer.question);
  }
  if (answer.max !== undefined && !isInteger(answer.max, 2, 10)) {
    report(`${path}/max`, 'a whole number from 2 to 10', answer.max);
  }
  checkValue(answer, path, report);
}

function checkValue(answer: Members, path: string, report: Report): void {
  const { kind, value, max } = answer;
  if (value === null) return;
  const type = (typeof kind === 'string' && Object.hasOwn(VALUES, kind) && VALUES[kind]) || ANY_VALUE;
  if (!type.accepts(value)) report(`${path}/value`, `${type.expected}, or null`, value);
  else if (kind === 'csat') {
    const highest = isInteger(max, 2, 10) ? max : 5;
    if (!isInteger(value, 1, highest))
      report(`${path}/value`, `a whole number from 1 to ${highest}, or null`, value);
  }
}

function checkRespondent(respondent: unknown, path: string, report: Report): void {
  if (!isMembers(respondent)) {
    report(path, 'an object', respondent);
    return;
  }
  if (respondent.id !== undefined && !isName(respondent.id))
    report(`${path}/id`, NAME_EXPECTED, respondent.id);
  if (respondent.traits !== undefined) checkEntries(respondent.traits, `${path}/traits`, report, TRAIT);
}

function checkEntries(entries: unknown, path: string, report: Report, type: ValueType): void {
  if (!isMembers(entries) || Object.keys(entries).length > MAX_ENTRIES) {
    report(path, `an object of at most ${MAX_ENTRIES} members`, entries);
    return;
  }
  for (const [name, value] of Object.entries(entries)) {
    if (!type.accepts(value)) report(`${path}/${escapePointer(name)}`, type.expected, value);
  }
}

function checkOptional(
  record: Members,
  name: string,
  report: Report,
  check: (value: unknown, path: string, report: Report) => void,
): void {
  if (record[name] !== undefined) check(record[name], `/${name}`, report);
}

interface ValueType {
  expected: string;
  accepts(value: unknown): boolean;
}

const NAME_EXPECTED = `a text of 1 to ${MAX_NAME} characters without control characters`;
const TEXT: ValueType = { expected: 'a text', accepts: (value) => typeof value === 'string' };
const BOOLEAN: ValueType = { expected: 'true or false', accepts: (value) => typeof value === 'boolean' };
const TEXTS: ValueType = {
  expected: 'a list of texts',
  accepts: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
};
const ROWS: ValueType = {
  expected: 'an object of whole numbers',
  accepts: (value) => isMembers(value) && Object.values(value).every((item) => Number.isInteger(item)),
};
const TRAIT: ValueType = {
  expected: 'a text, a number, true, false or null',
  accepts: (value) =>
    value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value),
};
const ANY_VALUE: ValueType = {
  expected: 'a text, a number, true, false, a list of texts or an object of whole numbers',
  accepts: (value) => (value !== null && TRAIT.accepts(value)) || TEXTS.accepts(value) || ROWS.accepts(value),
};

const VALUES: Record<string, ValueType> = {
  csat: integers(1, 10),
  nps: integers(0, 10),
  ces: integers(1, 7),
  choice: {
    expected: 'a text or a list of texts',
    accepts: (value) => TEXT.accepts(value) || TEXTS.accepts(value),
  },
  text: TEXT,
  matrix: ROWS,
  attachment: TEXTS,
  consent: BOOLEAN,
};

function integers(min: number, max: number): ValueType {
  return { expected: `a whole number from ${min} to ${max}`, accepts: (value) => isInteger(value, min, max) };
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isInteger(value: unknown, min: number, max: number): value is number {
  return Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
}

function matches(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value);
}

function isName(value: unknown): boolean {
  return isText(value, MAX_NAME) && matches(value, NAME_PATTERN);
}

/** Counts code points, as JSON Schema does: one takes at most two units, so a huge text is not walked through. */
function isText(value: unknown, maxCharacters: number): boolean {
  if (typeof value !== 'string' || value.length > 2 * maxCharacters) return false;
  return Array.from(value).length <= maxCharacters;
}

function isTime(value: unknown): boolean {
  return matches(value, TIME_PATTERN) && isRealTime(value as string);
}

/** The 30th of February has the right form and is no day: it does not survive the way there and back. */
function isRealTime(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}

function escapePointer(name: string): string {
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
