import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig(({ command }) => ({
  // Colours that follow the colour scheme are left as they are: the page sets the scheme by script.
  build: { target: 'es2022', cssTarget: ['chrome123', 'firefox120', 'safari17.5'], sourcemap: true },
  // While developing, the packages of the workspace come from their sources: edit an element, see it in the page.
  resolve: command === 'serve' ? { conditions: ['@heed/source', ...defaultClientConditions] } : {},
}));
