/** Words that every element uses. */
export interface CommonWords {
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
  storedText: string;
  /** Neither sent nor kept on the device: the page must stay open. */
  memoryTitle: string;
  memoryText: string;
  refusedTitle: string;
  refusedText: string;
}

/** Words of the scales: `{value}` and `{max}` are numbers, `{label}` is the label of an end. */
export interface ScaleWords {
  /** One step for a screen reader. */
  step: string;
  /** The lowest or highest step for a screen reader. */
  stepEnd: string;
  /** After a low score: the permission to contact the visitor. */
  callBack: string;
  /** Label of the field for the address, which the complaint has, too. */
  contact: string;
  /** Beside that field when it is empty. */
  contactMissing: string;
  /** The link that is offered after a high score. */
  share: string;
}

export interface NpsWords {
  npsQuestion: string;
  npsLow: string;
  npsHigh: string;
}

export interface CsatWords {
  csatQuestion: string;
  csatLow: string;
  csatHigh: string;
  thumbDown: string;
  thumbUp: string;
}

export interface CesWords {
  cesQuestion: string;
  cesLow: string;
  cesHigh: string;
}

export interface TextWords {
  textQuestion: string;
  emailQuestion: string;
  phoneQuestion: string;
  textMissing: string;
  emailWrong: string;
  phoneWrong: string;
  /** `{limit}` is a number. */
  textTooShort: string;
  /** `{limit}` is a number. */
  textTooLong: string;
  /** The counter: `{value}` and `{limit}` are numbers. */
  characters: string;
}

export interface ComplaintWords {
  complaintQuestion: string;
  category: string;
  'waiting-time': string;
  'product-quality': string;
  delivery: string;
  staff: string;
  billing: string;
  'after-sales': string;
  website: string;
  other: string;
  details: string;
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
  consent: string;
  sendComplaint: string;
  draftKept: string;
  reference: string;
  copy: string;
  copied: string;
  complaintSentTitle: string;
  complaintSentText: string;
  categoryMissing: string;
  detailsMissing: string;
  consentMissing: string;
}

/** All words of all elements, flat: a language is one such object. */
export interface Words
  extends CommonWords, ScaleWords, NpsWords, CsatWords, CesWords, TextWords, ComplaintWords {}
