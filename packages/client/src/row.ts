import { ID_PATTERN } from '@heed/core';

/** The version that this code writes. A row of a higher one is left alone. */
export const ROW_VERSION = 1;

/** Nobody answered: any sign of a better network is a reason to try again. */
export const NO_REPLY = 0;
/** The settings look wrong: a new page or `configure()` is a reason to try again. */
export const HELD = 1;
/** The endpoint failed: only time or `flush()` is a reason to try again. */
export const FAILED = 2;
/** The endpoint asked for a pause, which holds for every row. */
export const ASKED = 3;

/** What the wait of a row rests on; a trigger overrides the waits below its own level. */
export type Ground = typeof NO_REPLY | typeof HELD | typeof FAILED | typeof ASKED;

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
  /** Absent before the first attempt, as are the next three. */
  state?: 'retrying' | 'held' | 'parked';
  reason?: string;
  due?: number;
  ground?: Ground;
}

/** @returns the row, or what keeps it from being one */
export function readRow(id: unknown, value: unknown): Row | 'damaged' | 'newer' {
  const row = value as Partial<Row> | null | undefined;
  if (Number(row?.v) > ROW_VERSION) return 'newer';
  const isRow = row?.v === ROW_VERSION && typeof row.body === 'string' && ID_PATTERN.test(String(id));
  return isRow ? (row as Row) : 'damaged';
}
