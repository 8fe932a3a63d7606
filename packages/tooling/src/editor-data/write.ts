/**
 * Writes what the doc blocks of the elements say for other tools: types for the frameworks, data for editors.
 *
 * `node write.ts types <manifest> <file>` and `node write.ts editors <manifest> <folder>`; the second is run in the
 * package that publishes the data.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderAttributeTypes } from './attribute-types.ts';
import { readElements } from './manifest.ts';
import { toVsCode } from './vs-code.ts';
import { toWebTypes } from './web-types.ts';

const [what, manifest = '', destination = ''] = process.argv.slice(2);
const elements = readElements(manifest);
if (what === 'types') writeFileSync(destination, renderAttributeTypes(elements));
else writeEditorData();

function writeEditorData(): void {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    name: string;
    version: string;
  };
  mkdirSync(destination, { recursive: true });
  write('html-custom-data.json', toVsCode(elements));
  write('web-types.json', toWebTypes(elements, { name, version }));
}

function write(file: string, data: object): void {
  writeFileSync(join(destination, file), `${JSON.stringify(data, undefined, 2)}\n`);
}
