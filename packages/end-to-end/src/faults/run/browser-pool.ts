/** The browsers that run scenarios: one per engine is shared by all scenarios that do not end it. */
import pLimit, { type LimitFunction } from 'p-limit';
import type { Engine } from '../../shared/browsers/engines.ts';
import { createProfile } from '../../shared/browsers/launch.ts';
import type { Browser, Tab } from '../browsers/browser.ts';
import { launchEngine } from '../browsers/launch.ts';
import { startFaultSite, type FaultSite } from './fault-site.ts';

/** Concurrent scenarios per engine, which keep two processors busy. */
const CONCURRENCY: Record<Engine, number> = { chromium: 3, firefox: 2, webkit: 1 };

/** A browser with a profile that outlives it. */
export interface PooledBrowser {
  browser: Browser;
  /** Returns a page without a client, which reads the queue entries on the device. */
  openInspector(origin: string): Promise<Tab>;
  /** Starts a new browser with the profile of the previous browser. */
  restart(): Promise<void>;
  release(): Promise<void>;
}

export class BrowserPool {
  readonly site: FaultSite;
  readonly #shared = new Map<Engine, Promise<PooledBrowser>>();
  readonly #limits = new Map<Engine, LimitFunction>();
  readonly #running = new Set<Promise<unknown>>();
  #exclusiveTask: Promise<unknown> = Promise.resolve();

  private constructor(site: FaultSite) {
    this.site = site;
  }

  static async start(): Promise<BrowserPool> {
    return new BrowserPool(await startFaultSite());
  }

  /**
   * Runs a task as soon as the engine has capacity.
   *
   * @param isExclusive nothing else runs meanwhile, in any engine
   */
  schedule<Result>(engine: Engine, isExclusive: boolean, task: () => Promise<Result>): Promise<Result> {
    const limit = this.#limits.get(engine) ?? pLimit(CONCURRENCY[engine]);
    this.#limits.set(engine, limit);
    return limit(() => (isExclusive ? this.#runExclusively(task) : this.#runConcurrently(task)));
  }

  /** @param isDedicated returns a browser that nothing else uses */
  async acquire(engine: Engine, isDedicated: boolean): Promise<PooledBrowser> {
    if (isDedicated) return launchPooledBrowser(engine);
    const shared = this.#shared.get(engine) ?? launchPooledBrowser(engine);
    this.#shared.set(engine, shared);
    return { ...(await shared), release: async () => {} };
  }

  /** Ends the shared browser of an engine; the next scenario starts a new one. For engines with a concurrency of 1. */
  async replaceShared(engine: Engine): Promise<void> {
    const shared = await this.#shared.get(engine);
    this.#shared.delete(engine);
    await shared?.release();
  }

  async #runConcurrently<Result>(task: () => Promise<Result>): Promise<Result> {
    // While this waits for one exclusive task, another may have been scheduled.
    for (let awaited; awaited !== this.#exclusiveTask;) await (awaited = this.#exclusiveTask);
    const running = task();
    this.#running.add(running);
    return running.finally(() => this.#running.delete(running));
  }

  async #runExclusively<Result>(task: () => Promise<Result>): Promise<Result> {
    const previous = this.#exclusiveTask;
    const running = previous.then(() => Promise.allSettled(this.#running)).then(task);
    this.#exclusiveTask = running.catch(() => {});
    return running;
  }

  async close(): Promise<void> {
    const shared = await Promise.allSettled(this.#shared.values());
    await Promise.all(shared.map((pooled) => pooled.status === 'fulfilled' && pooled.value.release()));
    await this.site.close();
  }
}

async function launchPooledBrowser(engine: Engine): Promise<PooledBrowser> {
  const profile = createProfile();
  const inspectors = new Map<string, Promise<Tab>>();
  const pooled: PooledBrowser = {
    browser: await launchEngine(engine, profile.path),
    openInspector(origin) {
      const inspector = inspectors.get(origin) ?? openInspectorTab(pooled.browser, origin);
      inspectors.set(origin, inspector);
      return inspector;
    },
    async restart() {
      inspectors.clear();
      pooled.browser = await launchEngine(engine, profile.path);
    },
    async release() {
      await pooled.browser.close();
      profile.remove();
    },
  };
  return pooled;
}

async function openInspectorTab(browser: Browser, origin: string): Promise<Tab> {
  const tab = await browser.openTab();
  await tab.goto(`${origin}/inspect`);
  return tab;
}
