/**
 * `pnpm run screenshots [prefix …]`: takes the screenshots of `shots.ts` of the built gallery in Chromium, Firefox and
 * WebKit, and writes them to `.screenshots/<engine>/`. Takes only screenshots whose name starts with a prefix, if any.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import { ENGINES, openCamera } from './camera.ts';
import { SHOTS } from './shots.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const prefixes = process.argv.slice(2);
const shots = SHOTS.filter(
  ({ name }) => prefixes.length === 0 || prefixes.some((prefix) => name.startsWith(prefix)),
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
