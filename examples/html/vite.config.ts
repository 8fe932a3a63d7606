import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig(({ command }) => ({
  build: { target: 'es2022', sourcemap: true, assetsInlineLimit: 0 },
  // While developing, the packages of the workspace come from their sources: edit an element, see it in the page.
  resolve: command === 'serve' ? { conditions: ['@heed/source', ...defaultClientConditions] } : {},
}));
