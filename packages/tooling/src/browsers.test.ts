import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { findTool, requireTool } from './browsers.ts';

afterEach(() => vi.unstubAllEnvs());

test('prefers a variable to the default paths', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'heed-browsers-')), 'my-browser');
  writeFileSync(file, '');
  vi.stubEnv('CHROMIUM', file);
  expect(findTool('chromium')).toBe(file);
});

test('a variable that names no file does not fall back to another program', () => {
  vi.stubEnv('CHROMIUM', '/nowhere/chromium');
  expect(findTool('chromium')).toBeUndefined();
});

test('names the package, the variable and its value in the error of a missing program', () => {
  vi.stubEnv('FIREFOX', '/nowhere/firefox');
  expect(() => requireTool('firefox')).toThrow(/Firefox .*firefox-esr.*FIREFOX.*\/nowhere\/firefox/);
});
