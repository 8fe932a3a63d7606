import type { ErrorCode, HeedError } from '../errors.ts';
import { createValueError } from '../value-error.ts';
import type { Scalar } from './operand.ts';

/** Longer sources are rejected, which limits the parsing time of untrusted expressions. */
const MAX_LENGTH = 2_000;
/** The number of characters that an excerpt contains on either side of the error. */
const EXCERPT_LENGTH = 40;
/**
 * Matches a number, a quoted text, a word or a symbol. Comparison symbols are kept together, so that a message can
 * contain `==`. Persian and the languages of India use joiners within words, which Unicode excludes from identifiers.
 */
const TOKEN =
  /\s*((-?\d+(?:\.\d+)?)|('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|([\p{IDS}_](?:[-.]?[\p{IDC}\u200c\u200d])*)|[=<>!&|]+|.|$)/gsu;
const RESERVED = /^(and|or|not|in|is|includes)$/;

/** A token of an expression. */
export interface Token {
  /** `null` for `null`, `none` and a blank text. `sign` for symbols and reserved words. */
  readonly type: 'number' | 'text' | 'boolean' | 'null' | 'name' | 'sign';
  /** The source of the token. Empty at the end of the source. */
  readonly text: string;
  /** The value of a literal. Undefined for names and signs. */
  readonly value?: Scalar | null | undefined;
  /** The index in the source, from 0. */
  readonly at: number;
}

/** Reads tokens from left to right, with one token of lookahead. */
export interface TokenReader {
  readonly source: string;
  /** The next token, not yet consumed. */
  readonly token: Token;
  /** Consumes and returns the next token. Does not advance past the end. */
  next(): Token;
  /** Consumes the next token if it is this word or symbol, and returns whether it did. */
  take(text: string): boolean;
  /** Consumes this word or symbol, or the end if it is empty. Throws if the next token is another one. */
  expect(text: string): void;
  /** Returns an error at a token. Defaults to the next token and the alternatives that were tried there. */
  createError(expected?: string, token?: Token): HeedError;
}

/**
 * Creates a reader of a source.
 *
 * @param code the code of the errors that the reader creates. Defaults to `HEED_EXPRESSION`
 * @throws HeedError if the source exceeds 2,000 characters
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

/** Returns an error with the column, counted from 1 as in editors, and an excerpt of the source. */
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
