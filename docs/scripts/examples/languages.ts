/** No example escapes its check by a language or a marker that nobody knows. */
import type { Finding, Report } from '../findings.ts';
import type { Example } from './read.ts';

const MARKS: Record<string, string[]> = {
  html: ['live', 'fragment'],
  ts: ['browser', 'worker', 'continues', 'fragment', 'snippet'],
  json: ['record', 'survey'],
  sh: ['fragment'],
  http: ['fragment'],
  css: ['fragment'],
  nginx: ['fragment'],
  sql: ['snippet'],
  js: ['snippet'],
  tsx: ['snippet'],
  vue: ['snippet'],
  svelte: ['snippet'],
  'angular-ts': ['snippet'],
  text: ['snippet'],
};

/** Nothing here runs these languages; the files of the recipes are run by their own tests. */
const ONLY_SNIPPETS = new Set(['sql', 'js', 'tsx', 'vue', 'svelte', 'angular-ts']);

export function checkLanguages(examples: Example[]): Report {
  const findings = examples.flatMap((example): Finding[] => {
    const message = findFault(example);
    return message ? [{ file: example.file, line: example.line, message }] : [];
  });
  return { checked: examples.length, findings };
}

function findFault({ language, marks }: Example): string | undefined {
  const known = MARKS[language];
  if (!known)
    return `No check is known for the language "${language}". Known: ${Object.keys(MARKS).join(', ')}.`;
  const unknown = Array.from(marks.keys()).find((mark) => !known.includes(mark));
  if (unknown) return `The marker "${unknown}" is not known for ${language}.`;
  if (ONLY_SNIPPETS.has(language) && !marks.has('snippet')) return `Nothing here runs ${language}.`;
  if (marks.get('fragment') === '') return 'A fragment must say why it does not run: fragment="…".';
  return undefined;
}
