/**
 * A string, or its plural forms by the categories of `Intl.PluralRules`. `{limit}` is replaced with the number.
 */
export type Translation = string | PluralForms;
export type PluralForms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** Strings that every element uses. */
export interface CommonStrings {
  /** The submit button. */
  send: string;
  /** The submit button while the answer is being sent. */
  sending: string;
  /** After the label of an optional field. */
  optional: string;
  /** The validation message of an unanswered required question. */
  required: string;
  /** The validation message of a value that is off the scale. */
  invalid: string;
  sentTitle: string;
  sentText: string;
  storedTitle: string;
  /** While the browser is offline. */
  storedText: string;
  /** While the browser is online. */
  storedOnlineText: string;
  /** Neither sent nor stored on the device: the page must stay open. */
  memoryTitle: string;
  /** While the browser is offline. */
  memoryText: string;
  /** While the browser is online. */
  memoryOnlineText: string;
  refusedTitle: string;
  refusedText: string;
}

/** Strings of the scales: `{value}` and `{max}` are numbers, `{label}` is the label of an end. */
export interface ScaleStrings {
  /** The accessible name of a step. */
  step: string;
  /** The accessible name of the lowest or highest step. */
  stepEnd: string;
}

/** Strings for questions and offers after a score. */
export interface AfterScoreStrings {
  /** After a low score: the permission to contact the user. */
  callBack: string;
  /** The label of the contact field, which the complaint also has. */
  contact: string;
  /** The validation message of an empty contact field. */
  contactMissing: string;
  /** The link after a high score. */
  share: string;
}

export interface NpsStrings {
  npsQuestion: string;
  npsLow: string;
  npsHigh: string;
}

export interface CsatStrings {
  csatQuestion: string;
  csatLow: string;
  csatHigh: string;
  thumbDown: string;
  thumbUp: string;
  /** The accessible name of a star: `{value}` and `{max}` are numbers. */
  starStep: string;
  /** The accessible name of the first or last star: `{label}` is the label of that end. */
  starStepEnd: string;
}

/** The labels of both ends of an agreement scale. */
export interface AgreementStrings {
  disagree: string;
  agree: string;
}

export interface CesStrings extends AgreementStrings {
  cesQuestion: string;
}

export interface TextStrings {
  textQuestion: string;
  emailQuestion: string;
  phoneQuestion: string;
  textMissing: string;
  emailWrong: string;
  phoneWrong: string;
  textTooShort: PluralForms;
  textTooLong: PluralForms;
  /** The counter: `{value}` and `{limit}` are numbers. */
  characters: string;
}

export interface ChoiceStrings {
  choiceQuestion: string;
  /** Below the question if several options can be chosen. */
  chooseAll: string;
  /** Below the question if the number of options is limited. */
  chooseUpTo: PluralForms;
  /** The validation message of too few options. */
  choiceTooFew: PluralForms;
  /** The validation message of too many options. */
  choiceTooMany: PluralForms;
  /** The "Other" option. */
  other: string;
  /** The label of the "Other" field. */
  otherText: string;
  /** The validation message of an empty "Other" field. */
  otherMissing: string;
  /** The button that clears an optional single choice. */
  clearChoice: string;
}

export interface MatrixStrings extends AgreementStrings {
  matrixQuestion: string;
  /** The validation message of unanswered statements. */
  matrixMissing: string;
  /** The position of the current statement: `{value}` and `{max}` are numbers. */
  statement: string;
}

/** Strings for several steps. */
export interface StepStrings {
  back: string;
  next: string;
  /** `{value}` and `{max}` are numbers. */
  stepOf: string;
}

export interface AttachmentStrings {
  attachmentQuestion: string;
  chooseFiles: string;
  takePhoto: string;
  /** After the buttons, on devices with a mouse. */
  orDrop: string;
  /** On the overlay while a file is dragged over the element. */
  dropHere: string;
  /** The maximum number of files. */
  atMostFiles: PluralForms;
  /** The maximum size of a file: `{size}` is a number with its unit. */
  atMostSize: string;
  /** While a file is checked or a photo is shrunk: `{name}` is the file name. */
  preparing: string;
  fileUnreadable: string;
  attachmentMissing: string;
}

