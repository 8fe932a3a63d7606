/**
 * Writes files from the doc blocks of the elements: components and types for frameworks, and data for editors.
 *
 * Usage: `node write.ts frameworks <manifest> <folder>` and `node write.ts editors <manifest> <folder>`. Run the second
 * command in the package that publishes the data.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderAttributeTypes } from './attribute-types.ts';
import { FRAMEWORKS, renderComponents } from './framework-components.ts';
import { readElements } from './manifest.ts';
import { toVsCode } from './vs-code.ts';
import { toWebTypes } from './web-types.ts';

const [what, manifest = '', destination = ''] = process.argv.slice(2);
const elements = readElements(manifest);
if (what === 'frameworks') writeFrameworks();
else writeEditorData();

function writeFrameworks(): void {
  writeFileSync(join(destination, 'elements.ts'), renderAttributeTypes(elements));
  for (const framework of FRAMEWORKS)
    writeFileSync(join(destination, `${framework}.ts`), renderComponents(framework, elements));
}

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
