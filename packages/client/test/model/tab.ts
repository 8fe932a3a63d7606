import { IDBKeyRange } from 'fake-indexeddb';
import { loadClient, type Globals } from './realm.ts';
import type { Environment } from './environment.ts';
import type { Client, ClientOptions, Clock } from '../../src/index.ts';

/** How the headers of an attempt come about. */
export type Headers = 'value' | 'async' | 'throws' | 'rejects' | 'hangs';

/** What the browser offers to a tab. */
export interface Features {
  /** Web Locks; not on an `http://` page. */
  hasLocks: boolean;
}

/**
 * One tab of the device: a realm of its own, with a client in it.
 *
 * What reaches the tab's code from outside passes {@link deliver}, as do its requests, so that a tab that is gone
 * really is, and a frozen one neither acts nor hears until it thaws. Only transactions under way still come to their
 * end, since browsers freeze no page in the middle of one.
 */
export class Tab {
  readonly features: Features;
  readonly client: Client;
  state: 'open' | 'frozen' | 'gone' = 'open';
  hasConsent = true;
  /** What its end brings about. */
  readonly onGone: (() => void)[] = [];
  /** The client was closed, the page lives on. */
  isClosed = false;
  /** It was closed, and what it was doing then has come to its end. */
  isSilent = false;
  /** It was frozen, and has not come to rest since. */
  isThawing = false;
  headers: Headers = 'value';
  /** An attempt of its may be under way that nobody sees. */
  mayWaitForHeaders = false;
  /** How often its page was left or frozen: work on the device may have been given up. */
  breaks = 0;
  /** Between `pagehide` and `pageshow`. */
  isLeaving = false;
  readonly #environment: Environment;
  readonly #window = new EventTarget();
  readonly #timers: (() => void)[] = [];
  readonly #controllers: AbortController[] = [];
  /** What waits for the thaw. */
  #frozen: (() => void)[] = [];

  constructor(
    environment: Environment,
    features: Features,
    options: (tab: Tab) => Omit<ClientOptions, 'clock'>,
  ) {
    this.#environment = environment;
    this.features = features;
    const { createClient } = loadClient(this.#globals());
    this.client = createClient({ ...options(this), clock: this.#clock() });
  }

  deliver(act: () => void): void {
    if (this.state === 'open') act();
    else if (this.state === 'frozen') this.#frozen.push(act);
  }

  deliverSoon(act: () => void): void {
    this.#environment.time.soon(() => this.deliver(act));
  }

  freeze(): void {
    this.state = 'frozen';
    this.breaks++;
  }

  thaw(): void {
    this.state = 'open';
    this.isThawing = true;
    // It does not know yet that what it had sent has come to its end.
    this.#environment.endpoint.excuse(this);
    for (const act of this.#frozen.splice(0)) this.deliverSoon(act);
  }

  /** The run is over. */
  end(): void {
    this.state = 'gone';
    for (const controller of this.#controllers) controller.abort();
  }

  /** Nothing goes on in it, or anywhere else. */
  rest(): void {
    if (this.state === 'open') this.isThawing = false;
    this.isSilent = this.isClosed;
  }

  /** The page is left, and may come back. */
  hide(): void {
    this.isLeaving = true;
    this.breaks++;
    this.#environment.endpoint.excuse(this);
    this.dispatch('pagehide', { persisted: true });
  }

  show(): void {
    this.isLeaving = false;
    this.dispatch('pageshow', { persisted: true });
  }

  /** An event at the window. */
  dispatch(type: string, more: Record<string, unknown> = {}): void {
    this.deliver(() => this.#window.dispatchEvent(Object.assign(new Event(type), more)));
  }

  #clock(): Clock {
    const { time } = this.#environment;
    return {
      now: () => time.deviceNow(),
      timeout: (ms) => {
        const controller = new AbortController();
        this.#controllers.push(controller);
        time.after(ms, () => this.deliver(() => controller.abort(new DOMException('', 'TimeoutError'))));
        return controller.signal;
      },
    };
  }

  #globals(): Globals {
    const { time, locks, channels, device } = this.#environment;
    return {
      navigator: this.features.hasLocks ? { locks: locks.of(this) } : {},
      BroadcastChannel: channels.of(this),
      indexedDB: device.of(this),
      IDBKeyRange,
      setTimeout: (act: () => void, ms = 0) => this.#timers.push(time.after(ms, () => this.deliver(act))),
      clearTimeout: (id?: number) => this.#timers[(id ?? 0) - 1]?.(),
      addEventListener: this.#window.addEventListener.bind(this.#window),
      removeEventListener: this.#window.removeEventListener.bind(this.#window),
    };
  }
}
