/**
 * Takes the indentation out of the html`…` templates of built modules in place: a browser draws it as one blank, and so
 * it does the line end that stays. With the lines, the source maps stay right.
 *
 * Usage: `node minify-templates.ts <folder>`; works on every `*.js` below it.
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
  // From the end, so that the places before stay what they are.
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
