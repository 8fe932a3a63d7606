import { defineConfig } from 'vitest/config';

/** The tests of the applications are excluded, because they run where an application is installed. */
export default defineConfig({ test: { include: ['src/**/*.test.ts'], exclude: ['src/apps/**'] } });
