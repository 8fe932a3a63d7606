import { expect, test } from 'vitest';
import { HeedError } from './errors.ts';
import { createValueError } from './value-error.ts';

test('composes the message from the place, the problem and the code', () => {
  const error = new HeedError('HEED_FULL', 'submit', 'the queue is full');
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ name: 'HeedError', code: 'HEED_FULL', where: 'submit' });
  expect(error.expected).toBe(undefined);
  expect(error.got).toBe(undefined);
  expect(String(error)).toBe('HeedError: [heed] submit: the queue is full (HEED_FULL)');
});

test('has the expected and the actual value as fields', () => {
  const error = createValueError('HEED_OPTION', 'createThing', { expected: 'a thing', got: '"x"' });
  expect(error).toMatchObject({
    where: 'createThing',
    problem: 'expected a thing, got "x"',
    expected: 'a thing',
    got: '"x"',
  });
  expect(error.message).toBe('[heed] createThing: expected a thing, got "x" (HEED_OPTION)');
});
