/** Reads the checked pages: this site, and the README files of the repository and its public packages. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the documentation, and the root of the repository. */
export const docs = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

export interface Page {
  /** The path relative to the root of the repository. */
  file: string;
  text: string;
}

export function readPages(): Page[] {
  const patterns = [
    'README.md',
    'packages/{core,client,elements,heed,receiver}/README.md',
    'docs/*.md',
    'docs/{guide,elements,client,receiver}/*.md',
  ];
  const files = globSync([...patterns, 'docs/reference/*.md'], { cwd: root });
  return files.toSorted().map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
}
