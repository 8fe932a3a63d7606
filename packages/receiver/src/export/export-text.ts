import type { Filter, Store, StoredResponse } from '../store/store.ts';
import type { ExportFormat } from './export-format.ts';
import { readPages } from './read-pages.ts';

/**
 * Returns the text of an export in chunks. Reads the first page before it resolves, so that a database failure can still
 * be reported as an error response.
 */
export async function exportText(
  store: Store,
  filter: Filter,
  format: ExportFormat,
): Promise<AsyncIterable<string>> {
  const pages = readPages(store, filter);
  const first = await pages.next();
  return formatPages(first.done ? [] : first.value, pages, format);
}

async function* formatPages(
  first: StoredResponse[],
  rest: AsyncIterable<StoredResponse[]>,
  format: ExportFormat,
): AsyncGenerator<string> {
  yield format.formatHeader() + format.formatPage(first);
  for await (const page of rest) yield format.formatPage(page);
}
