import { copyOwnProperties, toJson } from '@heed/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { mayRemember, watchConsent } from './storage-consent.ts';

const MAX_AGE_MS = 7 * 24 * 60 * 60 * 1000;
const SAVE_DELAY_MS = 250;

/**
 * Stores a draft of the user's input on the device, for seven days at most, so that it survives a reload or a crash.
 * Stores nothing without the consent of the page, and deletes the draft when consent is withdrawn. Where storage is not
 * available (a sandboxed frame, a full disk), the draft is lost, but the form works.
 */
export class Draft<Values extends object> implements ReactiveController {
  readonly #key: () => string | undefined;
  readonly #permitted: () => void;
  #stopWatching: (() => void) | undefined;
  #waiting: { values: Values; timer: ReturnType<typeof setTimeout> } | undefined;

  /**
   * @param key returns the name of the draft; `undefined` stores nothing
   * @param permitted called when consent is given later, since there may be a draft to load then
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
    // With `abs`, a clock that was set back does not keep a draft for longer.
    const isYoung = Math.abs(Date.now() - at) < MAX_AGE_MS;
    if (isYoung && typeof values === 'object' && values !== null) return values;
    this.#remove();
    return {};
  }

  save(values: Values): void {
    // Checked now: an element that has left its form would look like a standalone one.
    if (!this.#key()) return;
    clearTimeout(this.#waiting?.timer);
    this.#waiting = { values, timer: setTimeout(this.flush, SAVE_DELAY_MS) };
  }

  clear(): void {
    clearTimeout(this.#waiting?.timer);
    this.#waiting = undefined;
    this.#remove();
  }

  /** Stores pending input immediately. */
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
