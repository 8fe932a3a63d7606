import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [preact()],
  build: { rollupOptions: { input: ['index.html', 'lazy.html'] } },
  test: { environment: 'jsdom', globals: true },
});
