import { expect, expectTypeOf, test } from 'vitest';
import response from '../schema/response.v1.json' with { type: 'json' };
import survey from '../schema/survey.v1.json' with { type: 'json' };
import { withAnswerKinds, withQuestionKinds } from '../scripts/kind-schemas.ts';
import type { AnswerKind } from '../src/index.ts';
import { findKind, KINDS, type KnownKind } from '../src/record/kinds.ts';
import type { SurveyQuestion } from '../src/survey/index.ts';

test('the published schemas match the table; if not, run "npm run schemas"', () => {
  expect(withAnswerKinds(response)).toEqual(response);
  expect(withQuestionKinds(survey)).toEqual(survey);
});

test('every kind in the table is a kind of answer and of question', () => {
  expectTypeOf<KnownKind>().toExtend<AnswerKind>();
  expectTypeOf<SurveyQuestion['kind']>().toEqualTypeOf<KnownKind>();
});

test('finds no kind by the name of an inherited member', () => {
  expect(findKind('nps')).toBe(KINDS.nps);
  expect(findKind('constructor')).toBe(undefined);
  expect(findKind(undefined)).toBe(undefined);
});
