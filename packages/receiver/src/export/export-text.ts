import type { Filter, Store, StoredResponse } from '../store/store.ts';
import { csvHeader, csvRows } from './csv.ts';
import { toJson } from '../responses/stored-item.ts';
import { readPages } from './read-pages.ts';

export interface ExportFormat {
  extension: string;
  contentType: string;
  header(): string;
  rows(page: readonly StoredResponse[]): string;
}

/** One `StoredItem` per line: everything, as it arrived. */
export const JSON_LINES: ExportFormat = {
  extension: 'jsonl',
  contentType: 'application/x-ndjson; charset=utf-8',
  header: () => '',
  rows: (page) => page.map((row) => `${toJson(row)}\n`).join(''),
};

/** One line per answer, for a spreadsheet: texts that a spreadsheet would take for a formula begin with `'`. */
export const CSV: ExportFormat = {
  extension: 'csv',
  contentType: 'text/csv; charset=utf-8; header=present',
  header: csvHeader,
  rows: csvRows,
};

/** The text of an export in pieces. The first page is read before this resolves, so that a failure can be told. */
export async function exportText(
  store: Store,
  filter: Filter,
  format: ExportFormat,
): Promise<AsyncIterable<string>> {
  const pages = readPages(store, filter);
  const first = await pages.next();
  return writePages(first.done ? [] : first.value, pages, format);
}

async function* writePages(
  first: StoredResponse[],
  rest: AsyncIterable<StoredResponse[]>,
  format: ExportFormat,
): AsyncGenerator<string> {
  yield format.header() + format.rows(first);
  for await (const page of rest) yield format.rows(page);
}
