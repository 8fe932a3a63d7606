import { expect, test } from 'vitest';
import { HeedError } from './errors.ts';

test('names itself, carries its code and ends its message with it', () => {
  const error = new HeedError('HEED_OPTION', 'createThing: expected a thing');
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ name: 'HeedError', code: 'HEED_OPTION' });
  expect(String(error)).toBe('HeedError: [heed] createThing: expected a thing (HEED_OPTION)');
});
