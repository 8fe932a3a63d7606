import { copyOwnProperties, toJson } from '@heed/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { mayRemember, watchConsent } from './storage-consent.ts';

const MAX_AGE_MS = 7 * 24 * 60 * 60 * 1000;
const SAVE_DELAY_MS = 250;

/**
 * Keeps what is being typed on this device only, over a reload or a crash, for seven days at most.
 * Nothing while the page has no consent for it, and gone when that is taken back. A device that keeps nothing (a
 * sandboxed frame, a full disk) costs the draft, never the form.
 */
export class Draft<Values extends object> implements ReactiveController {
  readonly #key: () => string | undefined;
  readonly #permitted: () => void;
  #stopWatching: (() => void) | undefined;
  #waiting: { values: Values; timer: ReturnType<typeof setTimeout> } | undefined;

  /**
   * @param key the name to keep it under; undefined keeps nothing
   * @param permitted called when the page is given consent later, since there may be something to load then
   */
  constructor(host: ReactiveControllerHost, key: () => string | undefined, permitted: () => void) {
    this.#key = key;
    this.#permitted = permitted;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.flush);
    this.#stopWatching = watchConsent((mayKeep) => mayKeep && this.#permitted());
  }

  hostDisconnected(): void {
    this.flush();
    removeEventListener('pagehide', this.flush);
    this.#stopWatching?.();
  }

  load(): Partial<Values> {
    return copyOwnProperties(this.#load());
  }

  #load(): Partial<Values> {
    if (!mayRemember()) return {};
    const { at, values } = this.#try((key) => JSON.parse(localStorage.getItem(key) ?? '{}')) ?? {};
    // A clock that was put back must not keep it for longer, either.
    const isYoung = Math.abs(Date.now() - at) < MAX_AGE_MS;
    if (isYoung && typeof values === 'object' && values !== null) return values;
    this.#remove();
    return {};
  }

  save(values: Values): void {
    // Asked now: an element that has left its form would take itself for one that stands alone.
    if (!this.#key()) return;
    clearTimeout(this.#waiting?.timer);
    this.#waiting = { values, timer: setTimeout(this.flush, SAVE_DELAY_MS) };
  }

  clear(): void {
    clearTimeout(this.#waiting?.timer);
    this.#waiting = undefined;
    this.#remove();
  }

  /** Keeps at once what waits to be kept. */
  readonly flush = (): void => {
    if (!this.#waiting) return;
    const { values, timer } = this.#waiting;
    clearTimeout(timer);
    this.#waiting = undefined;
    if (!mayRemember()) return;
    this.#try((key) => localStorage.setItem(key, toJson({ at: Date.now(), values })));
  };

  #remove(): void {
    this.#try((key) => localStorage.removeItem(key));
  }

  #try<Result>(act: (key: string) => Result): Result | undefined {
    const key = this.#key();
    try {
      return key ? act(`heed-draft:${key}`) : undefined;
    } catch {
      return undefined;
    }
  }
}
