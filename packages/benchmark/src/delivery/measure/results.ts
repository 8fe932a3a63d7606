/** Measures everything in one run. */
import { loadavg } from 'node:os';
import { inBrowser, type Engine } from '../../shared/launch.ts';
import { clients, type ClientUnderTest } from '../clients.ts';
import { measureBytes } from '../site/bundle.ts';
import type { Site } from '../site/site.ts';
import { measureDisk, type DiskTimes } from './disk.ts';
import { measureDrain, type Drain, type Load } from './drain.ts';
import { runScenario } from './run-scenario.ts';
import { scenarios, type Scenario } from './scenarios.ts';
import type { Losses } from './count-losses.ts';

export const ENGINES: readonly Engine[] = ['chromium', 'firefox'];
/** The first load takes only milliseconds, so it has several rounds. No client finishes the last one within the limit. */
export const LOADS = [
  { count: 1, rounds: 5, limitMs: 20_000 },
  { count: 100, rounds: 1, limitMs: 20_000 },
  { count: 10_000, rounds: 1, limitMs: 8000 },
] as const satisfies Load[];

export type ByClient<Value> = Map<ClientUnderTest, Value>;

export interface Results {
  bytes: ByClient<number>;
  /** `undefined` if the client does not report that an item is on the device. */
  disk: Map<Engine, ByClient<DiskTimes | undefined>>;
  /** By the number of waiting items. */
  drains: Map<number, ByClient<Drain>>;
  losses: Map<Scenario, ByClient<Losses>>;
  /** The versions of the browsers. */
  browsers: string[];
  /** The load average of the system over one minute, at the start. */
  load: number;
}

/** @param logProgress Called with the name of each measurement. */
export async function measureAll(site: Site, logProgress: (message: string) => void): Promise<Results> {
  const [load = 0] = loadavg();
  const disk: Results['disk'] = new Map();
  const drains: Results['drains'] = new Map();
  const losses: Results['losses'] = new Map();
  for (const engine of ENGINES) {
    logProgress(`time to disk in ${engine}`);
    disk.set(engine, await measureInSequence((client) => measureDisk(site, client, engine)));
  }
  for (const load of LOADS) {
    logProgress(`${load.count} waiting`);
    drains.set(load.count, await measureInSequence((client) => measureDrain(site, client, load)));
  }
  for (const scenario of scenarios) {
    logProgress(scenario.name);
    const order = scenario.isHeavy ? measureInSequence : measureInParallel;
    losses.set(scenario, await order((client) => runScenario(site, client, scenario)));
  }
  const browsers = ENGINES.map((engine) => inBrowser(engine, (browser) => browser.version()));
  return {
    bytes: await measureInParallel(measureBytes),
    disk,
    drains,
    losses,
    browsers: await Promise.all(browsers),
    load,
  };
}

/** Measures one client after the other, so that each has the machine to itself. */
async function measureInSequence<Value>(
  measure: (client: ClientUnderTest) => Promise<Value>,
): Promise<ByClient<Value>> {
  const values: ByClient<Value> = new Map();
  for (const client of clients) values.set(client, await measure(client));
  return values;
}

/** Measures all clients in parallel, for results that do not depend on the load. */
async function measureInParallel<Value>(
  measure: (client: ClientUnderTest) => Promise<Value>,
): Promise<ByClient<Value>> {
  const entries = clients.map(async (client) => [client, await measure(client)] as const);
  return new Map(await Promise.all(entries));
}
