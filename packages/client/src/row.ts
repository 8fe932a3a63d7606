import { ID_PATTERN } from '@heed/core';

/** The version that this code writes. A row of a higher one is left alone. */
export const ROW_VERSION = 1;

/**
 * A record on the device. Its key is the record's id: a UUIDv7 sorts by time, so the oldest comes first, and `add`
 * refuses the same id twice over tabs and reloads, which a key of our own would not.
 * Endpoint and credentials are not part of it, so a corrected configuration rescues what waits.
 */
export interface Row {
  v: typeof ROW_VERSION;
  /** JSON, written once and never rebuilt: every copy of a key has the same bytes. */
  body: string;
  /** When it was accepted: milliseconds since 1970. */
  at: number;
  /** Attempts so far. */
  tries: number;
  /** Absent before the first attempt, as are the next two. */
  state?: 'retrying' | 'held' | 'parked';
  /** A status, or a word where there was no reply. */
  reason?: string;
  /** Not before: milliseconds since 1970. */
  due?: number | undefined;
}

/** What lies in the place of a row: damaged, or written by a later version of this code. */
export interface Unreadable {
  state: 'damaged' | 'newer';
}

export function readRow(id: string, value: unknown): Row | Unreadable {
  const row = (value ?? {}) as Row;
  if (row.v > ROW_VERSION) return { state: 'newer' };
  const isRow = row.v === ROW_VERSION && typeof row.body === 'string' && ID_PATTERN.test(id);
  return isRow ? row : { state: 'damaged' };
}
