import { expectTypeOf, test } from 'vitest';
import type { SurveyDefinition, SurveyItem, SurveyStep } from './index.ts';

test('a survey needs a version, a name and steps, and nothing else', () => {
  expectTypeOf<Pick<SurveyDefinition, 'v' | 'survey' | 'steps'>>().toExtend<SurveyDefinition>();
  expectTypeOf<Omit<SurveyDefinition, 'steps'>>().not.toExtend<SurveyDefinition>();
  expectTypeOf<2>().not.toExtend<SurveyDefinition['v']>();
});

test('a question needs a name, and its options or statements', () => {
  expectTypeOf<{ kind: 'nps'; name: string }>().toExtend<SurveyItem>();
  expectTypeOf<{ kind: 'nps' }>().not.toExtend<SurveyItem>();
  expectTypeOf<{ kind: 'choice'; name: string }>().not.toExtend<SurveyItem>();
  expectTypeOf<{ kind: 'team-own'; name: string }>().not.toExtend<SurveyItem>();
});

test('a misspelt member does not compile', () => {
  // @ts-expect-error -- "showif" is misspelt
  expectTypeOf<SurveyStep>({ showif: 'a = 1', items: [] });
  // @ts-expect-error -- an NPS question has a fixed range
  expectTypeOf<SurveyItem>({ kind: 'nps', name: 'a', max: 5 });
});

test('a text is in one or several languages', () => {
  expectTypeOf<{ kind: 'statement'; text: { en: string; 'zh-Hans': string } }>().toExtend<SurveyItem>();
  expectTypeOf<{ kind: 'statement'; text: { en: number } }>().not.toExtend<SurveyItem>();
});
