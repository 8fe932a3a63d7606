import { createId } from './id.ts';
import type { Answer, Consent, Context, Respondent, ResponseRecord } from './record.ts';

export interface RecordInput {
  /** The team's name for what was asked. */
  survey: string;
  answers: Answer[];
  respondent?: Respondent | undefined;
  context?: Context | undefined;
  consent?: Consent | undefined;
}

/**
 * Makes the record of one submission, with its id and time.
 *
 * @param now milliseconds since 1970
 * @param random at least 10 random bytes, as from `crypto.getRandomValues`
 */
export function createRecord(input: RecordInput, now: number, random: Uint8Array): ResponseRecord {
  const record: ResponseRecord = {
    v: 1,
    id: createId(now, random),
    survey: input.survey,
    submittedAt: new Date(now).toISOString(),
    answers: input.answers,
  };
  if (input.respondent) record.respondent = input.respondent;
  if (input.context) record.context = input.context;
  if (input.consent) record.consent = input.consent;
  return record;
}
