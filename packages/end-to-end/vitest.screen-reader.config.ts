import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/**
 * Tests of Orca's speech. A flow mostly waits, so several flows run in parallel, each on a separate desktop.
 */
export default defineConfig({
  test: {
    include: ['src/screen-reader/screen-reader.speech.ts'],
    maxConcurrency: 2 * availableParallelism(),
  },
});
