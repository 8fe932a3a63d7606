import type { KINDS, KnownKind } from '../record/kinds.ts';

/**
 * A text in one language, or texts by language: `{ "en": "Thank you", "de": "Danke" }`, with BCP 47 tags as in
 * `lang`. For the choice among them, see {@link textIn}. At most 10,000 characters.
 */
export type SurveyText = string | { readonly [language: string]: string };

/**
 * A survey as JSON, version 1: the equivalent of `<heed-survey>` in HTML. Published as JSON Schema in
 * `@heed/core/schema/survey.v1.json`. Unknown members are invalid, so that a typo is found.
 *
 * Names have 1–200 characters, without control characters. URLs are http(s), or paths that start with `/`, `./` or
 * `../`. Expressions have the grammar of `parseExpression()`.
 */
export interface SurveyDefinition {
  /** The URL of the schema, for editors. Otherwise ignored. */
  readonly $schema?: string;
  /** The version of the format. */
  readonly v: 1;
  /** The name of the survey, as in the record. */
  readonly survey: string;
  /** The endpoint: an http(s) URL or a path that starts with `/`. Defaults to the endpoint of the page. */
  readonly endpoint?: string;
  /** `steps` shows one step at a time, `page` shows all at once. Defaults to `steps`. */
  readonly display?: 'steps' | 'page';
  /** Also sends the answers of users who leave before the end. */
  readonly partial?: boolean;
  /** Does not store a draft on the device. */
  readonly noDraft?: boolean;
  /** The names of questions and hidden fields that query parameters of the page can fill. */
  readonly prefill?: readonly string[];
  /** Values by name that are not asked. The record contains them, and conditions and texts can refer to them. */
  readonly hidden?: { readonly [name: string]: string };
  /** The heading above all steps. */
  readonly heading?: SurveyText;
  /** Shown before the first step. */
  readonly welcome?: SurveyScreen;
  /** The steps in order, 1–200. */
  readonly steps: readonly SurveyStep[];
  /** Shown below the status of the submission: the first ending whose `showIf` is true, or else one without it. */
  readonly endings?: readonly SurveyEnding[];
}

/** A step, which is shown as a whole. */
export interface SurveyStep {
  /** The name that jumps refer to. If absent and the step consists of a single question, the question's name. */
  readonly name?: string;
  /** An expression. If it is false, the step is skipped. */
  readonly showIf?: string;
  /** Jumps to later steps: `"price if recommend <= 6; end"`. Defaults to the next step. */
  readonly goTo?: string;
  /** The items in order, 1–100. */
  readonly items: readonly SurveyItem[];
}

/** The welcome screen, before the first step. */
export interface SurveyScreen {
  /** The items in order, 1–20. */
  readonly items: readonly SurveyContent[];
}

/** An ending, after the last step. */
export interface SurveyEnding extends SurveyScreen {
  /** An expression. If absent, the ending is shown when no other one matches. */
  readonly showIf?: string;
}

/** Any item of a step. */
export type SurveyItem = SurveyQuestion | SurveyStatement | SurveyPicture;

/** Any item of a welcome screen or an ending. */
export type SurveyContent = SurveyStatement | SurveyPicture | SurveyLink;

/** A paragraph with an optional title. */
export interface SurveyStatement {
  readonly kind: 'statement';
  readonly title?: SurveyText;
  readonly text: SurveyText;
}

export interface SurveyPicture {
  readonly kind: 'picture';
  /** The URL of the picture. */
  readonly src: string;
  /** The alternative text. Empty if the picture is decorative. */
  readonly alt: SurveyText;
  /** The width in CSS pixels. Together with the height, it prevents layout shifts. */
  readonly width?: number;
  /** The height in CSS pixels. */
  readonly height?: number;
}

export interface SurveyLink {
  readonly kind: 'link';
  /** The URL of the link. */
  readonly href: string;
  readonly text: SurveyText;
}

/**
 * A question of any kind. Its members are the attributes of the element in camel case, as far as they apply within a
 * survey.
 */
export type SurveyQuestion =
  | CsatQuestion
  | NpsQuestion
  | CesQuestion
  | ChoiceQuestion
  | TextQuestion
  | MatrixQuestion
  | AttachmentQuestion
  | ConsentQuestion
  | RangeQuestion;

interface Question {
  /** The name of the answer. Unique in the survey. */
  readonly name: string;
  /** An expression. If it is false, the question is omitted from its step. */
  readonly showIf?: string;
  /** The question must be answered before the next step. */
  readonly required?: boolean;
  /** Shows the value, but does not allow changes. */
  readonly readonly?: boolean;
}

interface QuestionWithText extends Question {
  /** The text of the question. Defaults to a localised question. */
  readonly question?: SurveyText;
}

