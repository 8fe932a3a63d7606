/** The compared pages. One entry is one row of the tables. */
import { QUESTION } from './question.ts';
import { posthogVendor } from './site/posthog.ts';

export interface Subject {
  /** The name of its script, `pages/<id>.ts`. */
  id: string;
  /** The name in the tables. */
  name: string;
  /** Its npm packages. */
  packages: string[];
  /** The contents of its page, and whether it sends answers. */
  shows: string;
  /** Markup in the page before the script is loaded. Without it, the script fills the containers. */
  markup?(index: number): string;
  /** A selector for its steps, through shadow roots. */
  step: string;
  /** A selector that matches once a step is selected, through shadow roots. */
  selected: string;
  /** Replaces the server of its vendor. */
  vendor?: Vendor;
}

/** The files and replies that a script requests from its vendor. */
export interface Vendor {
  /** Files of its packages that are not bundled, by URL path. */
  scripts: Record<string, string>;
  /** Replies to requests for settings, by path. */
  replies(count: number): Record<string, unknown>;
}

export const bareLit: Subject = {
  id: 'lit',
  name: 'Bare Lit element',
  packages: ['lit'],
  shows: 'a question with 11 radio buttons; sends nothing',
  markup: () => `<bare-scale question="${QUESTION}"></bare-scale>`,
  step: 'label',
  selected: 'input:checked',
};

const heedNps = {
  markup: (index: number) =>
    `<heed-nps survey="benchmark-${index}" endpoint="/feedback" question="${QUESTION}"></heed-nps>`,
  step: '[part~=option]',
  selected: 'input:checked',
};

export const heed: Subject = {
  id: 'heed',
  name: 'Heed',
  packages: ['heed'],
  shows: '`heed-nps`, loaded when the page contains it; sends and queues',
  ...heedNps,
};

const heedByName: Subject = {
  id: 'heed-by-name',
  name: 'Heed, imported by name',
  packages: ['@heed/elements', '@heed/client'],
  shows: 'the same, in one file',
  ...heedNps,
};

const heedAlone: Subject = {
  id: 'heed-alone',
  name: 'Heed, element alone',
  packages: ['@heed/elements'],
  shows: '`heed-nps`; sends nothing',
  ...heedNps,
};

const peers: readonly Subject[] = [
  {
    id: 'shoelace',
    name: 'Shoelace',
    packages: ['@shoelace-style/shoelace'],
    shows: '`sl-rating` with five stars; sends nothing',
    markup: () => `<sl-rating label="${QUESTION}"></sl-rating>`,
    step: '.rating__symbol',
    selected: '[role=slider]:not([aria-valuenow="0"])',
  },
  {
    id: 'web-awesome',
    name: 'Web Awesome',
    packages: ['@awesome.me/webawesome'],
    shows: '`wa-rating` with five stars; sends nothing',
    markup: () => `<wa-rating label="${QUESTION}"></wa-rating>`,
    step: '.symbol',
    selected: '[role=slider]:not([aria-valuenow="0"])',
  },
  {
    id: 'pushfeedback',
    name: 'PushFeedback',
    packages: ['pushfeedback'],
    shows: 'its embedded form with five stars, a message and an e-mail address; sends',
    markup: () => `<feedback-modal embedded fetch-data="false" rating-mode="stars"></feedback-modal>`,
    step: '.feedback-modal-rating-button',
    selected: '.feedback-modal-rating-button--selected',
  },
  {
    id: 'formbricks',
    name: 'Formbricks',
    packages: ['@formbricks/surveys'],
    shows: 'an NPS question inline; its host page sends',
    step: 'label',
    selected: 'input:checked',
  },
  {
    id: 'surveyjs',
    name: 'SurveyJS',
    packages: ['survey-core', 'survey-js-ui'],
    shows: 'an NPS question; its host page sends',
    step: '.sd-rating__item',
    selected: 'input:checked',
  },
  {
    id: 'posthog',
    name: 'PostHog',
    packages: ['posthog-js'],
    shows: 'an NPS survey inline; sends',
    step: '.ratings-number',
    selected: '.rating-active',
    vendor: posthogVendor,
  },
];

export const subjects: readonly Subject[] = [bareLit, heed, heedByName, heedAlone, ...peers];
