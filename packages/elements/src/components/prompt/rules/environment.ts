/** What the rules need of the platform. Tests bring a clock and a storage of their own. */
export interface PromptEnvironment {
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 to below 1. */
  random(): number;
  /** Acts after so many milliseconds, unless what it returns is called before. */
  wait(ms: number, act: () => void): () => void;
  isVisible(): boolean;
  /** Throws where the browser denies it. */
  readonly storage: Storage;
  /** Absent on http pages. */
  readonly locks: LockManager | undefined;
}

/** What a timer of the platform can wait for; it would not wait at all for more. */
const MAX_WAIT_MS = 2 ** 31 - 1;

export const platform: PromptEnvironment = {
  now: () => Date.now(),
  random: () => Math.random(),
  wait(ms, act) {
    const timer = ms > MAX_WAIT_MS ? undefined : setTimeout(act, ms);
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
