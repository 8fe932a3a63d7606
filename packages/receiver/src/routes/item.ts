import type { ResponseRecord } from '@heed/core';
import type { StoredResponse } from '../store/store.ts';

/** One response as it is listed, exported as JSON lines and given to `onStored`. */
export interface StoredItem {
  /** ISO 8601 in UTC with milliseconds, by the clock of the receiver. */
  receivedAt: string;
  /** Such as `HD-7F3-K9Q-XM2`. */
  reference: string;
  /** Place in the order of arrival: pass it as `after` or `before`. */
  cursor: string;
  /** As it arrived, unknown members included. */
  record: ResponseRecord;
}

/**
 * A {@link StoredItem} as JSON on one line. The record goes in as the text that arrived: nothing is lost on
 * the way through a parser, and no nesting is too deep.
 */
export function toJson({ receivedAt, reference, cursor, body }: StoredResponse): string {
  const head = JSON.stringify({ receivedAt: receivedAt.toISOString(), reference, cursor });
  // Valid JSON has line breaks between its tokens only.
  return `${head.slice(0, -1)},"record":${body.replace(/[\r\n]+/g, ' ')}}`;
}
