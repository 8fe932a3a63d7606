/** What browsers, tabs and pages do, or have done to them. */
import type { Scenario, Step } from '../scenario.ts';
import { NO_FREEZE, NO_PROFILE, ONLY_CHROMIUM_CRASHES } from './without.ts';

const MINUTE = 60_000;
/** The client has looked at what waits from earlier visits, and is idle. */
const LOADED: Step = { do: 'flush' };

export const processScenarios: readonly Scenario[] = [
  {
    name: 'the browser is killed right after the records were accepted, while the endpoint hangs',
    without: NO_PROFILE,
    rules: [{ hang: true }],
    steps: [{ do: 'submit', count: 8 }, { do: 'kill' }, { do: 'rules', rules: [] }, { do: 'open' }],
    end: { attempts: 9 },
  },
  {
    name: 'the browser is killed right after the records were accepted, while the endpoint resets each connection',
    without: NO_PROFILE,
    rules: [{ reset: 'after' }],
    steps: [
      { do: 'submit', count: 8 },
      { do: 'kill' },
      { do: 'rules', rules: [] },
      { do: 'open' },
      { do: 'settle' },
    ],
    end: { attempts: 16 },
  },
  {
    name: 'the browser is killed in mid-POST three times, at moments that chance decides',
    without: NO_PROFILE,
    rules: [{ delayMs: 25 }],
    steps: [
      { do: 'submit', count: 6 },
      { do: 'until', requests: 2 },
      { do: 'kill' },
      { do: 'open' },
      { do: 'submit', count: 6 },
      { do: 'until', received: 5 },
      { do: 'kill' },
      { do: 'open' },
      { do: 'submit', count: 6 },
      { do: 'until', received: 12 },
      { do: 'kill' },
      { do: 'rules', rules: [] },
      { do: 'open' },
    ],
    end: { attempts: 24 },
  },
  {
    name: 'the browser is killed while records are still being accepted',
    without: NO_PROFILE,
    steps: [
      { do: 'submit', count: 60, isLoose: true },
      { do: 'until', received: 3 },
      { do: 'kill' },
      { do: 'open' },
    ],
    end: { received: 'promised', attempts: 62 },
  },
  {
    name: 'the browser is quit before the reply',
    without: NO_PROFILE,
    rules: [{ hang: true }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'until', requests: 1 },
      { do: 'quit' },
      { do: 'rules', rules: [] },
      { do: 'open' },
    ],
    end: { attempts: 4 },
  },
  {
    name: 'the process of the tab crashes in mid-POST',
    without: ONLY_CHROMIUM_CRASHES,
    rules: [{ hang: true }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'until', requests: 1 },
      { do: 'crash' },
      { do: 'rules', rules: [] },
      { do: 'open' },
    ],
    end: { attempts: 4 },
  },
  {
    name: 'the tab is closed before the reply',
    rules: [{ hang: true }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'until', requests: 1 },
      { do: 'close' },
      { do: 'rules', rules: [] },
      { do: 'open' },
    ],
    end: { attempts: 4 },
  },
  {
    name: 'the tab that sends is closed, and one that waits takes over',
    rules: [{ hang: true }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'until', requests: 1 },
      { do: 'open', tab: 'b' },
      { do: 'rules', rules: [] },
      { do: 'close' },
    ],
    end: { attempts: 4 },
  },
  {
    name: 'the page is reloaded ten times in mid-POST',
    rules: [{ hang: true }],
    steps: [
      { do: 'submit', count: 5 },
      { do: 'repeat', times: 10, steps: [{ do: 'reload' }] },
      { do: 'rules', rules: [] },
      // Requests that outlive their page would occupy all of the connections that a browser makes to one host.
      { do: 'listen', how: 'answer' },
      { do: 'reload' },
    ],
    end: { attempts: 17 },
  },
  {
    name: 'the page is left for another one of the site in the task of the submit',
    steps: [LOADED, { do: 'leave', to: 'own site', during: 'submit', count: 3 }, { do: 'open' }],
    end: { attempts: 6 },
  },
  {
    name: 'the page is left for another site in the task of the submit',
    steps: [LOADED, { do: 'leave', to: 'other site', during: 'submit', count: 3 }, { do: 'open' }],
    end: { attempts: 6 },
  },
  {
    name: 'the page is left in the task of the submit, and the endpoint is of its own origin',
    page: { endpoint: 'own origin' },
    steps: [LOADED, { do: 'leave', to: 'own site', during: 'submit', count: 3 }, { do: 'open' }],
    end: { attempts: 6 },
  },
  {
    name: 'a record is submitted inside pagehide, on the way to another page of the site',
    steps: [LOADED, { do: 'leave', to: 'own site', during: 'pagehide' }, { do: 'open' }],
    end: { attempts: 2 },
  },
  {
    name: 'a record is submitted inside pagehide, on the way to another site',
    steps: [LOADED, { do: 'leave', to: 'other site', during: 'pagehide' }, { do: 'open' }],
    end: { attempts: 2 },
  },
  {
    name: 'the tab is frozen while it holds the lock; another takes it after a minute; the first thaws',
    without: NO_FREEZE,
    rules: [{ hang: true }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'until', requests: 1 },
      { do: 'freeze' },
      { do: 'rules', rules: [] },
      { do: 'open', tab: 'b' },
      { do: 'pass', ms: MINUTE },
      { do: 'until', received: 3 },
      { do: 'thaw' },
    ],
    end: { attempts: 4 },
  },
  {
    name: 'a page with an idle client comes back out of the back/forward cache, and its client goes on',
    steps: [
      { do: 'submit' },
      { do: 'until', received: 1, device: 0 },
      { do: 'go', to: 'own site' },
      { do: 'back' },
      { do: 'until', page: { wasCached: true } },
      { do: 'submit' },
    ],
  },
  {
    name: 'the page is left in mid-POST and gone back to',
    rules: [{ hang: true }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'until', requests: 1 },
      { do: 'go', to: 'own site' },
      { do: 'rules', rules: [] },
      { do: 'back' },
      { do: 'until', page: { path: '/' } },
      { do: 'settle' },
    ],
    end: { attempts: 5 },
  },
  {
    name: 'everything is purged in mid-POST, and nothing of it is sent afterwards',
    rules: [{ hang: true }],
    steps: [
      { do: 'submit', count: 5, group: 'purged' },
      { do: 'until', requests: 1 },
      { do: 'purge' },
      { do: 'rules', rules: [] },
      { do: 'submit', count: 2 },
      { do: 'settle' },
    ],
    end: { gone: ['purged'], attempts: 3 },
  },
  {
    name: 'a record is discarded while another is being sent',
    rules: [{ hang: true }],
    steps: [
      { do: 'submit' },
      { do: 'until', requests: 1 },
      { do: 'submit', group: 'discarded' },
      { do: 'discard', group: 'discarded' },
      { do: 'rules', rules: [] },
      { do: 'pass', ms: MINUTE / 2 },
      { do: 'settle' },
    ],
    end: { gone: ['discarded'], attempts: 3 },
  },
];
