import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

const template = { compilerOptions: { isCustomElement: (tag: string) => tag.startsWith('heed-') } };

export default defineConfig({
  plugins: [vue({ template })],
  build: { rollupOptions: { input: ['index.html', 'lazy.html'] } },
  test: { environment: 'jsdom' },
});
