import type { Answer, ResponseRecord } from '@heed/core';
import type { ValuesTable } from './tables.ts';

export type ExtractedValue = Omit<ValuesTable, 'response_seq'>;

/** Further values of a response are stored and exported, but not counted: a hostile matrix may have 100,000 rows. */
const MAX_VALUES = 2_000;

/** Longer texts are cut off before they are counted. In UTF-16 code units. */
const MAX_TEXT_LENGTH = 500;

/** `max` of a CSAT answer without `max`. */
const DEFAULT_CSAT_MAX = 5;

/** Returns the countable values of a record: numbers, choices and the rows of a matrix. */
export function extractValues(record: ResponseRecord): ExtractedValue[] {
  return record.answers
    .flatMap((answer, position) =>
      extractFromAnswer(answer).map((value) => ({ ...describeAnswer(answer, position), ...value })),
    )
    .slice(0, MAX_VALUES);
}

type Value = Pick<ExtractedValue, 'item' | 'row_name' | 'number' | 'choice'>;

function describeAnswer({ name, kind, max }: Answer, position: number) {
  return { position, name, kind, max: kind === 'csat' ? (max ?? DEFAULT_CSAT_MAX) : null };
}

function extractFromAnswer({ kind, value }: Answer): Value[] {
  if (typeof value === 'number') return [toNumberValue(value)];
  if (kind === 'choice') return extractChoices(value);
  return kind === 'matrix' ? extractRows(value) : [];
}

function toNumberValue(number: number): Value {
  return { item: 0, row_name: null, number, choice: null };
}

function extractChoices(value: Answer['value']): Value[] {
  const texts = Array.isArray(value) ? value : [value];
  const choices = texts.filter((text) => typeof text === 'string').map(encodeText);
  return [...new Set(choices)].map((choice, item) => ({ item, row_name: null, number: null, choice }));
}

function extractRows(value: Answer['value']): Value[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter((entry) => typeof entry[1] === 'number')
    .map(([row, number]) => ({ ...toNumberValue(number), row_name: encodeText(row) }));
}

function encodeText(text: string): string {
  return JSON.stringify(text.slice(0, MAX_TEXT_LENGTH));
}
