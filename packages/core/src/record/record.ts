/**
 * What one visitor answered, version 1. Published as JSON Schema in `@heed/core/schema/response.v1.json`.
 *
 * JsonObject that this version does not know are allowed and kept as they came, so that a later client
 * loses nothing at an earlier receiver.
 */
export interface ResponseRecord {
  /** Version of this shape. */
  v: 1;
  /** UUIDv7 in lower case, made on the device. Store by it; see `idempotencyKeyOf()` for the idempotency key. */
  id: string;
  /** The team's name for what was asked: 1–200 characters, none of them a control character. */
  survey: string;
  /** When the visitor sent it, by the clock of the device: ISO 8601 in UTC with milliseconds. */
  submittedAt: string;
  /** In the order asked; 1–500 of them. */
  answers: Answer[];
  /** Absent when the visitor is anonymous. */
  respondent?: Respondent;
  /** Where and how it was asked: only what the team lists. */
  context?: Context;
  /** What the visitor agreed to, by name. */
  consent?: Consent;
  /**
   * True when the visitor left half-way and the team asked for partial answers. A later record with the same id takes
   * the place of this one: a complete one, or a partial one with a later `submittedAt`.
   */
  partial?: boolean;
}

/**
 * The kinds that this version checks. Any other word in kebab-case may be used by a team's own question;
 * its value is any {@link AnswerValue}.
 */
export type AnswerKind =
  'csat' | 'nps' | 'ces' | 'choice' | 'text' | 'matrix' | 'attachment' | 'consent' | (string & {});

/**
 * `null` means asked and left empty. By kind:
 * `csat` 1…`max`, `nps` 0…10, `ces` 1…7 (integers); `choice` a text or a list of texts; `text` a text;
 * `matrix` row name → integer, without the rows left empty; `attachment` a list of file names; `consent` a boolean.
 */
export type AnswerValue =
  string | number | boolean | readonly string[] | { readonly [row: string]: number } | null;

/** The answer to one question, with the words that were asked. */
export interface Answer {
  /** The team's name for the question: 1–200 characters, none of them a control character. */
  name: string;
  /** What kind of question it is: decides which values are right. */
  kind: AnswerKind;
  /** What was answered; null when the question was shown and left empty. */
  value: AnswerValue;
  /** The words that were asked, in the visitor's language. At most 10,000 characters. */
  question?: string;
  /** `csat` only: the highest step, 2–10. Absent means 5. */
  max?: number;
}

/** A plain value that the team knows or gives. */
export type TraitValue = string | number | boolean | null;

/** Who answered, as far as the team knows it. */
export interface Respondent {
  /** The team's identifier for the person. */
  id?: string;
  /** What the team knows of the person, such as the customer tier. */
  traits?: { [name: string]: TraitValue };
}

/** Where and how the question was asked. The team may add plain values of its own. */
export interface Context {
  /** The page, when the team asks for it. */
  url?: string;
  /** BCP 47 tag of the language in which the questions were shown. */
  locale?: string;
  /** How the question reached the visitor, such as `web`, `mail` or `kiosk`. */
  channel?: string;
  [name: string]: TraitValue | undefined;
}

/** What the visitor agreed to, by name. The team may add permissions of its own. */
export interface Consent {
  /** May the team contact the visitor about this answer? */
  contact?: boolean;
  [name: string]: boolean | undefined;
}
