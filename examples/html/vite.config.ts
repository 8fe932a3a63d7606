import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig(({ command }) => ({
  build: { target: 'es2022', sourcemap: true, assetsInlineLimit: 0 },
  // During development, loads the packages of the workspace from their sources.
  resolve: command === 'serve' ? { conditions: ['@heed/source', ...defaultClientConditions] } : {},
}));
