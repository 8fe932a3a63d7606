import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { checkContents } from './contents.ts';

const sound = {
  'package.json': '{}',
  'README.md': '',
  LICENSE: '',
  'src/index.ts': '',
  'dist/index.js': '',
  'dist/index.d.ts.map': JSON.stringify({ sources: ['../src/index.ts'] }),
};

function writePackage(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'heed-contents-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

test('accepts a complete package', () => {
  expect(checkContents(writePackage(sound))).toEqual([]);
});

test('reports tests and size budgets in a package', () => {
  const folder = writePackage({
    ...sound,
    'src/index.test.ts': '',
    'src/size.json': '',
    'dist/test/page.js': '',
  });
  expect(checkContents(folder).toSorted()).toEqual([
    'should not be published: dist/test/page.js',
    'should not be published: src/index.test.ts',
    'should not be published: src/size.json',
  ]);
});

test('reports a file outside the published folders', () => {
  expect(checkContents(writePackage({ ...sound, 'tsconfig.json': '{}' }))).toEqual([
    'should not be published: tsconfig.json',
  ]);
});

test('reports a source map that points outside the package', () => {
  const map = JSON.stringify({ sources: ['../src/gone.ts', '../../elsewhere.ts'] });
  expect(checkContents(writePackage({ ...sound, 'dist/gone.js.map': map }))).toEqual([
    'dist/gone.js.map points at ../src/gone.ts, which is not in the package. Is it left over from an earlier build?',
    'dist/gone.js.map points at ../../elsewhere.ts, which is not in the package. Is it left over from an earlier build?',
  ]);
});

test('reports a missing licence', () => {
  const { LICENSE: _, ...rest } = sound;
  expect(checkContents(writePackage(rest))).toEqual(['lacks LICENSE']);
});
