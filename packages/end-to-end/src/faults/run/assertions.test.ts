import { expect, test } from 'vitest';
import type { LogEntry } from '@heed/testing/fault-server';
import type { Expectation } from '../scenario.ts';
import { findInvariantViolations, findDifferences, type Observation } from './assertions.ts';
import { Records, type TestRecord } from './records.ts';

interface Results {
  expected?: Expectation;
  /** The requests that reached the server for a record. */
  log?: (record: TestRecord) => Partial<LogEntry>[];
  device?: (records: TestRecord[]) => [string, string][];
}

/** Three records were submitted and promised. By default, each has reached the receiver in one attempt. */
function observe({ expected, log = () => [{}], device = () => [] }: Results = {}): Observation {
  const records = new Records(Date.now());
  const submitted = records.take('records', 3);
  const entries = submitted.flatMap((record, index) =>
    log(record).map((entry, copy) => ({ ...toEntry(record, `${index}-${copy}`), ...entry })),
  );
  const heldKeys = new Set(entries.flatMap(({ id, isHeld }) => (isHeld && id) || []));
  return {
    scenario: { name: 'a test', steps: [{ do: 'submit', count: 3 }], ...(expected && { expected }) },
    records,
    promised: new Set(submitted.map(({ id }) => id)),
    space: { log: entries, heldKeys } as unknown as Observation['space'],
    readStoredEntries: async () => new Map(device(submitted)),
  };
}

function toEntry({ id, sha256 }: TestRecord, attempt: string): LogEntry {
  return {
    key: id,
    id,
    sha256,
    bytes: 100,
    isWhole: true,
    isHeld: true,
    status: 201,
    headers: { 'content-type': 'application/json' },
    method: 'POST',
    path: `/run/feedback?attempt=${attempt}`,
    at: 0,
    connection: 1,
  };
}

async function findProblems(observation: Observation): Promise<string> {
  return [...(await findDifferences(observation)), ...findInvariantViolations(observation)].join('; ');
}

test('finds no problems if each record is at the receiver', async () => {
  expect(await findProblems(observe())).toBe('');
});

const PROBLEMS: [string, Results, RegExp][] = [
  ['a record that is not at the receiver', { log: () => [{ isHeld: false }] }, /not at the receiver: 3/],
  [
    'a record at the receiver that should remain on the device',
    { expected: { remaining: { records: 'parked' } } },
    /at the receiver unexpectedly: 3/,
  ],
  [
    'an entry that remains on the device',
    { device: ([record]) => [[record?.id ?? '', 'retrying']] },
    /on the device unexpectedly: 1/,
  ],
  [
    'an entry in the wrong state',
    {
      expected: { remaining: { records: 'parked' } },
      log: () => [],
      device: (records) => records.map(({ id }) => [id, 'held']),
    },
    /is held, not parked/,
  ],
  [
    'a promised record that is lost',
    { expected: { received: [], maxAttempts: 3 }, log: () => [{ isHeld: false }] },
    /promised and lost: 3/,
  ],
  ['a record that was never submitted', { log: () => [{}, { id: 'x', key: 'x' }] }, /x was never submitted/],
  ['a copy with different bytes', { log: () => [{}, { sha256: 'f00d' }] }, /has other bytes/],
  ['a key that is missing in the body', { log: () => [{ key: 'another' }] }, /another is not in the body/],
  ['a redirect that was followed', { log: () => [{ method: 'GET' }] }, /a GET reached the receiver/],
  ['too many attempts', { log: () => [{}, {}] }, /6 attempts, more than 3/],
  [
    'too many requests for one attempt',
    { log: () => Array.from({ length: 4 }, () => ({ path: '/run/feedback?attempt=one' })) },
    /12 requests for 1 attempts/,
  ],
];

test.each(PROBLEMS)('finds %s', async (_, results, expected) => {
  expect(await findProblems(observe(results))).toMatch(expected);
});

test('counts requests repeated by the browser as one attempt', async () => {
  const path = '/run/feedback?attempt=one';
  expect(await findProblems(observe({ expected: { maxAttempts: 1 }, log: () => [{ path }] }))).toBe('');
});

test('allows unpromised records to be missing if only promised records are expected', async () => {
  const observation = observe({ expected: { received: 'promised' }, log: () => [{ isHeld: false }] });
  observation.promised.clear();
  expect(await findProblems(observation)).toBe('');
});
