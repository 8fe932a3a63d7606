/** Checks the imports in the documentation: they must resolve once the packages that the page names are installed. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../workspace.ts';
import { install } from './consumer.ts';
import { run } from './run.ts';

/** The packages that a page says to install, and the Heed modules that its examples import. */
export interface DocumentedImports {
  page: string;
  installed: string[];
  specifiers: string[];
}

const PAGES = [
  'README.md',
  'packages/{core,client,elements,heed,receiver}/README.md',
  'docs/*.md',
  'docs/{guide,elements,client,receiver,reference}/*.md',
];
const FENCE = /^ *```[^]*?^ *```$/gm;
const IMPORT = /(?:from|import|import\()\s*['"]((?:@heed\/|heed\b)[^'"]*)['"]/g;
const INSTALL = /npm install ([^\n`]+)/g;

/** Reads the installed packages and the imports from a Markdown page. */
export function readImports(page: string, text: string): DocumentedImports {
  const examples = (text.match(FENCE) ?? []).join('\n');
  const specifiers = [...examples.matchAll(IMPORT)].map(([, specifier = '']) => specifier);
  const installed = [...text.matchAll(INSTALL)].flatMap(([, names = '']) => names.trim().split(/\s+/));
  return { page, installed: unique(installed), specifiers: unique(specifiers) };
}

/** Installs each documented set of packages in a separate folder, and resolves the imports of its pages there. */
export async function checkDocumented(
  temporary: string,
  tarballs: Record<string, string>,
): Promise<string[]> {
  const files = globSync(PAGES, { cwd: root }).toSorted();
  const pages = files.map((file) => readImports(file, readFileSync(join(root, file), 'utf8')));
  const groups = Map.groupBy(
    pages.filter(({ specifiers }) => specifiers.length > 0),
    ({ installed }) => installed.filter((name) => name in tarballs).join(' '),
  );
  const checks = [...groups].map(([names, members], index) =>
    checkGroup(join(temporary, `documented-${index}`), names.split(' ').filter(Boolean), members, tarballs),
  );
  return (await Promise.all(checks)).flat();
}

async function checkGroup(
  folder: string,
  names: readonly string[],
  pages: readonly DocumentedImports[],
  tarballs: Record<string, string>,
): Promise<string[]> {
  const failures = await install(folder, tarballs, {}, names);
  if (failures.length > 0) return failures;
  writeFileSync(join(folder, 'resolve.mjs'), RESOLVE);
  const { ok, output } = await run(
    ['node', 'resolve.mjs', ...pages.flatMap(({ specifiers }) => specifiers)],
    folder,
  );
  if (ok) return [];
  const broken = output.split('\n');
  return pages.flatMap(({ page, installed, specifiers }) =>
    specifiers
      .filter((specifier) => broken.includes(specifier))
      .map(
        (specifier) => `${page}: "${specifier}" does not resolve after npm install ${installed.join(' ')}`,
      ),
  );
}

/** A program that prints the specifiers that do not resolve. */
const RESOLVE = `import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
for (const specifier of process.argv.slice(2)) {
  try {
    if (!existsSync(fileURLToPath(import.meta.resolve(specifier)))) throw specifier;
  } catch {
    console.log(specifier);
    process.exitCode = 1;
  }
}
`;

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].toSorted();
}
