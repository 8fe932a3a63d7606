import type { AnswerKind } from '../record/record.ts';
import { ANY, BOOLEAN, NUMBER, resolveName, TEXT, type Kinds } from './names.ts';
import { holds, isEmpty, isInOrder, isSame, rowOf, scalarsOf, type Operand, type Scalar } from './operand.ts';
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
  /** Whether a single text is an item, not words to be searched. */
  isList: boolean;
  read(lookup: Lookup): Operand;
}

interface Context {
  reader: TokenReader;
  kinds: Kinds | undefined;
  names: Set<string>;
  depth: number;
}

/** Parentheses and `not` may stand so deep in each other. */
const MAX_DEPTH = 50;
const RESERVED = /^(and|or|not|in|is|includes|true|false|null|none)$/;
const NULL = /^(null|none|''|"")$/;
/** What may follow a name that stands alone, such as `contact` for a consent. */
const AFTER_CONDITION = /^(and|or|[),;]|)$/;
const EXPECTED: Readonly<Record<number, string>> = {
  [NUMBER]: 'a number',
  [TEXT]: 'a text',
  [BOOLEAN]: 'true or false',
  [ANY]: 'one value, such as the row of a matrix',
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
  reader.expect('', '"and", "or" or the end');
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
  if (++context.depth > MAX_DEPTH)
    throw reader.mistake(`at most ${MAX_DEPTH} levels of parentheses and "not"`);
  const test = isNegated ? readCondition(context) : readAlternatives(context);
  if (!isNegated) reader.expect(')', '"and", "or" or ")"');
  context.depth--;
  return isNegated ? (lookup) => !test(lookup) : test;
}

function readComparison(context: Context): Test {
  const { reader } = context;
  const left = readName(context, reader.next());
  const sign = reader.token;
  if (AFTER_CONDITION.test(sign.text))
    return compare(reader, left, BOOLEAN, constant(sign, BOOLEAN, true), isSame);
  reader.next();
  if (sign.text === 'is') return readEmptiness(reader, left);
  if (sign.text === 'in') return readList(context, left);
  if (/^!?=$/.test(sign.text)) return readEquality(context, left, sign.text === '!=');
  if (sign.text === 'includes') {
    return compare(reader, left, TEXT, readSide(context), (whole, part) => holds(whole, part, left.isList));
  }
  if (!/^[<>]=?$/.test(sign.text))
    throw reader.mistake('a comparison (= != < <= > >= includes, in, is)', sign);
  return compare(reader, left, NUMBER, readSide(context), (a, b) => isInOrder(a, sign.text, b));
}

function readEmptiness(reader: TokenReader, left: Side): Test {
  const wanted = reader.take('empty');
  if (!wanted) reader.expect('answered', '"answered" or "empty"');
  return (lookup) => isEmpty(left.read(lookup)) === wanted;
}

function readList(context: Context, left: Side): Test {
  const { reader } = context;
  const tests: Test[] = [];
  reader.expect('[');
  do tests.push(compare(reader, left, ANY, readSide(context), isSame));
  while (reader.take(','));
  reader.expect(']', '"," or "]"');
  return (lookup) => tests.some((test) => test(lookup));
}

function readEquality(context: Context, left: Side, isNegated: boolean): Test {
  const right = readSide(context);
  if (NULL.test(right.token.text)) return (lookup) => isEmpty(left.read(lookup)) !== isNegated;
  const equals = compare(context.reader, left, ANY, right, isSame);
  if (!isNegated) return equals;
  return (lookup) =>
    [left, right].every((side) => scalarsOf(side.read(lookup)).length > 0) && !equals(lookup);
}

/** Holds when any item of the one side and any of the other do. */
function compare(
  reader: TokenReader,
  left: Side,
  types: number,
  right: Side,
  test: (left: Scalar, right: Scalar) => boolean,
): Test {
  check(reader, left, types);
  check(reader, right, types & left.types);
  return (lookup) => {
    const items = scalarsOf(right.read(lookup));
    return scalarsOf(left.read(lookup)).some((item) => items.some((other) => test(item, other)));
  };
}

function check(reader: TokenReader, side: Side, types: number): void {
  if (!(side.types & types)) throw reader.mistake(EXPECTED[types] as string, side.token);
}

function readSide(context: Context): Side {
  const token = context.reader.next();
  const { type, text } = token;
  if (NULL.test(text)) return constant(token, 0, null);
  if (type === 'number') return constant(token, NUMBER, Number(text));
  if (type === 'text') return constant(token, TEXT, text.slice(1, -1).replace(/\\(.)/gs, '$1'));
  if (/^(true|false)$/.test(text)) return constant(token, BOOLEAN, text === 'true');
  return readName(context, token, 'a name, a number, a text in quotes, true or false');
}

function constant(token: Token, types: number, value: Operand): Side {
  return { token, types, isList: false, read: () => value };
}

function readName({ reader, kinds, names }: Context, token: Token, expected = 'a name'): Side {
  const whole = token.text;
  if (token.type !== 'name' || RESERVED.test(whole)) throw reader.mistake(expected, token);
  const { name, row, kind, types } = resolveName(whole, kinds, (expected) =>
    reader.mistake(expected, token, 'HEED_NAME'),
  );
  names.add(name);
  const isList = kind === 'choice' || kind === 'attachment';
  const read: Side['read'] = row
    ? (lookup) => lookup(whole) ?? rowOf(lookup(name), row)
    : (lookup) => lookup(name);
  return { token, types, isList, read };
}
