import type { Tab } from './tab.ts';

interface Request {
  tab: Tab;
  name: string;
  grant: () => void;
  lose: (reason: unknown) => void;
}

/**
 * The Web Locks of an origin, exclusive ones only. Node's own know no tabs: they cannot be taken away with a tab that
 * crashes, nor leave a frozen tab without hearing of it.
 */
export class Locks {
  readonly #onTheft: (tab: Tab) => void;
  #held: Request[] = [];
  #queue: Request[] = [];

  /** @param onTheft hears who loses a lock */
  constructor(onTheft: (tab: Tab) => void = () => {}) {
    this.#onTheft = onTheft;
  }

  /** `navigator.locks` of one tab. */
  of(tab: Tab): Pick<LockManager, 'request'> {
    const request = (name: string, ...rest: unknown[]): Promise<unknown> => {
      const work = rest.pop() as () => unknown;
      return this.#request(tab, name, (rest[0] ?? {}) as LockOptions, work);
    };
    return { request } as Pick<LockManager, 'request'>;
  }

  /** The tab is gone: what it held and waited for is free. */
  drop(tab: Tab): void {
    this.#held = this.#held.filter((request) => request.tab !== tab);
    this.#queue = this.#queue.filter((request) => request.tab !== tab);
    this.#grantNext();
  }

  /** Is the tab in possession of a lock, whether it knows it or not? */
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
      this.#onTheft(holder.tab);
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
