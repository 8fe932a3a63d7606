/**
 * Makes failed loads of a build's files repeatable: every import of a file other than the entry calls a function of the
 * entry, which can request the file with another URL.
 *
 * This includes static imports. The browser stores a statically imported file in its module map under its plain URL, and
 * Firefox keeps a failure there for the life of the page, so a new URL for the importing file would not help. A static
 * import therefore becomes an awaited call at the top of its file. Files must not import each other in a circle.
 */
import type { Plugin } from 'vite';

/** The output of the bundler: `import { a as b } from "./x.js";`, `import "./x.js";` and `import("./x.js")`. */
const STATIC = /^import (?:(\{.*\}) from )?"(\.\/.+)";$/gm;
const DYNAMIC = /\bimport\(("\.\/[^"]+")\)/g;

/**
 * Returns the plugin.
 *
 * @param entry The file name of the entry.
 * @param loader The name of a function that the entry exports. It takes a file name and returns a promise of the module.
 */
export function retryImports(entry: string, loader: string): Plugin {
  return {
    name: 'retry-imports',
    renderChunk: (code, { isEntry }) => ({
      code: isEntry ? callLoader(code, findLocalName(code, loader)) : rewritePart(code, entry, loader),
      // The lines do not move.
      map: null,
    }),
  };
}

/** Rewrites a file other than the entry. The entry has been loaded before. */
export function rewritePart(code: string, entry: string, loader: string): string {
  const own = `$${loader}`;
  const files: string[] = [];
  const names: string[] = [];
  const kept = code.replaceAll(STATIC, (statement, list: string | undefined, file: string) => {
    if (file === `./${entry}`) return statement;
    files.push(`${own}("${file}")`);
    names.push((list ?? '{}').replaceAll(' as ', ': '));
    return '';
  });
  const called = callLoader(kept, own);
  if (files.length === 0 && called === code) return code;
  return `import { ${loader} as ${own} } from "./${entry}";${waitFor(files, names)}${called}`;
}

function waitFor(files: readonly string[], names: readonly string[]): string {
  if (files.length === 0) return '';
  if (files.length === 1) return ` const ${names.join()} = await ${files.join()};`;
  return ` const [${names.join()}] = await Promise.all([${files.join()}]);`;
}

function callLoader(code: string, name: string): string {
  return code.replaceAll(DYNAMIC, (_, file: string) => `${name}(${file})`);
}

/** Returns the name of the function inside the entry, which the bundler may have changed. */
function findLocalName(code: string, exported: string): string {
  const name = new RegExp(`^export \\{.*?(?:([\\w$]+) as )?\\b${exported}\\b.*\\};$`, 'm').exec(code);
  if (!name) throw new Error(`retryImports: the entry does not export ${exported}`);
  return name[1] ?? exported;
}
