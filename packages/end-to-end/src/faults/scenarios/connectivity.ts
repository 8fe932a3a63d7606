/** What becomes of the network. */
import type { Scenario, Step } from '../scenario.ts';
import { NO_OFFLINE, NO_PROFILE } from './without.ts';

const DAY = 86_400_000;
const DOWN: Step = { do: 'listen', how: 'refuse' };
const UP: Step = { do: 'listen', how: 'answer' };

export const connectivityScenarios: readonly Scenario[] = [
  {
    name: 'three days without a network over four sessions of the browser, then it is back',
    without: NO_PROFILE,
    steps: [
      DOWN,
      { do: 'submit', count: 2 },
      {
        do: 'repeat',
        times: 3,
        steps: [{ do: 'quit' }, { do: 'pass', ms: DAY }, { do: 'open' }, { do: 'submit', count: 2 }],
      },
      UP,
      { do: 'settle' },
    ],
  },
  {
    name: 'three days without a network over four visits to the site, then it is back',
    steps: [
      DOWN,
      { do: 'submit', count: 2 },
      {
        do: 'repeat',
        times: 3,
        steps: [{ do: 'close' }, { do: 'pass', ms: DAY }, { do: 'open' }, { do: 'submit', count: 2 }],
      },
      UP,
      { do: 'settle' },
    ],
  },
  {
    name: 'the browser is offline, and online again',
    without: NO_OFFLINE,
    steps: [
      { do: 'network', isOn: false },
      { do: 'submit', count: 3 },
      { do: 'network', isOn: true },
      { do: 'settle' },
    ],
  },
  {
    name: 'the network goes in mid-POST and comes back',
    without: NO_OFFLINE,
    rules: [{ delayMs: 100, times: 1 }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'until', requests: 1 },
      { do: 'network', isOn: false },
      { do: 'network', isOn: true },
      { do: 'settle' },
    ],
    end: { attempts: 4 },
  },
  {
    name: 'navigator.onLine claims a network where there is none',
    page: { onLine: true },
    steps: [DOWN, { do: 'submit', count: 3 }, UP, { do: 'settle' }],
  },
  {
    name: 'navigator.onLine claims that there is no network where there is one',
    page: { onLine: false },
    steps: [{ do: 'submit', count: 3 }],
  },
  {
    name: 'the event `online` is enough to send what waits, and no time passes',
    steps: [
      DOWN,
      { do: 'submit' },
      { do: 'until', pending: { records: 'retrying' } },
      UP,
      { do: 'event', type: 'online', claims: true },
    ],
  },
  {
    name: 'the endpoint comes and goes twenty times in ten seconds',
    steps: [
      {
        do: 'repeat',
        times: 20,
        steps: [
          DOWN,
          { do: 'event', type: 'offline', claims: false },
          { do: 'submit' },
          { do: 'pass', ms: 250 },
          UP,
          { do: 'event', type: 'online', claims: true },
          { do: 'pass', ms: 250 },
        ],
      },
      { do: 'settle' },
    ],
    end: { attempts: 40 },
  },
  {
    name: 'the network of the browser comes and goes twenty times',
    without: NO_OFFLINE,
    steps: [
      {
        do: 'repeat',
        times: 20,
        steps: [{ do: 'network', isOn: false }, { do: 'submit' }, { do: 'network', isOn: true }],
      },
      { do: 'settle' },
    ],
    end: { attempts: 40 },
  },
  {
    name: 'the server refuses connections, and then starts',
    steps: [DOWN, { do: 'submit', count: 3 }, UP, { do: 'settle' }],
  },
  {
    name: 'every connection is reset as soon as it is made',
    steps: [{ do: 'listen', how: 'reset' }, { do: 'submit', count: 3 }, UP, { do: 'settle' }],
  },
  {
    name: 'connections are made, and nobody says a word',
    steps: [
      { do: 'listen', how: 'silent' },
      { do: 'submit', count: 3 },
      { do: 'pass', ms: 30_000 },
      UP,
      { do: 'settle' },
    ],
  },
  {
    name: 'the name of the host cannot be resolved until the address is corrected',
    page: { endpoint: 'no such host' },
    steps: [
      { do: 'submit', count: 3 },
      { do: 'configure', page: { endpoint: 'other origin' } },
      { do: 'settle' },
    ],
  },
];
