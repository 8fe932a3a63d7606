/** Bundles like an application, and measures sizes as sent by a server. */
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

/** The export condition for the sources of this workspace instead of its builds. */
export const SOURCES = ['@heed/source'];

/** Returns the number of bytes after gzip at level 9. */
export function measureGzip(text: string | Uint8Array): number {
  return gzipSync(text, { level: 9 }).length;
}
