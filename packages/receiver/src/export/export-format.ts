import { serializeItem } from '../responses/stored-item.ts';
import type { StoredResponse } from '../store/store.ts';
import { formatCsvHeader, formatCsvRows } from './csv.ts';

export interface ExportFormat {
  /** File extension, which is also the extension in the path of the route. */
  extension: 'csv' | 'jsonl';
  contentType: string;
  formatHeader(): string;
  formatPage(page: readonly StoredResponse[]): string;
}

/** One `StoredItem` per line, with the record as received. */
export const JSON_LINES: ExportFormat = {
  extension: 'jsonl',
  contentType: 'application/x-ndjson; charset=utf-8',
  formatHeader: () => '',
  formatPage: (page) => page.map((response) => `${serializeItem(response)}\n`).join(''),
};

/** One line per answer, for spreadsheets. */
export const CSV: ExportFormat = {
  extension: 'csv',
  contentType: 'text/csv; charset=utf-8; header=present',
  formatHeader: formatCsvHeader,
  formatPage: formatCsvRows,
};
