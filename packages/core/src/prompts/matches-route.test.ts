import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesRoute } from './matches-route.ts';

test.each([
  ['/checkout', '/checkout'],
  ['/checkout', '/checkout/'],
  ['/checkout/', '/checkout'],
  ['/', '/'],
  ['/checkout/*', '/checkout/payment'],
  ['/checkout/*', '/checkout/payment/card'],
  ['/*/reviews', '/products/12/reviews'],
  ['/shop/*/item/*', '/shop/a/item/b'],
  ['*', '/anything'],
  ['/a*', '/a'],
  ['/a*a', '/aa'],
  ['#/cart*', '#/cart/2'],
])('%s matches %s', (pattern, path) => {
  expect(matchesRoute(pattern, path)).toBe(true);
});

test.each([
  ['/checkout', '/checkout/payment'],
  ['/checkout', '/shop/checkout'],
  ['/checkout/*', '/checkout'],
  ['/a*a', '/a'],
  ['/*/reviews', '/products/12'],
  ['/shop/*/item/*', '/shop/item'],
  ['/a.c', '/abc'],
])('%s does not match %s', (pattern, path) => {
  expect(matchesRoute(pattern, path)).toBe(false);
});

test('agrees with the regular expression, without its worst case', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*'), maxLength: 12 });
  const path = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 12 });
  const trim = (one: string): string => (one.length > 1 ? one.replace(/\/$/, '') : one);
  fc.assert(
    fc.property(text, path, (pattern, path) => {
      const expected = new RegExp(`^${trim(pattern).replaceAll('*', '.*')}$`);
      expect(matchesRoute(pattern, path)).toBe(expected.test(trim(path)));
    }),
    { numRuns: 2000 },
  );
  // A backtracking implementation would not terminate.
  expect(matchesRoute('*a'.repeat(500), 'a'.repeat(400))).toBe(false);
});
