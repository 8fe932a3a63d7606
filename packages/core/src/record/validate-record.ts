import {
  collectProblems,
  escapePointer,
  isInteger,
  isJsonObject,
  isName,
  isText,
  matches,
  MAX_ENTRIES,
  MAX_TEXT,
  NAME_EXPECTED,
  type JsonObject,
  type Problem,
  type Report,
} from '../validation/problems.ts';
import { ID_PATTERN } from './id.ts';

const MAX_ANSWERS = 500;
const MAX_KIND = 200;
const TIME_PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const KIND_PATTERN = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Checks a value against the record, version 1: the same verdict as the published JSON Schema, without a dependency.
 *
 * @returns the problems in the order found, at most 20; empty when the value is a record
 */
export function validateRecord(value: unknown): Problem[] {
  return collectProblems((report) => {
    if (isJsonObject(value)) checkRecord(value, report);
    else report('', 'an object', value);
  });
}

function checkRecord(record: JsonObject, report: Report): void {
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
  answers.forEach((answer, index) => {
    const path = `/answers/${index}`;
    if (isJsonObject(answer)) checkAnswer(answer, path, report);
    else report(path, 'an object', answer);
  });
}

function checkAnswer(answer: JsonObject, path: string, report: Report): void {
  if (!isName(answer.name)) report(`${path}/name`, NAME_EXPECTED, answer.name);
  if (!matches(answer.kind, KIND_PATTERN) || String(answer.kind).length > MAX_KIND) {
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

function checkValue(answer: JsonObject, path: string, report: Report): void {
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

const TEXT: ValueType = { expected: 'a text', accepts: (value) => typeof value === 'string' };
const BOOLEAN: ValueType = { expected: 'true or false', accepts: (value) => typeof value === 'boolean' };
const TEXTS: ValueType = {
  expected: 'a list of texts',
  accepts: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
};
const ROWS: ValueType = {
  expected: 'an object of whole numbers',
  accepts: (value) => isJsonObject(value) && Object.values(value).every((item) => Number.isInteger(item)),
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

function isTime(value: unknown): boolean {
  return matches(value, TIME_PATTERN) && isRealTime(value as string);
}

/** The 30th of February has the right form and is no day: it does not survive the way there and back. */
function isRealTime(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}
