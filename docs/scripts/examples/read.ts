/**
 * Reads the fenced examples of a page. The markers after the language define how an example is checked:
 *
 * | Marker | Meaning |
 * | --- | --- |
 * | none | it runs, and its output is compared with the lines after `// →` |
 * | `live` | html: it also runs in the page |
 * | `browser` | ts: it runs in a page instead of in Node |
 * | `worker` | ts: it runs as a service worker |
 * | `continues` | ts: it continues the previous example |
 * | `fragment="reason"` | it does not run, for this reason; ts is still type-checked |
 * | `text` | the language of text that is not an example, such as output |
 *
 * A line `<<< path/to/file.ts`, which VitePress replaces with the file, is also an example, with the marker `snippet`.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, type Page } from '../pages.ts';

export interface Example {
  file: string;
  /** The line number of its first line of code, starting at 1. */
  line: number;
  language: string;
  /** The markers after the language, by name. A marker without a value has the value ''. */
  marks: ReadonlyMap<string, string>;
  code: string;
}

const FENCE = /^(`{3,})([\w-]+)([^\n`]*)\n([\s\S]*?)^\1[ ]*$/gm;
const SNIPPET = /^<<< ([^\s{]+\.(\w+))(?:\{([\w-]+)\})?$/gm;
const MARK = /([\w-]+)(?:="([^"]*)")?/g;

export function readExamples(page: Page): Example[] {
  const examples = [...readFences(page), ...readSnippets(page)].sort((a, b) => a.line - b.line);
  return examples.map((example, index) => prependContinued(example, examples.slice(0, index)));
}

function readFences({ file, text }: Page): Example[] {
  return Array.from(text.matchAll(FENCE), (match) => ({
    file,
    line: findLine(text, match.index) + 1,
    language: match[2] ?? '',
    marks: readMarks(match[3] ?? ''),
    code: match[4] ?? '',
  }));
}

function readSnippets({ file, text }: Page): Example[] {
  return Array.from(text.matchAll(SNIPPET), (match) => ({
    file,
    line: findLine(text, match.index),
    language: match[3] ?? match[2] ?? '',
    marks: readMarks('snippet'),
    code: readFileSync(join(root, dirname(file), match[1] ?? ''), 'utf8'),
  }));
}

/** Returns the line number at an index, starting at 1. */
function findLine(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** Returns the name of the temporary file of an example: `docs-client-index-42`. */
export function createName({ file, line }: Example): string {
  return `${file.replace(/\.md$/, '').replaceAll(/\W+/g, '-')}-${line}`;
}

/** Returns the expected output of an example. */
export function readExpectedOutput({ code }: Example): string[] {
  return Array.from(code.matchAll(/^\s*\/\/ → ?(.*)$/gm), (match) => match[1] ?? '');
}

function readMarks(text: string): Map<string, string> {
  return new Map(Array.from(text.matchAll(MARK), (match) => [match[1] ?? '', match[2] ?? '']));
}

function prependContinued(example: Example, before: Example[]): Example {
  if (!example.marks.has('continues')) return example;
  const previous = before.findLastIndex(({ language }) => language === example.language);
  const base = before[previous];
  if (!base)
    throw new Error(`${example.file}:${example.line} continues an example, but no example precedes it.`);
  const whole = prependContinued(base, before.slice(0, previous));
  return { ...example, code: `${whole.code}\n${example.code}` };
}
