/** Checks that the language and the markers of every example are known, so that no example is skipped. */
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

/** Languages that are not checked here. The included files have their own tests. */
const ONLY_SNIPPETS = new Set(['sql', 'js', 'tsx', 'vue', 'svelte', 'angular-ts']);

export function checkLanguages(examples: Example[]): Report {
  const findings = examples.flatMap((example): Finding[] => {
    const message = findProblem(example);
    return message ? [{ file: example.file, line: example.line, message }] : [];
  });
  return { checked: examples.length, findings };
}

function findProblem({ language, marks }: Example): string | undefined {
  const known = MARKS[language];
  if (!known) return `Unknown language "${language}". Known languages: ${Object.keys(MARKS).join(', ')}.`;
  const unknown = Array.from(marks.keys()).find((mark) => !known.includes(mark));
  if (unknown) return `Unknown marker "${unknown}" for ${language}.`;
  if (ONLY_SNIPPETS.has(language) && !marks.has('snippet'))
    return `Examples in ${language} are not checked. Include a file instead.`;
  if (marks.get('fragment') === '') return 'A fragment needs a reason: fragment="…".';
  return undefined;
}
