import { ID_PATTERN } from '@heed/core';
import { ENTRY_VERSION, ID_LENGTH } from './limits.ts';
import type { FailedState, UnreadableState } from '../api/delivery-states.ts';

/**
 * The key of a value that is not a record: the end of the pause that the endpoint asked for. It sorts before every id,
 * and records are read from after it.
 */
export const PAUSE_KEY = '';

/**
 * A queued record on the device. Its key is the record's id: UUIDv7 sorts by time, so the oldest record is first, and the
 * same id is one entry across tabs and reloads. The key of a partial record ends with its time. The endpoint and
 * credentials are not part of the entry, so a corrected configuration also applies to queued records.
 */
export interface QueueEntry {
  v: number;
  /** JSON, written once: every copy sent under the key has the same bytes. */
  body: string;
  /** Sent with the body. Absent in version 1. */
  files?: readonly File[] | undefined;
  /** The time of the submission, in milliseconds since 1970. */
  at: number;
  /** Number of attempts so far. */
  tries: number;
  /** Absent before the first attempt, as are the next four. */
  state?: FailedState | 'parked';
  /** As in `Attempt`. */
  reason?: string;
  /** The earliest time of the next attempt, in milliseconds since 1970. */
  due?: number | undefined;
  /** True if the endpoint asked for this pause, which applies to all records. */
  isPause?: boolean;
  /** The last response of the endpoint. */
  reply?: string;
}

/** A value under an id that this version cannot send: damaged, or written by a later version. */
export interface UnreadableEntry {
  state: UnreadableState;
}

/**
 * Returns the keys of earlier versions of a record: partial records, which share its id and end with their time. Once a
 * later version is on the device, they are obsolete.
 */
export function keysOfEarlierVersions(id: string): IDBKeyRange {
  // The key of a complete record has no time, and "/" is the character after the dot before a time.
  return IDBKeyRange.bound(id.slice(0, ID_LENGTH), id.padEnd(ID_LENGTH + 1, '/'), true, true);
}

export function readEntry(id: string, value: unknown): QueueEntry | UnreadableEntry {
  const entry = (value ?? {}) as QueueEntry;
  if (entry.v > ENTRY_VERSION) return { state: 'newer' };
  return entry.v > 0 && typeof entry.body === 'string' && ID_PATTERN.test(String(id).slice(0, ID_LENGTH))
    ? entry
    : { state: 'damaged' };
}
