/**
 * Makes the files of a build come again after a failed load: every import of a file other than the entry goes through a
 * function of the entry, which can ask for the file at another address.
 *
 * This applies to static imports, too. What a file imports statically is in the browser's module map by its plain address, and
 * Firefox keeps a failure there for the life of the page, so that no new address of the importing file would help.
 * A static import therefore becomes an awaited one at the top of its file. Files may not import each other in a circle.
 */
import type { Plugin } from 'vite';

/** As the bundler prints them: `import { a as b } from "./x.js";`, `import "./x.js";` and `import("./x.js")`. */
const STATIC = /^import (?:(\{.*\}) from )?"(\.\/.+)";$/gm;
const DYNAMIC = /\bimport\(("\.\/[^"]+")\)/g;

/**
 * @param entry file name of the entry
 * @param loader name of the function, which the entry exports: from a file name to a promise of the module
 */
export function retryImports(entry: string, loader: string): Plugin {
  return {
    name: 'retry-imports',
    renderChunk: (code, { isEntry }) => ({
      code: isEntry ? callLoader(code, findLocalName(code, loader)) : rewritePart(code, entry, loader),
      // Lines stay where they are.
      map: null,
    }),
  };
}

/** A file other than the entry, whose code is loaded already. */
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

/** The bundler may have renamed it inside of the entry. */
function findLocalName(code: string, exported: string): string {
  const name = new RegExp(`^export \\{.*?(?:([\\w$]+) as )?\\b${exported}\\b.*\\};$`, 'm').exec(code);
  if (!name) throw new Error(`retryImports: the entry does not export ${exported}`);
  return name[1] ?? exported;
}
