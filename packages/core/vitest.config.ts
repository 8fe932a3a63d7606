import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // Properties are tried on hundreds of surveys. Only work without end takes longer, also on a busy machine.
    testTimeout: 30_000,
  },
  ssr: { resolve: { conditions: ['@heed/source'] } },
});
