import { compileFlow, type Flow } from '../flow/flow.ts';
import { HeedError } from '../errors.ts';
import { collectProblems, type Problem } from '../validation/problems.ts';
import type { SurveyDefinition } from './definition.ts';
import { toFlowSource } from './flow-source.ts';
import { checkConsistency } from './check-consistency.ts';
import { checkStructure } from './check-structure.ts';

/** The number of problems in a message. */
const MAX_LISTED = 3;

/**
 * Validates a value as a survey, version 1. First checks the structure: accepts exactly what the published JSON
 * Schema accepts. If that is valid, also checks what a schema cannot express, such as a condition that refers to a
 * later question.
 *
 * @returns up to 20 problems in the order found; empty if the value is a survey
 */
export function validateSurvey(value: unknown): Problem[] {
  const problems = collectProblems((report) => checkStructure(value, '', report));
  return problems.length > 0
    ? problems
    : collectProblems((report) => checkConsistency(value as SurveyDefinition, report));
}

/**
 * Returns the value as a survey.
 *
 * @throws HeedError `HEED_DEFINITION` with the first problems as JSON pointers, if it is invalid
 */
export function checkSurvey(value: unknown): SurveyDefinition {
  const problems = validateSurvey(value);
  if (problems.length === 0) return value as SurveyDefinition;
  const listed = problems
    .slice(0, MAX_LISTED)
    .map(({ path, expected, got }) => `${path || 'the survey'}: expected ${expected}, got ${got}`);
  const more = problems.length - listed.length;
  throw new HeedError(
    'HEED_DEFINITION',
    'survey',
    listed.join('; ') + (more > 0 ? `; and ${more} more` : ''),
  );
}

/**
 * Compiles the paths through a survey.
 *
 * @throws HeedError `HEED_DEFINITION`, as {@link checkSurvey} does
 */
export function compileSurvey(survey: SurveyDefinition): Flow {
  return compileFlow(toFlowSource(checkSurvey(survey)));
}
