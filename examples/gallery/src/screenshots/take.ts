/**
 * `pnpm run screenshots [beginning of a name …]`: takes the pictures of `shots.ts` of the built gallery in Chromium,
 * Firefox and WebKit, and writes them into `.screenshots/<engine>/`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import { ENGINES, openCamera } from './camera.ts';
import { SHOTS } from './shots.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const wanted = process.argv.slice(2);
const shots = SHOTS.filter(
  ({ name }) => wanted.length === 0 || wanted.some((beginning) => name.startsWith(beginning)),
);

const server = await preview({ root: ROOT, preview: { port: 0 } });
const origin = server.resolvedUrls?.local[0] ?? '';
try {
  for (const engine of ENGINES) await takeAll(engine);
} finally {
  await server.close();
}

async function takeAll(engine: (typeof ENGINES)[number]): Promise<void> {
  const folder = join(ROOT, '.screenshots', engine);
  mkdirSync(folder, { recursive: true });
  const camera = await openCamera(engine);
  try {
    for (const { name, width, view } of shots) {
      const picture = await camera.take(`${origin}?${new URLSearchParams(view)}`, width);
      writeFileSync(join(folder, `${name}.png`), picture);
    }
  } finally {
    await camera.close();
  }
}
