/**
 * `pnpm --filter @heed/end-to-end run soak --minutes 30`: generates scenarios, runs them and checks the results until
 * the time is over.
 *
 * `--seed` continues from the seed of an earlier run. `--engines chromium,firefox` limits the engines.
 */
import { parseArgs } from 'node:util';
import type { Engine } from '../../shared/browsers/engines.ts';
import { BrowserPool } from '../run/browser-pool.ts';
import { runScenario } from '../run/run-scenario.ts';
import { AVAILABLE_ENGINES } from '../scenario.ts';
import { generateScenario } from './random-scenario.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    engines: { type: 'string', default: AVAILABLE_ENGINES.join(',') },
  },
});
const engines = values.engines.split(',') as Engine[];
const end = Date.now() + Number(values.minutes) * 60_000;
const totals = { scenarios: 0, promised: 0, received: 0, attempts: 0, requests: 0, failed: 0 };

console.log(`seed ${values.seed}, ${values.minutes} minutes, ${engines.join(', ')}`);
const pool = await BrowserPool.start();
await Promise.all(engines.map(runUntilEnd));
await pool.close();
console.log(
  Object.entries(totals)
    .map(([name, total]) => `${name} ${total}`)
    .join(', '),
);
process.exitCode = totals.failed > 0 ? 1 : 0;

async function runUntilEnd(engine: Engine): Promise<void> {
  for (let seed = Number(values.seed); Date.now() < end; seed++) await runSeed(seed, engine);
}

async function runSeed(seed: number, engine: Engine): Promise<void> {
  const scenario = generateScenario(seed, engine);
  const { outcome, problems } = await runScenario(scenario, engine, pool);
  const { submitted, promised, received, remaining, attempts, requests } = outcome;
  totals.scenarios++;
  totals.promised += promised;
  totals.received += received;
  totals.attempts += attempts;
  totals.requests += requests;
  console.log(
    `${problems.length === 0 ? 'passed' : 'FAILED'}  ${engine}  seed ${seed}: ${submitted} submitted, ${promised} promised, ${received} received, ${remaining} remaining, ${attempts} attempts, ${requests} requests`,
  );
  if (problems.length === 0) return;
  totals.failed++;
  console.error([...problems, JSON.stringify(scenario.steps)].join('\n'));
}
