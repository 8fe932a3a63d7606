import { retryImports } from '@heed/tooling/retry-imports';
import { minify } from 'terser';
import { defineConfig, type Plugin } from 'vite';

/**
 * What every element needs is in the first file: many small ones are compressed one by one, and together take a tenth
 * more, and an element is one request behind it instead of two. What follows a score stays by itself, since few tags ask
 * for it.
 */
const SHARED = {
  name: 'heed.lazy.min',
  test: /node_modules.(@?lit|idb)|core.dist.(errors|copy-own|to-json|scores.nps|record.(id|create-record))|client.dist.(?!requests|explain)|heed.src|elements.dist.(components.nps|locales.en.(common|nps)|shared.(base.(?!low-high)|submission|form.(?!in-form)|keyboard.keep|localization.(?!mark)|loading|environment.is-server|rendering.(icons|option-parts|step-option)|styles.(?!field|inherit)))/,
};

/** What is loaded at once is one file, also what a part shares that is loaded later. */
const AT_ONCE = { name: 'heed.min', tags: ['$initial' as const] };

/** Members that only Heed's own classes know. In these files, which nobody extends, they have shorter names. */
const PROTECTED = `
  askedOr attempt showsErrors errorText findValidityError formValue inheritedStrings internals isDisabled isDone
  isLocked isNeeded isSending localizer noteInputs questionOr recordInput renderContent renderMore
  renderOptional renderSend renderStatus renderStep renderSubmit standsAlone stepStrings submission
  readInputs updateForm lowest highest overrides defaults groupOf
`.match(/\w+/g) as string[];

/** After the bundler's own minifier, whose files compress to one in a hundred more. Vite offers it to applications only. */
const TERSER: Plugin = {
  name: 'terser',
  async renderChunk(code) {
    const { code: shorter = '', map } = await minify(code, {
      module: true,
      ecma: 2020,
      sourceMap: true,
      mangle: { properties: { builtins: true, regex: new RegExp(`^(${PROTECTED.join('|')})$`) } },
      // The same names in every file: a part that is loaded later calls the members of the first file.
      nameCache: {
        props: { props: Object.fromEntries(PROTECTED.map((name, index) => [`$${name}`, `$${index}`])) },
      },
      // Nothing here asks a function for its length.
      compress: { passes: 2, keep_fargs: false },
    });
    return { code: shorter, map: map as string };
  },
};

/**
 * The bundler's helper for `import()` of what is in the file already walks through an object with `for…in`, and fails in
 * a page that has hung something on all objects.
 */
const OWN_EXPORTS: Plugin = {
  name: 'own-exports',
  renderChunk: (code) => code.replace('for (var name in all)', 'for (var name of Object.keys(all))'),
};

/**
 * The builds for a page without a bundler, in `dist/cdn`. `heed.min.js` holds every element; `heed.lazy.min.js`
 * (`--mode lazy`) loads each one when the page contains it. A language other than English is a file beside them.
 */
export default defineConfig(({ mode }) => {
  const lazy = mode === 'lazy';
  const name = lazy ? 'heed.lazy.min' : 'heed.min';
  return {
    plugins: [OWN_EXPORTS, retryImports(`${name}.js`, 'load'), TERSER],
    resolve: { alias: lazy ? [] : [{ find: './tags.ts', replacement: './tags.all.ts' }] },
    build: {
      target: 'es2022',
      outDir: 'dist/cdn',
      emptyOutDir: !lazy,
      sourcemap: true,
      // The library mode adds nothing of its own, such as preloading; files find each other from where they lie.
      lib: { entry: { [name]: 'src/script/entry.ts' }, formats: ['es'] },
      rolldownOptions: {
        // The parts of core that client and elements share stay where every page has them: in the first file.
        preserveEntrySignatures: 'allow-extension',
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          // This mode would keep the white space.
          minify: true,
          // Marks for a bundler, which these files never see.
          comments: { annotation: false },
          codeSplitting: { groups: [lazy ? SHARED : AT_ONCE], includeDependenciesRecursively: false },
        },
      },
    },
  };
});
