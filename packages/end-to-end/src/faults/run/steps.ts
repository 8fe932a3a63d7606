/** What each step of a scenario does. */
import type { Tab } from '../engines/engine.ts';
import { RECORDS, type Step, type Submit } from '../scenario.ts';
import { compareSets } from './oracle.ts';
import type { TestRecord } from './records.ts';
import type { Run } from './run.ts';
import { describePage, describeUnmet } from './condition.ts';
import { untilNothing } from './until.ts';

type Verb = Step['do'];
type StepOf<Name extends Verb> = Extract<Step, { do: Name }>;

const PLAYERS: { [Name in Verb]: (run: Run, step: StepOf<Name>) => Promise<unknown> } = {
  open: (run, step) => inTabNames(step, (name) => run.open(name, step.page)),
  close: (run, step) => inTabNames(step, (name) => run.closeTab(name)),
  reload: (run, step) => inTabNames(step, (name) => run.open(name)),
  crash: (run, step) => inTabNames(step, (name) => run.crashTab(name)),
  freeze: (run, step) => inTabNames(step, (name) => run.setFrozen(name, true)),
  thaw: (run, step) => inTabNames(step, (name) => run.setFrozen(name, false)),
  back: (run, step) => inTabs(run, step, (tab) => tab.back()),
  go: (run, step) => inTabs(run, step, (tab) => tab.goto(run.awayFrom(step.to))),
  kill: (run) => run.endBrowser('kill'),
  quit: (run) => run.endBrowser('quit'),
  submit,
  leave,
  configure: (run, step) => inTabs(run, step, (tab) => tab.call('configure', step.page)),
  flush: (run, step) => inTabs(run, step, (tab) => tab.call('flush')),
  purge: (run, step) => inTabs(run, step, (tab) => tab.call('purge')),
  retry: (run, step) => inTabs(run, step, (tab) => tab.call('retry', idsOf(run, step))),
  discard: (run, step) => inTabs(run, step, (tab) => tab.call('discard', idsOf(run, step))),
  break: (run, step) => inTabs(run, step, (tab) => tab.call('break', step.what)),
  event: (run, step) => inTabs(run, step, (tab) => tab.call('dispatch', step.type, step.claims)),
  'steal the lock': (run, step) => inTabs(run, step, (tab) => tab.call('stealLock')),
  'delete the database': (run, step) => inTabs(run, step, (tab) => tab.call('deleteDatabase')),
  'clear site data': (run, step) => inTabs(run, step, (tab) => able(tab.clearSiteData?.())),
  'block the database': (run) => run.setBlocked(true),
  'unblock the database': (run) => run.setBlocked(false),
  quota: (run, step) => inTabs(run, step, (tab) => able(tab.setQuota?.(step.bytes))),
  network: (run, step) => Promise.all(run.tabs().map((tab) => able(tab.setOffline?.(!step.isOn)))),
  rules: async (run, step) => run.setRules(step.rules),
  listen: (run, step) => run.server.listen(step.how),
  pass: (run, step) => run.pass(step.ms),
  jump: (run, step) => inTabs(run, step, (tab) => tab.call('jump', step.ms)),
  settle: (run) =>
    untilNothing(async () => {
      await run.passToNextTimer();
      return compareSets(run);
    }),
  until: (run, step) => untilNothing(() => describeUnmet(run, step, namesOf(step))),
  async repeat(run, step) {
    for (let time = 0; time < step.times; time++) await playSteps(run, step.steps);
  },
  measure,
};

export async function playSteps(run: Run, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    try {
      await (PLAYERS[step.do] as (run: Run, step: Step) => Promise<unknown>)(run, step);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${JSON.stringify(step)}: ${reason}`, { cause: error });
    }
  }
}

async function submit(run: Run, step: Submit & { tab?: string | readonly string[] }): Promise<void> {
  const { client = 0, fileBytes = 0, isLoose, gives = 'disk' } = step;
  await inTabs(run, step, async (tab) => {
    const bodies = takeBodies(run, step);
    if (isLoose) return tab.call('submitLoosely', bodies, client);
    for (const receipt of await tab.call('submit', bodies, client, fileBytes)) {
      if (receipt.gives === 'disk') run.promised.add(receipt.id);
      if (!gives.split(' or ').includes(receipt.gives))
        run.problems.add(`submit() gave ${receipt.gives} and not ${gives}`);
    }
  });
}

function takeBodies(run: Run, step: Submit): string[] {
  const { group = RECORDS, count = 1, again } = step;
  if (!again) return run.records.take(group, count, step).map(({ body }) => body);
  const change = ({ body }: TestRecord): string => body.replace('"checkout"', '"another survey"');
  return run.records.of(group).map((record) => (again === 'the same' ? record.body : change(record)));
}

async function leave(run: Run, step: StepOf<'leave'>): Promise<void> {
  const url = run.awayFrom(step.to);
  await inTabs(run, step, async (tab) => {
    const bodies = run.records.take(step.group ?? RECORDS, step.count ?? 1, step).map(({ body }) => body);
    if (step.during === 'pagehide') {
      await tab.call('submitOnLeaving', bodies);
      await tab.goto(url);
      return;
    }
    await tab.call('leave', bodies, url);
    await untilNothing(() => describePage(tab, { path: new URL(url).pathname }));
  });
}

/** A busy machine makes a wait longer, never shorter: it counts against the waits of a timer, and the best try counts. */
async function measure(run: Run, { limitMs, tries, ...step }: StepOf<'measure'>): Promise<void> {
  const blocks: number[] = [];
  while (blocks.length < tries && !blocks.some((ms) => ms <= limitMs)) {
    await inTabNames(step, (name) => run.open(name));
    const [tab] = run.tabs(namesOf(step));
    await tab?.call('countPending');
    const waits = await tab?.call('measureWaits');
    blocks.push(waits ? waits.answerMs - waits.timerMs : Infinity);
  }
  if (Math.min(...blocks) > limitMs) run.problems.add(`the main thread was blocked: ${blocks.join(', ')} ms`);
}

function idsOf(run: Run, { group = RECORDS }: { group?: string }): string[] {
  return run.records.of(group).map(({ id }) => id);
}

function namesOf({ tab = 'a' }: Pick<Step, 'tab'>): readonly string[] {
  return typeof tab === 'string' ? [tab] : tab;
}

function inTabNames(step: Pick<Step, 'tab'>, act: (name: string) => Promise<unknown>): Promise<unknown> {
  return Promise.all(namesOf(step).map(act));
}

function inTabs(run: Run, step: Pick<Step, 'tab'>, act: (tab: Tab) => Promise<unknown>): Promise<unknown> {
  return Promise.all(run.tabs(namesOf(step)).map(act));
}

async function able(done: Promise<void> | undefined): Promise<void> {
  if (!done) throw new Error('this engine cannot');
  await done;
}
