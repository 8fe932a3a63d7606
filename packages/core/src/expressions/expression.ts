import type { AnswerKind } from '../record/record.ts';
import { ANY, BOOLEAN, ITEM, NUMBER, resolveName, TEXT, type Kinds } from './names.ts';
import { contains, isEmpty, isSame, rowOf, scalarsOf, type Operand, type Scalar } from './operand.ts';
import { readTokens, type Token, type TokenReader } from './tokens.ts';

/** A condition that was read and checked. */
export interface Expression {
  /** As written. */
  readonly source: string;
  /** The questions and fields that it names, without rows. */
  readonly names: readonly string[];
  /** Whether it holds, when each name stands for what `lookup` returns. */
  evaluate(lookup: Lookup): boolean;
}

export type Lookup = (name: string) => Operand;
type Test = (lookup: Lookup) => boolean;

/** One side of a comparison. */
interface Side {
  token: Token;
  types: number;
  read(lookup: Lookup): Operand;
}

interface Context {
  reader: TokenReader;
  kinds: Kinds | undefined;
  names: Set<string>;
  depth: number;
}

interface Comparison {
  /** What can be compared in this way. */
  types: number;
  /** One value of the left side with one of the right side. */
  test(left: Scalar, right: Scalar, isItem: boolean): boolean;
}

/** Parentheses and `not` may stand so deep in each other. */
const MAX_DEPTH = 50;
const EQUAL: Comparison = { types: ANY, test: isSame };
const COMPARISONS: Readonly<Record<string, Comparison>> = {
  '=': EQUAL,
  '!=': EQUAL,
  '<': { types: NUMBER, test: (left, right) => Number(left) < Number(right) },
  '<=': { types: NUMBER, test: (left, right) => Number(left) <= Number(right) },
  '>': { types: NUMBER, test: (left, right) => Number(left) > Number(right) },
  '>=': { types: NUMBER, test: (left, right) => Number(left) >= Number(right) },
  includes: { types: TEXT, test: contains },
};
const TYPE_OF: Readonly<Record<string, number>> = { number: NUMBER, string: TEXT, boolean: BOOLEAN };
const EXPECTED: Readonly<Record<number, string>> = {
  [NUMBER]: 'a number',
  [TEXT]: 'a text',
  [BOOLEAN]: 'true or false',
  [ANY]: 'one value, such as a row',
};

/**
 * Reads a condition such as `recommend <= 6 and reason includes 'price'`. The language is described in
 * `docs/reference/expressions.md`.
 *
 * @param kinds the names that are known, with their kinds; without it any name may be used, for any type
 * @throws HeedError `HEED_EXPRESSION` for what is no expression or can never hold, `HEED_NAME` for an unknown name
 */
export function parseExpression(source: string, kinds?: ReadonlyMap<string, AnswerKind>): Expression {
  const reader = readTokens(source);
  const expression = readExpression(reader, kinds);
  reader.expect('');
  return expression;
}

/** Reads a condition up to the first token that is no part of it, such as a comma or a closing parenthesis. */
export function readExpression(reader: TokenReader, kinds?: Kinds): Expression {
  const names = new Set<string>();
  const { at } = reader.token;
  const evaluate = readAlternatives({ reader, kinds, names, depth: 0 });
  return { source: reader.source.slice(at, reader.token.at).trim(), names: [...names], evaluate };
}

function readAlternatives(context: Context): Test {
  const tests: Test[] = [];
  do tests.push(readConjunction(context));
  while (context.reader.take('or'));
  return (lookup) => tests.some((test) => test(lookup));
}

function readConjunction(context: Context): Test {
  const tests: Test[] = [];
  do tests.push(readCondition(context));
  while (context.reader.take('and'));
  return (lookup) => tests.every((test) => test(lookup));
}

function readCondition(context: Context): Test {
  const { reader } = context;
  const isNegated = reader.take('not');
  if (!isNegated && !reader.take('(')) return readComparison(context);
  if (++context.depth > MAX_DEPTH) throw reader.mistake(`at most ${MAX_DEPTH} levels`);
  const test = isNegated ? readCondition(context) : readAlternatives(context);
  if (!isNegated) reader.expect(')');
  context.depth--;
  return isNegated ? (lookup) => !test(lookup) : test;
}

function readComparison(context: Context): Test {
  const { reader } = context;
  const left = readName(context, 'a name');
  if (reader.take('is')) {
    const isWanted = reader.take('empty');
    if (!isWanted) reader.expect('answered');
    return (lookup) => isEmpty(left.read(lookup)) === isWanted;
  }
  if (reader.take('in')) return readList(context, left);
  const sign = Object.keys(COMPARISONS).find(reader.take);
  if (sign) return readSigned(context, left, sign);
  // A name that stands alone, such as `contact` for a consent.
  if (!(left.types & BOOLEAN)) throw reader.mistake();
  return (lookup) => scalarsOf(left.read(lookup)).some((value) => isSame(value, true));
}

function readSigned(context: Context, left: Side, sign: string): Test {
  const right = readSide(context);
  const comparison = COMPARISONS[sign] as Comparison;
  const isNegated = sign === '!=';
  if (comparison === EQUAL && right.token.value === null)
    return (lookup) => isEmpty(left.read(lookup)) !== isNegated;
  const test = compare(context.reader, left, comparison, right);
  if (!isNegated) return test;
  return (lookup) => [left, right].every((side) => !isEmpty(side.read(lookup))) && !test(lookup);
}

function readList(context: Context, left: Side): Test {
  const { reader } = context;
  const tests: Test[] = [];
  reader.expect('[');
  do tests.push(compare(reader, left, EQUAL, readSide(context)));
  while (reader.take(','));
  reader.expect(']');
  return (lookup) => tests.some((test) => test(lookup));
}

/** Holds when any item of the one side and any of the other do. */
function compare(reader: TokenReader, left: Side, { types, test }: Comparison, right: Side): Test {
  check(reader, left, types);
  check(reader, right, types & left.types);
  return (lookup) => {
    const value = left.read(lookup);
    const isItem = Array.isArray(value) || (left.types & ITEM) > 0;
    const others = scalarsOf(right.read(lookup));
    return scalarsOf(value).some((item) => others.some((other) => test(item, other, isItem)));
  };
}

/** What can never hold, because of its types, is a mistake. */
function check(reader: TokenReader, side: Side, types: number): void {
  if (!(side.types & types)) throw reader.mistake(EXPECTED[types], side.token);
}

function readSide(context: Context): Side {
  const { reader } = context;
  const { value } = reader.token;
  if (value === undefined) return readName(context, 'a name, a number or a text in quotes');
  return { token: reader.next(), types: TYPE_OF[typeof value] ?? 0, read: () => value };
}

function readName({ reader, kinds, names }: Context, expected: string): Side {
  const { type, text: whole, at } = reader.token;
  if (type !== 'name') throw reader.mistake(expected);
  const { name, row, types } = resolveName(whole, kinds, reader.source, at);
  names.add(name);
  return {
    token: reader.next(),
    types,
    read: (lookup) => (row ? (lookup(whole) ?? rowOf(lookup(name), row)) : lookup(name)),
  };
}
