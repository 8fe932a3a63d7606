import type { Filter, ListQuery, Period } from '../store/store.ts';
import { ProblemError } from './problem.ts';

/** The parameters of a {@link Filter}. */
export const FILTER_PARAMETERS = ['survey', 'from', 'to', 'partial'] as const;

export type QueryParameter = (typeof FILTER_PARAMETERS)[number] | 'period' | 'limit' | 'before' | 'after';

/** Query parameters as received. */
export type Query = Readonly<Partial<Record<QueryParameter, string>>>;

/** The same rule as for the member of the record: 1–200 characters without control characters. */
const SURVEY = /^[^\p{Cc}\p{Cs}]{1,200}$/u;
const CURSOR = /^\d{1,18}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;
const PERIODS: readonly string[] = ['day', 'week', 'month'] satisfies Period[];
const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 500;

/** @throws ProblemError `invalid-parameter` */
export function parseFilter(query: Query): Filter {
  return {
    survey: parseSurvey(query),
    from: parseTime(query, 'from'),
    to: parseTime(query, 'to'),
    partial: parsePartial(query),
  };
}

/** @throws ProblemError `invalid-parameter` */
export function parseListQuery(query: Query): ListQuery {
  const after = parseCursor(query, 'after');
  const before = parseCursor(query, 'before');
  if (after !== undefined && before !== undefined) {
    throw new ProblemError('invalid-parameter', 'Use either "after" or "before", not both.', {
      parameter: 'before',
    });
  }
  return { ...parseFilter(query), after, before, limit: parseLimit(query) };
}

/** @throws ProblemError `invalid-parameter` */
export function parsePeriod({ period }: Query): Period | undefined {
  if (period === undefined || isPeriod(period)) return period;
  throw createParameterError('period', '"day", "week" or "month"');
}

function parseSurvey({ survey }: Query): string | undefined {
  if (survey === undefined || SURVEY.test(survey)) return survey;
  throw createParameterError('survey', 'the name of a survey, 1 to 200 characters');
}

function parsePartial({ partial }: Query): boolean | undefined {
  if (partial === undefined) return undefined;
  if (partial === 'true' || partial === 'false') return partial === 'true';
  throw createParameterError('partial', '"true" or "false"');
}

function parseTime(query: Query, name: 'from' | 'to'): number | undefined {
  const text = query[name];
  if (text === undefined) return undefined;
  const day = text.slice(0, 10);
  const time = Date.parse(DAY.test(text) || TIME.test(text) ? text : '');
  // Date.parse() reads February 30 as March 2.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(day)) {
    throw createParameterError(name, 'a day such as 2026-11-21 or a UTC time such as 2026-11-21T10:15:00Z');
  }
  return time;
}

function parseCursor(query: Query, name: 'after' | 'before'): string | undefined {
  const cursor = query[name];
  if (cursor === undefined || CURSOR.test(cursor)) return cursor;
  throw createParameterError(name, 'a "cursor" or "next" from a list of responses');
}

function parseLimit({ limit }: Query): number {
  if (limit === undefined) return DEFAULT_LIMIT;
  const number = /^\d{1,4}$/.test(limit) ? Number(limit) : 0;
  if (number >= 1 && number <= MAX_LIMIT) return number;
  throw createParameterError('limit', `a whole number from 1 to ${MAX_LIMIT}`);
}

function isPeriod(text: string): text is Period {
  return PERIODS.includes(text);
}

function createParameterError(parameter: QueryParameter, expected: string): ProblemError {
  return new ProblemError('invalid-parameter', `"${parameter}" must be ${expected}.`, { parameter });
}
