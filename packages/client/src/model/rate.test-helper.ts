import { isConfirmation, isRefusal } from './endpoint.test-helper.ts';
import type { Ledger } from './ledger.test-helper.ts';

/** The least that `random` gives; the bound below follows from it. */
export const LEAST_RANDOM = 0.1;

/** Bounds the requests that come to nothing. */
export class Rate {
  #allowed = 0;

  /** Something happened after which a client may try again: so many requests more. */
  allow(requests: number): void {
    this.#allowed += requests;
  }

  check({ world, entries }: Ledger): void {
    const { posts } = world.endpoint;
    const fruitful = posts.filter(({ reply }) => isConfirmation(reply) || isRefusal(reply)).length;
    const seconds = world.time.elapsedMs / 1000;
    // Doubling waits of two seconds times the least `random`, until they reach an hour times it.
    const chain = Math.log2(seconds / (2 * LEAST_RANDOM) + 1) + 2;
    const rows = entries.size + world.tabs.length;
    const bound = this.#allowed + (rows + fruitful + 1) * chain + (rows * seconds) / (3600 * LEAST_RANDOM);
    if (posts.length - fruitful > bound)
      throw new Error(`${posts.length - fruitful} requests in ${seconds} s, where ${Math.floor(bound)} are enough`);
  }
}
