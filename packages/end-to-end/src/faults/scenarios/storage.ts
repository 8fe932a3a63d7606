/** Storage that is missing, blocked, full, damaged or deleted. */
import type { Scenario } from '../scenario.ts';
import { NO_FILES, ONLY_CHROMIUM_LIMITS } from './unsupported.ts';

const DAY_MS = 86_400_000;

export const storageScenarios: readonly Scenario[] = [
  {
    name: 'IndexedDB is missing',
    page: { faults: ['no IndexedDB'] },
    steps: [{ do: 'submit', count: 3, result: 'memory' }],
  },
  {
    name: 'IndexedDB is missing, and the endpoint fails at first',
    page: { faults: ['no IndexedDB'] },
    rules: [{ status: 500, times: 2 }],
    steps: [{ do: 'submit', count: 3, result: 'memory' }, { do: 'settle' }],
    expected: { maxAttempts: 5 },
  },
  {
    name: 'the page is sandboxed and has an opaque origin',
    page: { csp: 'sandbox allow-scripts' },
    steps: [{ do: 'submit', count: 3, result: 'memory' }],
  },
  {
    name: 'opening the database never completes, until the next page',
    page: { faults: ['open hangs'] },
    steps: [
      { do: 'submit', result: 'memory' },
      { do: 'wait', received: 1, waiting: 0 },
      { do: 'open', page: {} },
      { do: 'submit' },
    ],
  },
  {
    name: 'a page of an older release blocks the database, so opening it never completes',
    steps: [
      { do: 'block database' },
      { do: 'reload' },
      { do: 'submit', result: 'memory' },
      { do: 'wait', received: 1, waiting: 0 },
      { do: 'unblock database' },
      { do: 'submit', count: 2 },
    ],
  },
  {
    name: 'the database cannot be opened at first, and records in memory are stored later',
    page: { faults: ['open fails'] },
    rules: [{ status: 500 }],
    steps: [
      { do: 'submit', result: 'memory' },
      { do: 'set faults', faults: [] },
      { do: 'advance', ms: 60_000 },
      { do: 'wait', stored: 1 },
      { do: 'close' },
      { do: 'rules', rules: [] },
      { do: 'open', page: {} },
      { do: 'settle' },
    ],
    expected: { maxAttempts: 5 },
  },
  {
    name: 'the database is deleted while no records are pending',
    steps: [
      { do: 'submit', count: 3 },
      { do: 'wait', received: 3, waiting: 0 },
      { do: 'delete database' },
      { do: 'submit', count: 3 },
    ],
  },
  {
    name: 'the database is deleted during a POST: pending records are lost, and the client continues',
    rules: [{ hang: true, times: 1 }],
    steps: [
      { do: 'submit', count: 3, group: 'deleted' },
      { do: 'wait', requests: 1 },
      { do: 'delete database' },
      { do: 'submit', count: 3 },
      { do: 'advance', ms: 30_000 },
      { do: 'settle' },
    ],
    expected: { removed: ['deleted'], maxAttempts: 4 },
  },
  {
    name: "the user clears the site's data during a POST: pending records are lost, and the client continues",
    unsupported: ONLY_CHROMIUM_LIMITS,
    rules: [{ hang: true, times: 1 }],
    steps: [
      { do: 'submit', count: 3, group: 'cleared' },
      { do: 'wait', requests: 1 },
      { do: 'clear site data' },
      { do: 'submit', count: 3 },
      { do: 'advance', ms: 30_000 },
      { do: 'settle' },
    ],
    expected: { removed: ['cleared'], maxAttempts: 4 },
  },
  {
    name: "the site's storage quota is exhausted",
    unsupported: ONLY_CHROMIUM_LIMITS,
    steps: [
      { do: 'set quota', bytes: 1 },
      { do: 'submit', count: 3, bytes: 100_000, result: 'memory' },
    ],
  },
  {
    name: 'the disk is full, and has free space again before the endpoint recovers',
    page: { faults: ['disk full'] },
    rules: [{ status: 500 }],
    steps: [
      { do: 'submit', result: 'memory' },
      { do: 'set faults', faults: [] },
      { do: 'advance', ms: 60_000 },
      { do: 'wait', stored: 1 },
      { do: 'close' },
      { do: 'rules', rules: [] },
      { do: 'open', page: {} },
      { do: 'settle' },
    ],
    expected: { maxAttempts: 5 },
  },
  {
    name: 'reading from the database fails',
    page: { faults: ['read fails'] },
    steps: [{ do: 'submit', count: 3, result: 'memory' }],
  },
  {
    name: 'deleting records fails after the confirmation',
    steps: [
      { do: 'set faults', faults: ['delete fails'] },
      { do: 'submit', count: 3 },
      { do: 'wait', received: 3 },
      { do: 'reload' },
    ],
    expected: { maxAttempts: 12 },
  },
  {
    name: 'damaged entries are left in place, and the others are delivered',
    initialEntries: [
      { group: 'damaged', entries: [null, 'text', 5, [1, 2], {}, { v: 1 }, { v: 1, body: { a: 1 } }] },
    ],
    steps: [{ do: 'submit', count: 3 }],
    expected: { remaining: { damaged: 'unchanged' } },
  },
  {
    name: 'entries of an older client version are sent',
    initialEntries: [{ group: 'old', entries: ['record', 'record', 'record'] }],
    steps: [{ do: 'submit' }],
  },
  {
    name: 'entries of a newer client version are left in place',
    initialEntries: [{ group: 'newer', entries: [{ v: 99, body: '{}', parts: [] }] }],
    steps: [{ do: 'submit', count: 2 }],
    expected: { remaining: { newer: 'unchanged' } },
  },
  {
    name: 'a record with a file stays on the device until the next page',
    unsupported: NO_FILES,
    page: { request: 'as form' },
    rules: [{ hang: true }],
    steps: [
      { do: 'submit', fileBytes: 300_000 },
      { do: 'wait', requests: 1 },
      { do: 'close' },
      { do: 'rules', rules: [] },
      { do: 'open' },
    ],
    expected: { maxAttempts: 2 },
  },
  {
    name: 'records older than `maxAgeMs` are discarded',
    page: { maxAgeMs: DAY_MS },
    rules: [{ status: 500 }],
    steps: [
      { do: 'submit', count: 2, group: 'expired' },
      { do: 'wait', requests: 1 },
      { do: 'advance', ms: DAY_MS + 1 },
      { do: 'wait', stored: 0 },
      { do: 'rules', rules: [] },
      { do: 'submit' },
    ],
    expected: { removed: ['expired'], maxAttempts: 5 },
  },
  {
    name: 'no record is stored or sent before the user consents',
    page: { consent: false },
    steps: [
      { do: 'submit', count: 2, result: 'memory' },
      { do: 'flush' },
      { do: 'wait', stored: 0 },
      { do: 'configure', page: { consent: true } },
      { do: 'submit' },
    ],
  },
  {
    name: 'no record is stored or sent without consent, even when the page unloads',
    page: { consent: false },
    steps: [
      { do: 'submit', count: 2, group: 'unwanted', result: 'memory' },
      { do: 'navigate', to: 'same site' },
      { do: 'open', page: {} },
      { do: 'submit' },
    ],
    expected: { removed: ['unwanted'] },
  },
  {
    name: 'the queue is full: the next record is rejected, and no queued record is dropped',
    page: { maxItems: 3 },
    rules: [{ status: 500 }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'submit', group: 'refused', result: 'HEED_FULL' },
      { do: 'rules', rules: [] },
      { do: 'settle' },
    ],
    expected: { maxAttempts: 10 },
  },
];
