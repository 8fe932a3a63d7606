import type { Filter, Store, StoredResponse } from '../store/store.ts';

const PAGE_ROWS = 200;

/** Everything that the filter lets through, oldest first, one page in memory at a time. */
export async function* readPages(store: Store, filter: Filter): AsyncGenerator<StoredResponse[]> {
  let after = '0';
  for (;;) {
    const page = await store.list({ ...filter, after, limit: PAGE_ROWS });
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.cursor;
  }
}