/** Strings about attached and rejected files: `{name}` is the file name. */
export interface AttachmentFilesStrings {
  /** Announced when a file is added. */
  fileAdded: string;
  /** Announced when a file is removed. */
  fileRemoved: string;
  /** The accessible name of the button that removes a file. */
  removeFile: string;
  tooManyFiles: PluralForms;
  /** `{size}` is a number with its unit. */
  fileTooLarge: string;
  /** The total size of all files: `{size}` is a number with its unit. */
  filesTooLarge: string;
  fileEmpty: string;
  /** `{types}` is a list such as "PNG, PDF". */
  fileWrongType: string;
  /** The content does not match the file type. */
  fileNotWhatItSays: string;
}

export interface ConsentStrings {
  consentStatement: string;
  /** The link to the explanation. */
  consentLink: string;
  /** Part of the accessible name of that link. */
  newTab: string;
  /** The validation message of a required permission. */
  consentNeeded: string;
}

/** Strings for a draft on the device. */
export interface DraftStrings {
  /** The notice that a draft was restored. */
  draftRestored: string;
  /** Added to the notice if the draft had files, which are not stored. */
  filesNotKept: string;
  /** The button that deletes the draft. */
  startOver: string;
  /** The notice that the draft was deleted. */
  entriesDeleted: string;
  /** The button that restores the deleted draft. */
  undo: string;
}

export interface SurveyStrings extends StepStrings, DraftStrings {
  /** The accessible name of a survey without a heading. */
  survey: string;
  /** The button on the welcome screen that shows the first question. */
  begin: string;
}

export interface PromptStrings {
  /** Text of the launcher's button, and accessible name of a prompt without a title. */
  feedback: string;
  /** Announced when a prompt opens. `{title}` is its first heading or question. */
  promptOpened: string;
  /** Button that puts a prompt off for some days. */
  later: string;
  /** Accessible name of the close button. */
  close: string;
  /** Note in a preview: the showing is not counted, and answers are not sent. */
  preview: string;
}

export interface LauncherStrings extends Pick<PromptStrings, 'feedback'> {
  /** Accessible name of the badge. */
  unread: string;
  /** Accessible name of the button that hides the launcher. */
  hideLauncher: string;
}

export interface ComplaintStrings extends StepStrings, DraftStrings {
  /** The titles of the steps of a complaint. */
  whatStep: string;
  solutionStep: string;
  contactStep: string;
  complaintQuestion: string;
  category: string;
  'waiting-time': string;
  'product-quality': string;
  delivery: string;
  staff: string;
  billing: string;
  'after-sales': string;
  website: string;
  details: string;
  happenedAt: string;
  happenedLater: string;
  severity: string;
  minor: string;
  moderate: string;
  severe: string;
  order: string;
  remedy: string;
  refund: string;
  exchange: string;
  repair: string;
  apology: string;
  callback: string;
  contact: string;
  contactHint: string;
  contactWrong: string;
  contactTime: string;
  morning: string;
  afternoon: string;
  evening: string;
  anyTime: string;
  attachments: string;
  consent: string;
  sendComplaint: string;
  draftKept: string;
  /** A label and a text, such as "Order number: Please fill this in.": `{label}` comes first. */
  labelled: string;
  /** The title of the list of validation errors after an attempt to submit. */
  summary: PluralForms;
  complaintSentTitle: string;
  complaintSentText: string;
  categoryMissing: string;
  detailsMissing: string;
  consentMissing: string;
}

/** Strings of the complaint receipt. */
export interface ComplaintReceiptStrings {
  reference: string;
  copy: string;
  /** The accessible name of that button. It contains the visible text. */
  copyReference: string;
  copied: string;
  /** If the browser does not allow copying. */
  copySelected: string;
  /** The link to the page of the case. */
  followCase: string;
  /** The title of the next steps. */
  nextTitle: string;
  firstAnswer: string;
  proposal: string;
  solved: string;
  /** `{time}` is a date with a time of day, such as "22 Nov, 14:30". */
  dueBy: string;
  /** Before the endpoint has confirmed the complaint: `{time}` is a duration such as "2 hours". */
  dueAfter: string;
}

/** The strings of all elements. A language is one such object. */
export interface Strings
  extends
    CommonStrings,
    ScaleStrings,
    AfterScoreStrings,
    NpsStrings,
    CsatStrings,
    CesStrings,
    TextStrings,
    ChoiceStrings,
    MatrixStrings,
    AttachmentStrings,
    AttachmentFilesStrings,
    ConsentStrings,
    ComplaintStrings,
    ComplaintReceiptStrings,
    SurveyStrings,
    PromptStrings,
    LauncherStrings {}
