import type { CesScore, Counts, CsatScore, NpsScore } from '@heed/core';

/** The body of `GET /scores`. */
export interface Scores {
  /** Sorted by survey, then by question. */
  scores: QuestionScore[];
}

/** The answers to one question of one survey. */
export type QuestionScore = Question & (WithSeries<Figures> | { rows: MatrixRow[] });

export interface Question {
  survey: string;
  name: string;
  kind: string;
  /** Highest value of the scale, for `csat` only. A question with two scales is listed twice. */
  max?: number;
}

/** One row of a `matrix`, with the same figures as a question. */
export type MatrixRow = { row: string } & WithSeries<Figures>;

/** With `period`, adds the figures of each period in chronological order. Periods without answers are omitted. */
export type WithSeries<T> = T & { series?: ({ start: string } & T)[] };

/** Numbers have `counts`, choices have `values`. At most the 100 most frequent values are listed. */
export type Figures = NumberFigures | ChoiceFigures;

export interface NumberFigures {
  /** Number of answers with a value. */
  n: number;
  counts: Counts;
  /** For `nps`, `csat` and `ces` only. */
  score?: NpsScore | CsatScore | CesScore;
}

export interface ChoiceFigures {
  /** Number of answers with at least one choice. If a question allows several choices, the sum of the counts is higher. */
  n: number;
  /** Most frequent first. Texts are truncated to 500 characters. */
  values: { value: string; count: number }[];
}
