import type { Answer, ResponseRecord } from '@heed/core';
import type { ValuesTable } from '../store/schema.ts';

export type ExtractedValue = Omit<ValuesTable, 'response_seq'>;

/** More values of one response are kept and exported, but not counted: a hostile matrix may have 100,000 rows. */
const MAX_VALUES = 2_000;

/** Texts are counted by their first so many UTF-16 code units. */
const MAX_TEXT = 500;

/** The highest step of a csat question that does not say. */
const CSAT_MAX = 5;

/** The values of a record that can be counted: numbers, choices and the rows of a matrix. */
export function extractValues(record: ResponseRecord): ExtractedValue[] {
  return record.answers
    .flatMap((answer, position) =>
      valuesOf(answer).map((value) => ({ ...keyOf(answer, position), ...value })),
    )
    .slice(0, MAX_VALUES);
}

type Value = Pick<ExtractedValue, 'item' | 'row_name' | 'number' | 'choice'>;

function keyOf({ name, kind, max }: Answer, position: number) {
  return { position, name, kind, max: kind === 'csat' ? (max ?? CSAT_MAX) : null };
}

function valuesOf({ kind, value }: Answer): Value[] {
  if (typeof value === 'number') return [numberOf(value)];
  if (kind === 'choice') return choicesOf(value);
  return kind === 'matrix' ? rowsOf(value) : [];
}

function numberOf(number: number): Value {
  return { item: 0, row_name: null, number, choice: null };
}

function choicesOf(value: Answer['value']): Value[] {
  const texts = Array.isArray(value) ? value : [value];
  const choices = texts.filter((text) => typeof text === 'string').map(encode);
  return [...new Set(choices)].map((choice, item) => ({ item, row_name: null, number: null, choice }));
}

function rowsOf(value: Answer['value']): Value[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter((entry) => typeof entry[1] === 'number')
    .map(([row, number]) => ({ ...numberOf(number), row_name: encode(row) }));
}

function encode(text: string): string {
  return JSON.stringify(text.slice(0, MAX_TEXT));
}
