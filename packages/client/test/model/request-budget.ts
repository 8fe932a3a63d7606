import { isConfirmation, isPermanentRejection, type Post } from './endpoint.ts';
import type { Ledger } from './ledger.ts';

/** The client ignores later replies. */
const ATTEMPT_LIMIT_MS = 30_000;

/** The lowest value of the option `random`; the bound below depends on it. */
export const MIN_RANDOM = 0.1;

/** Limits the number of unsuccessful requests. */
export class RequestBudget {
  readonly #ledger: Ledger;
  #allowed = 0;
  #successful = 0;
  /** Number of unsuccessful requests so far. */
  unsuccessful = 0;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** Allows more requests after an event that lets a client try again. */
  allow(requests: number): void {
    this.#allowed += requests;
  }

  onPost({ reply, isExempt }: Post): void {
    const isInTime = (reply.delayMs ?? 0) < ATTEMPT_LIMIT_MS;
    if (isInTime && (isConfirmation(reply) || isPermanentRejection(reply))) this.#successful++;
    else if (!isExempt) this.unsuccessful++;
    const bound = this.#bound();
    if (this.unsuccessful > bound)
      this.#ledger.report(
        `${this.unsuccessful} unsuccessful requests, expected at most ${Math.floor(bound)}`,
      );
  }

  #bound(): number {
    const { entries, environment } = this.#ledger;
    const seconds = environment.time.elapsedMs / 1000;
    // Waits start at `MIN_RANDOM` times two seconds and double, up to `MIN_RANDOM` times an hour.
    const chain = Math.log2(seconds / (2 * MIN_RANDOM) + 1) + 2;
    const retriers = entries.size + environment.tabs.length;
    return (
      this.#allowed + (retriers + this.#successful + 1) * chain + (retriers * seconds) / (3600 * MIN_RANDOM)
    );
  }
}
