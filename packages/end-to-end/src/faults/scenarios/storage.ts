/** What the device does with what it is given to keep. */
import type { Scenario } from '../scenario.ts';
import { NO_FILES, ONLY_CHROMIUM_LIMITS } from './without.ts';

const DAY = 86_400_000;

export const storageScenarios: readonly Scenario[] = [
  {
    name: 'there is no IndexedDB',
    page: { broken: ['no IndexedDB'] },
    steps: [{ do: 'submit', count: 3, gives: 'memory' }],
  },
  {
    name: 'there is no IndexedDB, and the endpoint fails at first',
    page: { broken: ['no IndexedDB'] },
    rules: [{ status: 500, times: 2 }],
    steps: [{ do: 'submit', count: 3, gives: 'memory' }, { do: 'settle' }],
    end: { attempts: 5 },
  },
  {
    name: 'the page is in a sandbox, without an origin of its own',
    page: { csp: 'sandbox allow-scripts' },
    steps: [{ do: 'submit', count: 3, gives: 'memory' }],
  },
  {
    name: 'opening the database never comes to an end, until the next page',
    page: { broken: ['open hangs'] },
    steps: [
      { do: 'submit', gives: 'memory' },
      { do: 'until', received: 1, waiting: 0 },
      { do: 'open', page: {} },
      { do: 'submit' },
    ],
  },
  {
    name: 'a page of an older release blocks the database, so that opening it never comes to an end',
    steps: [
      { do: 'block the database' },
      { do: 'reload' },
      { do: 'submit', gives: 'memory' },
      { do: 'until', received: 1, waiting: 0 },
      { do: 'unblock the database' },
      { do: 'submit', count: 2 },
    ],
  },
  {
    name: 'the database cannot be opened at first, and what is in memory then goes to the device',
    page: { broken: ['open fails'] },
    rules: [{ status: 500 }],
    steps: [
      { do: 'submit', gives: 'memory' },
      { do: 'break', what: [] },
      { do: 'pass', ms: 60_000 },
      { do: 'until', device: 1 },
      { do: 'close' },
      { do: 'rules', rules: [] },
      { do: 'open', page: {} },
      { do: 'settle' },
    ],
    end: { attempts: 5 },
  },
  {
    name: 'the database is deleted while nothing waits',
    steps: [
      { do: 'submit', count: 3 },
      { do: 'until', received: 3, waiting: 0 },
      { do: 'delete the database' },
      { do: 'submit', count: 3 },
    ],
  },
  {
    name: 'the database is deleted in mid-POST: what waited is gone, and the client goes on',
    rules: [{ hang: true, times: 1 }],
    steps: [
      { do: 'submit', count: 3, group: 'deleted' },
      { do: 'until', requests: 1 },
      { do: 'delete the database' },
      { do: 'submit', count: 3 },
      { do: 'pass', ms: 30_000 },
      { do: 'settle' },
    ],
    end: { gone: ['deleted'], attempts: 4 },
  },
  {
    name: 'the visitor clears the data of the site in mid-POST: what waited is gone, and the client goes on',
    without: ONLY_CHROMIUM_LIMITS,
    rules: [{ hang: true, times: 1 }],
    steps: [
      { do: 'submit', count: 3, group: 'cleared' },
      { do: 'until', requests: 1 },
      { do: 'clear site data' },
      { do: 'submit', count: 3 },
      { do: 'pass', ms: 30_000 },
      { do: 'settle' },
    ],
    end: { gone: ['cleared'], attempts: 4 },
  },
  {
    name: 'the site has used up the space that the browser gives it',
    without: ONLY_CHROMIUM_LIMITS,
    steps: [
      { do: 'quota', bytes: 1 },
      { do: 'submit', count: 3, bytes: 100_000, gives: 'memory' },
    ],
  },
  {
    name: 'the disk is full, and has space again before the endpoint answers',
    page: { broken: ['disk full'] },
    rules: [{ status: 500 }],
    steps: [
      { do: 'submit', gives: 'memory' },
      { do: 'break', what: [] },
      { do: 'pass', ms: 60_000 },
      { do: 'until', device: 1 },
      { do: 'close' },
      { do: 'rules', rules: [] },
      { do: 'open', page: {} },
      { do: 'settle' },
    ],
    end: { attempts: 5 },
  },
  {
    name: 'the device cannot read what it has',
    page: { broken: ['read fails'] },
    steps: [{ do: 'submit', count: 3, gives: 'memory' }],
  },
  {
    name: 'the record cannot be deleted after the acknowledgement',
    steps: [
      { do: 'break', what: ['delete fails'] },
      { do: 'submit', count: 3 },
      { do: 'until', received: 3 },
      { do: 'reload' },
    ],
    end: { attempts: 12 },
  },
  {
    name: 'damaged rows are set aside, and the others get through',
    device: [{ group: 'damaged', rows: [null, 'text', 5, [1, 2], {}, { v: 1 }, { v: 1, body: { a: 1 } }] }],
    steps: [{ do: 'submit', count: 3 }],
    end: { left: { damaged: 'as written' } },
  },
  {
    name: 'rows that an older version of the client has left are sent',
    device: [{ group: 'old', rows: ['a record', 'a record', 'a record'] }],
    steps: [{ do: 'submit' }],
  },
  {
    name: 'rows of a newer version of the client are left alone',
    device: [{ group: 'newer', rows: [{ v: 99, body: '{}', parts: [] }] }],
    steps: [{ do: 'submit', count: 2 }],
    end: { left: { newer: 'as written' } },
  },
  {
    name: 'a record with a file waits on the device for the next page',
    without: NO_FILES,
    page: { request: 'as form' },
    rules: [{ hang: true }],
    steps: [
      { do: 'submit', fileBytes: 300_000 },
      { do: 'until', requests: 1 },
      { do: 'close' },
      { do: 'rules', rules: [] },
      { do: 'open' },
    ],
    end: { attempts: 2 },
  },
  {
    name: 'what waits for longer than the team allows is discarded',
    page: { maxAgeMs: DAY },
    rules: [{ status: 500 }],
    steps: [
      { do: 'submit', count: 2, group: 'expired' },
      { do: 'until', requests: 1 },
      { do: 'pass', ms: DAY + 1 },
      { do: 'until', device: 0 },
      { do: 'rules', rules: [] },
      { do: 'submit' },
    ],
    end: { gone: ['expired'], attempts: 5 },
  },
  {
    name: 'nothing is stored or sent before the visitor consents',
    page: { consent: false },
    steps: [
      { do: 'submit', count: 2, gives: 'memory' },
      { do: 'flush' },
      { do: 'until', device: 0 },
      { do: 'configure', page: { consent: true } },
      { do: 'submit' },
    ],
  },
  {
    name: 'nothing of a visitor who never consents is stored or sent, also when the page is left',
    page: { consent: false },
    steps: [
      { do: 'submit', count: 2, group: 'unwanted', gives: 'memory' },
      { do: 'go', to: 'own site' },
      { do: 'open', page: {} },
      { do: 'submit' },
    ],
    end: { gone: ['unwanted'] },
  },
  {
    name: 'so many wait that the next is refused, and none of them is dropped',
    page: { maxItems: 3 },
    rules: [{ status: 500 }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'submit', group: 'refused', gives: 'HEED_FULL' },
      { do: 'rules', rules: [] },
      { do: 'settle' },
    ],
    end: { attempts: 10 },
  },
];
