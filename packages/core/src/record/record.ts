import type { KnownKind } from './kinds.ts';

/**
 * A feedback response, version 1. Published as JSON Schema in `@heed/core/schema/response.v1.json`.
 *
 * Unknown members are valid and preserved, so that an earlier receiver loses no data of a later client.
 */
export interface ResponseRecord {
  /** The version of the format. */
  v: 1;
  /**
   * A UUIDv7 in lower case, created on the device. Use it as the primary key; for the idempotency key, see
   * `idempotencyKeyOf()`.
   */
  id: string;
  /** The name of the survey: 1–200 characters, without control characters. */
  survey: string;
  /** The time of the submission by the device's clock: ISO 8601 in UTC with milliseconds. */
  submittedAt: string;
  /** The answers in the order of the questions, 1–500. */
  answers: Answer[];
  /** Absent if the respondent is anonymous. */
  respondent?: Respondent;
  /** Where and how the questions were asked. Contains only what the page specifies. */
  context?: Context;
  /** The respondent's permissions by name. */
  consent?: Consent;
  /**
   * True if the respondent left before the end and partial answers are enabled. A later record with the same id
   * replaces this one: a complete one, or a partial one with a later `submittedAt`.
   */
  partial?: boolean;
}

/**
 * The kind of an answer, which determines its valid values. A custom question may use any other kebab-case word; its
 * value is any {@link AnswerValue}.
 */
export type AnswerKind = KnownKind | (string & {});

/**
 * The value of an answer. `null` means that the question was shown and left empty. The other values depend on the
 * kind:
 *
 * - `csat` 1…`max`, `nps` 0…10, `ces` 1…7: integers
 * - `choice`: a text, or a list of texts
 * - `text`: a text
 * - `matrix`: integers by row name, without the rows left empty
 * - `attachment`: a list of file names
 * - `consent`: a boolean
 */
export type AnswerValue =
  string | number | boolean | readonly string[] | { readonly [row: string]: number } | null;

/** The answer to a question, with the text of the question. */
export interface Answer {
  /** The name of the question: 1–200 characters, without control characters. */
  name: string;
  /** The kind of the question, which determines the valid values. */
  kind: AnswerKind;
  /** The value, or null if the question was shown and left empty. */
  value: AnswerValue;
  /** The text of the question as shown, in the respondent's language. At most 10,000 characters. */
  question?: string;
  /** Only for `csat`: the highest value, 2–10. Defaults to 5. */
  max?: number;
}

/** A plain value that the page provides. */
export type TraitValue = string | number | boolean | null;

/** The respondent, as far as the page identifies them. */
export interface Respondent {
  /** Your identifier for the person. */
  id?: string;
  /** Facts about the person, such as the customer tier. */
  traits?: { [name: string]: TraitValue };
}

/** Where and how the question was asked. You can add plain values. */
export interface Context {
  /** The URL of the page, if the page includes it. */
  url?: string;
  /** The BCP 47 tag of the language of the questions. */
  locale?: string;
  /** The channel, such as `web`, `mail` or `kiosk`. */
  channel?: string;
  [name: string]: TraitValue | undefined;
}

/** The respondent's permissions by name. You can add others. */
export interface Consent {
  /** True if you may contact the respondent about this response. */
  contact?: boolean;
  [name: string]: boolean | undefined;
}
