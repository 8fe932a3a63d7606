import type { Engine } from '../../shared/browsers/engines.ts';
import type { Scenario } from '../scenario.ts';
import { findDifferences, findInvariantViolations, measureOutcome, type Outcome } from './assertions.ts';
import type { BrowserPool } from './browser-pool.ts';
import { runSteps } from './run-steps.ts';
import { ScenarioRun } from './scenario-run.ts';
import { waitUntilEmpty } from './wait.ts';

export interface ScenarioResult {
  outcome: Outcome;
  /** Empty if the scenario passed. */
  problems: string[];
  durationMs: number;
}

const MAX_RUNS = 3;

/**
 * Runs a scenario in an engine and checks the result.
 *
 * If a page unloads in the middle of a transaction, WebKitGTK sometimes blocks all databases until the browser ends.
 * That proves nothing about the client, so the scenario runs again in another browser.
 */
export function runScenario(scenario: Scenario, engine: Engine, pool: BrowserPool): Promise<ScenarioResult> {
  const isMeasured = scenario.steps.some((step) => step.do === 'measure');
  return pool.schedule(engine, isMeasured, async () => {
    for (let runs = 1; ; runs++) {
      const result = await runOnce(scenario, engine, pool);
      const isStuck = engine === 'webkit' && Number.isNaN(result.outcome.remaining);
      if (!isStuck || result.problems.length === 0 || runs === MAX_RUNS) return result;
      await pool.replaceShared(engine);
      console.log(`webkit, ${scenario.name}, run ${runs} of ${MAX_RUNS}: the database does not respond`);
    }
  });
}

async function runOnce(scenario: Scenario, engine: Engine, pool: BrowserPool): Promise<ScenarioResult> {
  const started = performance.now();
  const run = await ScenarioRun.start(scenario, engine, pool);
  try {
    return { ...(await runAndCheck(run)), durationMs: Math.round(performance.now() - started) };
  } finally {
    await run.end();
  }
}

async function runAndCheck(run: ScenarioRun): Promise<Omit<ScenarioResult, 'durationMs'>> {
  const problems: string[] = [];
  try {
    await run.writeInitialEntries();
    await run.open('a');
    await runSteps(run, run.scenario.steps);
    await waitUntilEmpty(() => findDifferences(run));
    if (!run.scenario.expected?.remaining) await assertIdle(run);
    for (const tab of run.tabs()) {
      for (const problem of (await tab.call('describe')).problems) run.problems.add(problem);
    }
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }
  problems.push(...run.problems, ...findInvariantViolations(run));
  return { outcome: await measureOutcome(run), problems };
}

/** Asserts that `flush()` sends nothing when no records are pending. */
async function assertIdle(run: ScenarioRun): Promise<void> {
  const tabs = run.tabs();
  const flush = async (): Promise<number[]> => {
    await Promise.all(tabs.map((tab) => tab.call('flush')));
    return Promise.all(tabs.map(async (tab) => (await tab.call('describe')).attempts));
  };
  // The first call waits for requests that are still pending.
  const [before, after] = [await flush(), await flush()];
  if (String(before) !== String(after))
    throw new Error('flush() sent a request although no records are pending');
}
