import { unavailable } from './problem.ts';

/** The memory of one post; `free` gives it back. */
export interface MemoryShare {
  /** @throws ProblemError `unavailable`, which passes */
  reserve(bytes: number): void;
  free(): void;
}

/**
 * Bounds what posts that are under way at the same time hold in memory. Bytes count as they arrive, so that a
 * slow upload keeps no other out.
 */
export function shareMemory(maxBytes: number): () => MemoryShare {
  let used = 0;
  return () => {
    let mine = 0;
    return {
      reserve(bytes) {
        if (used + bytes > maxBytes) throw unavailable();
        used += bytes;
        mine += bytes;
      },
      free() {
        used -= mine;
        mine = 0;
      },
    };
  };
}
