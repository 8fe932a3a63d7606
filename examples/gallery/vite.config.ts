import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig(({ command }) => ({
  // Does not transform light-dark(), because the page sets the colour scheme with a script.
  build: { target: 'es2022', cssTarget: ['chrome123', 'firefox120', 'safari17.5'], sourcemap: true },
  // During development, loads the packages of the workspace from their sources.
  resolve: command === 'serve' ? { conditions: ['@heed/source', ...defaultClientConditions] } : {},
}));
