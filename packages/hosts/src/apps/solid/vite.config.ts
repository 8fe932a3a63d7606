import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [solid()],
  build: { rollupOptions: { input: ['index.html', 'lazy.html'] } },
  test: { environment: 'jsdom', globals: true },
});
