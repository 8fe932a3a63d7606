/** Every code that the sources can print has a heading in the page of errors, and no heading is left over. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Report } from './findings.ts';
import { root } from './pages.ts';

const PAGE = 'docs/reference/errors.md';
// Complete strings only; after `env[` comes the name of an environment variable.
const CODE = /(?<!\w\[)'(HEED_[A-Z_]+)'/g;

export function checkErrorCodes(): Report {
  const sources = globSync('packages/{core,client,elements,heed,receiver}/src/**/*.ts', { cwd: root });
  const used = new Set(sources.filter(isPublished).flatMap((file) => findAll(file, CODE)));
  const described = new Set(findAll(PAGE, /^#+ (HEED_[A-Z_]+)/gm));
  const findings: Finding[] = [
    ...Array.from(used.difference(described), (code) => `"${code}" has no heading here.`),
    ...Array.from(described.difference(used), (code) => `"${code}" is in no source: remove its heading.`),
  ].map((message) => ({ file: PAGE, message }));
  return { checked: used.size, findings };
}

function isPublished(file: string): boolean {
  return !/\.test(-helper)?\.ts$/.test(file);
}

function findAll(file: string, pattern: RegExp): string[] {
  return Array.from(readFileSync(join(root, file), 'utf8').matchAll(pattern), (match) => match[1] ?? '');
}
