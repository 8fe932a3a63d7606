import { setTimeout as pause } from 'node:timers/promises';
import type { Tab } from '../browsers/browser.ts';
import type { Wait } from '../scenario.ts';
import type { ScenarioRun } from './scenario-run.ts';

const REPLY_LIMIT_MS = 2000;

/** Returns a description of each condition that is not met yet. */
export async function findUnmetConditions(
  run: ScenarioRun,
  wait: Wait,
  tabs: readonly string[],
): Promise<string[]> {
  const { space } = run;
  return [
    ...countUnmet('received', space.heldKeys.size, wait.received),
    ...(wait.stored === undefined ? [] : await describeStored(run, wait.stored)),
    ...countUnmet('requests', space.log.length, wait.requests),
    ...countUnmet('preflights', space.preflights, wait.preflights),
    ...(wait.pending ? await describePending(run, wait.pending, tabs) : []),
    ...(wait.waiting === undefined ? [] : await describeWaiting(run, wait.waiting, tabs)),
    ...(await Promise.all(run.tabs(tabs).map((tab) => describePageDifferences(tab, wait.page ?? {})))).flat(),
  ];
}

function countUnmet(what: string, actual: number, atLeast = 0): string[] {
  return actual < atLeast ? [`${what}: ${actual} of ${atLeast}`] : [];
}

async function describeStored(run: ScenarioRun, expected: number): Promise<string[]> {
  const { size } = await run.readStoredEntries();
  return size === expected ? [] : [`${size} entries on the device, not ${expected}`];
}

async function describePending(
  run: ScenarioRun,
  pending: NonNullable<Wait['pending']>,
  tabs: readonly string[],
): Promise<string[]> {
  const states = await readStates(run, tabs);
  return Object.entries(pending).flatMap(([group, expected]) =>
    run.records
      .inGroup(group)
      .filter(({ id }) => states[id] !== expected)
      .map(({ id }) => `${id} is ${states[id]}, not ${expected}`),
  );
}

async function describeWaiting(
  run: ScenarioRun,
  expected: number,
  tabs: readonly string[],
): Promise<string[]> {
  const { length } = Object.keys(await readStates(run, tabs));
  return length === expected ? [] : [`${length} records are pending in the page, not ${expected}`];
}

/** Returns the state of each record that the pages' `pending()` lists, by id. */
async function readStates(run: ScenarioRun, tabs: readonly string[]): Promise<Record<string, string>> {
  const lists = await Promise.all(run.tabs(tabs).map((tab) => tab.call('pending')));
  return Object.assign({}, ...lists) as Record<string, string>;
}

/** Returns a description of each property of the page that differs from the expected value. */
export async function describePageDifferences(
  tab: Tab,
  expected: NonNullable<Wait['page']>,
): Promise<string[]> {
  // A page in the middle of a navigation may never reply.
  const late = pause(REPLY_LIMIT_MS, {}, { ref: false });
  const page = await Promise.race([tab.call('describe').catch(() => ({})), late]);
  return Object.entries(expected).flatMap(([name, value]) => {
    const actual = (page as Record<string, unknown>)[name];
    return actual === value ? [] : [`${name} is ${String(actual)}, not ${String(value)}`];
  });
}
