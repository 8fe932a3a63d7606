import type { KINDS, KnownKind } from '../record/kinds.ts';

/**
 * Words in one language, or by language: `{ "en": "Thank you", "de": "Danke" }`, with BCP 47 tags as in `lang`.
 * Which of them is shown is said at {@link textIn}. At most 10,000 characters.
 */
export type SurveyText = string | { readonly [language: string]: string };

/**
 * A whole survey as data, version 1: the same that `<heed-survey>` holds as HTML. Published as JSON Schema in
 * `@heed/core/schema/survey.v1.json`. A member that this version does not know is a mistake, so that a typo shows.
 *
 * Names have 1–200 characters, none of them a control character. Addresses are http(s), or paths that begin with
 * `/`, `./` or `../`. Expressions have the grammar of `parseExpression()`.
 */
export interface SurveyDefinition {
  /** For editors: where the schema is. Counts for nothing else. */
  readonly $schema?: string;
  /** Version of this shape. */
  readonly v: 1;
  /** The team's name for what is asked; a name as in the record. */
  readonly survey: string;
  /** Where the answers go: an http(s) address or a path that begins with `/`. Absent: that of the page. */
  readonly endpoint?: string;
  /** `steps`, also when absent: one at a time; `page`: all at once. */
  readonly display?: 'steps' | 'page';
  /** Answers of a visitor who leaves half-way are sent, too. */
  readonly partial?: boolean;
  /** Nothing is kept on the device while the visitor answers. */
  readonly noDraft?: boolean;
  /** Names of questions and hidden fields that the address of the page may fill. */
  readonly prefill?: readonly string[];
  /** Values by name that nobody is asked for; they stand in the record, and conditions and texts may use them. */
  readonly hidden?: { readonly [name: string]: string };
  /** Over all steps. */
  readonly heading?: SurveyText;
  /** Shown before the first step. */
  readonly welcome?: SurveyScreen;
  /** 1–200, in their order. */
  readonly steps: readonly SurveyStep[];
  /**
   * Shown below the words that tell what became of the answers: the first whose `showIf` holds, else one without it.
   * Absent: none.
   */
  readonly endings?: readonly SurveyEnding[];
}

/** What is shown at once. */
export interface SurveyStep {
  /** What a jump leads to. Absent: the name of the question, where the step is nothing but one question. */
  readonly name?: string;
  /** An expression; where it does not hold the step is left out. */
  readonly showIf?: string;
  /** Where to go on: `"price if recommend <= 6; end"`. Absent: to the next step. */
  readonly goTo?: string;
  /** 1–100, in their order. */
  readonly items: readonly SurveyItem[];
}

/** What is shown before the first step. */
export interface SurveyScreen {
  /** 1–20, in their order. */
  readonly items: readonly SurveyContent[];
}

/** What is shown after the last step. */
export interface SurveyEnding extends SurveyScreen {
  /** An expression. Absent: where no other ending fits. */
  readonly showIf?: string;
}

/** Anything that a step shows. */
export type SurveyItem = SurveyQuestion | SurveyStatement | SurveyPicture;

/** Anything that a welcome or an ending shows. */
export type SurveyContent = SurveyStatement | SurveyPicture | SurveyLink;

/** A paragraph, with or without a title. */
export interface SurveyStatement {
  readonly kind: 'statement';
  readonly title?: SurveyText;
  readonly text: SurveyText;
}

export interface SurveyPicture {
  readonly kind: 'picture';
  /** Address of the picture. */
  readonly src: string;
  /** What is to be seen, for those who do not see it; empty where that says nothing. */
  readonly alt: SurveyText;
  /** In CSS pixels; with the height it keeps the page from moving when the picture comes. */
  readonly width?: number;
  /** In CSS pixels. */
  readonly height?: number;
}

export interface SurveyLink {
  readonly kind: 'link';
  /** Where it leads. */
  readonly href: string;
  readonly text: SurveyText;
}

/** A question of any kind. Each has the attributes of its element, in camel case, that count within a survey. */
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
  /** The name of the answer; another one for each question of the survey. */
  readonly name: string;
  /** An expression; where it does not hold the question is left out of its step. */
  readonly showIf?: string;
  /** The step is not left without an answer. */
  readonly required?: boolean;
  /** Shows its value and cannot be changed. */
  readonly readonly?: boolean;
}

