import { isConfirmation, isRefusal, type Post } from './endpoint.ts';
import type { Ledger } from './ledger.ts';

/** A later reply finds nobody who waits for it. */
const ATTEMPT_LIMIT_MS = 30_000;

/** The least that `random` gives; the bound below follows from it. */
export const LEAST_RANDOM = 0.1;

/** Bounds the requests that come to nothing. */
export class Rate {
  readonly #ledger: Ledger;
  #allowed = 0;
  #successful = 0;
  /** Requests so far that came to nothing. */
  unsuccessful = 0;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** Something happened after which a client may try again: so many requests more. */
  allow(requests: number): void {
    this.#allowed += requests;
  }

  onPost({ reply, isExcused }: Post): void {
    const isInTime = (reply.afterMs ?? 0) < ATTEMPT_LIMIT_MS;
    if (isInTime && (isConfirmation(reply) || isRefusal(reply))) this.#successful++;
    else if (!isExcused) this.unsuccessful++;
    const bound = this.#bound();
    if (this.unsuccessful > bound)
      this.#ledger.report(`${this.unsuccessful} requests in vain, where ${Math.floor(bound)} are enough`);
  }

  #bound(): number {
    const { entries, environment } = this.#ledger;
    const seconds = environment.time.elapsedMs / 1000;
    // Doubling waits of two seconds times the least `random`, until they reach an hour times it.
    const chain = Math.log2(seconds / (2 * LEAST_RANDOM) + 1) + 2;
    const rows = entries.size + environment.tabs.length;
    return this.#allowed + (rows + this.#successful + 1) * chain + (rows * seconds) / (3600 * LEAST_RANDOM);
  }
}
