import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { play } from './run/play.ts';
import { Stage } from './run/stage.ts';
import { ENGINES, enginesOf, FAMILIES } from './scenario.ts';
import { SCENARIOS } from './scenarios/index.ts';

/** All begin at once and wait for their turn in an engine; each step of a scenario has a limit of its own. */
const QUEUE_MS = 900_000;

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});

afterAll(() => stage.close());

describe.concurrent.each(ENGINES)('%s', (engine) => {
  describe.each(FAMILIES)('%s', (family) => {
    const scenarios = SCENARIOS[family].filter((scenario) => enginesOf(scenario).includes(engine));
    it.for(scenarios)('$name', { timeout: QUEUE_MS }, async (scenario) => {
      expect((await play(scenario, engine, stage)).problems).toEqual([]);
    });
  });
});
