import {
  cesScore,
  csatScore,
  npsScore,
  type CesScore,
  type Counts,
  type CsatScore,
  type NpsScore,
} from '@heed/core';
import type { Filter, Period, Store, Tally } from '../store/store.ts';

/** The body of `GET /scores`. */
export interface Scores {
  /** By survey, then by question. */
  scores: QuestionScore[];
}

/** What was answered to one question of one survey. */
export type QuestionScore = Question & (WithSeries<Figures> | { rows: MatrixRow[] });

export interface Question {
  survey: string;
  name: string;
  kind: string;
  /** `csat` only: the highest step. The same question on two scales is listed twice. */
  max?: number;
}

/** `matrix` only: one row, with the same figures as a question of its own. */
export type MatrixRow = { row: string } & WithSeries<Figures>;

/** With `period` only: the same figures per period, in order of time. Periods without an answer are left out. */
export type WithSeries<T> = T & { series?: ({ start: string } & T)[] };

/** Numbers have `counts`, choices have `values`. Of very many values the 100 most frequent are listed. */
export type Figures = NumberFigures | ChoiceFigures;

export interface NumberFigures {
  /** Answers with a value. */
  n: number;
  counts: Counts;
  /** `nps`, `csat` and `ces` only. */
  score?: NpsScore | CsatScore | CesScore;
}

export interface ChoiceFigures {
  /** Answers with at least one choice; the counts of a question that takes several add up to more. */
  n: number;
  /** The most frequent first. A text is cut after 500 characters. */
  values: { value: string; count: number }[];
}

/** Reads the counts and makes the scores of them. */
export async function readScores(store: Store, filter: Filter, period?: Period): Promise<Scores> {
  const [total, perPeriod] = await Promise.all([store.tally(filter), period && store.tally(filter, period)]);
  const series = perPeriod && groupBy(perPeriod, questionKey);
  const questions = [...groupBy(total, questionKey)];
  return {
    scores: questions.map(([key, tallies]) => questionScore(tallies, series && (series.get(key) ?? []))),
  };
}

/** The counts of one question, row or period; there is at least one. */
type Group = [Tally, ...Tally[]];

function questionScore(total: Group, perPeriod: Tally[] | undefined): QuestionScore {
  const [{ survey, name, kind, max }] = total;
  const question = { survey, name, kind, ...(max !== null && { max }) };
  if (kind !== 'matrix') return { ...question, ...withSeries(total, perPeriod) };
  const series = perPeriod && groupBy(perPeriod, rowKey);
  const rows = [...groupBy(total, rowKey)];
  return {
    ...question,
    rows: rows.map(([row, group]) => ({ row, ...withSeries(group, series && (series.get(row) ?? [])) })),
  };
}

function withSeries(total: Group, perPeriod: Tally[] | undefined): WithSeries<Figures> {
  if (!perPeriod) return figuresOf(total);
  const periods = [...groupBy(perPeriod, ({ start }) => start ?? '')];
  return { ...figuresOf(total), series: periods.map(([start, group]) => ({ start, ...figuresOf(group) })) };
}

function figuresOf(group: Group): Figures {
  const [{ kind, n }] = group;
  if (kind === 'choice')
    return { n, values: group.map(({ value, count }) => ({ value: String(value), count })) };
  const counts = Object.fromEntries(group.map(({ value, count }) => [value, count]));
  return { n, counts, ...scoreOf(group[0], counts) };
}

function scoreOf({ kind, max }: Tally, counts: Counts): Pick<NumberFigures, 'score'> {
  switch (kind) {
    case 'nps':
      return { score: npsScore(counts) };
    case 'csat':
      return { score: csatScore(counts, max ?? undefined) };
    case 'ces':
      return { score: cesScore(counts) };
    default:
      return {};
  }
}

function questionKey({ survey, name, kind, max }: Tally): string {
  return JSON.stringify([survey, name, kind, max]);
}

function rowKey({ row }: Tally): string {
  return row ?? '';
}

function groupBy(tallies: readonly Tally[], keyOf: (tally: Tally) => string): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const tally of tallies) {
    const key = keyOf(tally);
    const group = groups.get(key);
    if (group) group.push(tally);
    else groups.set(key, [tally]);
  }
  return groups;
}
