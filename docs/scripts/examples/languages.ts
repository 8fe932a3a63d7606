/** No example escapes its check by a language or a marker that nobody knows. */
import type { Finding, Report } from '../findings.ts';
import type { Example } from './read.ts';

const MARKS: Record<string, string[]> = {
  html: ['live', 'fragment'],
  ts: ['browser', 'worker', 'continues', 'fragment'],
  json: ['record'],
  sh: ['fragment'],
  http: ['fragment'],
  css: ['fragment'],
  nginx: ['fragment'],
  text: [],
};

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
  if (marks.get('fragment') === '') return 'A fragment must say why it does not run: fragment="…".';
  return undefined;
}
