import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const file = fileURLToPath(new URL('../../../../../docs/client/faults.md', import.meta.url));

export function readPage(): string {
  return readFileSync(file, 'utf8');
}

/** Formats the text with Prettier and writes the page. */
export async function writePage(text: string): Promise<void> {
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}
