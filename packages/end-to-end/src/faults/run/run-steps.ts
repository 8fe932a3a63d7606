/** The implementation of each step of a scenario. */
import type { Tab } from '../browsers/browser.ts';
import { RECORDS, type Step, type Submit } from '../scenario.ts';
import { findDifferences } from './assertions.ts';
import type { TestRecord } from './records.ts';
import type { ScenarioRun } from './scenario-run.ts';
import { describePageDifferences, findUnmetConditions } from './condition.ts';
import { waitUntilEmpty } from './wait.ts';

type Verb = Step['do'];
type StepOf<Name extends Verb> = Extract<Step, { do: Name }>;

const STEP_RUNNERS: { [Name in Verb]: (run: ScenarioRun, step: StepOf<Name>) => Promise<unknown> } = {
  open: (run, step) => forEachTabName(step, (name) => run.open(name, step.page)),
  close: (run, step) => forEachTabName(step, (name) => run.closeTab(name)),
  reload: (run, step) => forEachTabName(step, (name) => run.open(name)),
  crash: (run, step) => forEachTabName(step, (name) => run.crashTab(name)),
  freeze: (run, step) => forEachTabName(step, (name) => run.setFrozen(name, true)),
  resume: (run, step) => forEachTabName(step, (name) => run.setFrozen(name, false)),
  back: (run, step) => forEachTab(run, step, (tab) => tab.back()),
  navigate: (run, step) => forEachTab(run, step, (tab) => tab.goto(run.getUrl(step.to))),
  kill: (run) => run.endBrowser('kill'),
  quit: (run) => run.endBrowser('quit'),
  submit,
  leave,
  configure: (run, step) => forEachTab(run, step, (tab) => tab.call('configure', step.page)),
  flush: (run, step) => forEachTab(run, step, (tab) => tab.call('flush')),
  purge: (run, step) => forEachTab(run, step, (tab) => tab.call('purge')),
  retry: (run, step) => forEachTab(run, step, (tab) => tab.call('retry', listIds(run, step))),
  discard: (run, step) => forEachTab(run, step, (tab) => tab.call('discard', listIds(run, step))),
  'set faults': (run, step) => forEachTab(run, step, (tab) => tab.call('setFaults', step.faults)),
  dispatch: (run, step) => forEachTab(run, step, (tab) => tab.call('dispatch', step.type, step.onLine)),
  'steal lock': (run, step) => forEachTab(run, step, (tab) => tab.call('stealLock')),
  'delete database': (run, step) => forEachTab(run, step, (tab) => tab.call('deleteDatabase')),
  'clear site data': (run, step) => forEachTab(run, step, (tab) => assertSupported(tab.clearSiteData?.())),
  'block database': (run) => run.setDatabaseBlocked(true),
  'unblock database': (run) => run.setDatabaseBlocked(false),
  'set quota': (run, step) => forEachTab(run, step, (tab) => assertSupported(tab.setQuota?.(step.bytes))),
  network: (run, step) => Promise.all(run.tabs().map((tab) => assertSupported(tab.setOffline?.(!step.isOn)))),
  rules: async (run, step) => run.setRules(step.rules),
  listen: (run, step) => run.server.listen(step.how),
  advance: (run, step) => run.advance(step.ms),
  'shift clock': (run, step) => forEachTab(run, step, (tab) => tab.call('shiftClock', step.ms)),
  settle: (run) =>
    waitUntilEmpty(async () => {
      await run.advanceToNextTimer();
      return findDifferences(run);
    }),
  wait: (run, step) => waitUntilEmpty(() => findUnmetConditions(run, step, listTabNames(step))),
  async repeat(run, step) {
    for (let count = 0; count < step.times; count++) await runSteps(run, step.steps);
  },
  measure,
};

export async function runSteps(run: ScenarioRun, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    try {
      await (STEP_RUNNERS[step.do] as (run: ScenarioRun, step: Step) => Promise<unknown>)(run, step);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${JSON.stringify(step)}: ${reason}`, { cause: error });
    }
  }
}

async function submit(run: ScenarioRun, step: Submit & { tab?: string | readonly string[] }): Promise<void> {
  const { client = 0, fileBytes = 0, isConcurrent, result = 'disk' } = step;
  await forEachTab(run, step, async (tab) => {
    const bodies = takeBodies(run, step);
    if (isConcurrent) return tab.call('submitConcurrently', bodies, client);
    for (const receipt of await tab.call('submit', bodies, client, fileBytes)) {
      if (receipt.result === 'disk') run.promised.add(receipt.id);
      if (!result.split(' or ').includes(receipt.result))
        run.problems.add(`submit() returned ${receipt.result}, not ${result}`);
    }
  });
}

function takeBodies(run: ScenarioRun, step: Submit): string[] {
  const { group = RECORDS, count = 1, again } = step;
  if (!again) return run.records.take(group, count, step).map(({ body }) => body);
  const change = ({ body }: TestRecord): string => body.replace('"checkout"', '"another survey"');
  return run.records.inGroup(group).map((record) => (again === 'identical' ? record.body : change(record)));
}

async function leave(run: ScenarioRun, step: StepOf<'leave'>): Promise<void> {
  const url = run.getUrl(step.to);
  await forEachTab(run, step, async (tab) => {
    const bodies = run.records.take(step.group ?? RECORDS, step.count ?? 1, step).map(({ body }) => body);
    if (step.during === 'pagehide') {
      await tab.call('submitOnPagehide', bodies);
      await tab.goto(url);
      return;
    }
    await tab.call('leave', bodies, url);
    await waitUntilEmpty(() => describePageDifferences(tab, { path: new URL(url).pathname }));
  });
}

/**
 * A busy machine can only lengthen a delay. The delay of a timer is therefore subtracted, and the best of several tries
 * counts.
 */
async function measure(run: ScenarioRun, { limitMs, maxTries, ...step }: StepOf<'measure'>): Promise<void> {
  const blockedMs: number[] = [];
  while (blockedMs.length < maxTries && !blockedMs.some((ms) => ms <= limitMs)) {
    await forEachTabName(step, (name) => run.open(name));
    const [tab] = run.tabs(listTabNames(step));
    await tab?.call('countPending');
    const delays = await tab?.call('readDelays');
    blockedMs.push(delays ? delays.responseMs - delays.timerMs : Infinity);
  }
  if (Math.min(...blockedMs) > limitMs)
    run.problems.add(`the main thread was blocked: ${blockedMs.join(', ')} ms`);
}

function listIds(run: ScenarioRun, { group = RECORDS }: { group?: string }): string[] {
  return run.records.inGroup(group).map(({ id }) => id);
}

function listTabNames({ tab = 'a' }: Pick<Step, 'tab'>): readonly string[] {
  return typeof tab === 'string' ? [tab] : tab;
}

function forEachTabName(step: Pick<Step, 'tab'>, act: (name: string) => Promise<unknown>): Promise<unknown> {
  return Promise.all(listTabNames(step).map(act));
}

function forEachTab(
  run: ScenarioRun,
  step: Pick<Step, 'tab'>,
  act: (tab: Tab) => Promise<unknown>,
): Promise<unknown> {
  return Promise.all(run.tabs(listTabNames(step)).map(act));
}

async function assertSupported(done: Promise<void> | undefined): Promise<void> {
  if (!done) throw new Error('this engine does not support the step');
  await done;
}
