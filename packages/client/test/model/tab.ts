import { IDBKeyRange } from 'fake-indexeddb';
import { loadClient, type Globals } from './realm.ts';
import type { Environment } from './environment.ts';
import type { Client, ClientOptions, Clock } from '../../src/index.ts';

/** The kind of the option `headers`: an object, or a function that behaves in this way. */
export type HeadersKind = 'value' | 'async' | 'throws' | 'rejects' | 'hangs';

/** The browser features of a tab. */
export interface Features {
  /** Web Locks; missing on an `http://` page. */
  hasLocks: boolean;
}

/**
 * Simulates one tab of the device: a separate realm with a client.
 *
 * All callbacks from outside and all requests of the tab pass through {@link deliver}. A tab that is gone therefore
 * runs no more code, and a frozen tab runs none until it thaws. Only transactions in progress still complete, because
 * browsers do not freeze a page in the middle of a transaction.
 */
export class Tab {
  readonly features: Features;
  readonly client: Client;
  state: 'open' | 'frozen' | 'gone' = 'open';
  hasConsent = true;
  /** Called when the tab is gone. */
  readonly cleanups: (() => void)[] = [];
  /** True if the client was closed; the page stays open. */
  isClosed = false;
  /** True if the client was closed and its attempt in progress is complete. */
  isSilent = false;
  /** True if the tab has thawed and has not been idle since. */
  isThawing = false;
  headers: HeadersKind = 'value';
  /** True if an attempt may be waiting for the function `headers`, and is therefore not visible at the endpoint. */
  mayWaitForHeaders = false;
  /** How often the page was left or frozen, which may have aborted a storage operation. */
  suspensions = 0;
  /** True between `pagehide` and `pageshow`. */
  isPageHidden = false;
  readonly #environment: Environment;
  readonly #window = new EventTarget();
  readonly #timers: (() => void)[] = [];
  readonly #controllers: AbortController[] = [];
  /** Callbacks that run after the thaw. */
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

  /** Runs a callback of the tab now, after the thaw if the tab is frozen, or never if it is gone. */
  deliver(callback: () => void): void {
    if (this.state === 'open') callback();
    else if (this.state === 'frozen') this.#frozen.push(callback);
  }

  /** Delivers a callback in the next turn. */
  deliverSoon(callback: () => void): void {
    this.#environment.time.runInNextTurn(() => this.deliver(callback));
  }

  freeze(): void {
    this.state = 'frozen';
    this.suspensions++;
  }

  thaw(): void {
    this.state = 'open';
    this.isThawing = true;
    // The tab does not know yet that its requests have settled.
    this.#environment.endpoint.exempt(this);
    for (const callback of this.#frozen.splice(0)) this.deliverSoon(callback);
  }

  /** Ends the tab at the end of the run. */
  end(): void {
    this.state = 'gone';
    for (const controller of this.#controllers) controller.abort();
  }

  /** Updates the tab while the environment is idle. */
  onIdle(): void {
    if (this.state === 'open') this.isThawing = false;
    this.isSilent = this.isClosed;
  }

  /** Fires `pagehide`, as when the page enters the back/forward cache. */
  hide(): void {
    this.isPageHidden = true;
    this.suspensions++;
    this.#environment.endpoint.exempt(this);
    this.dispatch('pagehide', { persisted: true });
  }

  /** Fires `pageshow`, as when the page is restored. */
  show(): void {
    this.isPageHidden = false;
    this.dispatch('pageshow', { persisted: true });
  }

  /** Dispatches an event on the window. */
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
        time.setTimer(ms, () => this.deliver(() => controller.abort(new DOMException('', 'TimeoutError'))));
        return controller.signal;
      },
    };
  }

  #globals(): Globals {
    const { time, locks, channels, device } = this.#environment;
    return {
      navigator: this.features.hasLocks ? { locks: locks.forTab(this) } : {},
      BroadcastChannel: channels.forTab(this),
      indexedDB: device.forTab(this),
      IDBKeyRange,
      setTimeout: (callback: () => void, ms = 0) =>
        this.#timers.push(time.setTimer(ms, () => this.deliver(callback))),
      clearTimeout: (id?: number) => this.#timers[(id ?? 0) - 1]?.(),
      addEventListener: this.#window.addEventListener.bind(this.#window),
      removeEventListener: this.#window.removeEventListener.bind(this.#window),
    };
  }
}
