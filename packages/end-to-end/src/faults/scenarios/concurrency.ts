/** Several tabs or clients that use the same queue. */
import type { Scenario } from '../scenario.ts';
import { NO_INSECURE_HOST } from './unsupported.ts';

const TEN_TABS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];

export const concurrencyScenarios: readonly Scenario[] = [
  {
    name: 'two tabs submit 100 records each concurrently',
    steps: [
      { do: 'open', tab: 'b' },
      { do: 'submit', tab: ['a', 'b'], count: 100 },
    ],
  },
  {
    name: 'ten tabs submit 20 records each concurrently',
    steps: [
      { do: 'open', tab: TEN_TABS.slice(1) },
      { do: 'submit', tab: TEN_TABS, count: 20 },
    ],
  },
  {
    name: 'three tabs submit 20 records each concurrently, without Web Locks',
    page: { faults: ['no locks'] },
    steps: [
      { do: 'open', tab: ['b', 'c'] },
      { do: 'submit', tab: ['a', 'b', 'c'], count: 20 },
    ],
    expected: { maxAttempts: 180 },
  },
  {
    name: 'two tabs submit 10 records each concurrently, without BroadcastChannel',
    page: { faults: ['no BroadcastChannel'] },
    steps: [
      { do: 'open', tab: 'b' },
      { do: 'submit', tab: ['a', 'b'], count: 10 },
    ],
  },
  {
    name: 'the page is not a secure context and has no Web Locks',
    unsupported: NO_INSECURE_HOST,
    page: { isInsecure: true },
    steps: [
      { do: 'wait', page: { isSecure: false, hasLocks: false } },
      { do: 'submit', count: 5 },
    ],
  },
  {
    name: 'the lock is stolen during a POST',
    rules: [{ hang: true, times: 1 }],
    steps: [{ do: 'submit', count: 3 }, { do: 'wait', requests: 1 }, { do: 'steal lock' }, { do: 'settle' }],
    expected: { maxAttempts: 4 },
  },
  {
    name: 'two clients in one page share a queue',
    page: { queues: ['', ''] },
    steps: [
      { do: 'submit', count: 20, isConcurrent: true },
      { do: 'submit', count: 20, client: 1 },
    ],
  },
  {
    name: 'two clients in one page have separate queues',
    page: { queues: ['-shop', '-help'] },
    steps: [
      { do: 'submit', count: 10, isConcurrent: true },
      { do: 'submit', count: 10, client: 1 },
    ],
  },
  {
    name: "a client ignores records in another client's queue",
    page: { queues: ['-shop'] },
    rules: [{ status: 500 }],
    steps: [
      { do: 'submit' },
      { do: 'wait', pending: { records: 'retrying' } },
      { do: 'rules', rules: [] },
      { do: 'open', page: { queues: ['-help'] } },
      { do: 'flush' },
    ],
    expected: { remaining: { records: 'retrying' }, maxAttempts: 1 },
  },
  {
    name: 'the same record is submitted in two tabs',
    rules: [{ hang: true, times: 1 }],
    steps: [
      { do: 'submit' },
      { do: 'wait', requests: 1 },
      { do: 'open', tab: 'b' },
      { do: 'submit', tab: 'b', again: 'identical' },
      { do: 'advance', ms: 30_000 },
      { do: 'settle' },
    ],
    expected: { maxAttempts: 3 },
  },
  {
    name: 'one tab purges while another sends',
    rules: [{ hang: true }],
    steps: [
      { do: 'submit', count: 5, group: 'purged' },
      { do: 'wait', requests: 1 },
      { do: 'open', tab: 'b' },
      { do: 'purge', tab: 'b' },
      { do: 'rules', rules: [] },
      { do: 'submit', count: 2 },
      { do: 'settle' },
    ],
    // Time advances in large steps, so the waiting tab may take the lock from the sending tab.
    expected: { removed: ['purged'], maxAttempts: 4 },
  },
];