interface ScaleQuestion extends QuestionWithText {
  /** The initial value. */
  readonly value?: number;
  /** The label of the lowest value. Defaults to a localised label. */
  readonly lowLabel?: SurveyText;
  /** The label of the highest value. Defaults to a localised label. */
  readonly highLabel?: SurveyText;
}

/** Satisfaction: `heed-csat`. */
export interface CsatQuestion extends ScaleQuestion {
  readonly kind: 'csat';
  readonly display?: 'stars' | 'faces' | 'numbers' | 'thumbs';
  /** The highest value, 2–10. Defaults to 5. */
  readonly max?: number;
}

/** Recommendation, 0–10: `heed-nps`. */
export interface NpsQuestion extends ScaleQuestion {
  readonly kind: 'nps';
}

/** Effort, 1–7: `heed-ces`. */
export interface CesQuestion extends ScaleQuestion {
  readonly kind: 'ces';
}

/** The kinds in the table whose question sets its own range. */
type RangeKind = {
  [Name in KnownKind]: (typeof KINDS)[Name] extends { type: 'number' } ? Name : never;
}[KnownKind];

/** A number within a range of the survey's choice. */
export interface RangeQuestion extends ScaleQuestion {
  readonly kind: RangeKind;
  /** The lowest value. */
  readonly min?: number;
  /** The highest value. */
  readonly max?: number;
  /** The distance between two values. */
  readonly step?: number;
}

/** One or several options of a list: `heed-choice`. */
export interface ChoiceQuestion extends QuestionWithText {
  readonly kind: 'choice';
  /** The options, 1–500, each with a unique value. */
  readonly options: readonly SurveyOption[];
  /** The initial value. With `multiple`, a list separated by commas. */
  readonly value?: string;
  readonly multiple?: boolean;
  /** The minimum number of options, with `multiple`. */
  readonly min?: number;
  /** The maximum number of options, with `multiple`. */
  readonly max?: number;
  readonly display?: 'chips' | 'list' | 'segments';
  /** Adds an "other" option with a text field. */
  readonly other?: boolean;
  readonly otherLabel?: SurveyText;
  /** Shuffles the options for each user. */
  readonly shuffle?: boolean;
  readonly hint?: SurveyText;
}

/** An option of a list. */
export interface SurveyOption {
  /** The value in the answer, which is a name. */
  readonly value: string;
  readonly label: SurveyText;
  /** Shown, but cannot be selected. */
  readonly disabled?: boolean;
}

/** A text: `heed-text`. */
export interface TextQuestion extends QuestionWithText {
  readonly kind: 'text';
  readonly type?: 'short' | 'long' | 'email' | 'phone';
  /** The initial text. */
  readonly value?: string;
  readonly hint?: SurveyText;
  readonly placeholder?: SurveyText;
  /** The autofill hint, as in HTML. */
  readonly autocomplete?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Shows a character counter. Requires `maxLength`. */
  readonly counter?: boolean;
}

/** Statements rated on a common scale: `heed-matrix`. */
export interface MatrixQuestion extends QuestionWithText {
  readonly kind: 'matrix';
  /** The statements, 1–100, each with a unique name. */
  readonly statements: readonly SurveyStatementRow[];
  /** The lowest value. Defaults to 1. */
  readonly min?: number;
  /** The highest value. Defaults to 7. The scale has 2 to 11 values. */
  readonly max?: number;
  readonly lowLabel?: SurveyText;
  readonly highLabel?: SurveyText;
  readonly hint?: SurveyText;
  readonly display?: 'auto' | 'table' | 'single';
  /** In the single-statement layout, advances to the next statement after a rating. */
  readonly autoAdvance?: boolean;
}

/** A row of a matrix. */
export interface SurveyStatementRow {
  /** The name of the row in the answer. */
  readonly name: string;
  readonly text: SurveyText;
}

/** File uploads: `heed-attachment`. */
export interface AttachmentQuestion extends QuestionWithText {
  readonly kind: 'attachment';
  /** The accepted file types, as in HTML: `image/*,.pdf`. */
  readonly accept?: string;
  readonly maxFiles?: number;
  /** The maximum size of a file with its unit: `5MB`. */
  readonly maxSize?: string;
  /** The maximum size of all files with its unit: `20MB`. */
  readonly maxTotal?: string;
  /** Resizes photos: the maximum length of the longest side in pixels. */
  readonly shrink?: number;
  readonly hint?: SurveyText;
}

/** A consent: `heed-consent`. */
export interface ConsentQuestion extends Question {
  readonly kind: 'consent';
  /** The text of the consent, from the respondent's point of view. Defaults to a localised text. */
  readonly statement?: SurveyText;
  /** The URL of an explanation. */
  readonly href?: string;
  readonly linkLabel?: SurveyText;
}
