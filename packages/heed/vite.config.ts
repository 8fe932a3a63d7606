import { defineConfig } from 'vite';

/**
 * The builds for a page without a bundler, in `dist/cdn`. `heed.min.js` holds every element; `heed.lazy.min.js`
 * (`--mode lazy`) loads each one when the page contains it. A language other than English is a file beside them.
 */
export default defineConfig(({ mode }) => {
  const lazy = mode === 'lazy';
  const name = lazy ? 'heed.lazy.min' : 'heed.min';
  return {
    // Files find each other from where they lie, whatever the address.
    base: './',
    resolve: { alias: lazy ? [] : [{ find: './tags.ts', replacement: './tags.all.ts' }] },
    build: {
      target: 'es2022',
      outDir: 'dist/cdn',
      emptyOutDir: !lazy,
      sourcemap: true,
      // The page's own markup decides what is loaded; a preload would need a policy of its own.
      modulePreload: false,
      // Not the library mode, which keeps the white space of ES modules.
      rolldownOptions: {
        input: { [name]: 'src/index.ts' },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  };
});
