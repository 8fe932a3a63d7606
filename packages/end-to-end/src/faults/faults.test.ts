import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserPool } from './run/browser-pool.ts';
import { runScenario } from './run/run-scenario.ts';
import { AVAILABLE_ENGINES, FAMILIES, listEngines } from './scenario.ts';
import { SCENARIOS } from './scenarios/index.ts';

/** All scenarios start together and wait for a browser. Each step has its own limit. */
const QUEUE_MS = 900_000;

let pool: BrowserPool;

beforeAll(async () => {
  pool = await BrowserPool.start();
});

afterAll(() => pool.close());

describe.concurrent.each(AVAILABLE_ENGINES)('%s', (engine) => {
  describe.each(FAMILIES)('%s', (family) => {
    const scenarios = SCENARIOS[family].filter((scenario) => listEngines(scenario).includes(engine));
    it.for(scenarios)('$name', { timeout: QUEUE_MS }, async (scenario) => {
      expect((await runScenario(scenario, engine, pool)).problems).toEqual([]);
    });
  });
});
