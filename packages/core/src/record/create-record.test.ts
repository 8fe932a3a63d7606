import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRecord } from './create-record.ts';
import { validateRecord } from './validate-record.ts';

const ANSWERS = [{ name: 'recommend', kind: 'nps', value: 9 }];

test('creates a valid record with an id and a time', () => {
  const record = createRecord(
    { survey: 'checkout', answers: ANSWERS },
    Date.UTC(2026, 10, 21),
    new Uint8Array(10),
  );
  expect(record).toEqual({
    v: 1,
    id: '01a1fb67-1800-7000-8000-000000000000',
    survey: 'checkout',
    submittedAt: '2026-11-21T00:00:00.000Z',
    answers: ANSWERS,
  });
  expect(validateRecord(record)).toEqual([]);
});

test('keeps respondent, context and consent, and omits absent members', () => {
  const input = {
    survey: 's',
    answers: ANSWERS,
    respondent: undefined,
    context: { locale: 'de' },
    consent: { contact: false },
  };
  const record = createRecord(input, 0, new Uint8Array(10));
  expect(record).toMatchObject({ context: { locale: 'de' }, consent: { contact: false } });
  expect(record).not.toHaveProperty('respondent');
});

test('reuses the id of a partial record, and marks it as partial or complete', () => {
  const { id } = createRecord({ survey: 's', answers: ANSWERS }, 0, new Uint8Array(10));
  const partial = createRecord({ id, survey: 's', answers: ANSWERS, partial: true }, 1, new Uint8Array(10));
  const complete = createRecord({ id, survey: 's', answers: ANSWERS, partial: false }, 2, new Uint8Array(10));
  expect([partial.id, complete.id]).toEqual([id, id]);
  expect(partial.partial).toBe(true);
  expect(complete).not.toHaveProperty('partial');
  expect(validateRecord(partial)).toEqual([]);
});

test('creates a valid record whatever the clock returns', () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true }),
      fc.uint8Array({ minLength: 10, maxLength: 10 }),
      (now, random) => {
        expect(validateRecord(createRecord({ survey: 's', answers: ANSWERS }, now, random))).toEqual([]);
      },
    ),
  );
});
