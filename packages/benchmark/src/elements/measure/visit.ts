/** Visits the page of a subject on a slow device. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import type { Site } from '../site/site.ts';
import type { Subject } from '../subjects.ts';
import { isSelected, loadScript, observe, showStep } from './in-page.ts';

/** The cost of a visit. Times are in milliseconds of the throttled browser. */
export interface Figures {
  scriptMs: number;
  styleMs: number;
  layoutMs: number;
  /** All work of the main thread until every question was answerable, including the three times above. */
  taskMs: number;
  /** The time from the arrival of the script until every question was answerable. */
  answerableMs: number;
  longTasksMs: readonly number[];
  /** The sum of all layout shifts. */
  shift: number;
  /** The memory of the script and its questions after garbage collection. */
  heapBytes: number;
  /** The size of scripts and styles after gzip. */
  loadedBytes: number;
}

export const SLOWDOWN = 4;
/** The pause before memory, shifts and long tasks are read. */
const SETTLE_MS = 500;
const LIMIT_MS = 60_000;
/** The time limit for the effect of a click. */
const SELECT_MS = 3000;
/** The index of the clicked step. With fewer steps, the last step is clicked. */
const STEP_INDEX = 7;

/** Returns the figures. Throws if the questions do not appear, or a click selects no step. */
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

/** Waits until the page has been painted, before the script is requested. */
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
  const { longTasksMs, shift } = await page.evaluate(() => observed);
  const heapBytes = (await readHeap(session)) - heapBefore;
  await selectStep(page, subject);
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
    loadedBytes: site.measureGzip(subject, await listPaths(page)),
  };
}

/** Returns the counters of the browser by name. Durations are in seconds. */
async function readCounters(session: CDPSession): Promise<Map<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

async function readHeap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await readCounters(session)).get('JSHeapUsedSize') ?? NaN;
}

/** Checks with a real pointer that the question can be answered. */
async function selectStep(page: Page, { step, selected }: Subject): Promise<void> {
  const { x, y } = await page.evaluate(showStep, step, STEP_INDEX);
  await page.mouse.click(x, y);
  await page.waitForFunction(isSelected, { timeout: SELECT_MS }, selected);
}

function listPaths(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  );
}
