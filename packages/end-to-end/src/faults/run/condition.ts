import { setTimeout as pause } from 'node:timers/promises';
import type { Tab } from '../engines/engine.ts';
import type { Until } from '../scenario.ts';
import type { Run } from './run.ts';

const ANSWER_LIMIT_MS = 2000;

/** Of what is waited for, that which is not yet so. */
export async function describeUnmet(run: Run, until: Until, tabs: readonly string[]): Promise<string[]> {
  const { space } = run;
  return [
    ...countUnmet('received', space.heldKeys.size, until.received),
    ...(until.device === undefined ? [] : await describeDevice(run, until.device)),
    ...countUnmet('requests', space.log.length, until.requests),
    ...countUnmet('preflights', space.preflights, until.preflights),
    ...(until.pending ? await describePending(run, until.pending, tabs) : []),
    ...(until.waiting === undefined ? [] : await describeWaiting(run, until.waiting, tabs)),
    ...(await Promise.all(run.tabs(tabs).map((tab) => describePage(tab, until.page ?? {})))).flat(),
  ];
}

function countUnmet(what: string, actual: number, atLeast = 0): string[] {
  return actual < atLeast ? [`${what}: ${actual} of ${atLeast}`] : [];
}

async function describeDevice(run: Run, expected: number): Promise<string[]> {
  const { size } = await run.readDevice();
  return size === expected ? [] : [`${size} on the device, not ${expected}`];
}

async function describePending(
  run: Run,
  pending: NonNullable<Until['pending']>,
  tabs: readonly string[],
): Promise<string[]> {
  const states = await readStates(run, tabs);
  return Object.entries(pending).flatMap(([group, expected]) =>
    run.records
      .of(group)
      .filter(({ id }) => states[id] !== expected)
      .map(({ id }) => `${id} is ${states[id]}, not ${expected}`),
  );
}

async function describeWaiting(run: Run, expected: number, tabs: readonly string[]): Promise<string[]> {
  const { length } = Object.keys(await readStates(run, tabs));
  return length === expected ? [] : [`${length} wait in the page, not ${expected}`];
}

/** Returns the state of each record that the pages' `pending()` lists, by id. */
async function readStates(run: Run, tabs: readonly string[]): Promise<Record<string, string>> {
  const lists = await Promise.all(run.tabs(tabs).map((tab) => tab.call('pending')));
  return Object.assign({}, ...lists) as Record<string, string>;
}

/** Of what a page should say of itself, that which it does not. */
export async function describePage(tab: Tab, expected: NonNullable<Until['page']>): Promise<string[]> {
  // A page in the middle of a navigation may never answer.
  const late = pause(ANSWER_LIMIT_MS, {}, { ref: false });
  const page = await Promise.race([tab.call('describe').catch(() => ({})), late]);
  return Object.entries(expected).flatMap(([name, value]) => {
    const actual = (page as Record<string, unknown>)[name];
    return actual === value ? [] : [`${name} is ${String(actual)}, not ${String(value)}`];
  });
}
