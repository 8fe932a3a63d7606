import { copyOwnProperties } from '../copy-own-properties.ts';
import { createId } from './id.ts';
import type { Answer, Consent, Context, Respondent, ResponseRecord } from './record.ts';

/** What `createRecord()` is given. */
export interface RecordInput {
  /** The team's name for what was asked. */
  survey: string;
  /** Of a record that was submitted as a partial one before, or will be. Made anew by default. */
  id?: string | undefined;
  /** The visitor has not come to the end: a later record with the same id takes the place of this one. */
  partial?: boolean | undefined;
  /** In the order asked; at least one. */
  answers: Answer[];
  /** Absent when the visitor is anonymous. */
  respondent?: Respondent | undefined;
  /** Where and how it was asked. */
  context?: Context | undefined;
  /** What the visitor agreed to. */
  consent?: Consent | undefined;
}

// The record writes a year with four digits; a device whose clock is far off must still make a valid one.
const LAST_TIME = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * Makes the record of one submission, with its time, and with an id where it has none yet.
 *
 * @param now milliseconds since 1970; a clock before that or after the year 9999 is taken as the nearest end
 * @param random at least 10 random bytes, as from `crypto.getRandomValues`
 */
export function createRecord(input: RecordInput, now: number, random: Uint8Array): ResponseRecord {
  const { id, survey, answers, respondent, context, consent, partial } = copyOwnProperties(input);
  // Some pages replace `Date.now` with what returns no number.
  const time = Math.min(LAST_TIME, Math.max(0, +now || 0));
  return {
    v: 1,
    id: id ?? createId(time, random),
    survey,
    submittedAt: new Date(time).toISOString(),
    answers,
    ...(respondent && { respondent }),
    ...(context && { context }),
    ...(consent && { consent }),
    ...(partial && { partial }),
  };
}
