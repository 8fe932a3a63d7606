import { receiverPlugin } from '@heed/testing/frameworks/receiver-plugin';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig(({ command }) => ({
  plugins: [svelte(), receiverPlugin()],
  build: { target: 'es2022' },
  // During development, loads the packages of the workspace from their sources.
  resolve: command === 'serve' ? { conditions: ['@heed/source', ...defaultClientConditions] } : {},
}));
