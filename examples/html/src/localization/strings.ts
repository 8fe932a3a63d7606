/** The strings of `index.html`, by the keys of its `data-i18n` attributes. The page contains the English strings. */
export interface PageStrings {
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
  reasonAccident: string;
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
  /** Contains the answer `{{reason}}`. */
  changeQuestion: string;
  endingAgain: string;
  endingDefault: string;
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

/** The strings that scripts render. `{name}` is a placeholder. */
export interface ScriptStrings {
  /** The network is switched off. */
  cut: string;
  /** The queue is empty. */
  nothingWaits: string;
  /** `{count}` answers are in the queue. */
  waits: string;
  tryNow: string;
  /** States of a queue entry. */
  stored: string;
  trying: string;
  held: string;
  parked: string;
  unreadable: string;
  delivered: string;
  /** `{count}` attempts so far. */
  attempts: string;
  /** `{when}`, for example "in 4 seconds". */
  nextTry: string;
  noConnection: string;
  /** `{reason}`, an HTTP status, for example 503. */
  answered: string;
  /** Titles of the surveys, by survey name. */
  surveys: Readonly<Record<string, string>>;
  dashboardTitle: string;
  live: string;
  connecting: string;
  lost: string;
  /** Label of the buttons that download all answers. */
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
  /** The mean of a scale, `{mean}`. */
  mean: string;
  stars: string;
  /** Label of the mean on the effort scale. */
  ofSeven: string;
  /** `{share}` of the answers are 5, 6 or 7. */
  easy: string;
  startHere: string;
  latestTitle: string;
  /** A partial response. */
  partial: string;
  /** Label of the files attached to an answer. */
  files: string;
  emptyTitle: string;
  emptyText: string;
  addSamples: string;
  adding: string;
  categories: Readonly<Record<string, string>>;
}

export type Strings = PageStrings & ScriptStrings;
