/**
 * `pnpm --filter @heed/end-to-end run soak --minutes 30`: makes up scenarios until the time is over, and lets the
 * oracle judge each. `--seed` begins where another run began, `--engines chromium,firefox` narrows them.
 */
import { parseArgs } from 'node:util';
import { play } from '../run/play.ts';
import { Stage } from '../run/stage.ts';
import { ENGINES, type Engine } from '../scenario.ts';
import { makeUpScenario } from './random-scenario.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    engines: { type: 'string', default: ENGINES.join(',') },
  },
});
const engines = values.engines.split(',') as Engine[];
const end = Date.now() + Number(values.minutes) * 60_000;
const sums = { scenarios: 0, promised: 0, received: 0, attempts: 0, requests: 0, wrong: 0 };

console.log(`seed ${values.seed}, ${values.minutes} minutes, ${engines.join(', ')}`);
const stage = await Stage.open();
await Promise.all(engines.map(playUntilEnd));
await stage.close();
console.log(
  Object.entries(sums)
    .map(([name, sum]) => `${name} ${sum}`)
    .join(', '),
);
process.exitCode = sums.wrong > 0 ? 1 : 0;

async function playUntilEnd(engine: Engine): Promise<void> {
  for (let seed = Number(values.seed); Date.now() < end; seed++) await playOne(seed, engine);
}

async function playOne(seed: number, engine: Engine): Promise<void> {
  const scenario = makeUpScenario(seed, engine);
  const { outcome, problems } = await play(scenario, engine, stage);
  const { submitted, promised, received, left, attempts, requests } = outcome;
  sums.scenarios++;
  sums.promised += promised;
  sums.received += received;
  sums.attempts += attempts;
  sums.requests += requests;
  console.log(
    `${problems.length === 0 ? 'as expected' : 'WRONG'}  ${engine}  seed ${seed}: ${submitted} submitted, ${promised} promised, ${received} received, ${left} left, ${attempts} attempts, ${requests} requests`,
  );
  if (problems.length === 0) return;
  sums.wrong++;
  console.error([...problems, JSON.stringify(scenario.steps)].join('\n'));
}
