import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** Each layer may import itself and the layers after it, types included. `.` contains the entry points. */
const LAYERS = [
  ['.'],
  ['node'],
  ['receiver'],
  ['routes'],
  ['submission', 'export', 'scores'],
  ['responses'],
  ['http', 'database'],
  ['store', 'files', 'logging'],
];
const SOURCES = fileURLToPath(new URL('..', import.meta.url));
const RELATIVE_IMPORT = /^(?:import|export|\} from)\b[^'";]*'(\.[^']+\.ts)'/gm;

const files = globSync('**/*.ts', { cwd: SOURCES }).filter((file) => !/\.test(-helper)?\.ts$/.test(file));

test('imports lead to the same folder or to a lower layer', () => {
  const upward = files.flatMap((file) =>
    findImports(file)
      .filter((imported) => !isAllowed(getFolder(file), getFolder(imported)))
      .map((imported) => `${file} → ${imported}`),
  );
  expect(upward).toEqual([]);
});

test('every folder is in a layer', () => {
  const folders = new Set(files.map(getFolder));
  expect([...folders].filter((folder) => getLayer(folder) < 0)).toEqual([]);
});

function findImports(file: string): string[] {
  const source = readFileSync(join(SOURCES, file), 'utf8');
  return Array.from(source.matchAll(RELATIVE_IMPORT), ([, path = '']) =>
    normalize(join(dirname(file), path)),
  );
}

function isAllowed(from: string, to: string): boolean {
  return from === to || getLayer(from) < getLayer(to);
}

function getFolder(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : '.';
}

function getLayer(folder: string): number {
  return LAYERS.findIndex((layer) => layer.includes(folder));
}
