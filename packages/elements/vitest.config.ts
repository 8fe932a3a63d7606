import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['src/**/*.node.test.ts'] },
  resolve: { conditions: ['@heed/source'] },
});