interface WordedQuestion extends Question {
  /** The words of the question. Absent: usual ones, in each of the languages that the elements speak. */
  readonly question?: SurveyText;
}

interface ScaleQuestion extends WordedQuestion {
  /** The step that is chosen at first. */
  readonly value?: number;
  /** Words of the lowest step. Absent: usual ones. */
  readonly lowLabel?: SurveyText;
  /** Words of the highest step. Absent: usual ones. */
  readonly highLabel?: SurveyText;
}

/** Satisfaction: `heed-csat`. */
export interface CsatQuestion extends ScaleQuestion {
  readonly kind: 'csat';
  readonly display?: 'stars' | 'faces' | 'numbers' | 'thumbs';
  /** The highest step, 2–10; 5 when absent. */
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

/** One or several of a list: `heed-choice`. */
export interface ChoiceQuestion extends WordedQuestion {
  readonly kind: 'choice';
  /** 1–500, each with a value of its own. */
  readonly options: readonly SurveyOption[];
  /** What is chosen at first; with `multiple` a list with commas. */
  readonly value?: string;
  readonly multiple?: boolean;
  /** The fewest of an answer, with `multiple`. */
  readonly min?: number;
  /** The most of an answer, with `multiple`. */
  readonly max?: number;
  readonly display?: 'chips' | 'list' | 'segments';
  /** Adds an option for none of the others, with a field for text. */
  readonly other?: boolean;
  readonly otherLabel?: SurveyText;
  /** Another order for each visitor. */
  readonly shuffle?: boolean;
  readonly hint?: SurveyText;
}

/** One of a list. */
export interface SurveyOption {
  /** What the answer holds; a name. */
  readonly value: string;
  readonly label: SurveyText;
  /** Shown, but not to be chosen. */
  readonly disabled?: boolean;
}

/** Words: `heed-text`. */
export interface TextQuestion extends WordedQuestion {
  readonly kind: 'text';
  readonly type?: 'short' | 'long' | 'email' | 'phone';
  /** The text at first. */
  readonly value?: string;
  readonly hint?: SurveyText;
  readonly placeholder?: SurveyText;
  /** What a browser may fill in, as in HTML. */
  readonly autocomplete?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Shows how many characters of `maxLength` are written. */
  readonly counter?: boolean;
}

/** Statements on one scale: `heed-matrix`. */
export interface MatrixQuestion extends WordedQuestion {
  readonly kind: 'matrix';
  /** 1–100, each with a name of its own. */
  readonly statements: readonly SurveyStatementRow[];
  /** The lowest step; 1 when absent. */
  readonly min?: number;
  /** The highest step; 7 when absent. There are 2 to 11 steps. */
  readonly max?: number;
  readonly lowLabel?: SurveyText;
  readonly highLabel?: SurveyText;
  readonly hint?: SurveyText;
  readonly display?: 'auto' | 'table' | 'single';
  /** One at a time, a tap on a step goes on to the next statement. */
  readonly autoAdvance?: boolean;
}

/** A row of a matrix. */
export interface SurveyStatementRow {
  /** The row in the answer. */
  readonly name: string;
  readonly text: SurveyText;
}

/** Photos and files: `heed-attachment`. */
export interface AttachmentQuestion extends WordedQuestion {
  readonly kind: 'attachment';
  /** Which files are welcome, as in HTML: `image/*,.pdf`. */
  readonly accept?: string;
  readonly maxFiles?: number;
  /** With its unit: `5MB`. */
  readonly maxSize?: string;
  /** With its unit: `20MB`. */
  readonly maxTotal?: string;
  /** Photos are made smaller: their longest side in pixels. */
  readonly shrink?: number;
  readonly hint?: SurveyText;
}

/** A permission: `heed-consent`. */
export interface ConsentQuestion extends Question {
  readonly kind: 'consent';
  /** What is permitted, in the words of the visitor. Absent: usual words. */
  readonly statement?: SurveyText;
  /** Where it stands what that means. */
  readonly href?: string;
  readonly linkLabel?: SurveyText;
}
