/**
 * `pnpm --filter @heed/end-to-end run faults:write`: plays every scenario and writes what came of them into
 * docs/client/faults.md. When something goes wrong it says what, and writes nothing.
 */
import { play, type Played } from '../run/play.ts';
import { Stage } from '../run/stage.ts';
import { enginesOf, type Engine, type Scenario } from '../scenario.ts';
import { SCENARIOS } from '../scenarios/index.ts';
import { fillEndpointTables } from '../endpoint/table.ts';
import { readPage, writePage } from './page.ts';
import { fillTables } from './table.ts';

const stage = await Stage.open();
const results = new Map(await Promise.all(Object.values(SCENARIOS).flat().map(playEverywhere)));
await stage.close();
if (process.exitCode) console.error('docs/client/faults.md is as it was.');
else await writePage(fillEndpointTables(fillTables(readPage(), results)));

async function playEverywhere(scenario: Scenario): Promise<[Scenario, Partial<Record<Engine, Played>>]> {
  const played = await Promise.all(
    enginesOf(scenario).map(async (engine) => [engine, await playAndTell(scenario, engine)] as const),
  );
  return [scenario, Object.fromEntries(played)];
}

async function playAndTell(scenario: Scenario, engine: Engine): Promise<Played> {
  const played = await play(scenario, engine, stage);
  const { problems, ms } = played;
  console.log(`${problems.length === 0 ? 'as expected' : 'WRONG'}  ${engine}  ${scenario.name}  ${ms} ms`);
  for (const problem of problems) console.error(`  ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
  return played;
}
