/** Several tabs, or several clients, at the same queue. */
import type { Scenario } from '../scenario.ts';
import { NO_INSECURE_HOST } from './without.ts';

const TEN = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];

export const concurrencyScenarios: readonly Scenario[] = [
  {
    name: 'two tabs submit 100 records each at once',
    steps: [
      { do: 'open', tab: 'b' },
      { do: 'submit', tab: ['a', 'b'], count: 100 },
    ],
  },
  {
    name: 'ten tabs submit 20 records each at once',
    steps: [
      { do: 'open', tab: TEN.slice(1) },
      { do: 'submit', tab: TEN, count: 20 },
    ],
  },
  {
    name: 'three tabs submit 20 records each at once, and the browser has no locks',
    page: { broken: ['no locks'] },
    steps: [
      { do: 'open', tab: ['b', 'c'] },
      { do: 'submit', tab: ['a', 'b', 'c'], count: 20 },
    ],
    end: { attempts: 180 },
  },
  {
    name: 'two tabs submit 10 records each at once, and cannot talk to each other',
    page: { broken: ['no channel'] },
    steps: [
      { do: 'open', tab: 'b' },
      { do: 'submit', tab: ['a', 'b'], count: 10 },
    ],
  },
  {
    name: 'the page is no secure context, so that it has no locks',
    without: NO_INSECURE_HOST,
    page: { isInsecure: true },
    steps: [
      { do: 'until', page: { isSecure: false, hasLocks: false } },
      { do: 'submit', count: 5 },
    ],
  },
  {
    name: 'the lock is stolen in mid-POST',
    rules: [{ hang: true, times: 1 }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'until', requests: 1 },
      { do: 'steal the lock' },
      { do: 'settle' },
    ],
    end: { attempts: 4 },
  },
  {
    name: 'two clients in one page share a queue',
    page: { queues: ['', ''] },
    steps: [
      { do: 'submit', count: 20, isLoose: true },
      { do: 'submit', count: 20, client: 1 },
    ],
  },
  {
    name: 'two clients in one page have a queue each',
    page: { queues: ['-shop', '-help'] },
    steps: [
      { do: 'submit', count: 10, isLoose: true },
      { do: 'submit', count: 10, client: 1 },
    ],
  },
  {
    name: 'what waits in one queue is left alone by the client of another',
    page: { queues: ['-shop'] },
    rules: [{ status: 500 }],
    steps: [
      { do: 'submit' },
      { do: 'until', pending: { records: 'retrying' } },
      { do: 'rules', rules: [] },
      { do: 'open', page: { queues: ['-help'] } },
      { do: 'flush' },
    ],
    end: { left: { records: 'retrying' }, attempts: 1 },
  },
  {
    name: 'the same record is submitted in two tabs',
    rules: [{ hang: true, times: 1 }],
    steps: [
      { do: 'submit' },
      { do: 'until', requests: 1 },
      { do: 'open', tab: 'b' },
      { do: 'submit', tab: 'b', again: 'the same' },
      { do: 'pass', ms: 30_000 },
      { do: 'settle' },
    ],
    end: { attempts: 3 },
  },
  {
    name: 'one tab purges while another sends',
    rules: [{ hang: true }],
    steps: [
      { do: 'submit', count: 5, group: 'purged' },
      { do: 'until', requests: 1 },
      { do: 'open', tab: 'b' },
      { do: 'purge', tab: 'b' },
      { do: 'rules', rules: [] },
      { do: 'submit', count: 2 },
      { do: 'settle' },
    ],
    // Time passes in leaps here, so the tab that waits for the lock may take it from the one that sends.
    end: { gone: ['purged'], attempts: 4 },
  },
];
