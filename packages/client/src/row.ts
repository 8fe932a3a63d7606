import { ID_PATTERN } from '@heed/core';
import type { Attempt } from './client.ts';

/** The version that this code writes. Rows of a lower one are read as well, rows of a higher one left alone. */
export const ROW_VERSION = 2;

/**
 * The key of what is no record: until when the endpoint wants to be left alone. It comes before every id, and what
 * waits is read from behind it.
 */
export const PAUSE_KEY = '';

/** Of a UUID, with which every other key begins. */
const ID_LENGTH = 36;

/**
 * A record on the device. Its key is the record's id: a UUIDv7 sorts by time, so the oldest comes first, and the same
 * id is one row over tabs and reloads, which a key of our own would not be. That of a partial record ends with its time.
 * Endpoint and credentials are not part of it, so a corrected configuration rescues what waits.
 */
export interface Row {
  v: number;
  /** JSON, written once and never rebuilt: every copy of a key has the same bytes. */
  body: string;
  /** Sent along with it. Absent in version 1. */
  files?: readonly File[] | undefined;
  /** When it was accepted: milliseconds since 1970. */
  at: number;
  /** Attempts so far. */
  tries: number;
  /** Absent before the first attempt, as are the next three. */
  state?: Exclude<Attempt['state'], 'sent'>;
  /** A status, or a word where there was no reply. */
  reason?: string;
  /** Not before: milliseconds since 1970. */
  due?: number | undefined;
  /** Everything waits until then. */
  isPause?: boolean;
  /** What the endpoint said. */
  reply?: string;
}

/** What lies in the place of a row: damaged, or written by a later version of this code. */
export interface Unreadable {
  state: 'damaged' | 'newer';
}

/**
 * The keys of the versions of a record that came before this one: partial ones, which share its id and end with their
 * time. Once a later version is on the device, nobody needs them.
 */
export function earlierThan(id: string): IDBKeyRange {
  // The key of a complete record has no time, and a slash comes after the dot before each.
  return IDBKeyRange.bound(id.slice(0, ID_LENGTH), id.padEnd(ID_LENGTH + 1, '/'), true, true);
}

export function readRow(id: string, value: unknown): Row | Unreadable {
  const row = (value ?? {}) as Row;
  if (row.v > ROW_VERSION) return { state: 'newer' };
  return row.v > 0 && typeof row.body === 'string' && ID_PATTERN.test(String(id).slice(0, ID_LENGTH))
    ? row
    : { state: 'damaged' };
}
