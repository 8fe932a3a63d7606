import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { findTool, requireTool } from './browsers.ts';

afterEach(() => vi.unstubAllEnvs());

test('prefers the environment variable to the default paths', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'heed-browsers-')), 'my-browser');
  writeFileSync(file, '');
  vi.stubEnv('CHROMIUM', file);
  expect(findTool('chromium')).toBe(file);
});

test('does not fall back to another program when the environment variable names a missing file', () => {
  vi.stubEnv('CHROMIUM', '/nowhere/chromium');
  expect(findTool('chromium')).toBeUndefined();
});

test('names the package, the variable and its value when a program is missing', () => {
  vi.stubEnv('FIREFOX', '/nowhere/firefox');
  expect(() => requireTool('firefox')).toThrow(/Firefox .*firefox-esr.*FIREFOX.*\/nowhere\/firefox/);
});
