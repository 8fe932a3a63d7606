import { expect, test } from 'vitest';
import type { LogEntry } from '@heed/testing/fault-server';
import type { End } from '../scenario.ts';
import { checkInvariants, compareSets, type Evidence } from './oracle.ts';
import { Records, type TestRecord } from './records.ts';

interface Found {
  end?: End;
  /** What reached the server, in the order of the records; `undefined` for one that did not. */
  log?: (record: TestRecord) => Partial<LogEntry>[];
  device?: (records: TestRecord[]) => [string, string][];
}

/** Three records were submitted and promised; by default each has reached the receiver in one attempt. */
function find({ end, log = () => [{}], device = () => [] }: Found = {}): Evidence {
  const records = new Records(Date.now());
  const submitted = records.take('records', 3);
  const entries = submitted.flatMap((record, index) =>
    log(record).map((entry, copy) => ({ ...toEntry(record, `${index}-${copy}`), ...entry })),
  );
  const heldKeys = new Set(entries.flatMap(({ id, isHeld }) => (isHeld && id) || []));
  return {
    scenario: { name: 'a test', steps: [{ do: 'submit', count: 3 }], ...(end && { end }) },
    records,
    promised: new Set(submitted.map(({ id }) => id)),
    space: { log: entries, heldKeys } as unknown as Evidence['space'],
    readDevice: async () => new Map(device(submitted)),
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

async function judge(evidence: Evidence): Promise<string> {
  return [...(await compareSets(evidence)), ...checkInvariants(evidence)].join('; ');
}

test('finds nothing wrong where each record is at the receiver', async () => {
  expect(await judge(find())).toBe('');
});

const WRONG: [string, Found, RegExp][] = [
  ['a record that is not at the receiver', { log: () => [{ isHeld: false }] }, /not at the receiver: 3/],
  [
    'a record that is at the receiver and was to be left',
    { end: { left: { records: 'parked' } } },
    /at the receiver though it should not be: 3/,
  ],
  [
    'a row that is left on the device',
    { device: ([record]) => [[record?.id ?? '', 'retrying']] },
    /on the device though it should not be: 1/,
  ],
  [
    'a row in another state',
    {
      end: { left: { records: 'parked' } },
      log: () => [],
      device: (records) => records.map(({ id }) => [id, 'held']),
    },
    /is held, not parked/,
  ],
  [
    'a promised record that is nowhere',
    { end: { received: [], attempts: 3 }, log: () => [{ isHeld: false }] },
    /promised, and now nowhere: 3/,
  ],
  ['a record that nobody submitted', { log: () => [{}, { id: 'x', key: 'x' }] }, /x was never submitted/],
  ['a copy with other bytes', { log: () => [{}, { sha256: 'f00d' }] }, /has other bytes/],
  ['a key that its bytes lack', { log: () => [{ key: 'another' }] }, /another is not in the bytes/],
  ['a redirect that was followed', { log: () => [{ method: 'GET' }] }, /a GET reached the receiver/],
  ['an attempt too many', { log: () => [{}, {}] }, /6 attempts, more than 3/],
  [
    'too many copies of one attempt',
    { log: () => Array.from({ length: 4 }, () => ({ path: '/run/feedback?attempt=one' })) },
    /12 requests for 1 attempts/,
  ],
];

test.each(WRONG)('finds %s', async (_, found, expected) => {
  expect(await judge(find(found))).toMatch(expected);
});

test('takes copies that a browser made by itself for one attempt', async () => {
  const path = '/run/feedback?attempt=one';
  expect(await judge(find({ end: { attempts: 1 }, log: () => [{ path }] }))).toBe('');
});

test('lets unpromised records be missing where only promises count', async () => {
  const evidence = find({ end: { received: 'promised' }, log: () => [{ isHeld: false }] });
  evidence.promised.clear();
  expect(await judge(evidence)).toBe('');
});
