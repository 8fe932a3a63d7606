import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { HeedError } from '../errors.ts';
import { parseExpression } from './expression.ts';
import {
  anyAnswers,
  anySource,
  anyTree,
  evaluateTree,
  KINDS,
  print,
  type Values,
} from './test/expression-tree.ts';

function lookupIn(values: Values) {
  return (name: string) => values.get(name);
}

const anyPicks = fc.infiniteStream(fc.nat({ max: 11 }));

/** Chooses equivalent notations by a stream of numbers. */
function pickFrom(picks: Iterator<number>): (count: number) => number {
  return (count) => (picks.next().value ?? 0) % count;
}

test('evaluates like the reference implementation, in any notation', () => {
  fc.assert(
    fc.property(anyTree, anyPicks, anyAnswers, (tree, picks, values) => {
      const source = print(tree, pickFrom(picks));
      fc.pre(source.length <= 2_000);
      expect(parseExpression(source, KINDS).evaluate(lookupIn(values)), source).toBe(
        evaluateTree(tree, values),
      );
    }),
    { numRuns: 5_000 },
  );
});

test('evaluates the same after its source is parsed again', () => {
  fc.assert(
    fc.property(anyTree, anyPicks, anyAnswers, (tree, picks, values) => {
      const source = print(tree, pickFrom(picks));
      fc.pre(source.length <= 2_000);
      const first = parseExpression(` ${source}\n`, KINDS);
      const second = parseExpression(first.source, KINDS);
      expect(second.source).toBe(first.source);
      expect(second.evaluate(lookupIn(values))).toBe(first.evaluate(lookupIn(values)));
    }),
    { numRuns: 2_000 },
  );
});

test('accepts or rejects any text, and can evaluate what it accepts', () => {
  fc.assert(
    fc.property(anySource, fc.boolean(), anyAnswers, (source, isTyped, values) => {
      try {
        const expression = parseExpression(source, isTyped ? KINDS : undefined);
        expect(typeof expression.evaluate(lookupIn(values))).toBe('boolean');
      } catch (error) {
        expect(error).toBeInstanceOf(HeedError);
        expect((error as HeedError).message).toMatch(/^\[heed\] column \d+ of "/);
      }
    }),
    { numRuns: 5_000 },
  );
});

test('reports a column within the source or directly after it', () => {
  fc.assert(
    fc.property(anySource, (source) => {
      try {
        parseExpression(source, KINDS);
      } catch (error) {
        const column = Number(/column (\d+)/.exec((error as Error).message)?.[1]);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual(source.length + 1);
      }
    }),
    { numRuns: 3_000 },
  );
});

test('evaluates any value without throwing', () => {
  const anything = fc.anything({
    withBigInt: true,
    withNullPrototype: true,
    withSparseArray: true,
    withDate: true,
  });
  fc.assert(
    fc.property(anyTree, anyPicks, anything, (tree, picks, value) => {
      const source = print(tree, pickFrom(picks));
      fc.pre(source.length <= 2_000);
      expect(typeof parseExpression(source).evaluate(() => value as never)).toBe('boolean');
    }),
    { numRuns: 3_000 },
  );
});
