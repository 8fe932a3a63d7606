/** Checks the files of an installed package. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** Built files, sources, and the entries for resolvers that `write-entries.ts` writes. */
const expected =
  /^(package\.json|README\.md|LICENSE|custom-elements\.json|(dist|src|schema)\/.+|[\w/-]+\/package\.json)$/;
const internal = /\.test\.|\/test\/|\/size\.json$/;

/** Returns the files that do not belong in the package, and the source maps that point at files outside it. */
export function checkContents(folder: string): string[] {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true, exclude: ['node_modules'] })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  const unwanted = files.filter((file) => !expected.test(file) || internal.test(file));
  return [
    ...['LICENSE', 'README.md'].filter((file) => !files.includes(file)).map((file) => `lacks ${file}`),
    ...unwanted.map((file) => `should not be published: ${file}`),
    ...files.filter((file) => file.endsWith('.map')).flatMap((file) => checkMap(folder, file)),
  ];
}

function checkMap(folder: string, file: string): string[] {
  const map = JSON.parse(readFileSync(join(folder, file), 'utf8')) as SourceMap;
  if (map.sourcesContent) return [];
  const at = dirname(join(folder, file));
  const isPacked = (source: string) => {
    const path = resolve(at, source);
    return path.startsWith(join(folder, '/')) && existsSync(path);
  };
  return map.sources
    .filter((source) => !isPacked(source))
    .map(
      (source) =>
        `${file} points at ${source}, which is not in the package. Is it left over from an earlier build?`,
    );
}

interface SourceMap {
  sources: string[];
  /** Present if the map contains the sources. */
  sourcesContent?: string[];
}
