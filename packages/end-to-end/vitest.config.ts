import { defineConfig } from 'vitest/config';

/** Tests with real browsers and real servers: one file after the other, so that they do not slow each other down. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What runs at once is decided by what the browsers can bear, see src/faults/run/stage.ts.
    maxConcurrency: 1000,
  },
});
