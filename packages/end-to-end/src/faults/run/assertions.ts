/** Compares four sets of records: submitted, promised to be stored, at the receiver, and remaining on the device. */
import type { LogEntry } from '@heed/testing/fault-server';
import { RECORDS, type Group, type Scenario, type Step } from '../scenario.ts';
import type { ScenarioRun } from './scenario-run.ts';

/** The part of a run that is checked. */
export type Observation = Pick<
  ScenarioRun,
  'scenario' | 'records' | 'promised' | 'space' | 'readStoredEntries'
>;

/** A browser repeats a request on a broken connection, but only a few times. */
const MAX_REQUESTS_PER_ATTEMPT = 3;

/** The result of a scenario in numbers. */
export interface Outcome {
  submitted: number;
  promised: number;
  /** Records at the receiver. */
  received: number;
  /** Entries on the device; `NaN` if the database does not respond. */
  remaining: number;
  /** Attempts by the client that reached the server. */
  attempts: number;
  /** Requests that reached the server. There are more requests than attempts if the browser repeated some. */
  requests: number;
}

export async function measureOutcome(run: Observation): Promise<Outcome> {
  const { records, promised, space } = run;
  return {
    submitted: records.all().length,
    promised: promised.size,
    received: space.heldKeys.size,
    remaining: await run.readStoredEntries().then(
      ({ size }) => size,
      () => NaN,
    ),
    attempts: countAttempts(space.log),
    requests: space.log.length,
  };
}

/** Returns the differences between the sets and the scenario's expectation. */
export async function findDifferences(run: Observation): Promise<string[]> {
  const differences = compareReceived(run);
  if (differences.length > 0) return [...differences, `${run.space.log.length} requests so far`];
  try {
    return compareDevice(run, await run.readStoredEntries());
  } catch (error) {
    return [`the device cannot be read: ${String(error)}`];
  }
}

function compareDevice(run: Observation, device: Map<string, string>): string[] {
  const { records, scenario, space } = run;
  const remaining = scenario.expected?.remaining ?? {};
  const expectedEntries = Object.entries(remaining).flatMap(([group, state]) =>
    records.inGroup(group).map(({ id }): [string, string] => [id, state]),
  );
  return [
    ...describeDifference(
      'on the device',
      new Set(device.keys()),
      new Set(expectedEntries.map(([id]) => id)),
    ),
    ...expectedEntries.flatMap(([id, state]) => {
      const actual = device.get(id);
      return !actual || state === 'unchanged' || actual === state ? [] : `${id} is ${actual}, not ${state}`;
    }),
    ...describeMissing('promised and lost', findLost(run, new Set([...space.heldKeys, ...device.keys()]))),
  ];
}

function compareReceived({ records, scenario, space, promised }: Observation): string[] {
  const held = space.heldKeys;
  if (scenario.expected?.received !== 'promised') {
    const expected = listReceivedGroups(scenario).flatMap((group) =>
      records.inGroup(group).map(({ id }) => id),
    );
    return describeDifference('at the receiver', held, new Set(expected));
  }
  const known = new Set(records.all().map(({ id }) => id));
  return [
    ...describeMissing('not at the receiver', promised.difference(held)),
    ...describeMissing('unknown at the receiver', held.difference(known)),
  ];
}

/** Returns violations of the rules that apply to every scenario, once the sets are as expected. */
export function findInvariantViolations({ records, scenario, space }: Observation): string[] {
  const known = new Map(records.all().map(({ id, sha256 }) => [id, sha256]));
  const attempts = countAttempts(space.log);
  const { maxAttempts = known.size } = scenario.expected ?? {};
  return [
    ...space.log.flatMap((entry) => checkRequest(entry, known)),
    ...(attempts > maxAttempts ? [`${attempts} attempts, more than ${maxAttempts}`] : []),
    ...(space.log.length > attempts * MAX_REQUESTS_PER_ATTEMPT
      ? [`${space.log.length} requests for ${attempts} attempts`]
      : []),
  ];
}

/** @param hashes of the records. The bytes of a form differ from its record, so its first copy is the reference. */
function checkRequest(entry: LogEntry, hashes: Map<string, string>): string[] {
  const { key, id, method, bytes, isWhole, sha256, headers } = entry;
  if (method !== 'POST') return [`a ${method} reached the receiver`];
  if (!isWhole || bytes === 0) return [];
  if (!id || !hashes.has(id)) return [`${id} was never submitted`];
  if (key && key !== id) return [`the key ${key} is not in the body of its request`];
  const form = `${id} as form`;
  const isForm = headers['content-type']?.includes('form');
  if (isForm && !hashes.has(form)) hashes.set(form, sha256);
  return hashes.get(isForm ? form : id) === sha256 ? [] : [`a copy of ${id} has other bytes`];
}

function findLost({ records, promised, scenario }: Observation, safe: Set<string>): Set<string> {
  const removed = (scenario.expected?.removed ?? []).flatMap((group) =>
    records.inGroup(group).map(({ id }) => id),
  );
  return promised.difference(safe).difference(new Set(removed));
}

function listReceivedGroups({ steps, initialEntries = [], expected = {} }: Scenario): readonly Group[] {
  if (expected.received && expected.received !== 'promised') return expected.received;
  const elsewhere = [
    ...Object.keys(expected.remaining ?? {}),
    ...(expected.removed ?? []),
    ...steps.flatMap(findRejected),
  ];
  const groups = [...initialEntries.map(({ group }) => group), ...steps.flatMap(findGroups)];
  return groups.filter((group) => !elsewhere.includes(group));
}

function findGroups(step: Step): Group[] {
  if (step.do === 'repeat') return step.steps.flatMap(findGroups);
  return step.do === 'submit' || step.do === 'leave' ? [step.group ?? RECORDS] : [];
}

function findRejected(step: Step): Group[] {
  if (step.do === 'repeat') return step.steps.flatMap(findRejected);
  return step.do === 'submit' && !step.again && step.result?.startsWith('HEED_') ? findGroups(step) : [];
}

/** Requests that a browser repeated have the same attempt id. */
function countAttempts(log: readonly LogEntry[]): number {
  return new Set(log.map(({ path }) => new URL(path, 'http://server').searchParams.get('attempt'))).size;
}

function describeDifference(where: string, actual: Set<string>, expected: Set<string>): string[] {
  return [
    ...describeMissing(`not ${where}`, expected.difference(actual)),
    ...describeMissing(`${where} unexpectedly`, actual.difference(expected)),
  ];
}

function describeMissing(what: string, ids: Set<string>): string[] {
  return ids.size > 0 ? [`${what}: ${ids.size} (${[...ids].slice(0, 3).join(', ')})`] : [];
}
