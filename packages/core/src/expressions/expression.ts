import type { AnswerKind } from '../record/record.ts';
import { readLogic, type Test } from './logic.ts';
import { ANY, resolveName, type Kinds } from './resolve-name.ts';
import { contains, isEmpty, isSame, rowOf, scalarsOf, type Operand, type Scalar } from './operand.ts';
import { createTokenReader, type Token, type TokenReader } from './token-reader.ts';

/** A parsed and validated condition. */
export interface Expression {
  /** The source of the condition, without surrounding white space. */
  readonly source: string;
  /** Returns whether the condition is true. `lookup` returns the value of each name. */
  evaluate(lookup: Lookup): boolean;
}

export type Lookup = (name: string) => Operand;

/** One side of a comparison. */
interface Side {
  token: Token;
  types: readonly string[];
  read(lookup: Lookup): Operand;
}

type Compare = (left: Scalar, right: Scalar, isItem: boolean) => boolean;

const COMPARISONS: Readonly<Record<string, Compare>> = {
  '=': isSame,
  '!=': isSame,
  '<': (left, right) => Number(left) < Number(right),
  '<=': (left, right) => Number(left) <= Number(right),
  '>': (left, right) => Number(left) > Number(right),
  '>=': (left, right) => Number(left) >= Number(right),
  includes: contains,
};

/**
 * Parses a condition such as `recommend <= 6 and reason includes 'price'`. For the grammar, see
 * `docs/reference/expressions.md`.
 *
 * @param kinds the known names and their kinds. By default, any name of any type is valid
 * @throws HeedError `HEED_EXPRESSION` if the source is invalid or can never be true, `HEED_NAME` for an unknown name
 */
export function parseExpression(source: string, kinds?: ReadonlyMap<string, AnswerKind>): Expression {
  const reader = createTokenReader(source);
  const expression = readExpression(reader, kinds);
  reader.expect('');
  return expression;
}

/** Parses a condition up to the first token that is not part of it, such as a comma or a closing parenthesis. */
export function readExpression(reader: TokenReader, kinds?: Kinds): Expression {
  const { at } = reader.token;
  const evaluate = readLogic(reader, () => readComparison(reader, kinds));
  return { source: reader.source.slice(at, reader.token.at).trim(), evaluate };
}

function readComparison(reader: TokenReader, kinds: Kinds | undefined): Test<Lookup> {
  const left = readName(reader, kinds, 'a name');
  if (reader.take('is')) {
    const isWanted = reader.take('empty');
    if (!isWanted) reader.expect('answered');
    return (lookup) => isEmpty(left.read(lookup)) === isWanted;
  }
  if (reader.take('in')) return readList(reader, kinds, left);
  const sign = Object.keys(COMPARISONS).find(reader.take);
  if (sign) return compareSigned(reader, left, sign, readSide(reader, kinds));
  // A name without a comparison, such as `contact` for a consent.
  if (!left.types.includes('boolean')) throw reader.createError();
  return (lookup) => scalarsOf(left.read(lookup)).some((value) => isSame(value, true));
}

function compareSigned(reader: TokenReader, left: Side, sign: string, right: Side): Test<Lookup> {
  const compare = COMPARISONS[sign] as Compare;
  const isNegated = sign === '!=';
  if (compare === isSame && right.token.type === 'null')
    return (lookup) => isEmpty(left.read(lookup)) !== isNegated;
  const test = compareItems(reader, left, right, compare);
  if (!isNegated) return test;
  return (lookup) => [left, right].every((side) => !isEmpty(side.read(lookup))) && !test(lookup);
}

function readList(reader: TokenReader, kinds: Kinds | undefined, left: Side): Test<Lookup> {
  const tests: Test<Lookup>[] = [];
  reader.expect('[');
  do tests.push(compareItems(reader, left, readSide(reader, kinds), isSame));
  while (reader.take(','));
  reader.expect(']');
  return (lookup) => tests.some((test) => test(lookup));
}

/** Returns a test that is true if any pair of items from both sides matches. Throws if the types can never match. */
function compareItems(reader: TokenReader, left: Side, right: Side, compare: Compare): Test<Lookup> {
  const types = compare === isSame ? ANY : compare === contains ? ['text'] : ['number'];
  const common = matchTypes(reader, left, types);
  matchTypes(reader, right, common);
  return (lookup) => {
    const value = left.read(lookup);
    const isItem = Array.isArray(value) || left.types.includes('item');
    const others = scalarsOf(right.read(lookup));
    return scalarsOf(value).some((item) => others.some((other) => compare(item, other, isItem)));
  };
}

/** Returns the types that the side can have. Throws if no type is possible. */
function matchTypes(reader: TokenReader, side: Side, types: readonly string[]): readonly string[] {
  const common = types.filter((type) => side.types.includes(type));
  if (common.length === 0)
    throw reader.createError(types.map((type) => `a ${type}`).join(' or '), side.token);
  return common;
}

function readSide(reader: TokenReader, kinds: Kinds | undefined): Side {
  const { value, type } = reader.token;
  if (value === undefined) return readName(reader, kinds, 'a name, a number or a text in quotes');
  return { token: reader.next(), types: [type], read: () => value };
}

function readName(reader: TokenReader, kinds: Kinds | undefined, expected: string): Side {
  const { type, text, at } = reader.token;
  if (type !== 'name') throw reader.createError(expected);
  const { name, row, types } = resolveName(text, kinds, reader.source, at);
  return {
    token: reader.next(),
    types,
    read: (lookup) => (row === undefined ? lookup(name) : (lookup(text) ?? rowOf(lookup(name), row))),
  };
}
