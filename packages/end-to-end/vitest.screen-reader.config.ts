import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** What Orca speaks. A flow waits more than it computes, so several are played at once, each on its own desktop. */
export default defineConfig({
  test: {
    include: ['src/screen-reader/screen-reader.speech.ts'],
    maxConcurrency: 2 * availableParallelism(),
  },
});
