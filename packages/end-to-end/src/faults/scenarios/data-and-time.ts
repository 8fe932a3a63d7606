/** What visitors write, and what their clocks say. */
import type { Scenario } from '../scenario.ts';

const YEAR = 365 * 86_400_000;

const TEXTS: Record<string, string> = {
  emoji: '👍🏽 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  'the character NUL': 'a\u0000b',
  'right-to-left text': 'שלום \u202Eevil\u202C مرحبا',
  'halves of surrogate pairs': '\uD800 \uDC00 a\uDBFF',
  'line separators, a byte order mark and markup': '\u2028\u2029\uFEFF</script><!--',
  'combining and decomposed characters': 'e\u0301 Å\u030A Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢',
};

export const dataAndTimeScenarios: readonly Scenario[] = [
  {
    name: `the visitor writes ${Object.keys(TEXTS).join(', ')}`,
    rules: [{ reset: 'after', times: 1 }],
    steps: [
      ...Object.entries(TEXTS).map(([group, text]) => ({ do: 'submit', group, text }) as const),
      { do: 'settle' },
    ],
    end: { attempts: 7 },
  },
  {
    name: 'records of sizes around 60,000 and 65,536 bytes of UTF-8',
    steps: [59_999, 60_000, 60_001, 65_535, 65_536, 65_537].map((bytes) => ({
      do: 'submit',
      group: `${bytes}`,
      bytes,
    })),
  },
  {
    name: 'a record of a megabyte, of which the first copy is cut off',
    rules: [{ reset: 'during', times: 1 }],
    steps: [{ do: 'submit', bytes: 1_048_576 }, { do: 'settle' }],
    end: { attempts: 2 },
  },
  {
    name: 'what cannot be written as JSON (a cycle, a BigInt, a function) is refused, and nothing is stored',
    page: { transform: 'cycle' },
    steps: [
      { do: 'submit', group: 'cycle', gives: 'HEED_SERIALISE' },
      { do: 'open', page: { transform: 'BigInt' } },
      { do: 'submit', group: 'BigInt', gives: 'HEED_SERIALISE' },
      { do: 'open', page: { transform: 'function' } },
      { do: 'submit', group: 'function', gives: 'HEED_SERIALISE' },
    ],
  },
  {
    name: 'the clock is ten years ahead when the records wait, and right afterwards',
    page: { clockMs: 10 * YEAR },
    rules: [{ status: 500 }],
    steps: [
      { do: 'submit', count: 2 },
      { do: 'until', requests: 1 },
      { do: 'rules', rules: [] },
      { do: 'open', page: {} },
      { do: 'settle' },
    ],
    end: { attempts: 5 },
  },
  {
    name: 'the clock is ten years behind when the records wait, and right afterwards',
    page: { clockMs: -10 * YEAR },
    rules: [{ status: 500 }],
    steps: [
      { do: 'submit', count: 2 },
      { do: 'until', requests: 1 },
      { do: 'rules', rules: [] },
      { do: 'open', page: {} },
      { do: 'settle' },
    ],
    end: { attempts: 5 },
  },
  {
    name: 'the clock says 1904',
    page: { clockMs: -122 * YEAR },
    rules: [{ status: 500, times: 1 }],
    steps: [{ do: 'submit', count: 2 }, { do: 'settle' }],
    end: { attempts: 3 },
  },
  {
    name: 'the clock is set back ten years while a retry is due',
    rules: [{ status: 500, times: 1 }],
    steps: [
      { do: 'submit' },
      { do: 'until', pending: { records: 'retrying' } },
      { do: 'jump', ms: -10 * YEAR },
      { do: 'settle' },
    ],
    end: { attempts: 2 },
  },
  {
    name: 'the clock jumps forwards and back by ten years, time and again',
    rules: [{ status: 500, times: 5 }],
    steps: [
      { do: 'submit', count: 2 },
      {
        do: 'repeat',
        times: 5,
        steps: [
          { do: 'jump', ms: 10 * YEAR },
          { do: 'pass', ms: 5000 },
          { do: 'jump', ms: -10 * YEAR },
          { do: 'pass', ms: 5000 },
        ],
      },
      { do: 'settle' },
    ],
    end: { attempts: 7 },
  },
  {
    name: '10,000 records wait, and the main thread is never blocked for more than 50 ms',
    device: [{ group: 'waiting', rows: Array.from({ length: 10_000 }, () => 'a record') }],
    page: { isWatched: true },
    rules: [{ hang: true }],
    steps: [{ do: 'measure', limitMs: 50, tries: 5 }],
    end: { left: { waiting: 'waiting' }, attempts: 6 },
  },
  {
    name: '500 records wait, and are all sent',
    device: [{ group: 'waiting', rows: Array.from({ length: 500 }, () => 'a record') }],
    steps: [],
  },
  {
    name: 'the same record is submitted twice while it waits, and once more with other content',
    rules: [{ hang: true, times: 1 }],
    steps: [
      { do: 'submit' },
      { do: 'until', requests: 1 },
      { do: 'submit', again: 'the same' },
      { do: 'submit', again: 'other content', gives: 'HEED_RECORD' },
      { do: 'pass', ms: 30_000 },
      { do: 'settle' },
    ],
    end: { attempts: 3 },
  },
  {
    name: 'the same record is submitted again after it was delivered',
    steps: [{ do: 'submit' }, { do: 'until', waiting: 0 }, { do: 'submit', again: 'the same' }],
    end: { attempts: 2 },
  },
];
