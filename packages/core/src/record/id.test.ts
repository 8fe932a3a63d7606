import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { HeedError } from '../errors.ts';
import { createId, ID_PATTERN } from './id.ts';

const anyTime = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const anyRandom = fc.uint8Array({ minLength: 10, maxLength: 16 });

test('is a UUID of version 7 with the variant of RFC 9562', () => {
  fc.assert(
    fc.property(anyTime, anyRandom, (now, random) => {
      const id = createId(now, random);
      expect(id).toMatch(ID_PATTERN);
      expect(id).toMatch(/^.{14}7.{4}[89ab]/);
    }),
  );
});

test('sorts by time', () => {
  fc.assert(
    fc.property(anyTime, anyTime, anyRandom, anyRandom, (a, b, first, second) => {
      fc.pre(a !== b);
      expect(createId(a, first) < createId(b, second)).toBe(a < b);
    }),
  );
});

test('contains the time in its first 48 bits', () => {
  fc.assert(
    fc.property(anyTime, anyRandom, (now, random) => {
      expect(parseInt(createId(now, random).replaceAll('-', '').slice(0, 12), 16)).toBe(now);
    }),
  );
});

test('agrees with the example of RFC 9562, appendix A.6', () => {
  const random = Uint8Array.from([0xcc, 0x31, 0x8c, 0x4d, 0xc0, 0xc0, 0xc0, 0x73, 0x98, 0xf0]);
  expect(createId(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test.each([
  ['a clock at 0', 0, '00000000-0000-7000'],
  ['a clock before 1970', -5, '00000000-0000-7000'],
  ['a fraction of a millisecond', 1.9, '00000000-0001-7000'],
  ['a clock after the year 10889', 1e16, 'ffffffff-ffff-7000'],
])('accepts %s', (_, now, start) => {
  const id = createId(now, new Uint8Array(10));
  expect(id).toMatch(ID_PATTERN);
  expect(id.startsWith(start)).toBe(true);
});

test('keeps every random bit except for the version and the variant', () => {
  const bits = Array.from({ length: 80 }, (_, index) => {
    const random = new Uint8Array(10);
    random[index >> 3] = 1 << (index & 7);
    return createId(0, random);
  });
  expect(new Set(bits).size).toBe(75);
});

test('throws HEED_RANDOM for too few random bytes', () => {
  expect(() => createId(0, new Uint8Array(9))).toThrow(HeedError);
  expect(() => createId(0, new Uint8Array(9))).toThrow(/10 random bytes, got 9 \(HEED_RANDOM\)$/);
});
