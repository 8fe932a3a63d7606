/**
 * Minifies the css`…` templates of built modules in place. Bundlers minify scripts, but not the content of
 * templates.
 *
 * Usage: `node minify-styles.ts <folder>`. It changes every `*.styles.js` in the folder and its subfolders.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

const [folder = 'dist'] = process.argv.slice(2);
for (const file of globSync('**/*.styles.js', { cwd: folder })) {
  const path = join(folder, file);
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(/css\s*`([^`]*)`/g, (_, css: string) => `css\`${minify(css)}\``),
  );
}

function minify(css: string): string {
  const { code, warnings } = transformSync(css, { loader: 'css', minify: true });
  if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join('\n'));
  // A backslash in the template would start an escape sequence.
  return code.trim().replaceAll('\\', '\\\\');
}
