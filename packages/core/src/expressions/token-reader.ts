import type { ErrorCode, HeedError } from '../errors.ts';
import { createValueError } from '../value-error.ts';
import type { Scalar } from './operand.ts';

/** Longer expressions and jumps are refused, so that reading a foreign one takes no time worth mentioning. */
const MAX_LENGTH = 2_000;
/** So much of a source stands in a message, on either side of the mistake. */
const EXCERPT_LENGTH = 40;
/**
 * A number, a text in quotes, a word, or a sign. Signs of comparison stay together, so that a message can say `==`.
 * Persian and the languages of India write words with joiners, which Unicode does not count among the signs of a name.
 */
const TOKEN =
  /\s*((-?\d+(?:\.\d+)?)|('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|([\p{IDS}_](?:[-.]?[\p{IDC}\u200c\u200d])*)|[=<>!&|]+|.|$)/gsu;
const RESERVED = /^(and|or|not|in|is|includes)$/;

/** The smallest piece of an expression that means something. */
export interface Token {
  /** `null` of `null`, `none` and a blank text; `sign` of the language's own words as well. */
  readonly type: 'number' | 'text' | 'boolean' | 'null' | 'name' | 'sign';
  /** As written; empty at the end of the source. */
  readonly text: string;
  /** Of names and signs undefined. */
  readonly value?: Scalar | null | undefined;
  /** Where in the source it begins, from 0. */
  readonly at: number;
}

/** Goes through a source from left to right, and knows one token at a time. */
export interface TokenReader {
  readonly source: string;
  /** The token at hand, not yet taken. */
  readonly token: Token;
  /** Takes the token at hand. At the end it stays there. */
  next(): Token;
  /** Takes the token at hand if it is this word or sign. */
  take(text: string): boolean;
  /** Takes this word or sign, of which an empty one is the end. */
  expect(text: string): void;
  /** A mistake. Expected is what was tried at the token at hand, and what is given. */
  createError(expected?: string, token?: Token): HeedError;
}

/**
 * @param code of the mistakes that are found
 * @throws HeedError for a source of more than 2,000 characters
 */
export function createTokenReader(source: string, code?: ErrorCode): TokenReader {
  if (source.length > MAX_LENGTH) {
    throw createSourceError(source, MAX_LENGTH, `at most ${MAX_LENGTH} characters`, `${source.length}`, code);
  }
  const tokens = [...source.matchAll(TOKEN)].map(toToken);
  let place = 0;
  let tried: string[] = [];
  const reader: TokenReader & { token: Token } = {
    source,
    token: tokens[0] as Token,
    next() {
      const { token } = reader;
      tried = [];
      reader.token = tokens[++place] ?? token;
      return token;
    },
    take(text: string) {
      const isHere = reader.token.text === text;
      if (isHere) reader.next();
      else tried.push(describe(text));
      return isHere;
    },
    expect(text: string) {
      if (!reader.take(text)) throw reader.createError();
    },
    createError: (expected = tried.join(' or '), { at, text } = reader.token) =>
      createSourceError(source, at, expected, describe(text), code),
  };
  return reader;
}

/** Names the place in the source and shows what is around it. Columns count from 1, as editors do. */
export function createSourceError(
  source: string,
  at: number,
  expected: string,
  got: string,
  code: ErrorCode = 'HEED_EXPRESSION',
): HeedError {
  const excerpt = source.slice(Math.max(0, at - EXCERPT_LENGTH), at + EXCERPT_LENGTH);
  const column = at + 1;
  return createValueError(code, `column ${column} of "${excerpt}"`, { expected, got, column });
}

function toToken(match: RegExpMatchArray): Token {
  const [all, text = '', number, quoted, word] = match;
  const at = (match.index ?? 0) + all.length - text.length;
  if (number) return { type: 'number', text, at, value: Number(number) };
  const value = quoted?.slice(1, -1).replace(/\\(.)/gs, '$1');
  if (value?.trim()) return { type: 'text', text, at, value };
  if (quoted || text === 'null' || text === 'none') return { type: 'null', text, at, value: null };
  if (text === 'true' || text === 'false') return { type: 'boolean', text, at, value: text === 'true' };
  return { type: word && !RESERVED.test(word) ? 'name' : 'sign', text, at };
}

function describe(text: string): string {
  return text ? `"${text.slice(0, EXCERPT_LENGTH)}"` : 'the end';
}
