/** Compares sets: what was submitted, what was promised, what the receiver holds, what is left on the device. */
import type { LogEntry } from '@heed/testing/fault-server';
import { RECORDS, type Group, type Scenario, type Step } from '../scenario.ts';
import type { Run } from './run.ts';

/** What is compared. */
export type Evidence = Pick<Run, 'scenario' | 'records' | 'promised' | 'space' | 'readDevice'>;

/** A browser repeats a request by itself on a broken connection, but not for ever. */
const COPIES_OF_BROWSER = 3;

/** What came of a scenario, in numbers. */
export interface Outcome {
  submitted: number;
  promised: number;
  /** Records at the receiver. */
  received: number;
  /** Rows on the device. */
  left: number;
  /** Attempts of the client that reached the server. */
  attempts: number;
  /** Requests that reached the server: more than the attempts where the browser repeated some by itself. */
  requests: number;
}

export async function measureOutcome(run: Evidence): Promise<Outcome> {
  const { records, promised, space } = run;
  return {
    submitted: records.all().length,
    promised: promised.size,
    received: space.heldKeys.size,
    left: await run.readDevice().then(
      ({ size }) => size,
      () => NaN,
    ),
    attempts: countAttempts(space.log),
    requests: space.log.length,
  };
}

/** Where the sets are not yet, or not any more, what the scenario wants. */
export async function compareSets(run: Evidence): Promise<string[]> {
  const differences = compareReceived(run);
  if (differences.length > 0) return [...differences, `${run.space.log.length} requests so far`];
  try {
    return compareDevice(run, await run.readDevice());
  } catch (error) {
    return [`the device cannot be read: ${String(error)}`];
  }
}

function compareDevice(run: Evidence, device: Map<string, string>): string[] {
  const { records, scenario, space } = run;
  const left = scenario.end?.left ?? {};
  const expectedLeft = Object.entries(left).flatMap(([group, state]) =>
    records.of(group).map(({ id }): [string, string] => [id, state]),
  );
  return [
    ...describeDifference('on the device', new Set(device.keys()), new Set(expectedLeft.map(([id]) => id))),
    ...expectedLeft.flatMap(([id, state]) => {
      const actual = device.get(id);
      return !actual || state === 'as written' || actual === state ? [] : `${id} is ${actual}, not ${state}`;
    }),
    ...describeMissing(
      'promised, and now nowhere',
      findLost(run, new Set([...space.heldKeys, ...device.keys()])),
    ),
  ];
}

function compareReceived({ records, scenario, space, promised }: Evidence): string[] {
  const held = space.heldKeys;
  if (scenario.end?.received !== 'promised') {
    const expected = receivedGroups(scenario).flatMap((group) => records.of(group).map(({ id }) => id));
    return describeDifference('at the receiver', held, new Set(expected));
  }
  const known = new Set(records.all().map(({ id }) => id));
  return [
    ...describeMissing('not at the receiver', promised.difference(held)),
    ...describeMissing('unknown at the receiver', held.difference(known)),
  ];
}

/** What must be true besides, once the sets are right. */
export function checkInvariants({ records, scenario, space }: Evidence): string[] {
  const known = new Map(records.all().map(({ id, sha256 }) => [id, sha256]));
  const attempts = countAttempts(space.log);
  const { attempts: mostAttempts = known.size } = scenario.end ?? {};
  return [
    ...space.log.flatMap((entry) => checkCopy(entry, known)),
    ...(attempts > mostAttempts ? [`${attempts} attempts, more than ${mostAttempts}`] : []),
    ...(space.log.length > attempts * COPIES_OF_BROWSER
      ? [`${space.log.length} requests for ${attempts} attempts`]
      : []),
  ];
}

/** @param hashes of the records; a form has other bytes than its record, so its first copy replaces them */
function checkCopy(entry: LogEntry, hashes: Map<string, string>): string[] {
  const { key, id, method, bytes, isWhole, sha256, headers } = entry;
  if (method !== 'POST') return [`a ${method} reached the receiver`];
  if (!isWhole || bytes === 0) return [];
  if (!id || !hashes.has(id)) return [`${id} was never submitted`];
  if (key && key !== id) return [`the key ${key} is not in the bytes that it came with`];
  const form = `${id} as form`;
  const isForm = headers['content-type']?.includes('form');
  if (isForm && !hashes.has(form)) hashes.set(form, sha256);
  return hashes.get(isForm ? form : id) === sha256 ? [] : [`a copy of ${id} has other bytes`];
}

function findLost({ records, promised, scenario }: Evidence, safe: Set<string>): Set<string> {
  const gone = (scenario.end?.gone ?? []).flatMap((group) => records.of(group).map(({ id }) => id));
  return promised.difference(safe).difference(new Set(gone));
}

function receivedGroups({ steps, device = [], end = {} }: Scenario): readonly Group[] {
  if (end.received && end.received !== 'promised') return end.received;
  const elsewhere = [...Object.keys(end.left ?? {}), ...(end.gone ?? []), ...steps.flatMap(findRefused)];
  const groups = [...device.map(({ group }) => group), ...steps.flatMap(findGroups)];
  return groups.filter((group) => !elsewhere.includes(group));
}

function findGroups(step: Step): Group[] {
  if (step.do === 'repeat') return step.steps.flatMap(findGroups);
  return step.do === 'submit' || step.do === 'leave' ? [step.group ?? RECORDS] : [];
}

function findRefused(step: Step): Group[] {
  if (step.do === 'repeat') return step.steps.flatMap(findRefused);
  return step.do === 'submit' && !step.again && step.gives?.startsWith('HEED_') ? findGroups(step) : [];
}

/** Copies that a browser made by itself have the number of their attempt in common. */
function countAttempts(log: readonly LogEntry[]): number {
  return new Set(log.map(({ path }) => new URL(path, 'http://server').searchParams.get('attempt'))).size;
}

function describeDifference(where: string, actual: Set<string>, expected: Set<string>): string[] {
  return [
    ...describeMissing(`not ${where}`, expected.difference(actual)),
    ...describeMissing(`${where} though it should not be`, actual.difference(expected)),
  ];
}

function describeMissing(what: string, ids: Set<string>): string[] {
  return ids.size > 0 ? [`${what}: ${ids.size} (${[...ids].slice(0, 3).join(', ')})`] : [];
}
