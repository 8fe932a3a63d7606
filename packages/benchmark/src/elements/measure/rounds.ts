/** Many visits to every page, so that what changes on the machine meanwhile falls on all alike. */
import { loadavg } from 'node:os';
import { inBrowser } from '../../shared/launch.ts';
import type { Site } from '../site/site.ts';
import type { Subject } from '../subjects.ts';
import { visit, type Figures } from './visit.ts';

/** How many questions a page holds. */
export const COUNTS = [1, 100] as const;
export type Count = (typeof COUNTS)[number];

export interface Results {
  /** One entry a round. */
  figures: ReadonlyMap<Count, ReadonlyMap<Subject, readonly Figures[]>>;
  rounds: number;
  /** As the browser calls itself. */
  browser: string;
  /** How many programs had work for a core when it began, by the system's average of a minute. */
  load: number;
}

/** @param tell hears what is being measured */
export async function measureRounds(
  site: Site,
  subjects: readonly Subject[],
  rounds: number,
  tell: (what: string) => void,
): Promise<Results> {
  const [load = 0] = loadavg();
  const figures = new Map(
    COUNTS.map((count) => [count, new Map(subjects.map((subject) => [subject, [] as Figures[]]))]),
  );
  const pages = COUNTS.flatMap((count) => subjects.map((subject) => ({ count, subject })));
  let browserName = '';
  for (let round = 1; round <= rounds; round++) {
    tell(`round ${round} of ${rounds}`);
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
