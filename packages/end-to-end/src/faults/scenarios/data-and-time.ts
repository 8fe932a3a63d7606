/** Unusual answers and wrong clocks. */
import type { Scenario } from '../scenario.ts';

const YEAR_MS = 365 * 86_400_000;

const TEXTS: Record<string, string> = {
  emoji: '👍🏽 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  'the NUL character': 'a\u0000b',
  'right-to-left text': 'שלום \u202Eevil\u202C مرحبا',
  'lone surrogates': '\uD800 \uDC00 a\uDBFF',
  'line separators, a byte order mark and markup': '\u2028\u2029\uFEFF</script><!--',
  'combining and decomposed characters': 'e\u0301 Å\u030A Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢',
};

export const dataAndTimeScenarios: readonly Scenario[] = [
  {
    name: `the text contains ${Object.keys(TEXTS).join(', ')}`,
    rules: [{ reset: 'after', times: 1 }],
    steps: [
      ...Object.entries(TEXTS).map(([group, text]) => ({ do: 'submit', group, text }) as const),
      { do: 'settle' },
    ],
    expected: { maxAttempts: 7 },
  },
  {
    name: 'records have about 60,000 and 65,536 bytes of UTF-8',
    steps: [59_999, 60_000, 60_001, 65_535, 65_536, 65_537].map((bytes) => ({
      do: 'submit',
      group: `${bytes}`,
      bytes,
    })),
  },
  {
    name: 'the first copy of a 1 MB record is cut off',
    rules: [{ reset: 'during', times: 1 }],
    steps: [{ do: 'submit', bytes: 1_048_576 }, { do: 'settle' }],
    expected: { maxAttempts: 2 },
  },
  {
    name: 'a record that cannot be serialised as JSON (a cycle, a BigInt, a function) is rejected and not stored',
    page: { transform: 'cycle' },
    steps: [
      { do: 'submit', group: 'cycle', result: 'HEED_SERIALISE' },
      { do: 'open', page: { transform: 'BigInt' } },
      { do: 'submit', group: 'BigInt', result: 'HEED_SERIALISE' },
      { do: 'open', page: { transform: 'function' } },
      { do: 'submit', group: 'function', result: 'HEED_SERIALISE' },
    ],
  },
  {
    name: 'the clock is ten years ahead while records are pending, and correct afterwards',
    page: { clockOffsetMs: 10 * YEAR_MS },
    rules: [{ status: 500 }],
    steps: [
      { do: 'submit', count: 2 },
      { do: 'wait', requests: 1 },
      { do: 'rules', rules: [] },
      { do: 'open', page: {} },
      { do: 'settle' },
    ],
    expected: { maxAttempts: 5 },
  },
  {
    name: 'the clock is ten years behind while records are pending, and correct afterwards',
    page: { clockOffsetMs: -10 * YEAR_MS },
    rules: [{ status: 500 }],
    steps: [
      { do: 'submit', count: 2 },
      { do: 'wait', requests: 1 },
      { do: 'rules', rules: [] },
      { do: 'open', page: {} },
      { do: 'settle' },
    ],
    expected: { maxAttempts: 5 },
  },
  {
    name: 'the clock is set to 1904',
    page: { clockOffsetMs: -122 * YEAR_MS },
    rules: [{ status: 500, times: 1 }],
    steps: [{ do: 'submit', count: 2 }, { do: 'settle' }],
    expected: { maxAttempts: 3 },
  },
  {
    name: 'the clock is set back ten years while a retry is scheduled',
    rules: [{ status: 500, times: 1 }],
    steps: [
      { do: 'submit' },
      { do: 'wait', pending: { records: 'retrying' } },
      { do: 'shift clock', ms: -10 * YEAR_MS },
      { do: 'settle' },
    ],
    expected: { maxAttempts: 2 },
  },
  {
    name: 'the clock repeatedly jumps ten years forwards and back',
    rules: [{ status: 500, times: 5 }],
    steps: [
      { do: 'submit', count: 2 },
      {
        do: 'repeat',
        times: 5,
        steps: [
          { do: 'shift clock', ms: 10 * YEAR_MS },
          { do: 'advance', ms: 5000 },
          { do: 'shift clock', ms: -10 * YEAR_MS },
          { do: 'advance', ms: 5000 },
        ],
      },
      { do: 'settle' },
    ],
    expected: { maxAttempts: 7 },
  },
  {
    name: '10,000 records are pending, and the main thread is never blocked for more than 50 ms',
    initialEntries: [{ group: 'waiting', entries: Array.from({ length: 10_000 }, () => 'record') }],
    page: { isMonitored: true },
    rules: [{ hang: true }],
    steps: [{ do: 'measure', limitMs: 50, maxTries: 5 }],
    expected: { remaining: { waiting: 'waiting' }, maxAttempts: 6 },
  },
  {
    name: '500 pending records are all sent',
    initialEntries: [{ group: 'waiting', entries: Array.from({ length: 500 }, () => 'record') }],
    steps: [],
  },
  {
    name: 'the same record is submitted twice while it is pending, and once with different content',
    rules: [{ hang: true, times: 1 }],
    steps: [
      { do: 'submit' },
      { do: 'wait', requests: 1 },
      { do: 'submit', again: 'identical' },
      { do: 'submit', again: 'changed', result: 'HEED_RECORD' },
      { do: 'advance', ms: 30_000 },
      { do: 'settle' },
    ],
    expected: { maxAttempts: 3 },
  },
  {
    name: 'the same record is submitted again after delivery',
    steps: [{ do: 'submit' }, { do: 'wait', waiting: 0 }, { do: 'submit', again: 'identical' }],
    expected: { maxAttempts: 2 },
  },
];
