import { compileFlow, type Flow } from '../flow/flow.ts';
import { HeedError } from '../errors.ts';
import { collectProblems, type Problem } from '../validation/problems.ts';
import type { SurveyDefinition } from './definition.ts';
import { toFlowSource } from './flow-source.ts';
import { checkConsistency } from './check-consistency.ts';
import { checkStructure } from './check-structure.ts';

/** So many problems stand in a message. */
const MAX_TOLD = 3;

/**
 * Checks a value against the survey, version 1: first the shape, with the same verdict as the published JSON Schema;
 * where that is right also what no schema can say, such as an expression that names a question which comes later.
 *
 * @returns the problems in the order found, at most 20; empty when the value is a survey
 */
export function validateSurvey(value: unknown): Problem[] {
  const problems = collectProblems((report) => checkStructure(value, '', report));
  return problems.length > 0
    ? problems
    : collectProblems((report) => checkConsistency(value as SurveyDefinition, report));
}

/**
 * The value as a survey that can be shown.
 *
 * @throws HeedError `HEED_DEFINITION`, naming the first problems by JSON pointer
 */
export function checkSurvey(value: unknown): SurveyDefinition {
  const problems = validateSurvey(value);
  if (problems.length === 0) return value as SurveyDefinition;
  const told = problems
    .slice(0, MAX_TOLD)
    .map(({ path, expected, got }) => `${path || 'the whole'}: expected ${expected}, got ${got}`);
  const more = problems.length - told.length;
  throw new HeedError('HEED_DEFINITION', 'survey', told.join('; ') + (more > 0 ? `; and ${more} more` : ''));
}

/**
 * The ways through a survey.
 *
 * @throws HeedError `HEED_DEFINITION` as {@link checkSurvey}
 */
export function compileSurvey(survey: SurveyDefinition): Flow {
  return compileFlow(toFlowSource(checkSurvey(survey)));
}
