import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import { globSync } from 'node:fs';
import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

/** The tests as the bundler of a project would make them, into `dist`; the test runner gives them to the browsers. */
export default defineConfig({
  plugins: [
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('heed-') } } }),
    svelte(),
    solid({ include: 'src/solid/**' }),
  ],
  resolve: { conditions: ['@heed/source', 'browser', 'development'] },
  ssr: { resolve: { conditions: ['@heed/source', 'node', 'development'] } },
  build: {
    minify: false,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      // "use client" means nothing without a server.
      onLog: (level, log, report) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && report(level, log),
      input: Object.fromEntries(
        globSync('src/*/*.test.{ts,tsx}', { cwd: import.meta.dirname }).map((file) => [
          file.replace(/^src\/|\.tsx?$/g, ''),
          file,
        ]),
      ),
      output: { entryFileNames: '[name].js' },
      preserveEntrySignatures: 'strict',
      // The test runner's own server has it.
      external: /^\/__web-dev-server/,
    },
  },
});
