/** Applies the rules to the files of the repository. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from '../workspace.ts';
import { blankCode } from './markdown.ts';
import { rulesFor, type Place, type Rule } from './rules.ts';
import { readSourceCode, splitName, type Passage } from './source-code.ts';

/** A place where a text breaks a rule. */
export interface Hit {
  /** Relative to the repository's root, with `/`. */
  path: string;
  line: number;
  column: number;
  place: Place;
  /** The text as written. */
  found: string;
  rule: Rule;
}

const readable = /\.(?:md|[mc]?[jt]sx?)$/;

/** Strings for users, which native speakers wrote; and the rules themselves, which quote what they find. */
const ignored =
  /\.(?:words|strings)(?:\.[\w-]+)?\.ts$|\/locales\/|^packages\/tooling\/src\/prose\/rules(?:\.test)?\.ts$|\/CHANGELOG\.md$/;

/** Paths of all checked files, tracked by git or new. */
export function listFiles(): string[] {
  const output = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const files = output.split('\0').filter((path) => readable.test(path) && !ignored.test(path));
  return [...new Set(files)].filter((path) => existsSync(join(root, path))).toSorted();
}

/** Returns the hits in files, and in the names of the files and their folders. */
export function findInFiles(paths: readonly string[]): Hit[] {
  const names = new Set(paths.flatMap(listPaths));
  return [
    ...[...names].flatMap(findInPath),
    ...paths.flatMap((path) => findInText(path, readFileSync(join(root, path), 'utf8'))),
  ];
}

/** Returns the hits in the text of one file. */
export function findInText(path: string, text: string): Hit[] {
  return readPassages(path, text).flatMap((passage) =>
    findInPassage(path, passage).map((hit) => ({ ...hit, ...locate(text, hit.index) })),
  );
}

/** Returns the hits in the last name of a path. */
export function findInPath(path: string): Hit[] {
  const passage: Passage = { place: 'name', text: splitName(basename(path)), start: 0 };
  return findInPassage(path, passage).map((hit) => ({ ...hit, line: 1, column: 1 }));
}

/** Returns the folders that contain a file, then the file. */
export function listPaths(path: string): string[] {
  const folder = dirname(path);
  return folder === '.' ? [path] : [...listPaths(folder), path];
}

function readPassages(path: string, text: string): Passage[] {
  return path.endsWith('.md')
    ? [{ place: 'docs', text: blankCode(text), start: 0 }]
    : readSourceCode(path, text);
}

function findInPassage(path: string, { place, text, start }: Passage) {
  return rulesFor(place)
    .filter(({ paths }) => paths?.test(path) ?? true)
    .flatMap((rule) =>
      [...text.matchAll(compile(rule))].map((match) => {
        const found = match[0].replace(/\s+/g, ' ');
        return { path, place, found, rule, index: start + match.index };
      }),
    );
}

function compile({ pattern }: Rule): RegExp {
  return new RegExp(pattern.source.replaceAll(' ', String.raw`\s+`), `g${pattern.flags}`);
}

function locate(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
