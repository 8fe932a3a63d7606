/** One visit to the page of a subject, on a slow device. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import type { Site } from '../site/site.ts';
import type { Subject } from '../subjects.ts';
import { isTaken, loadScript, observe, showStep } from './in-page.ts';

/** What a visit cost. Times are in milliseconds of the slowed browser. */
export interface Figures {
  scriptMs: number;
  styleMs: number;
  layoutMs: number;
  /** All that the page's main thread did until every question was answerable, the three above among it. */
  taskMs: number;
  /** From the arrival of the script until every question was answerable. */
  answerableMs: number;
  longTasksMs: readonly number[];
  /** The sum of all layout shifts. */
  shift: number;
  /** What the script and its questions keep, after a collection of garbage. */
  heapBytes: number;
  /** Scripts and styles after gzip. */
  loadedBytes: number;
}

export const SLOWDOWN = 4;
/** How long the page is left alone before memory, shifts and long tasks are read. */
const SETTLE_MS = 500;
const LIMIT_MS = 60_000;
/** How long a click may take to show. */
const TAKE_MS = 3000;
/** The step that is clicked, or the last of fewer. */
const STEP_INDEX = 7;

/** @throws when the questions do not come, or a click on a step is not taken */
export async function visit(browser: Browser, site: Site, subject: Subject, count: number): Promise<Figures> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    await openPainted(page, site.openOrigin(subject, count));
    await page.emulateCPUThrottling(SLOWDOWN);
    return await measure(page, site, subject);
  } catch (error) {
    throw new Error(`${subject.name}, ${count} in the page`, { cause: error });
  } finally {
    await context.close();
  }
}

/** The page stands and has been painted before the script is asked for. */
async function openPainted(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
}

async function measure(page: Page, site: Site, subject: Subject): Promise<Figures> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  await page.evaluate(observe);
  const heapBefore = await readHeap(session);
  const before = await readCounters(session);
  const loaded = await page.evaluate(loadScript, `/${subject.id}.js`, subject.step, LIMIT_MS);
  const after = await readCounters(session);
  await pause(SETTLE_MS);
  const { longTasksMs, shift } = await page.evaluate(() => seen);
  const heapBytes = (await readHeap(session)) - heapBefore;
  await takeStep(page, subject);
  const since = (name: string): number => 1000 * ((after.get(name) ?? NaN) - (before.get(name) ?? NaN));
  return {
    scriptMs: since('ScriptDuration'),
    styleMs: since('RecalcStyleDuration'),
    layoutMs: since('LayoutDuration'),
    taskMs: since('TaskDuration'),
    answerableMs: loaded.answerableMs - loaded.arrivedMs,
    longTasksMs,
    shift,
    heapBytes,
    loadedBytes: site.weigh(subject, await listPaths(page)),
  };
}

/** The browser's own counters, by name; durations in seconds. */
async function readCounters(session: CDPSession): Promise<Map<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

async function readHeap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await readCounters(session)).get('JSHeapUsedSize') ?? NaN;
}

/** Proves with a real pointer that what was seen can be answered. */
async function takeStep(page: Page, { step, taken }: Subject): Promise<void> {
  const { x, y } = await page.evaluate(showStep, step, STEP_INDEX);
  await page.mouse.click(x, y);
  await page.waitForFunction(isTaken, { timeout: TAKE_MS }, taken);
}

function listPaths(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  );
}
