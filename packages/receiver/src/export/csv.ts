import type { Answer, AnswerValue, ResponseRecord, TraitValue } from '@heed/core';
// The main build requires Node's Buffer.
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

/** Without it, spreadsheet programs assume a local 8-bit encoding. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Returns the byte order mark and the line of column names. */
export function formatCsvHeader(): string {
  return BYTE_ORDER_MARK + formatRows([], true);
}

/** Returns one line per answer. A text that a spreadsheet would interpret as a formula is prefixed with `'`. */
export function formatCsvRows(responses: readonly StoredResponse[]): string {
  return formatRows(responses.flatMap(toRows), false);
}

function formatRows(rows: Row[], header: boolean): string {
  return stringify(rows, {
    header,
    columns: [...COLUMNS],
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { string: escapeText },
  });
}

/** Control characters other than tab and line breaks. */
const CONTROLS = /(?![\t\r\n])\p{Cc}/gu;

/**
 * A formula inside a text, at the start of a cell in programs that split at semicolons or tabs, or that ignore quotes.
 * `escape_formulas` only handles the first character of a field.
 */
const INNER_FORMULA = /(^ +|[;\t\r\n] *)(?=[=+\-@＝＋－＠])/g;

function escapeText(text: string): string {
  return text.replace(CONTROLS, '\uFFFD').replace(INNER_FORMULA, "$1'");
}

function toRows({ id, reference, receivedAt, body, files }: StoredResponse): Row[] {
  const { survey, submittedAt, answers, context, respondent, partial }: ResponseRecord = JSON.parse(body);
  const responseCells = {
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
  return answers.map((answer) => ({ ...responseCells, ...toAnswerCells(answer) }));
}

function toAnswerCells({ name, kind, value, question = '' }: Answer) {
  return { name, kind, value: toValueCell(value), question };
}

/** Lists become `one; two`, and matrices `row: 3; row: 5`. */
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
