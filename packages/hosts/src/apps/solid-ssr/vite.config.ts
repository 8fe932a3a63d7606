import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';

// Tests run what a browser gets.
export default defineConfig(({ mode }) => ({
  plugins: [solid({ ssr: mode !== 'test' })],
  test: { environment: 'jsdom', globals: true },
}));
