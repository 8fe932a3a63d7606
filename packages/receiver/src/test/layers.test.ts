import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** The rows of the table "Source layout": the number of a layer and its folders. */
const ROW = /^\| (\d) .*/gm;
const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
/** Each layer may import the layers after it, types included. `.` contains the entry points. */
const LAYERS = [['.'], ...Array.from(README.matchAll(ROW), ([row]) => findFolders(row))];
const SOURCES = fileURLToPath(new URL('..', import.meta.url));
const RELATIVE_IMPORT = /^(?:import|export|\} from)\b[^'";]*'(\.[^']+\.ts)'/gm;

const files = globSync('**/*.ts', { cwd: SOURCES }).filter((file) => !/\.test\.ts$|^test\//.test(file));

test('files only import from their own folder and from lower layers', () => {
  const upward = files.flatMap((file) =>
    findImports(file)
      .filter((imported) => !isAllowed(getFolder(file), getFolder(imported)))
      .map((imported) => `${file} → ${imported}`),
  );
  expect(upward).toEqual([]);
});

test('the README lists every folder', () => {
  const folders = new Set(files.map(getFolder));
  expect([...folders].filter((folder) => getLayer(folder) < 0)).toEqual([]);
});

function findFolders(row: string): string[] {
  const [, folders = ''] = row.split(' | ');
  return Array.from(folders.matchAll(/`(\w+)`/g), ([, folder = '']) => folder);
}

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
