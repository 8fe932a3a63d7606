/** Networks and endpoints that fail and recover. */
import type { Scenario, Step } from '../scenario.ts';
import { NO_OFFLINE, NO_PROFILE } from './unsupported.ts';

const DAY_MS = 86_400_000;
const DOWN: Step = { do: 'listen', how: 'refuse' };
const UP: Step = { do: 'listen', how: 'answer' };

export const connectivityScenarios: readonly Scenario[] = [
  {
    name: 'the network is down for three days and four browser sessions',
    unsupported: NO_PROFILE,
    steps: [
      DOWN,
      { do: 'submit', count: 2 },
      {
        do: 'repeat',
        times: 3,
        steps: [{ do: 'quit' }, { do: 'advance', ms: DAY_MS }, { do: 'open' }, { do: 'submit', count: 2 }],
      },
      UP,
      { do: 'settle' },
    ],
  },
  {
    name: 'the network is down for three days and four visits to the site',
    steps: [
      DOWN,
      { do: 'submit', count: 2 },
      {
        do: 'repeat',
        times: 3,
        steps: [{ do: 'close' }, { do: 'advance', ms: DAY_MS }, { do: 'open' }, { do: 'submit', count: 2 }],
      },
      UP,
      { do: 'settle' },
    ],
  },
  {
    name: 'the browser goes offline, and online again',
    unsupported: NO_OFFLINE,
    steps: [
      { do: 'network', isOn: false },
      { do: 'submit', count: 3 },
      { do: 'network', isOn: true },
      { do: 'settle' },
    ],
  },
  {
    name: 'the network is lost during a POST and restored',
    unsupported: NO_OFFLINE,
    rules: [{ delayMs: 100, times: 1 }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'wait', requests: 1 },
      { do: 'network', isOn: false },
      { do: 'network', isOn: true },
      { do: 'settle' },
    ],
    expected: { maxAttempts: 4 },
  },
  {
    name: '`navigator.onLine` is true without a network',
    page: { onLine: true },
    steps: [DOWN, { do: 'submit', count: 3 }, UP, { do: 'settle' }],
  },
  {
    name: '`navigator.onLine` is false with a network',
    page: { onLine: false },
    steps: [{ do: 'submit', count: 3 }],
  },
  {
    name: 'the `online` event sends pending records without a delay',
    steps: [
      DOWN,
      { do: 'submit' },
      { do: 'wait', pending: { records: 'retrying' } },
      UP,
      { do: 'dispatch', type: 'online', onLine: true },
    ],
  },
  {
    name: 'the endpoint goes down and up twenty times in ten seconds',
    steps: [
      {
        do: 'repeat',
        times: 20,
        steps: [
          DOWN,
          { do: 'dispatch', type: 'offline', onLine: false },
          { do: 'submit' },
          { do: 'advance', ms: 250 },
          UP,
          { do: 'dispatch', type: 'online', onLine: true },
          { do: 'advance', ms: 250 },
        ],
      },
      { do: 'settle' },
    ],
    expected: { maxAttempts: 40 },
  },
  {
    name: "the browser's network goes down and up twenty times",
    unsupported: NO_OFFLINE,
    steps: [
      {
        do: 'repeat',
        times: 20,
        steps: [{ do: 'network', isOn: false }, { do: 'submit' }, { do: 'network', isOn: true }],
      },
      { do: 'settle' },
    ],
    expected: { maxAttempts: 40 },
  },
  {
    name: 'the server refuses connections, and then starts',
    steps: [DOWN, { do: 'submit', count: 3 }, UP, { do: 'settle' }],
  },
  {
    name: 'every connection is reset as soon as it is open',
    steps: [{ do: 'listen', how: 'reset' }, { do: 'submit', count: 3 }, UP, { do: 'settle' }],
  },
  {
    name: 'connections are accepted and never answered',
    steps: [
      { do: 'listen', how: 'silent' },
      { do: 'submit', count: 3 },
      { do: 'advance', ms: 30_000 },
      UP,
      { do: 'settle' },
    ],
  },
  {
    name: 'the host name cannot be resolved until the endpoint URL is corrected',
    page: { endpoint: 'unknown host' },
    steps: [
      { do: 'submit', count: 3 },
      { do: 'configure', page: { endpoint: 'cross origin' } },
      { do: 'settle' },
    ],
  },
];
