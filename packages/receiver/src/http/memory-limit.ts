import { createUnavailableError } from './problem.ts';

/** The memory used by one request. */
export interface MemoryReservation {
  /** @throws ProblemError `unavailable` if the limit is exceeded */
  reserve(bytes: number): void;
  release(): void;
}

/**
 * Limits the memory used by concurrent requests. Returns a function that creates the reservation of one request. Bytes
 * are reserved as they arrive, so a slow upload does not block the others.
 */
export function createMemoryLimit(maxBytes: number): () => MemoryReservation {
  let totalBytes = 0;
  return () => {
    let ownBytes = 0;
    return {
      reserve(bytes) {
        if (totalBytes + bytes > maxBytes) throw createUnavailableError();
        totalBytes += bytes;
        ownBytes += bytes;
      },
      release() {
        totalBytes -= ownBytes;
        ownBytes = 0;
      },
    };
  };
}
