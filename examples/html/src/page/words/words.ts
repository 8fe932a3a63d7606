/** The words of `index.html`, by the keys of its `data-say`; the English ones stand there. */
export interface StaticWords {
  demo: string;
  panes: string;
  shop: string;
  team: string;
  language: string;
  dark: string;
  moments: string;
  navProduct: string;
  navOrder: string;
  navDelivery: string;
  navHelp: string;
  productLead: string;
  basket: string;
  placeOrder: string;
  woolTitle: string;
  woolText: string;
  weaveTitle: string;
  weaveText: string;
  careTitle: string;
  careText: string;
  sizeTitle: string;
  sizeText: string;
  pageQuestion: string;
  foundYes: string;
  foundPartly: string;
  foundNo: string;
  leavingQuestion: string;
  leavingPrice: string;
  leavingDelivery: string;
  leavingLooking: string;
  orderTitle: string;
  orderLead: string;
  orderNumber: string;
  arrives: string;
  blanket: string;
  blanketNote: string;
  mug: string;
  mugNote: string;
  candle: string;
  candleNote: string;
  total: string;
  npsQuestion: string;
  npsFollowUp: string;
  cancelOrder: string;
  cancelled: string;
  cancelQuestion: string;
  reasonQuestion: string;
  reasonPrice: string;
  reasonDelivery: string;
  reasonMistake: string;
  reasonElsewhere: string;
  reasonOther: string;
  priceQuestion: string;
  neededQuestion: string;
  neededSameDay: string;
  neededNextDay: string;
  neededWeek: string;
  againQuestion: string;
  againYes: string;
  againPerhaps: string;
  againNo: string;
  /** Recalls the answer `{{reason}}`. */
  changeQuestion: string;
  endingAgain: string;
  endingUsual: string;
  deliveryTitle: string;
  deliveryLead: string;
  stepOrdered: string;
  stepPacked: string;
  stepMoving: string;
  stepDelivered: string;
  parcel: string;
  csatQuestion: string;
  csatFollowUp: string;
  helpTitle: string;
  helpLead: string;
  returnQuestion: string;
  returnAnswer: string;
  damageQuestion: string;
  damageAnswer: string;
  complaintIntro: string;
  device: string;
  network: string;
  why: string;
  forget: string;
  orderingQuestion: string;
  shopQuestion: string;
  shopFollowUp: string;
}

/** The words that the scripts draw. `{name}` stands for a value. */
export interface DrawnWords {
  /** Network switched off. */
  cut: string;
  /** Nothing waits on the device. */
  nothingWaits: string;
  /** `{count}` answers wait on the device. */
  waits: string;
  tryNow: string;
  /** States of a record on the device. */
  stored: string;
  trying: string;
  held: string;
  parked: string;
  unreadable: string;
  delivered: string;
  /** `{count}` attempts so far. */
  attempts: string;
  /** `{when}`: such as "in 4 seconds". */
  nextTry: string;
  noConnection: string;
  /** `{reason}`: a status such as 503. */
  answered: string;
  /** Surveys, by the team's names for them. */
  surveys: Readonly<Record<string, string>>;
  teamTitle: string;
  live: string;
  connecting: string;
  lost: string;
  /** Download of all answers. */
  download: string;
  lockedTitle: string;
  lockedText: string;
  token: string;
  open: string;
  wrongToken: string;
  npsTitle: string;
  csatTitle: string;
  cesTitle: string;
  complaintsTitle: string;
  cancellationsTitle: string;
  /** Number of answers, `{n}`. */
  n: string;
  /** 95 % interval, `{low}` and `{high}`. */
  interval: string;
  /** Fewer than 30 answers. */
  uncertain: string;
  noAnswers: string;
  detractors: string;
  passives: string;
  promoters: string;
  topTwo: string;
  /** Mean of a scale: `{mean}`. */
  mean: string;
  stars: string;
  /** Under the mean of the effort scale. */
  ofSeven: string;
  /** `{share}` of the answers are 5, 6 or 7. */
  easy: string;
  startHere: string;
  latestTitle: string;
  /** The visitor left half-way. */
  partial: string;
  /** Files that came with an answer. */
  files: string;
  emptyTitle: string;
  emptyText: string;
  addSamples: string;
  adding: string;
  categories: Readonly<Record<string, string>>;
}

export type Words = StaticWords & DrawnWords;
