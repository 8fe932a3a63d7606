import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['src/**/*.node.test.ts'] },
  ssr: { resolve: { conditions: ['@heed/source'] } },
});
