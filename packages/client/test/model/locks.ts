import type { Tab } from './tab.ts';

interface Request {
  tab: Tab;
  name: string;
  grant: () => void;
  lose: (reason: unknown) => void;
}

/**
 * Simulates the Web Locks of an origin; exclusive locks only. Node's implementation has no tabs: it cannot release the
 * locks of a crashed tab, or take a lock from a frozen tab without running its code.
 */
export class Locks {
  readonly #onLockStolen: (tab: Tab) => void;
  #held: Request[] = [];
  #queue: Request[] = [];

  /** @param onLockStolen called with the tab that loses a lock */
  constructor(onLockStolen: (tab: Tab) => void = () => {}) {
    this.#onLockStolen = onLockStolen;
  }

  /** Returns the `navigator.locks` of one tab. */
  forTab(tab: Tab): Pick<LockManager, 'request'> {
    const request = (name: string, ...rest: unknown[]): Promise<unknown> => {
      const work = rest.pop() as () => unknown;
      return this.#request(tab, name, (rest[0] ?? {}) as LockOptions, work);
    };
    return { request } as Pick<LockManager, 'request'>;
  }

  /** Releases the locks of a tab that is gone, and removes its requests. */
  removeTab(tab: Tab): void {
    this.#held = this.#held.filter((request) => request.tab !== tab);
    this.#queue = this.#queue.filter((request) => request.tab !== tab);
    this.#grantNext();
  }

  /** Returns whether the tab has a lock, even if its code has not been called yet. */
  isHeldBy(tab: Tab): boolean {
    return this.#held.some((request) => request.tab === tab);
  }

  #request(tab: Tab, name: string, options: LockOptions, work: () => unknown): Promise<unknown> {
    const { signal, steal = false } = options;
    return new Promise((resolve, reject) => {
      if (tab.state === 'gone') return;
      if (signal?.aborted) return reject(signal.reason as Error);
      const request: Request = {
        tab,
        name,
        grant: () => tab.deliverSoon(() => void run()),
        lose: (reason) => tab.deliverSoon(() => reject(reason as Error)),
      };
      const run = async (): Promise<void> => {
        try {
          resolve(await work());
        } catch (error) {
          reject(error as Error);
        } finally {
          this.#release(request);
        }
      };
      signal?.addEventListener('abort', () => {
        if (!this.#queue.includes(request)) return;
        this.#queue = this.#queue.filter((other) => other !== request);
        reject(signal.reason as Error);
      });
      if (steal) this.#steal(request);
      else this.#queue.push(request);
      this.#grantNext();
    });
  }

  #steal(thief: Request): void {
    for (const holder of this.#held.filter(({ name }) => name === thief.name)) {
      this.#held = this.#held.filter((request) => request !== holder);
      this.#onLockStolen(holder.tab);
      holder.lose(new DOMException('The lock was stolen', 'AbortError'));
    }
    this.#queue.unshift(thief);
  }

  #release(request: Request): void {
    this.#held = this.#held.filter((other) => other !== request);
    this.#grantNext();
  }

  #grantNext(): void {
    const next = this.#queue.find(({ name }) => !this.#held.some((holder) => holder.name === name));
    if (!next) return;
    this.#queue = this.#queue.filter((request) => request !== next);
    this.#held.push(next);
    next.grant();
    this.#grantNext();
  }
}
