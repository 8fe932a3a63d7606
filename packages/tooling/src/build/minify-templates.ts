/**
 * Removes the indentation from the html`…` templates of built modules in place. Line breaks stay: a browser renders them
 * as one space, like the indentation before, and the source maps remain correct.
 *
 * Usage: `node minify-templates.ts <folder>`. It changes every `*.js` in the folder and its subfolders.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'vite';

const [folder = 'dist'] = process.argv.slice(2);
for (const file of globSync('**/*.js', { cwd: folder })) {
  const path = join(folder, file);
  writeFileSync(path, minify(path, readFileSync(path, 'utf8')));
}

function minify(path: string, code: string): string {
  // Starts at the end, so that the positions before a change remain correct.
  return findTexts(path, code)
    .sort((one, other) => other.start - one.start)
    .reduce((text, { start, end }) => {
      const shorter = text.slice(start, end).replace(/\n\s+/g, '\n');
      return text.slice(0, start) + shorter + text.slice(end);
    }, code);
}

/** Finds the text between the expressions of all templates, including nested templates. */
function findTexts(path: string, code: string): { start: number; end: number }[] {
  const { program, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  const texts: { start: number; end: number }[] = [];
  new Visitor({
    TaggedTemplateExpression({ tag, quasi }) {
      if (tag.type === 'Identifier' && tag.name === 'html') texts.push(...quasi.quasis);
    },
  }).visit(program);
  return texts;
}
