/** What is compared. One entry is one row of the tables. */
import { QUESTION } from './question.ts';
import { posthogVendor } from './site/posthog.ts';

export interface Subject {
  /** Names its page's script, `pages/<id>.ts`. */
  id: string;
  /** As the tables call it. */
  name: string;
  /** The npm packages that it consists of. */
  packages: string[];
  /** What its page shows, and does beyond that. */
  shows: string;
  /** Stands in the page before the script comes; the scripts of the others fill the holder. */
  markup?(index: number): string;
  /** Finds its steps, through shadow roots. */
  step: string;
  /** Finds what is there once a step has been taken, through shadow roots. */
  taken: string;
  /** Stands in for its vendor's server. */
  vendor?: Vendor;
}

/** What the scripts of a subject ask of their vendor. */
export interface Vendor {
  /** Scripts that are not bundled, by path: files of its packages. */
  scripts: Record<string, string>;
  /** What is replied to requests for settings, by path. */
  replies(count: number): Record<string, unknown>;
}

export const bareLit: Subject = {
  id: 'lit',
  name: 'Bare Lit element',
  packages: ['lit'],
  shows: 'a question with 11 radio buttons; sends nothing',
  markup: () => `<bare-scale question="${QUESTION}"></bare-scale>`,
  step: 'label',
  taken: 'input:checked',
};

const heedNps = {
  markup: (index: number) =>
    `<heed-nps survey="benchmark-${index}" endpoint="/feedback" question="${QUESTION}"></heed-nps>`,
  step: '[part~=option]',
  taken: 'input:checked',
};

export const heed: Subject = {
  id: 'heed',
  name: 'Heed',
  packages: ['heed'],
  shows: '`heed-nps`, loaded when the page contains it; sends, and queues what cannot be sent',
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
    taken: '[role=slider]:not([aria-valuenow="0"])',
  },
  {
    id: 'web-awesome',
    name: 'Web Awesome',
    packages: ['@awesome.me/webawesome'],
    shows: '`wa-rating` with five stars; sends nothing',
    markup: () => `<wa-rating label="${QUESTION}"></wa-rating>`,
    step: '.symbol',
    taken: '[role=slider]:not([aria-valuenow="0"])',
  },
  {
    id: 'pushfeedback',
    name: 'PushFeedback',
    packages: ['pushfeedback'],
    shows: 'its form, embedded, with five stars, a message and an address; sends',
    markup: () => `<feedback-modal embedded fetch-data="false" rating-mode="stars"></feedback-modal>`,
    step: '.feedback-modal-rating-button',
    taken: '.feedback-modal-rating-button--selected',
  },
  {
    id: 'formbricks',
    name: 'Formbricks',
    packages: ['@formbricks/surveys'],
    shows: 'an NPS question inline; its host page sends',
    step: 'label',
    taken: 'input:checked',
  },
  {
    id: 'surveyjs',
    name: 'SurveyJS',
    packages: ['survey-core', 'survey-js-ui'],
    shows: 'an NPS question; its host page sends',
    step: '.sd-rating__item',
    taken: 'input:checked',
  },
  {
    id: 'posthog',
    name: 'PostHog',
    packages: ['posthog-js'],
    shows: 'an NPS survey inline; sends',
    step: '.ratings-number',
    taken: '.rating-active',
    vendor: posthogVendor,
  },
];

export const subjects: readonly Subject[] = [bareLit, heed, heedByName, heedAlone, ...peers];
