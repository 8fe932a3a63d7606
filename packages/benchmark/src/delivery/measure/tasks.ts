import type { Page } from 'puppeteer-core';

/** The definition of a long task in the Long Tasks API. */
const LONG_TASK_MS = 50;
const MARK = 'heed-benchmark';

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  dur?: number;
}

/** Returns the durations of the tasks on the main thread during the work, in milliseconds, from the browser's trace. */
export async function traceTasks(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.tracing.start({ categories: ['disabled-by-default-devtools.timeline', 'blink.user_timing'] });
  await page.evaluate((mark) => void performance.mark(mark), MARK);
  await work();
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
  const marked = traceEvents.find(({ name }) => name === MARK);
  if (!marked) throw new Error('The trace does not contain the mark of the page.');
  return traceEvents
    .filter(({ name, pid, tid }) => name === 'RunTask' && pid === marked.pid && tid === marked.tid)
    .map(({ dur = 0 }) => dur / 1000);
}

/** Returns the total blocking time: the time of each task beyond 50 ms. */
export function sumBlockingMs(tasks: readonly number[]): number {
  return tasks.reduce((sum, task) => sum + Math.max(0, task - LONG_TASK_MS), 0);
}
