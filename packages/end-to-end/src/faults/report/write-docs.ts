/**
 * `pnpm --filter @heed/end-to-end run faults:write`: runs every scenario and writes the results to
 * docs/client/faults.md. If a scenario fails, prints its problems and writes nothing.
 */
import type { Engine } from '../../shared/browsers/engines.ts';
import { BrowserPool } from '../run/browser-pool.ts';
import { runScenario, type ScenarioResult } from '../run/run-scenario.ts';
import { listEngines, type Scenario } from '../scenario.ts';
import { SCENARIOS } from '../scenarios/index.ts';
import { readPage, writePage } from './docs-page.ts';
import { fillEndpointTables } from './endpoint-tables.ts';
import { fillScenarioTables } from './scenario-tables.ts';

const pool = await BrowserPool.start();
const results = new Map(await Promise.all(Object.values(SCENARIOS).flat().map(runInEngines)));
await pool.close();
if (process.exitCode) console.error('docs/client/faults.md was not changed.');
else await writePage(fillEndpointTables(fillScenarioTables(readPage(), results)));

async function runInEngines(
  scenario: Scenario,
): Promise<[Scenario, Partial<Record<Engine, ScenarioResult>>]> {
  const results = await Promise.all(
    listEngines(scenario).map(async (engine) => [engine, await runAndReport(scenario, engine)] as const),
  );
  return [scenario, Object.fromEntries(results)];
}

async function runAndReport(scenario: Scenario, engine: Engine): Promise<ScenarioResult> {
  const result = await runScenario(scenario, engine, pool);
  const { problems, durationMs } = result;
  console.log(
    `${problems.length === 0 ? 'passed' : 'FAILED'}  ${engine}  ${scenario.name}  ${durationMs} ms`,
  );
  for (const problem of problems) console.error(`  ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
  return result;
}
