import solid from 'vite-plugin-solid';
import { receiverPlugin } from '@heed/testing/frameworks/receiver-plugin';
import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig(({ command }) => ({
  plugins: [solid(), receiverPlugin()],
  build: { target: 'es2022' },
  // During development, loads the packages of the workspace from their sources.
  resolve: command === 'serve' ? { conditions: ['@heed/source', ...defaultClientConditions] } : {},
}));
