/** Where scenarios are played: a site, and for each engine one browser that those share which kill none. */
import pLimit, { type LimitFunction } from 'p-limit';
import type { Browser, Tab } from '../engines/engine.ts';
import { launchBrowser } from '../engines/launch.ts';
import { makeProfile } from '../../delivery/browser.ts';
import type { Engine } from '../scenario.ts';
import { startSite, type FaultSite } from './site.ts';

/** So many at once keep two processors busy. */
const AT_ONCE: Record<Engine, number> = { chromium: 3, firefox: 2, webkit: 1 };

/** A browser with its profile, which stays when the browser ends. */
export interface Seat {
  browser: Browser;
  /** A page without a client that looks at the device. */
  inspect(origin: string): Promise<Tab>;
  /** Starts a new browser with the profile of the one that has ended. */
  restart(): Promise<void>;
  leave(): Promise<void>;
}

export class Stage {
  readonly site: FaultSite;
  readonly #shared = new Map<Engine, Promise<Seat>>();
  readonly #lanes = new Map<Engine, LimitFunction>();
  readonly #playing = new Set<Promise<unknown>>();
  #quietUntil: Promise<unknown> = Promise.resolve();

  private constructor(site: FaultSite) {
    this.site = site;
  }

  static async open(): Promise<Stage> {
    return new Stage(await startSite());
  }

  /**
   * Plays something as soon as the engine is free for it.
   *
   * @param isAlone nothing else is played meanwhile, in any engine
   */
  inLane<Result>(engine: Engine, isAlone: boolean, play: () => Promise<Result>): Promise<Result> {
    const lane = this.#lanes.get(engine) ?? pLimit(AT_ONCE[engine]);
    this.#lanes.set(engine, lane);
    return lane(() => (isAlone ? this.#quiet(play) : this.#loud(play)));
  }

  /** @param isOwn nobody else uses the browser */
  async takeSeat(engine: Engine, isOwn: boolean): Promise<Seat> {
    if (isOwn) return openSeat(engine);
    const shared = this.#shared.get(engine) ?? openSeat(engine);
    this.#shared.set(engine, shared);
    return { ...(await shared), leave: async () => {} };
  }

  /** Ends the shared browser of an engine; the next scenario gets a new one. For an engine that plays one at a time. */
  async renew(engine: Engine): Promise<void> {
    const shared = await this.#shared.get(engine);
    this.#shared.delete(engine);
    await shared?.leave();
  }

  async #loud<Result>(play: () => Promise<Result>): Promise<Result> {
    // Another one that must be alone may have come while the first was waited for.
    for (let quiet; quiet !== this.#quietUntil;) await (quiet = this.#quietUntil);
    const played = play();
    this.#playing.add(played);
    return played.finally(() => this.#playing.delete(played));
  }

  async #quiet<Result>(play: () => Promise<Result>): Promise<Result> {
    const before = this.#quietUntil;
    const played = before.then(() => Promise.allSettled(this.#playing)).then(play);
    this.#quietUntil = played.catch(() => {});
    return played;
  }

  async close(): Promise<void> {
    const shared = await Promise.allSettled(this.#shared.values());
    await Promise.all(shared.map((seat) => seat.status === 'fulfilled' && seat.value.leave()));
    await this.site.close();
  }
}

async function openSeat(engine: Engine): Promise<Seat> {
  const profile = makeProfile();
  const inspectors = new Map<string, Promise<Tab>>();
  const seat: Seat = {
    browser: await launchBrowser(engine, profile.path),
    inspect(origin) {
      const inspector = inspectors.get(origin) ?? openInspector(seat.browser, origin);
      inspectors.set(origin, inspector);
      return inspector;
    },
    async restart() {
      inspectors.clear();
      seat.browser = await launchBrowser(engine, profile.path);
    },
    async leave() {
      await seat.browser.close();
      profile.remove();
    },
  };
  return seat;
}

async function openInspector(browser: Browser, origin: string): Promise<Tab> {
  const tab = await browser.openTab();
  await tab.goto(`${origin}/inspect`);
  return tab;
}
