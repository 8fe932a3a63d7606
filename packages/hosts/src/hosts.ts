/** Every host. A new one is a folder in `apps` and an entry here. */
import type { Host } from './host.ts';

export const hosts: readonly Host[] = [
  {
    name: 'vite-react',
    label: 'React (Vite)',
    versions: ['react', 'vite'],
    installer: 'pnpm',
    types: 'tsc',
    build: [['vite', 'build']],
    serve: { folder: 'dist' },
    pages: ['/', '/lazy.html'],
    test: ['vitest', 'run'],
  },
  {
    name: 'vitest-jsdom',
    label: 'Vitest and jsdom',
    versions: ['vitest', 'jsdom'],
    installer: 'npm',
    types: 'tsc',
    test: ['vitest', 'run'],
  },
];
