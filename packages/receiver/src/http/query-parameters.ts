import type { Filter, ListQuery, Period } from '../store/store.ts';
import { ProblemError } from './problem.ts';

/** As the record has it: 1–200 characters, none of them a control character. */
const SURVEY = /^[^\p{Cc}\p{Cs}]{1,200}$/u;
const CURSOR = /^\d{1,18}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;
const PERIODS: readonly string[] = ['day', 'week', 'month'] satisfies Period[];
const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 500;

type Query = Record<string, string>;

/** @throws ProblemError `invalid-parameter` */
export function readFilter(query: Query): Filter {
  const [survey, partial] = [readSurvey(query), readPartial(query)];
  return { survey, from: readTime(query, 'from'), to: readTime(query, 'to'), partial };
}

/** @throws ProblemError `invalid-parameter` */
export function readListQuery(query: Query): ListQuery {
  const after = readCursor(query, 'after');
  const before = readCursor(query, 'before');
  if (after !== undefined && before !== undefined) throw invalid('before', 'left out when "after" is given');
  return { ...readFilter(query), after, before, limit: readLimit(query) };
}

/** @throws ProblemError `invalid-parameter` */
export function readPeriod({ period }: Query): Period | undefined {
  if (period === undefined || isPeriod(period)) return period;
  throw invalid('period', '"day", "week" or "month"');
}

function readSurvey({ survey }: Query): string | undefined {
  if (survey === undefined || SURVEY.test(survey)) return survey;
  throw invalid('survey', 'the name of a survey, 1 to 200 characters');
}

function readPartial({ partial }: Query): boolean | undefined {
  if (partial === undefined) return undefined;
  if (partial === 'true' || partial === 'false') return partial === 'true';
  throw invalid('partial', '"true" or "false"');
}

function readTime(query: Query, name: 'from' | 'to'): number | undefined {
  const text = query[name];
  if (text === undefined) return undefined;
  const day = text.slice(0, 10);
  const time = Date.parse(DAY.test(text) || TIME.test(text) ? text : '');
  // The 30th of February has the right form and is read as the 2nd of March.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(day)) {
    throw invalid(name, 'a day such as 2026-11-21 or a time such as 2026-11-21T10:15:00Z, both in UTC');
  }
  return time;
}

function readCursor(query: Query, name: 'after' | 'before'): string | undefined {
  const cursor = query[name];
  if (cursor === undefined || CURSOR.test(cursor)) return cursor;
  throw invalid(name, 'a cursor as this address gives them');
}

function readLimit({ limit }: Query): number {
  if (limit === undefined) return DEFAULT_LIMIT;
  const number = /^\d{1,4}$/.test(limit) ? Number(limit) : 0;
  if (number < 1 || number > MAX_LIMIT) throw invalid('limit', `a whole number from 1 to ${MAX_LIMIT}`);
  return number;
}

function isPeriod(text: string): text is Period {
  return PERIODS.includes(text);
}

function invalid(parameter: string, expected: string): ProblemError {
  return new ProblemError('invalid-parameter', `"${parameter}" must be ${expected}.`, { parameter });
}
