import type { Page } from 'puppeteer-core';

/** A task that takes longer keeps a person waiting, by the definition of the Long Tasks API. */
const LONG_TASK_MS = 50;
const MARK = 'heed-benchmark';

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  dur?: number;
}

/** How long each task of the page's main thread took while the work lasted, in milliseconds, by the browser's trace. */
export async function traceTasks(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.tracing.start({ categories: ['disabled-by-default-devtools.timeline', 'blink.user_timing'] });
  await page.evaluate((mark) => void performance.mark(mark), MARK);
  await work();
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
  const marked = traceEvents.find(({ name }) => name === MARK);
  if (!marked) throw new Error('the trace lacks the mark of the page');
  return traceEvents
    .filter(({ name, pid, tid }) => name === 'RunTask' && pid === marked.pid && tid === marked.tid)
    .map(({ dur = 0 }) => dur / 1000);
}

/** What of the tasks keeps a person waiting. */
export function totalBlockingMs(tasks: readonly number[]): number {
  return tasks.reduce((sum, task) => sum + Math.max(0, task - LONG_TASK_MS), 0);
}
