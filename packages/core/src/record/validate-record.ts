import {
  isInteger,
  isJsonObject,
  isName,
  isText,
  matches,
  MAX_ENTRIES,
  MAX_TEXT,
  NAME_EXPECTED,
  type JsonObject,
} from '../validation/predicates.ts';
import { collectProblems, escapePointer, type Problem, type Report } from '../validation/problems.ts';
import { ID_PATTERN } from './id.ts';
import { findKind, type Kind } from './kinds.ts';

const MAX_ANSWERS = 500;
const MAX_KIND = 200;
/** The range of the highest value of an answer. */
const [MIN_MAX, MAX_MAX] = [2, 10];
const TIME_PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const KIND_PATTERN = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Validates a value as a record, version 1. Accepts exactly what the published JSON Schema accepts, without a
 * dependency.
 *
 * @returns up to 20 problems in the order found; empty if the value is a record
 */
export function validateRecord(value: unknown): Problem[] {
  return collectProblems((report) => {
    if (isJsonObject(value)) checkRecord(value, report);
    else report('', 'an object', value);
  });
}

function checkRecord(record: JsonObject, report: Report): void {
  if (record.v !== 1) report('/v', 'version 1', record.v);
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
    report('/answers', `an array of 1 to ${MAX_ANSWERS} answers`, answers);
    return;
  }
  answers.forEach((answer, index) => {
    const path = `/answers/${index}`;
    if (isJsonObject(answer)) checkAnswer(answer, path, report);
    else report(path, 'an object', answer);
  });
}

function checkAnswer(answer: JsonObject, path: string, report: Report): void {
  if (!isName(answer.name)) report(`${path}/name`, NAME_EXPECTED, answer.name);
  if (!matches(answer.kind, KIND_PATTERN) || String(answer.kind).length > MAX_KIND) {
    report(`${path}/kind`, 'a kebab-case word', answer.kind);
  }
  if (answer.question !== undefined && !isText(answer.question, MAX_TEXT)) {
    report(`${path}/question`, `a string of at most ${MAX_TEXT} characters`, answer.question);
  }
  if (answer.max !== undefined && !isInteger(answer.max, MIN_MAX, MAX_MAX)) {
    report(`${path}/max`, `a whole number from ${MIN_MAX} to ${MAX_MAX}`, answer.max);
  }
  checkValue(answer, path, report);
}

function checkValue(answer: JsonObject, path: string, report: Report): void {
  const { value, max } = answer;
  const kind = findKind(answer.kind);
  const type = kind ? valueTypeOf(kind, max) : ANY_VALUE;
  if (value !== null && !type.accepts(value)) report(`${path}/value`, `${type.expected}, or null`, value);
}

function checkRespondent(respondent: unknown, path: string, report: Report): void {
  if (!isJsonObject(respondent)) {
    report(path, 'an object', respondent);
    return;
  }
  if (respondent.id !== undefined && !isName(respondent.id))
    report(`${path}/id`, NAME_EXPECTED, respondent.id);
  if (respondent.traits !== undefined) checkEntries(respondent.traits, `${path}/traits`, report, TRAIT);
}

function checkEntries(entries: unknown, path: string, report: Report, type: ValueType): void {
  if (!isJsonObject(entries) || Object.keys(entries).length > MAX_ENTRIES) {
    report(path, `an object of at most ${MAX_ENTRIES} members`, entries);
    return;
  }
  for (const [name, value] of Object.entries(entries)) {
    if (!type.accepts(value)) report(`${path}/${escapePointer(name)}`, type.expected, value);
  }
}

function checkOptional(
  record: JsonObject,
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

const TEXT: ValueType = { expected: 'a string', accepts: (value) => typeof value === 'string' };
const BOOLEAN: ValueType = { expected: 'true or false', accepts: (value) => typeof value === 'boolean' };
const TEXTS: ValueType = {
  expected: 'an array of strings',
  accepts: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
};
const ROWS: ValueType = {
  expected: 'an object of whole numbers',
  accepts: (value) => isJsonObject(value) && Object.values(value).every((item) => Number.isInteger(item)),
};
const TRAIT: ValueType = {
  expected: 'a string, a number, true, false or null',
  accepts: (value) =>
    value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value),
};
const ANY_VALUE: ValueType = {
  expected: 'a string, a number, true, false, an array of strings or an object of whole numbers',
  accepts: (value) => (value !== null && TRAIT.accepts(value)) || TEXTS.accepts(value) || ROWS.accepts(value),
};

const VALUE_TYPES: Readonly<Record<Exclude<Kind['type'], 'integer'>, ValueType>> = {
  number: { expected: 'a number', accepts: Number.isFinite },
  choice: {
    expected: 'a string or an array of strings',
    accepts: (value) => TEXT.accepts(value) || TEXTS.accepts(value),
  },
  text: TEXT,
  rows: ROWS,
  texts: TEXTS,
  boolean: BOOLEAN,
};

/**
 * @param max the highest value, which an answer of some kinds contains
 */
function valueTypeOf(kind: Kind, max: unknown): ValueType {
  if (kind.type !== 'integer') return VALUE_TYPES[kind.type];
  const { min, highestMax = 0 } = kind;
  const highest = isInteger(max, MIN_MAX, highestMax) ? max : kind.max;
  return {
    expected: `a whole number from ${min} to ${highest}`,
    accepts: (value) => isInteger(value, min, highest),
  };
}

function isTime(value: unknown): boolean {
  return matches(value, TIME_PATTERN) && isRealTime(value as string);
}

/** February 30 matches the pattern, but does not survive a round trip through a date. */
function isRealTime(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}
