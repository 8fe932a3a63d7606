import { expectTypeOf, test } from 'vitest';
import type { SurveyDefinition, SurveyItem, SurveyStep } from './index.ts';

test('a survey needs a version, a name and steps, and nothing else', () => {
  expectTypeOf<Pick<SurveyDefinition, 'v' | 'survey' | 'steps'>>().toExtend<SurveyDefinition>();
  expectTypeOf<Omit<SurveyDefinition, 'steps'>>().not.toExtend<SurveyDefinition>();
  expectTypeOf<2>().not.toExtend<SurveyDefinition['v']>();
});

test('a question needs a name, and what it lists', () => {
  expectTypeOf<{ kind: 'nps'; name: string }>().toExtend<SurveyItem>();
  expectTypeOf<{ kind: 'nps' }>().not.toExtend<SurveyItem>();
  expectTypeOf<{ kind: 'choice'; name: string }>().not.toExtend<SurveyItem>();
  expectTypeOf<{ kind: 'team-own'; name: string }>().not.toExtend<SurveyItem>();
});

test('a mistyped member does not compile', () => {
  // @ts-expect-error -- "showif" is none
  expectTypeOf<SurveyStep>({ showif: 'a = 1', items: [] });
  // @ts-expect-error -- a recommendation has no highest step
  expectTypeOf<SurveyItem>({ kind: 'nps', name: 'a', max: 5 });
});

test('a text is in one language or in several', () => {
  expectTypeOf<{ kind: 'statement'; text: { en: string; 'zh-Hans': string } }>().toExtend<SurveyItem>();
  expectTypeOf<{ kind: 'statement'; text: { en: number } }>().not.toExtend<SurveyItem>();
});
