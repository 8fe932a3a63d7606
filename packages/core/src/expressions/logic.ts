import type { TokenReader } from './token-reader.ts';

/** Whether something holds, given what it is about. */
export type Test<Given> = (given: Given) => boolean;

/** Parentheses and `not` may stand so deep in each other. */
const MAX_DEPTH = 50;

/**
 * Reads terms that are joined by `not`, `and`, `or` and parentheses, up to the first token that is no part of it.
 * `not` binds closest, then `and`.
 */
export function readLogic<Given>(reader: TokenReader, readTerm: () => Test<Given>, depth = 0): Test<Given> {
  const alternatives: Test<Given>[][] = [];
  do {
    const tests: Test<Given>[] = [];
    do tests.push(readOne(reader, readTerm, depth));
    while (reader.take('and'));
    alternatives.push(tests);
  } while (reader.take('or'));
  return (given) => alternatives.some((tests) => tests.every((test) => test(given)));
}

function readOne<Given>(reader: TokenReader, readTerm: () => Test<Given>, depth: number): Test<Given> {
  const isNegated = reader.take('not');
  if (!isNegated && !reader.take('(')) return readTerm();
  if (depth === MAX_DEPTH) throw reader.createError(`at most ${MAX_DEPTH} levels`);
  const test = (isNegated ? readOne : readLogic)(reader, readTerm, depth + 1);
  if (isNegated) return (given) => !test(given);
  reader.expect(')');
  return test;
}
