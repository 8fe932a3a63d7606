/** What is measured, and how much it may be. One line is one figure. */

/** One figure: what a page loads, minified and compressed, with all dependencies. */
export interface Figure {
  /** How the tables name it. */
  name: string;
  /** Folder in `packages` that it belongs to. */
  owner: string;
  /**
   * What is loaded first: a package's main module or one of its files, bundled as a team would do it; or a file that a
   * browser loads as it is. What that imports counts as well.
   */
  load: { module: string } | { file: string } | { built: string };
  /** Elements whose modules are loaded as well, by folder name, for example `nps`. */
  elements?: readonly string[];
  /** Parts that these elements load later, as modules of `packages/elements/src`. */
  later?: readonly string[];
  /** Elements that the page has loaded before: only what is loaded beyond them counts. */
  beyond?: readonly string[];
  /** The maximum number of bytes. `undefined` if the figure is only reported. */
  budgetBytes?: number;
  /**
   * The limit of a figure that is still over its budget, for the reasons in `docs/design.md`. The figure can only
   * shrink. Remove the limit once the budget is met.
   */
  heldBytes?: number;
}

/** What a page pastes that loads only the elements that it contains. */
const PAGE = { built: 'heed/dist/cdn/heed.lazy.min.js' };
/** The one with every element. */
const ALL = { built: 'heed/dist/cdn/heed.min.js' };

/** What every survey, and every prompt that opens automatically, loads once it is in the page. */
const SURVEY = ['components/survey/survey-session'];
const PROMPT = ['components/prompt/rules/scheduler', 'components/prompt/prompt-view'];

export const figures: readonly Figure[] = [
  { name: '`@heed/core`', owner: 'core', load: { module: 'core' } },
  {
    name: '`@heed/client` with its storage',
    owner: 'client',
    load: { module: 'client' },
    budgetBytes: 2_500,
    heldBytes: 4_500,
  },
  {
    name: '`@heed/client/requests`, both makers, alone',
    owner: 'client',
    load: { file: 'client/dist/requests/index.js' },
  },
  {
    name: '`@heed/client/service-worker` in the worker, with the client',
    owner: 'client',
    load: { file: 'client/dist/service-worker/deliver.js' },
  },
  {
    name: '`@heed/client/service-worker` in the page, in addition',
    owner: 'client',
    load: { file: 'client/dist/service-worker/request.js' },
    budgetBytes: 300,
  },
  {
    name: 'a page with one NPS question, sending and queueing',
    owner: 'heed',
    load: PAGE,
    elements: ['nps'],
    budgetBytes: 13_000,
    heldBytes: 19_800,
  },
  {
    name: '`heed-csat` in that page, in addition',
    owner: 'elements',
    load: PAGE,
    elements: ['csat'],
    beyond: ['nps'],
    budgetBytes: 2_000,
    heldBytes: 2_120,
  },
  {
    name: '`heed-text` in that page, in addition',
    owner: 'elements',
    load: PAGE,
    elements: ['text'],
    beyond: ['nps'],
    budgetBytes: 2_000,
    heldBytes: 2_900,
  },
  {
    name: '`heed-ces` in that page, in addition',
    owner: 'elements',
    load: PAGE,
    elements: ['ces'],
    beyond: ['nps'],
    budgetBytes: 2_000,
  },
  {
    name: '`heed-choice` in that page, in addition',
    owner: 'elements',
    load: PAGE,
    elements: ['choice'],
    beyond: ['nps'],
    budgetBytes: 2_000,
    heldBytes: 5_560,
  },
  {
    name: '`heed-attachment` in that page, in addition',
    owner: 'elements',
    load: PAGE,
    elements: ['attachment'],
    beyond: ['nps'],
    budgetBytes: 2_000,
    heldBytes: 3_440,
  },
  {
    name: '`heed-consent` in that page, in addition',
    owner: 'elements',
    load: PAGE,
    elements: ['consent'],
    beyond: ['nps'],
    budgetBytes: 2_000,
  },
  {
    name: '`heed-matrix` in that page, in addition',
    owner: 'elements',
    load: PAGE,
    elements: ['matrix'],
    beyond: ['nps'],
    budgetBytes: 2_000,
    heldBytes: 4_780,
  },
  {
    name: '`heed-complaint` in that page, in addition',
    owner: 'elements',
    load: PAGE,
    elements: ['complaint'],
    beyond: ['nps'],
  },
  {
    name: '`heed-complaint` with what it loads then',
    owner: 'elements',
    load: PAGE,
    elements: ['complaint'],
    later: ['components/complaint/receipt'],
    beyond: ['nps'],
  },
  {
    name: '`heed-survey` in that page, in addition',
    owner: 'elements',
    load: PAGE,
    elements: ['survey'],
    beyond: ['nps'],
    budgetBytes: 4_000,
    heldBytes: 4_060,
  },
  {
    name: '`heed-survey` with what it loads then',
    owner: 'elements',
    load: PAGE,
    elements: ['survey'],
    later: SURVEY,
    beyond: ['nps'],
  },
  {
    name: '`heed-survey` with branches as well',
    owner: 'elements',
    load: PAGE,
    elements: ['survey'],
    later: [...SURVEY, 'components/survey/branching'],
    beyond: ['nps'],
  },
  {
    name: '`heed-prompt` in that page, in addition',
    owner: 'elements',
    load: PAGE,
    elements: ['prompt'],
    beyond: ['nps'],
    budgetBytes: 4_000,
  },
  {
    name: '`heed-prompt` with its rules and what shows it',
    owner: 'elements',
    load: PAGE,
    elements: ['prompt'],
    later: PROMPT,
    beyond: ['nps'],
  },
  {
    name: '`heed-prompt` beside an anchor as well',
    owner: 'elements',
    load: PAGE,
    elements: ['prompt'],
    later: [...PROMPT, 'components/prompt/anchor-position'],
    beyond: ['nps'],
  },
  {
    name: '`heed-launcher` in that page, in addition',
    owner: 'elements',
    load: PAGE,
    elements: ['launcher'],
    beyond: ['nps'],
  },
  {
    name: '`heed-launcher` with what it loads then',
    owner: 'elements',
    load: PAGE,
    elements: ['launcher'],
    later: ['components/launcher/launcher-view'],
    beyond: ['nps'],
  },
  {
    name: 'every element in one file',
    owner: 'heed',
    load: ALL,
    budgetBytes: 40_000,
    heldBytes: 43_750,
  },
  {
    name: 'every element in one file, with all that is loaded later',
    owner: 'heed',
    load: ALL,
    later: [
      ...SURVEY,
      ...PROMPT,
      'components/attachment/files/attached-files',
      'components/complaint/receipt',
      'shared/after-score/after-score',
      'components/launcher/launcher-view',
      'components/prompt/anchor-position',
      'components/prompt/rules/explain-panel',
      'components/survey/branching',
      'components/survey/definition-source',
    ],
  },
];
