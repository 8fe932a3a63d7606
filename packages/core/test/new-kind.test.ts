import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import response from '../schema/response.v1.json' with { type: 'json' };
import surveySchema from '../schema/survey.v1.json' with { type: 'json' };
import { withAnswerKinds, withQuestionKinds, type Schema } from '../scripts/kind-schemas.ts';
import { KINDS } from '../src/record/kinds.ts';

// The only change that a new kind with a number as its value needs. The other modules read the table when they load.
Object.assign(KINDS, { temperature: { type: 'number' } });
const { createRecord, validateRecord } = await import('../src/index.ts');
const { parseExpression } = await import('../src/flow/index.ts');
const { validateSurvey } = await import('../src/survey/index.ts');

const ajv = new Ajv2020({ strictTypes: false, strictRequired: false });
formats.default(ajv);
const compile = (schema: Schema) => ajv.compile(schema);
const acceptsRecord = compile(withAnswerKinds(response));
const acceptsSurvey = compile(withQuestionKinds(surveySchema));

test.each([
  [36.6, true],
  [-40, true],
  [null, true],
  ['36.6', false],
  [true, false],
])('accepts %j as an answer: %s', (value, isValid) => {
  const answers = [{ name: 'a', kind: 'temperature', value }];
  const record = createRecord({ survey: 's', answers }, 0, new Uint8Array(10));
  expect([validateRecord(record).length === 0, acceptsRecord(record)]).toEqual([isValid, isValid]);
});

test.each([
  [{}, []],
  [{ value: 36.6, min: 35, max: 42, step: 0.1, lowLabel: 'Cold', highLabel: 'Hot' }, []],
  [{ value: '36.6' }, ['/value']],
  [{ step: 0 }, ['/step']],
  [{ options: [] }, ['/options']],
])('validates the members %j of a question', (members, paths) => {
  const survey = surveyWith(members);
  const found = validateSurvey(survey).map(({ path }) => path.replace('/steps/0/items/0', ''));
  expect(found).toEqual(paths);
  expect(acceptsSurvey(survey)).toBe(paths.length === 0);
});

test.each([
  [{ min: 42, max: 35 }, '/max'],
  [{ min: 35, max: 42, value: 34 }, '/value'],
  [{ max: 42, value: 43 }, '/value'],
])('finds a range that contradicts itself in %j', (members, place) => {
  expect(validateSurvey(surveyWith(members)).map(({ path }) => path)).toEqual([`/steps/0/items/0${place}`]);
});

test('can be compared with numbers only', () => {
  const kinds = new Map([['a', 'temperature']]);
  expect(parseExpression('a >= 37.5', kinds).evaluate(() => 38)).toBe(true);
  expect(() => parseExpression("a = 'hot'", kinds)).toThrow('HEED_EXPRESSION');
});

function surveyWith(members: object): unknown {
  return { v: 1, survey: 's', steps: [{ items: [{ kind: 'temperature', name: 'a', ...members }] }] };
}
