import { HeedError, type ErrorCode } from '../errors.ts';

/** Longer expressions and jumps are refused, so that reading a foreign one takes no time worth mentioning. */
const MAX_LENGTH = 2_000;
/** So much of a source stands in a message, on either side of the mistake. */
const EXCERPT_LENGTH = 40;
/**
 * A number, a text in quotes, a name, or a sign. Signs of comparison stay together, so that a message can say `==`.
 * Persian and the languages of India write words with joiners, which Unicode does not count among the signs of a name.
 */
const TOKEN =
  /\s*((-?\d+(?:\.\d+)?)|('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|([\p{IDS}_](?:[-.]?[\p{IDC}\u200c\u200d])*)|[=<>!&|]+|.|$)/gsu;

/** The smallest piece of an expression that means something. */
export interface Token {
  readonly type: 'number' | 'text' | 'name' | 'sign';
  /** As written; empty at the end of the source. */
  readonly text: string;
  /** Where in the source it begins, from 0. */
  readonly at: number;
}

/** Goes through a source from left to right, and knows one token at a time. */
export interface TokenReader {
  readonly source: string;
  /** The token at hand, not yet taken. */
  readonly token: Token;
  /** Takes the token at hand. */
  next(): Token;
  /** Takes the token at hand if it is this word or sign. */
  take(text: string): boolean;
  /** Takes this word or sign; an empty one is the end of the source. */
  expect(text: string, expected?: string): void;
  /** A mistake at the token at hand, or at another one. */
  mistake(expected: string, token?: Token, code?: ErrorCode): HeedError;
}

/** @throws HeedError `HEED_EXPRESSION` for a source of more than 2,000 characters */
export function readTokens(source: string): TokenReader {
  if (source.length > MAX_LENGTH) {
    throw mistakeIn(source, MAX_LENGTH, `at most ${MAX_LENGTH} characters`, `${source.length}`);
  }
  const tokens = Array.from(source.matchAll(TOKEN), toToken);
  let place = 0;
  // The last token is the end, and nothing is taken after it.
  const at = (place: number): Token => tokens[Math.min(place, tokens.length - 1)] as Token;
  const reader: TokenReader = {
    source,
    get token() {
      return at(place);
    },
    next: () => at(place++),
    take(text) {
      const taken = reader.token.text === text;
      if (taken) place++;
      return taken;
    },
    expect(text, expected = `"${text}"`) {
      if (!reader.take(text)) throw reader.mistake(expected);
    },
    mistake: (expected, token = reader.token, code) =>
      mistakeIn(source, token.at, expected, describe(token), code),
  };
  return reader;
}

/** Names the place in the source and shows what is around it. Columns count from 1, as editors do. */
export function mistakeIn(
  source: string,
  at: number,
  expected: string,
  got: string,
  code: ErrorCode = 'HEED_EXPRESSION',
): HeedError {
  const excerpt = source.slice(Math.max(0, at - EXCERPT_LENGTH), at + EXCERPT_LENGTH);
  return new HeedError(code, `column ${at + 1} of "${excerpt}": expected ${expected}, got ${got}`);
}

function toToken(match: RegExpMatchArray): Token {
  const [all, text = '', number, quoted, name] = match;
  const type = number ? 'number' : quoted ? 'text' : name ? 'name' : 'sign';
  return { type, text, at: (match.index ?? 0) + all.length - text.length };
}

function describe({ type, text }: Token): string {
  if (!text) return 'the end';
  return type === 'sign' && /['"]/.test(text)
    ? 'a text without its closing quote'
    : `"${text.slice(0, EXCERPT_LENGTH)}"`;
}
