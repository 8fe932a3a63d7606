import type { ListQuery, Store, StoredResponse } from '../store/store.ts';
import { serializeItem, type StoredItem } from './stored-item.ts';

/** The body of `GET /responses`. */
export interface ResponseList {
  /** Newest first; with `after`, oldest first. */
  responses: StoredItem[];
  /** Value of `after` that lists newer responses later. */
  next: string;
}

/** Returns a {@link ResponseList} as JSON. */
export async function readResponseList(store: Store, query: ListQuery): Promise<string> {
  const responses = await store.list(query);
  const items = responses.map(serializeItem).join();
  return `{"responses":[${items}],"next":${JSON.stringify(getNextCursor(query, responses))}}`;
}

function getNextCursor({ after }: ListQuery, responses: readonly StoredResponse[]): string {
  const newest = after === undefined ? responses[0] : responses.at(-1);
  return newest?.cursor ?? after ?? '0';
}
