import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: 'src/test/postgres-server.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
  ssr: { resolve: { conditions: ['@heed/source'] } },
});
