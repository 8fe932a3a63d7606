/** Parses the json examples, and validates examples marked `record` or `survey`. */
import { validateRecord, type Problem } from '@heed/core';
import { validateSurvey } from '@heed/core/survey';
import type { Finding, Report } from '../findings.ts';
import type { Example } from './read.ts';

const VALIDATORS: ReadonlyMap<string, (value: unknown) => Problem[]> = new Map([
  ['record', validateRecord],
  ['survey', validateSurvey],
]);

export function checkJson(examples: Example[]): Report {
  const documents = examples.filter(({ language }) => language === 'json');
  const findings = documents.flatMap((example): Finding[] => {
    const message = findProblem(example);
    return message ? [{ file: example.file, line: example.line, message }] : [];
  });
  return { checked: documents.length, findings };
}

function findProblem({ code, marks }: Example): string | undefined {
  try {
    const value = JSON.parse(code) as unknown;
    const problems = [...VALIDATORS].flatMap(([mark, validate]) => (marks.has(mark) ? validate(value) : []));
    return (
      problems.map(({ path, expected, got }) => `${path}: expected ${expected}, got ${got}`).join('\n') ||
      undefined
    );
  } catch (error) {
    return String(error);
  }
}
