import { expectTypeOf, test } from 'vitest';
import { SERVPERF, SERVQUAL } from './batteries/index.ts';
import type {
  Answer,
  Context,
  Counts,
  ErrorCode,
  NpsScore,
  Outcome,
  ResponseRecord,
  Rows,
  ServperfScore,
  ServqualScore,
  servqualScore,
  SubmitRequest,
} from './index.ts';

test('a record needs an id, a survey, a time and answers, and nothing else', () => {
  expectTypeOf<
    Pick<ResponseRecord, 'v' | 'id' | 'survey' | 'submittedAt' | 'answers'>
  >().toExtend<ResponseRecord>();
  expectTypeOf<Omit<ResponseRecord, 'survey'>>().not.toExtend<ResponseRecord>();
  expectTypeOf<2>().not.toExtend<ResponseRecord['v']>();
  expectTypeOf<undefined>().not.toExtend<Required<ResponseRecord>['partial']>();
});

test('the value of an answer can be null, but not undefined', () => {
  expectTypeOf<null>().toExtend<Answer['value']>();
  expectTypeOf<undefined>().not.toExtend<Answer['value']>();
  expectTypeOf<Date>().not.toExtend<Answer['value']>();
  expectTypeOf<{ row: string }>().not.toExtend<Answer['value']>();
  expectTypeOf<'a-custom-kind'>().toExtend<Answer['kind']>();
});

test('a context contains plain values only', () => {
  expectTypeOf<{ locale: 'de'; cartSize: 3 }>().toExtend<Context>();
  expectTypeOf<{ cart: { size: 3 } }>().not.toExtend<Context>();
  expectTypeOf<{ locale: 5 }>().not.toExtend<Context>();
});

test('a score can be null', () => {
  expectTypeOf<NpsScore['score']>().toEqualTypeOf<number | null>();
  expectTypeOf<{ 9: string }>().not.toExtend<Counts>();
});

test('only a sent outcome has a reference, and only a stored one can settle', () => {
  expectTypeOf<'reference'>().not.toExtend<keyof Extract<Outcome, { state: 'stored' }>>();
  expectTypeOf<'settled'>().not.toExtend<keyof Extract<Outcome, { state: 'sent' }>>();
  expectTypeOf<SubmitRequest['respondWith']>().parameter(0).toEqualTypeOf<Outcome | Promise<Outcome>>();
});

test('an error code is one of the known ones', () => {
  expectTypeOf<'HEED_UNHEARD_OF'>().not.toExtend<ErrorCode>();
});

test('the scores accept a battery, and perceptions alone have no gap', () => {
  expectTypeOf(SERVQUAL).toExtend<Parameters<typeof servqualScore>[1]>();
  expectTypeOf(SERVPERF).toExtend<Parameters<typeof servqualScore>[1]>();
  expectTypeOf<'expectations'>().not.toExtend<keyof typeof SERVPERF>();
  expectTypeOf<'expectation'>().not.toExtend<keyof ServperfScore['overall']>();
  expectTypeOf<ServqualScore['dimensions'][0]['expectation']>().toEqualTypeOf<number | null>();
  expectTypeOf<{ promises: string }>().not.toExtend<Rows>();
});
