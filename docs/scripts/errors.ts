/** Checks that the headings of the errors page are exactly the error codes in the sources. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Report } from './findings.ts';
import { root } from './pages.ts';

const PAGE = 'docs/reference/errors.md';
// Matches complete strings only, except names of environment variables after `env[`.
const CODE = /(?<!\w\[)'(HEED_[A-Z_]+)'/g;

export function checkErrorCodes(): Report {
  const sources = globSync('packages/{core,client,elements,heed,receiver}/src/**/*.ts', { cwd: root });
  const used = new Set(sources.filter(isPublished).flatMap((file) => findAll(file, CODE)));
  const documented = new Set(findAll(PAGE, /^#+ (HEED_[A-Z_]+)/gm));
  const findings: Finding[] = [
    ...Array.from(used.difference(documented), (code) => `"${code}" has no heading.`),
    ...Array.from(
      documented.difference(used),
      (code) => `"${code}" is not in the sources. Remove its heading.`,
    ),
  ].map((message) => ({ file: PAGE, message }));
  return { checked: used.size, findings };
}

function isPublished(file: string): boolean {
  return !/\.test(-helper)?\.ts$/.test(file);
}

function findAll(file: string, pattern: RegExp): string[] {
  return Array.from(readFileSync(join(root, file), 'utf8').matchAll(pattern), (match) => match[1] ?? '');
}
