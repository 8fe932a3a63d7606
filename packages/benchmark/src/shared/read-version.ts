import { readFileSync } from 'node:fs';

/** Returns the installed version of a dependency. */
export function readVersion(name: string): string {
  const manifest = readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
