import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['{src,test}/**/*.node.test.ts'] },
  resolve: { conditions: ['@heed/source'] },
});
