import { copyOwnProperties } from '../copy-own-properties.ts';
import { createId } from './id.ts';
import type { Answer, Consent, Context, Respondent, ResponseRecord } from './record.ts';

/** The input of {@link createRecord}. */
export interface RecordInput {
  /** The name of the survey. */
  survey: string;
  /** The id of a record that was or will be submitted as a partial one. By default, a new id is created. */
  id?: string | undefined;
  /** True if the respondent has not finished. A later record with the same id replaces this one. */
  partial?: boolean | undefined;
  /** The answers in the order of the questions, at least one. */
  answers: Answer[];
  /** Absent if the respondent is anonymous. */
  respondent?: Respondent | undefined;
  /** Where and how the questions were asked. */
  context?: Context | undefined;
  /** The permissions that the respondent gave. */
  consent?: Consent | undefined;
}

// A record contains a year of four digits, so a device with a very wrong clock needs a limit to create a valid one.
const LAST_TIME = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * Creates the record of a submission, with the time and, if needed, an id.
 *
 * @param now milliseconds since 1970. Times before 1970 or after the year 9999 are replaced by the nearest valid one
 * @param random at least 10 random bytes, for example from `crypto.getRandomValues()`
 */
export function createRecord(input: RecordInput, now: number, random: Uint8Array): ResponseRecord {
  const { id, survey, answers, respondent, context, consent, partial } = copyOwnProperties(input);
  // Some pages replace `Date.now` with a function that does not return a number.
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
