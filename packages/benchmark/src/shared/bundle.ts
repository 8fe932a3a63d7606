/** How everything that is compared is bundled and weighed: as a team's bundler would, and as a server would send it. */
import { gzipSync } from 'node:zlib';
import type { BuildOptions } from 'esbuild';

export const BUNDLE = {
  bundle: true,
  minify: true,
  write: false,
  format: 'esm',
  target: 'es2022',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
  logLevel: 'error',
} as const satisfies BuildOptions;

/** Takes the sources of this workspace, not what was built of them. */
export const SOURCES = ['@heed/source'];

/** Bytes after gzip at its best. */
export function weigh(text: string | Uint8Array): number {
  return gzipSync(text, { level: 9 }).length;
}
