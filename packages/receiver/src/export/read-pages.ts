import type { Filter, Store, StoredResponse } from '../store/store.ts';

const PAGE_SIZE = 200;

/** Yields all matching responses, oldest first, with one page in memory at a time. */
export async function* readPages(store: Store, filter: Filter): AsyncGenerator<StoredResponse[]> {
  let after = '0';
  for (;;) {
    const page = await store.list({ ...filter, after, limit: PAGE_SIZE });
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.cursor;
  }
}
