/** One run of everything: which client measured what. */
import { loadavg } from 'node:os';
import { inBrowser, type Engine } from '../../shared/launch.ts';
import { clients, type ClientUnderTest } from '../clients.ts';
import { measureBytes } from '../site/bundle.ts';
import type { Site } from '../site/site.ts';
import { measureDisk, type DiskTimes } from './disk.ts';
import { measureDrain, type Drain, type Load } from './drain.ts';
import { play } from './play.ts';
import { scenarios, type Scenario } from './scenarios.ts';
import type { Verdict } from './verdict.ts';

export const ENGINES: readonly Engine[] = ['chromium', 'firefox'];
/** The first takes milliseconds, so once is not enough. Of the last none is sent to the end in the time given. */
export const LOADS = [
  { count: 1, rounds: 5, limitMs: 20_000 },
  { count: 100, rounds: 1, limitMs: 20_000 },
  { count: 10_000, rounds: 1, limitMs: 8000 },
] as const satisfies Load[];

export type ByClient<Value> = Map<ClientUnderTest, Value>;

export interface Results {
  bytes: ByClient<number>;
  /** Undefined where the client never says that an item is on the device. */
  disk: Map<Engine, ByClient<DiskTimes | undefined>>;
  /** By the number of items that waited. */
  drains: Map<number, ByClient<Drain>>;
  verdicts: Map<Scenario, ByClient<Verdict>>;
  /** As the browsers call themselves. */
  browsers: string[];
  /** How many programs had work for a core when it began, by the system's average of a minute. */
  load: number;
}

/** @param tell hears what is being measured */
export async function measureAll(site: Site, tell: (what: string) => void): Promise<Results> {
  const [load = 0] = loadavg();
  const disk: Results['disk'] = new Map();
  const drains: Results['drains'] = new Map();
  const verdicts: Results['verdicts'] = new Map();
  for (const engine of ENGINES) {
    tell(`time to disk in ${engine}`);
    disk.set(engine, await inTurn((client) => measureDisk(site, client, engine)));
  }
  for (const load of LOADS) {
    tell(`${load.count} waiting`);
    drains.set(load.count, await inTurn((client) => measureDrain(site, client, load)));
  }
  for (const scenario of scenarios) {
    tell(scenario.name);
    const order = scenario.isHeavy ? inTurn : atOnce;
    verdicts.set(scenario, await order((client) => play(site, client, scenario)));
  }
  const browsers = ENGINES.map((engine) => inBrowser(engine, (browser) => browser.version()));
  return {
    bytes: await atOnce(measureBytes),
    disk,
    drains,
    verdicts,
    browsers: await Promise.all(browsers),
    load,
  };
}

/** For what takes time: clients that are compared have the machine to themselves, and soon after each other. */
async function inTurn<Value>(measure: (client: ClientUnderTest) => Promise<Value>): Promise<ByClient<Value>> {
  const values: ByClient<Value> = new Map();
  for (const client of clients) values.set(client, await measure(client));
  return values;
}

/** For what is the same on a busy machine. */
async function atOnce<Value>(measure: (client: ClientUnderTest) => Promise<Value>): Promise<ByClient<Value>> {
  const entries = clients.map(async (client) => [client, await measure(client)] as const);
  return new Map(await Promise.all(entries));
}
