/** Visits every page in each round, so that changes on the machine affect all pages equally. */
import { loadavg } from 'node:os';
import { inBrowser } from '../../shared/launch.ts';
import type { Site } from '../site/site.ts';
import type { Subject } from '../subjects.ts';
import { visit, type Figures } from './visit.ts';

/** The numbers of questions in a page. */
export const COUNTS = [1, 100] as const;
export type Count = (typeof COUNTS)[number];

export interface Results {
  /** One entry per round. */
  figures: ReadonlyMap<Count, ReadonlyMap<Subject, readonly Figures[]>>;
  rounds: number;
  /** The version of the browser. */
  browser: string;
  /** The load average of the system over one minute, at the start. */
  load: number;
}

/** @param logProgress Called at the start of each round. */
export async function measureRounds(
  site: Site,
  subjects: readonly Subject[],
  rounds: number,
  logProgress: (message: string) => void,
): Promise<Results> {
  const [load = 0] = loadavg();
  const figures = new Map(
    COUNTS.map((count) => [count, new Map(subjects.map((subject) => [subject, [] as Figures[]]))]),
  );
  const pages = COUNTS.flatMap((count) => subjects.map((subject) => ({ count, subject })));
  let browserName = '';
  for (let round = 1; round <= rounds; round++) {
    logProgress(`round ${round} of ${rounds}`);
    browserName = await inBrowser('chromium', async (browser) => {
      for (const { count, subject } of shuffle(pages))
        figures
          .get(count)
          ?.get(subject)
          ?.push(await visit(browser, site, subject, count));
      return browser.version();
    });
  }
  return { figures, rounds, browser: browserName, load };
}

function shuffle<Item>(items: readonly Item[]): Item[] {
  const keyed = items.map((item) => ({ item, key: Math.random() }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
}
