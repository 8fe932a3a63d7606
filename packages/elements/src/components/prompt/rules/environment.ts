/** What the rules need of the browser. Tests replace the clock, the storage and the locks. */
export interface PromptEnvironment {
  /** Returns milliseconds since 1970. */
  now(): number;
  /** Returns a number from 0 to less than 1. */
  random(): number;
  /** Calls back after a time. Returns a function that cancels it. */
  wait(ms: number, callback: () => void): () => void;
  /** Returns false while the page is in the background. */
  isVisible(): boolean;
  /** Throws if the browser denies access. */
  readonly storage: Storage;
  /** `undefined` on `http://` pages. */
  readonly locks: LockManager | undefined;
}

/** The longest delay of `setTimeout()`. A longer one would fire immediately. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

export const browserEnvironment: PromptEnvironment = {
  now: () => Date.now(),
  random: () => Math.random(),
  wait(ms, callback) {
    const timer = ms > MAX_TIMEOUT_MS ? undefined : setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  isVisible: () => document.visibilityState === 'visible',
  get storage() {
    return localStorage;
  },
  get locks() {
    return navigator.locks;
  },
};
