import { retryImports } from '@heed/tooling/retry-imports';
import { defineConfig, type Plugin } from 'vite';
import { shortenNames } from './build/short-names.ts';

/**
 * The bundler's helper for an `import()` of code in the same file loops through an object with `for…in`, and fails in a
 * page that has extended `Object.prototype`.
 */
const OWN_EXPORTS: Plugin = {
  name: 'own-exports',
  renderChunk: (code) => code.replace('for (var name in all)', 'for (var name of Object.keys(all))'),
};

/**
 * The builds for pages without a bundler, in `dist/cdn`. `heed.min.js` contains every element; `heed.lazy.min.js`
 * (`--mode lazy`) loads each element when the page contains it. Each language other than English is a separate file.
 *
 * The first file contains everything that its entry imports statically. To move a module into it, or out of it, change
 * the imports of `src/script/entry.lazy.ts`.
 */
export default defineConfig(({ mode }) => {
  const isLazy = mode === 'lazy';
  const name = isLazy ? 'heed.lazy.min' : 'heed.min';
  return {
    plugins: [
      OWN_EXPORTS,
      retryImports(`${name}.js`, 'load'),
      shortenNames('../elements/custom-elements.json'),
    ],
    resolve: { alias: isLazy ? [] : [{ find: './tags.ts', replacement: './tags.all.ts' }] },
    build: {
      target: 'es2022',
      outDir: 'dist/cdn',
      emptyOutDir: !isLazy,
      sourcemap: true,
      // Library mode adds no helpers, such as preloading; files find each other by relative URLs.
      lib: { entry: { [name]: `src/script/entry.${isLazy ? 'lazy' : 'all'}.ts` }, formats: ['es'] },
      rolldownOptions: {
        // Lets the parts of core that the client and the elements share stay in the first file.
        preserveEntrySignatures: 'allow-extension',
        output: {
          entryFileNames: '[name].js',
          // A hash does not compress, and the first file contains the hash of each file.
          chunkFileNames: '[name]-[hash:7].js',
          // Library mode would keep the white space.
          minify: true,
          // Hints for a bundler, which does not process these files.
          comments: { annotation: false },
          codeSplitting: { groups: [{ name, tags: ['$initial'] }], includeDependenciesRecursively: false },
        },
      },
    },
  };
});
