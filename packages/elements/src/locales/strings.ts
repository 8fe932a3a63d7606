/**
 * One word or sentence. Where it changes with a number, a form for each plural of the language that is needed, as
 * `Intl.PluralRules` names them; the number is `{limit}` in the sentence.
 */
export type Translation = string | PluralForms;
export type PluralForms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** Words that every element uses. */
export interface CommonStrings {
  /** Button that sends the answer. */
  send: string;
  /** The same button while the answer is on its way. */
  sending: string;
  /** After the label of a field that may be left empty. */
  optional: string;
  /** Beside a required question that was left empty. */
  required: string;
  /** Beside a value that is not on the scale. */
  invalid: string;
  sentTitle: string;
  sentText: string;
  storedTitle: string;
  /** While the browser has no network. */
  storedText: string;
  /** While it has one. */
  storedOnlineText: string;
  /** Neither sent nor kept on the device: the page must stay open. */
  memoryTitle: string;
  /** While the browser has no network. */
  memoryText: string;
  /** While it has one. */
  memoryOnlineText: string;
  refusedTitle: string;
  refusedText: string;
}

/** Words of the scales: `{value}` and `{max}` are numbers, `{label}` is the label of an end. */
export interface ScaleStrings {
  /** One step for a screen reader. */
  step: string;
  /** The lowest or highest step for a screen reader. */
  stepEnd: string;
}

/** What a tag may ask and offer after a score. */
export interface AfterScoreStrings {
  /** After a low score: the permission to contact the visitor. */
  callBack: string;
  /** Label of the field for the address, which the complaint has, too. */
  contact: string;
  /** Beside that field when it is empty. */
  contactMissing: string;
  /** The link that is offered after a high score. */
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
  /** One step of stars for a screen reader: `{value}` and `{max}` are numbers. */
  starStep: string;
  /** The same with `{label}`, the label of an end. */
  starStepEnd: string;
}

/** Both ends of a scale on which a statement is judged. */
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
  /** Under the question where several may be chosen. */
  chooseAll: string;
  /** The same with a limit. */
  chooseUpTo: PluralForms;
  /** Beside an answer with fewer options than asked for. */
  choiceTooFew: PluralForms;
  /** Beside an answer with more options than allowed. */
  choiceTooMany: PluralForms;
  /** The option that stands for none of the others. */
  other: string;
  /** Label of its field. */
  otherText: string;
  /** Beside that field when it is empty. */
  otherMissing: string;
  /** The button that takes back the choice of one, where none is needed. */
  clearChoice: string;
}

export interface MatrixStrings extends AgreementStrings {
  matrixQuestion: string;
  /** Beside statements that were left out. */
  matrixMissing: string;
  /** One statement at a time: which one is shown. `{value}` and `{max}` are numbers. */
  statement: string;
}

/** Leading through several steps. */
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
  /** After both buttons, where there is a mouse. */
  orDrop: string;
  /** Over the element while a file is dragged over it. */
  dropHere: string;
  /** How many files. */
  atMostFiles: PluralForms;
  /** How large one may be: `{size}` is a number with its unit. */
  atMostSize: string;
  /** While a file is looked at, and a photo made smaller: `{name}` is its name. */
  preparing: string;
  fileUnreadable: string;
  attachmentMissing: string;
}

/** Words about files that are there, or were refused: `{name}` is the name of one. */
export interface AttachmentFilesStrings {
  /** Announced once a file is there. */
  fileAdded: string;
  /** Announced once it is gone. */
  fileRemoved: string;
  /** The button that removes it, for a screen reader. */
  removeFile: string;
  tooManyFiles: PluralForms;
  /** `{size}` is a number with its unit. */
  fileTooLarge: string;
  /** All files together: `{size}` is a number with its unit. */
  filesTooLarge: string;
  fileEmpty: string;
  /** `{types}` is a list such as "PNG, PDF". */
  fileWrongType: string;
  /** The name says one type, the content is another. */
  fileNotWhatItSays: string;
}

export interface ConsentStrings {
  consentStatement: string;
  /** The link to what is agreed to. */
  consentLink: string;
  /** After that link, for a screen reader. */
  newTab: string;
  /** Beside a permission that is needed and was not given. */
  consentNeeded: string;
}

/** What is kept on the device while somebody answers. */
export interface DraftStrings {
  /** What was entered before is there again. */
  draftRestored: string;
  /** After that, where files had been added, which are not kept. */
  filesNotKept: string;
  /** The button that deletes what was kept. */
  startOver: string;
  /** In place of that, once it was deleted. */
  entriesDeleted: string;
  /** The button that brings it back. */
  undo: string;
}

export interface SurveyStrings extends StepStrings, DraftStrings {
  /** Names the whole for a screen reader, where the team gives it no heading. */
  survey: string;
  /** The button on the welcome screen that leads to the first question. */
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
  /** Titles of the steps, where it is asked in steps. */
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
  /** A label and what belongs to it, such as "Order number: Please fill this in.": `{label}` comes first. */
  labelled: string;
  /** Title of the list of what is missing or wrong, after an attempt to send; each entry is a link to its field. */
  summary: PluralForms;
  complaintSentTitle: string;
  complaintSentText: string;
  categoryMissing: string;
  detailsMissing: string;
  consentMissing: string;
}

/** Once a complaint is sent or stored. */
export interface ComplaintReceiptStrings {
  reference: string;
  copy: string;
  /** The name of that button for a screen reader; contains its words. */
  copyReference: string;
  copied: string;
  /** Where the browser does not allow that. */
  copySelected: string;
  /** The link to the page of the case. */
  followCase: string;
  /** Title of the list of what follows. */
  nextTitle: string;
  firstAnswer: string;
  proposal: string;
  solved: string;
  /** `{time}` is a date with a time of day, such as "22 Nov, 14:30". */
  dueBy: string;
  /** The same before the endpoint has it: `{time}` is a time such as "2 hours". */
  dueAfter: string;
}

/** All words of all elements, flat: a language is one such object. */
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
