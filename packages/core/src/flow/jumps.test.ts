import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnswerKind } from '../record/record.ts';
import { HeedError } from '../errors.ts';
import { anySource } from '../expressions/test/expression-tree.ts';
import { parseJumps } from './jumps.ts';

const KINDS = new Map<string, AnswerKind>([
  ['recommend', 'nps'],
  ['plan', 'hidden'],
]);

function sourcesOf(source: string): [string, string?][] {
  return parseJumps(source, KINDS).map((jump) => (jump.if ? [jump.to, jump.if.source] : [jump.to]));
}

test('parses jumps in order, with and without a condition', () => {
  expect(sourcesOf("price if recommend <= 6; end if plan = 'a; b';thanks")).toEqual([
    ['price', 'recommend <= 6'],
    ['end', "plan = 'a; b'"],
    ['thanks'],
  ]);
});

test('accepts a trailing semicolon', () => {
  expect(sourcesOf('thanks;')).toEqual([['thanks']]);
  expect(sourcesOf('thanks if plan; ')).toEqual([['thanks', 'plan']]);
});

test.each([
  ['', 1, 'the name of a step', 'the end'],
  ['3', 1, 'the name of a step', '"3"'],
  [';', 1, 'the name of a step', '";"'],
  ['thanks if', 10, 'a name', 'the end'],
  ['thanks plan', 8, '"if" or ";" or the end', '"plan"'],
  ['thanks; price', 9, 'the end', '"price"'],
  ['thanks if plan price', 16, '"and" or "or" or ";" or the end', '"price"'],
  ['thanks if plan;; price', 16, 'the name of a step', '";"'],
])('reports the column at which %j becomes invalid', (source, column, expected, got) => {
  const read = () => parseJumps(source, KINDS);
  expect(read).toThrow(HeedError);
  expect(read).toThrow(`column ${column} of "${source}": expected `);
  expect(read).toThrow(expected);
  expect(read).toThrow(`got ${got} (HEED_EXPRESSION)`);
});

test('validates the conditions', () => {
  expect(() => parseJumps("thanks if recommend = 'x'", KINDS)).toThrow('expected a number, got');
  expect(() => parseJumps('thanks if unknown', KINDS)).toThrow('HEED_NAME');
});

test('accepts or rejects any text', () => {
  fc.assert(
    fc.property(anySource, anySource, (one, other) => {
      try {
        parseJumps(`${one} if ${other}`);
      } catch (error) {
        expect(error).toBeInstanceOf(HeedError);
      }
    }),
    { numRuns: 3_000 },
  );
});
