import { defineConfig } from 'vitest/config';

/** Tests with real browsers and servers. Files run one after the other, so that they do not slow each other down. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The browser pool limits concurrency, see src/faults/run/browser-pool.ts.
    maxConcurrency: 1000,
  },
});
