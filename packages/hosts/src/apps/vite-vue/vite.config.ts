import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [vue()],
  build: { rollupOptions: { input: ['index.html', 'lazy.html'] } },
  test: { environment: 'jsdom' },
});
