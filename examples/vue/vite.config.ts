import vue from '@vitejs/plugin-vue';
import { receiverPlugin } from '@heed/testing/frameworks/receiver-plugin';
import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig(({ command }) => ({
  plugins: [
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('heed-') } } }),
    receiverPlugin(),
  ],
  build: { target: 'es2022' },
  // During development, loads the packages of the workspace from their sources.
  resolve: command === 'serve' ? { conditions: ['@heed/source', ...defaultClientConditions] } : {},
}));
