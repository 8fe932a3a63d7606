import { defineConfig } from 'vite';

/**
 * The builds for a page without a bundler, in `dist/cdn`. `heed.min.js` holds every element; `heed.lazy.min.js`
 * (`--mode lazy`) loads each one when the page contains it. A language other than English is a file beside them.
 */
export default defineConfig(({ mode }) => {
  const lazy = mode === 'lazy';
  return {
    resolve: { conditions: ['@heed/source'] },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2022',
      outDir: 'dist/cdn',
      emptyOutDir: !lazy,
      sourcemap: true,
      minify: true,
      lib: {
        entry: lazy ? { 'heed.lazy.min': 'src/index.ts' } : { 'heed.min': 'src/one-file.ts' },
        formats: ['es'],
      },
    },
  };
});
