/** Parses the json examples; a block marked `record` must be a record. */
import { validateRecord } from '@heed/core';
import type { Finding, Report } from '../findings.ts';
import type { Example } from './read.ts';

export function checkJson(examples: Example[]): Report {
  const documents = examples.filter(({ language }) => language === 'json');
  const findings = documents.flatMap((example): Finding[] => {
    const message = findFault(example);
    return message ? [{ file: example.file, line: example.line, message }] : [];
  });
  return { checked: documents.length, findings };
}

function findFault({ code, marks }: Example): string | undefined {
  try {
    const problems = marks.has('record') ? validateRecord(JSON.parse(code)) : [];
    return (
      problems.map(({ path, expected, got }) => `${path}: expected ${expected}, got ${got}`).join('\n') ||
      undefined
    );
  } catch (error) {
    return String(error);
  }
}
