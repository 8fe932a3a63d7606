import { expect, test } from 'vitest';
import type { Problem } from '../validation/problems.ts';
import { validateRecord } from './validate-record.ts';

const RECORD = {
  v: 1,
  id: '01939f6e-1c80-7abc-8def-0123456789ab',
  survey: 'checkout',
  submittedAt: '2026-11-21T10:15:00.000Z',
  answers: [{ name: 'recommend', kind: 'nps', value: 9 }],
};

function problemsWith(members: object): Problem[] {
  return validateRecord({ ...RECORD, ...members });
}

function problemsOfAnswer(answer: object): Problem[] {
  return problemsWith({ answers: [{ name: 'a', value: null, ...answer }] });
}

test('accepts the smallest record', () => {
  expect(validateRecord(RECORD)).toEqual([]);
});

test.each([null, undefined, 1, 'text', [], true])('rejects %j, which is not an object', (value) => {
  expect(validateRecord(value)).toEqual([{ path: '', expected: 'an object', got: expect.any(String) }]);
});

test('keeps a score of 0 as a valid answer', () => {
  expect(problemsOfAnswer({ kind: 'nps', value: 0 })).toEqual([]);
});

test.each(['{}', '{"price":5}', '{"price":0,"delivery":-2}', '{"__proto__":1}'])(
  'accepts the rows %s',
  (rows) => {
    expect(problemsOfAnswer({ kind: 'matrix', value: JSON.parse(rows) })).toEqual([]);
  },
);

test.each([
  ['nps', 11],
  ['nps', 2.5],
  ['nps', '9'],
  ['csat', 0],
  ['csat', 6],
  ['ces', 8],
  ['choice', 3],
  ['choice', ['a', 1]],
  ['text', false],
  ['matrix', { price: 1.5 }],
  ['matrix', { price: 5, delivery: null }],
  ['matrix', [1]],
  ['matrix', 1],
  ['attachment', 'photo.jpg'],
  ['consent', 'yes'],
  ['team-own', { price: 'x' }],
])('rejects for %s the value %j', (kind, value) => {
  expect(problemsOfAnswer({ kind, value }).map((problem) => problem.path)).toEqual(['/answers/0/value']);
});

test('accepts values up to the "max" of the answer', () => {
  expect(problemsOfAnswer({ kind: 'csat', value: 10, max: 10 })).toEqual([]);
  expect(problemsOfAnswer({ kind: 'csat', value: 4, max: 3 })).toEqual([
    { path: '/answers/0/value', expected: 'a whole number from 1 to 3, or null', got: 'a number' },
  ]);
});

test('rejects days and seconds that do not exist', () => {
  for (const submittedAt of [
    '2026-02-30T10:00:00.000Z',
    '2026-11-21T23:59:60.000Z',
    '2026-11-21T24:00:00.000Z',
  ]) {
    expect(problemsWith({ submittedAt }).map((problem) => problem.path)).toEqual(['/submittedAt']);
  }
});

test('rejects numbers that JSON cannot represent', () => {
  expect(problemsWith({ context: { load: Infinity, ratio: NaN } }).map((problem) => problem.path)).toEqual([
    '/context/load',
    '/context/ratio',
  ]);
});

test('escapes member names in a path', () => {
  expect(problemsWith({ consent: { 'a/b~c': 1 } })).toEqual([
    { path: '/consent/a~1b~0c', expected: 'true or false', got: 'a number' },
  ]);
});

test('never repeats the content of an answer', () => {
  const secret = 'my card is 4111';
  const problems = [
    ...problemsWith({ survey: `${secret}\0`, partial: secret, consent: secret, context: { a: [secret] } }),
    ...problemsOfAnswer({ kind: 'nps', value: secret }),
  ];
  expect(problems).toHaveLength(5);
  expect(JSON.stringify(problems)).not.toContain('4111');
});

test('stops at 20 problems', () => {
  const answers = Array.from({ length: 30 }, () => null);
  expect(problemsWith({ answers })).toHaveLength(20);
});

test('rejects a text of ten million characters', () => {
  const huge = 'x'.repeat(1e7);
  const problems = problemsWith({
    survey: huge,
    id: huge,
    submittedAt: huge,
    answers: [{ name: huge, kind: huge }],
  });
  expect(problems.map((problem) => problem.path)).toEqual([
    '/id',
    '/survey',
    '/submittedAt',
    '/answers/0/name',
    '/answers/0/kind',
    '/answers/0/value',
  ]);
});
