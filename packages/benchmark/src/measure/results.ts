/** One run of everything: which client measured what. */
import { inBrowser } from '../browser/launch.ts';
import { clients, type ClientUnderTest } from '../clients.ts';
import { measureBytes } from '../site/bundle.ts';
import type { Site } from '../site/site.ts';
import { measureDisk, type DiskTimes } from './disk.ts';
import { measureDrain, type Drain } from './drain.ts';
import { play } from './play.ts';
import { scenarios, type Scenario } from './scenarios.ts';
import type { Verdict } from './verdict.ts';

/** So many items wait when a page is opened. */
export const WAITING = [1, 100, 10_000] as const;
/** Long enough for the slowest with 100 waiting; of 10,000 none sends all in that time. */
const DRAIN_LIMIT_MS = { 1: 20_000, 100: 20_000, 10_000: 8000 } as const;

export interface Figures {
  bytes: number;
  /** By engine; undefined where the client never says that an item is on the device. */
  disk: { chromium: DiskTimes | undefined; firefox: DiskTimes | undefined };
  /** By the number of items that waited. */
  drains: Record<(typeof WAITING)[number], Drain>;
}

export interface Results {
  figures: Map<ClientUnderTest, Figures>;
  verdicts: Map<Scenario, Map<ClientUnderTest, Verdict>>;
  /** As the browsers call themselves. */
  browsers: string[];
}

/** @param tell hears what is being measured */
export async function measureAll(site: Site, tell: (what: string) => void): Promise<Results> {
  const figures = new Map<ClientUnderTest, Figures>();
  // One after the other: on a busy machine nobody's time is its own.
  for (const client of clients) {
    tell(client.name);
    figures.set(client, await measureFigures(site, client));
  }
  const verdicts = new Map<Scenario, Map<ClientUnderTest, Verdict>>();
  for (const scenario of scenarios) {
    tell(scenario.name);
    verdicts.set(scenario, await playAll(site, scenario));
  }
  const browsers = [];
  for (const engine of ['chromium', 'firefox'] as const)
    browsers.push(await inBrowser(engine, (browser) => browser.version()));
  return { figures, verdicts, browsers };
}

async function measureFigures(site: Site, client: ClientUnderTest): Promise<Figures> {
  const drainOf = (count: (typeof WAITING)[number]): Promise<Drain> =>
    measureDrain(site, client, count, DRAIN_LIMIT_MS[count]);
  return {
    bytes: await measureBytes(client),
    disk: {
      chromium: await measureDisk(site, client, 'chromium'),
      firefox: await measureDisk(site, client, 'firefox'),
    },
    drains: { 1: await drainOf(1), 100: await drainOf(100), 10_000: await drainOf(10_000) },
  };
}

/** All clients at once where that can be: what arrives is compared, not when. */
async function playAll(site: Site, scenario: Scenario): Promise<Map<ClientUnderTest, Verdict>> {
  const playing = new Map<ClientUnderTest, Promise<Verdict>>();
  for (const client of clients) {
    playing.set(client, play(site, client, scenario));
    if (scenario.isHeavy) await playing.get(client);
  }
  const played = Array.from(playing, async ([client, verdict]) => [client, await verdict] as const);
  return new Map(await Promise.all(played));
}
