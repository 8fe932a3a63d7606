import { inBrowser, type Engine } from '../../shared/launch.ts';
import { quantile } from '../../shared/quantile.ts';
import { makeText, visit } from '../browser/visit.ts';
import type { ClientUnderTest } from '../clients.ts';
import type { Site } from '../site/site.ts';

export interface DiskTimes {
  medianMs: number;
  p99Ms: number;
}

const SAMPLES = 300;
/** Long enough to send an item before the next one is submitted. */
const BETWEEN_MS = 15;

/** Measures the time until the client reports that an item is on the device. `undefined` if it never does. */
export async function measureDisk(
  site: Site,
  client: ClientUnderTest,
  engine: Engine,
): Promise<DiskTimes | undefined> {
  if (!client.reportsDisk) return undefined;
  const texts = Array.from({ length: SAMPLES }, (_, index) => makeText(index));
  const times = await inBrowser(engine, async (browser) => {
    const page = await visit(browser, site.startRun(client, `disk-${engine}`));
    return page.evaluate(timeEach, texts, BETWEEN_MS);
  });
  return { medianMs: quantile(times, 0.5), p99Ms: quantile(times, 0.99) };
}

async function timeEach(texts: string[], betweenMs: number): Promise<number[]> {
  const times: number[] = [];
  for (const text of texts) {
    const before = performance.now();
    const isOnDisk = await adapter.submit(text);
    times.push(performance.now() - before);
    if (!isOnDisk) throw new Error('The client stored an item only in memory.');
    await new Promise((resolve) => setTimeout(resolve, betweenMs));
  }
  return times;
}
