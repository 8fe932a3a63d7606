import { cesScore, csatScore, npsScore, type Counts } from '@heed/core';
import type { Filter, Period, Store, Tally } from '../store/store.ts';
import type { Figures, NumberFigures, QuestionScore, Scores, WithSeries } from './scores.ts';

/** Counts the matching answers and computes their scores, with `period` also per period. */
export async function readScores(store: Store, filter: Filter, period?: Period): Promise<Scores> {
  const [total, perPeriod] = await Promise.all([store.tally(filter), period && store.tally(filter, period)]);
  const series = perPeriod && groupBy(perPeriod, getQuestionKey);
  const questions = [...groupBy(total, getQuestionKey)];
  return {
    scores: questions.map(([key, group]) => scoreQuestion(group, series && (series.get(key) ?? []))),
  };
}

/** The tallies of one question, row or period; there is at least one. */
type Group = [Tally, ...Tally[]];

function scoreQuestion(total: Group, perPeriod: Tally[] | undefined): QuestionScore {
  const [{ survey, name, kind, max }] = total;
  const question = { survey, name, kind, ...(max !== null && { max }) };
  if (kind !== 'matrix') return { ...question, ...computeSeries(total, perPeriod) };
  const series = perPeriod && groupBy(perPeriod, getRow);
  const rows = [...groupBy(total, getRow)];
  return {
    ...question,
    rows: rows.map(([row, group]) => ({
      row,
      ...computeSeries(group, series && (series.get(row) ?? [])),
    })),
  };
}

function computeSeries(total: Group, perPeriod: Tally[] | undefined): WithSeries<Figures> {
  if (!perPeriod) return computeFigures(total);
  const periods = [...groupBy(perPeriod, ({ start }) => start ?? '')];
  const series = periods.map(([start, group]) => ({ start, ...computeFigures(group) }));
  return { ...computeFigures(total), series };
}

function computeFigures(group: Group): Figures {
  const [{ kind, n }] = group;
  if (kind === 'choice') {
    return { n, values: group.map(({ value, count }) => ({ value: String(value), count })) };
  }
  const counts = Object.fromEntries(group.map(({ value, count }) => [value, count]));
  return { n, counts, ...computeScore(group[0], counts) };
}

function computeScore({ kind, max }: Tally, counts: Counts): Pick<NumberFigures, 'score'> {
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

function getQuestionKey({ survey, name, kind, max }: Tally): string {
  return JSON.stringify([survey, name, kind, max]);
}

function getRow({ row }: Tally): string {
  return row ?? '';
}

function groupBy(tallies: readonly Tally[], getKey: (tally: Tally) => string): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const tally of tallies) {
    const key = getKey(tally);
    const group = groups.get(key);
    if (group) group.push(tally);
    else groups.set(key, [tally]);
  }
  return groups;
}
