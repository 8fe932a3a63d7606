import type { Engine, Scenario } from '../scenario.ts';
import { checkInvariants, compareSets, measureOutcome, type Outcome } from './oracle.ts';
import { Run } from './run.ts';
import type { Stage } from './stage.ts';
import { playSteps } from './steps.ts';
import { untilNothing } from './until.ts';

/** What came of a scenario, and what was wrong with it. */
export interface Played {
  outcome: Outcome;
  /** Empty when the scenario went as it should. */
  problems: string[];
  ms: number;
}

const MOST_PLAYS = 3;

/**
 * Plays a scenario in an engine and lets the oracle judge. When a page is left in mid-transaction, WebKitGTK at times lets no
 * other page at any database for good, so that nothing can be said of the client: the scenario is then played again,
 * in another browser.
 */
export function play(scenario: Scenario, engine: Engine, stage: Stage): Promise<Played> {
  const isMeasured = scenario.steps.some((step) => step.do === 'measure');
  return stage.inLane(engine, isMeasured, async () => {
    for (let plays = 1; ; plays++) {
      const played = await playOnce(scenario, engine, stage);
      const isStuck = engine === 'webkit' && Number.isNaN(played.outcome.left);
      if (!isStuck || played.problems.length === 0 || plays === MOST_PLAYS) return played;
      await stage.renew(engine);
      console.log(`webkit, ${scenario.name}, play ${plays} of ${MOST_PLAYS}: the database does not answer`);
    }
  });
}

async function playOnce(scenario: Scenario, engine: Engine, stage: Stage): Promise<Played> {
  const started = performance.now();
  const run = await Run.start(scenario, engine, stage);
  try {
    return { ...(await playRun(run)), ms: Math.round(performance.now() - started) };
  } finally {
    await run.end();
  }
}

async function playRun(run: Run): Promise<Omit<Played, 'ms'>> {
  const problems: string[] = [];
  try {
    await run.prepareDevice();
    await run.open('a');
    await playSteps(run, run.scenario.steps);
    await untilNothing(() => compareSets(run));
    if (!run.scenario.end?.left) await proveIdle(run);
    for (const tab of run.tabs()) {
      for (const problem of (await tab.call('describe')).problems) run.problems.add(problem);
    }
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }
  problems.push(...run.problems, ...checkInvariants(run));
  return { outcome: await measureOutcome(run), problems };
}

/** Where nothing waits, a client that is told to send everything sends nothing. */
async function proveIdle(run: Run): Promise<void> {
  const tabs = run.tabs();
  const flush = async (): Promise<number[]> => {
    await Promise.all(tabs.map((tab) => tab.call('flush')));
    return Promise.all(tabs.map(async (tab) => (await tab.call('describe')).attempts));
  };
  // The first one waits for whatever is still under way.
  const [before, after] = [await flush(), await flush()];
  if (String(before) !== String(after)) throw new Error('something was sent although nothing waits');
}
