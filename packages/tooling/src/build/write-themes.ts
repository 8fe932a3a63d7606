/**
 * Writes built themes as style sheets in the same folder: `rounded.js` becomes `rounded.css` with the class
 * `heed-theme-rounded`.
 *
 * Usage: `node write-themes.ts <folder of the built themes>`
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder = 'dist/themes'] = process.argv.slice(2);
const { THEMES } = (await import(pathToFileURL(resolve(folder, 'index.js')).href)) as {
  THEMES: Record<string, Record<string, string>>;
};
for (const [name, theme] of Object.entries(THEMES)) {
  const lines = Object.entries(theme).map(([property, value]) => `  ${property}: ${value};\n`);
  writeFileSync(join(folder, `${name}.css`), `.heed-theme-${name} {\n${lines.join('')}}\n`);
}
