import type { Answer, AnswerValue, ResponseRecord, TraitValue } from '@heed/core';
// The plain build needs Node's Buffer.
import { stringify } from 'csv-stringify/browser/esm/sync';
import type { StoredResponse } from '../store/store.ts';

const COLUMNS = [
  'id',
  'reference',
  'survey',
  'submittedAt',
  'receivedAt',
  'locale',
  'channel',
  'respondentId',
  'name',
  'kind',
  'value',
  'question',
  'files',
  'partial',
] as const;

type Row = Record<(typeof COLUMNS)[number], string | number>;

/** Spreadsheet programs take a file without this mark for one of the local 8-bit encoding. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The first line, after a byte order mark. */
export function csvHeader(): string {
  return BYTE_ORDER_MARK + write([], true);
}

/** One line per answer. */
export function csvRows(responses: readonly StoredResponse[]): string {
  return write(responses.flatMap(rowsOf), false);
}

function write(rows: Row[], header: boolean): string {
  return stringify(rows, {
    header,
    columns: [...COLUMNS],
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { string: makeHarmless },
  });
}

/** Control characters other than tab and line breaks. */
const CONTROLS = /(?![\t\r\n])\p{Cc}/gu;

/**
 * A formula inside a text, where a program that splits at semicolons or tabs, or ignores our quotes, would
 * begin a cell. `escape_formulas` takes care of the first character of a field.
 */
const INNER_FORMULA = /(^ +|[;\t\r\n] *)(?=[=+\-@＝＋－＠])/g;

function makeHarmless(text: string): string {
  return text.replace(CONTROLS, '\uFFFD').replace(INNER_FORMULA, "$1'");
}

function rowsOf({ id, reference, receivedAt, body, files }: StoredResponse): Row[] {
  const { survey, submittedAt, answers, context, respondent, partial }: ResponseRecord = JSON.parse(body);
  const response = {
    id,
    reference,
    survey,
    submittedAt,
    receivedAt: receivedAt.toISOString(),
    locale: toCell(context?.locale),
    channel: toCell(context?.channel),
    respondentId: toCell(respondent?.id),
    files: files.map((file) => file.name).join('; '),
    partial: String(partial === true),
  };
  return answers.map((answer) => ({ ...response, ...cellsOf(answer) }));
}

function cellsOf({ name, kind, value, question = '' }: Answer) {
  return { name, kind, value: toValueCell(value), question };
}

/** Lists become `one; two`, the rows of a matrix `row: 3; row: 5`. */
function toValueCell(value: AnswerValue): string | number {
  if (typeof value !== 'object' || value === null) return toCell(value);
  if (Array.isArray(value)) return value.join('; ');
  return Object.entries(value)
    .map(([row, number]) => `${row}: ${number}`)
    .join('; ');
}

function toCell(value: TraitValue | undefined): string | number {
  return typeof value === 'number' ? value : String(value ?? '');
}
