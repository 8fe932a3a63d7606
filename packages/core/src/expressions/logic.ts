import type { TokenReader } from './token-reader.ts';

/** A test of some input. */
export type Test<Input> = (input: Input) => boolean;

/** Limits the nesting of parentheses and `not`. */
const MAX_DEPTH = 50;

/**
 * Parses terms joined by `not`, `and`, `or` and parentheses, up to the first token that is not part of them. `not`
 * has the highest precedence, then `and`.
 */
export function readLogic<Input>(reader: TokenReader, readTerm: () => Test<Input>, depth = 0): Test<Input> {
  const alternatives: Test<Input>[][] = [];
  do {
    const tests: Test<Input>[] = [];
    do tests.push(readOne(reader, readTerm, depth));
    while (reader.take('and'));
    alternatives.push(tests);
  } while (reader.take('or'));
  return (input) => alternatives.some((tests) => tests.every((test) => test(input)));
}

function readOne<Input>(reader: TokenReader, readTerm: () => Test<Input>, depth: number): Test<Input> {
  const isNegated = reader.take('not');
  if (!isNegated && !reader.take('(')) return readTerm();
  if (depth === MAX_DEPTH) throw reader.createError(`at most ${MAX_DEPTH} levels`);
  const test = (isNegated ? readOne : readLogic)(reader, readTerm, depth + 1);
  if (isNegated) return (input) => !test(input);
  reader.expect(')');
  return test;
}
