import { expect, test } from 'vitest';
import { createRecord } from './create-record.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';

const ANSWERS = [{ name: 'recommend', kind: 'nps', value: 9 }];
const RANDOM = new Uint8Array(10);

test('is the id of a complete record', () => {
  const record = createRecord({ survey: 's', answers: ANSWERS }, 0, RANDOM);
  expect(idempotencyKeyOf(record)).toBe(record.id);
  expect(idempotencyKeyOf({ ...record, partial: false })).toBe(record.id);
});

test('is unique for each partial version, and sorts by time', () => {
  const { id } = createRecord({ survey: 's', answers: ANSWERS }, 0, RANDOM);
  const times = [0, 9_999_999, 999_999_999_999, 1_000_000_000_000, Date.UTC(9999, 0)];
  const keys = times.map((time) =>
    idempotencyKeyOf(createRecord({ id, survey: 's', answers: ANSWERS, partial: true }, time, RANDOM)),
  );
  expect(keys[0]).toBe(`${id}.1970-01-01T00:00:00.000Z`);
  expect([...keys].sort()).toEqual(keys);
  expect(new Set(keys).size).toBe(times.length);
});
