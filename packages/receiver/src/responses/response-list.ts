import { readListQuery } from '../http/query-parameters.ts';
import type { ListQuery, Store, StoredResponse } from '../store/store.ts';
import type { StoredItem } from './stored-item.ts';
import { toJson } from './stored-item.ts';

/** The body of `GET /responses`. */
export interface ResponseList {
  /** Newest first; with `after`, oldest first. */
  responses: StoredItem[];
  /** Pass it as `after` to ask what came since. */
  next: string;
}

/** A {@link ResponseList} as JSON. */
export async function listResponses(store: Store, parameters: Record<string, string>): Promise<string> {
  const query = readListQuery(parameters);
  const rows = await store.list(query);
  return `{"responses":[${rows.map(toJson).join()}],"next":${JSON.stringify(nextOf(query, rows))}}`;
}

function nextOf({ after }: ListQuery, rows: readonly StoredResponse[]): string {
  const newest = after === undefined ? rows[0] : rows.at(-1);
  return newest?.cursor ?? after ?? '0';
}
