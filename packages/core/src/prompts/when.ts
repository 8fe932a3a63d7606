import { readExpression, type Expression } from '../expressions/expression.ts';
import { readLogic } from '../expressions/logic.ts';
import { createTokenReader, type TokenReader } from '../expressions/token-reader.ts';
import { parseCount, parseDuration, parseShare } from './parse-units.ts';

/** One thing that may happen, or that is true at a moment. */
export type Term =
  /** A page event of this name, whose `detail` fits the condition. */
  | { readonly on: 'event'; readonly name: string; readonly condition?: Expression | undefined }
  /** So long in view of the visitor, or without input, in milliseconds. */
  | { readonly on: 'time' | 'idle'; readonly ms: number }
  /** Scrolled down by this share of what can be scrolled, from 0 to 1. */
  | { readonly on: 'scroll'; readonly share: number }
  /** An element that comes into view, or is clicked. */
  | { readonly on: 'visible' | 'click'; readonly selector: string }
  /** The visitor is about to leave. */
  | { readonly on: 'exit' }
  /** The path matches; true while it does. */
  | { readonly on: 'route'; readonly pattern: string }
  /** This visit or a later one; true while it does. */
  | { readonly on: 'visit'; readonly count: number };

/** When a prompt opens by itself. */
export interface When {
  /** In the order written. */
  readonly terms: readonly Term[];
  /** Does the whole hold, when each term is as the function says? */
  evaluate(isTrue: (term: Term) => boolean): boolean;
}

/**
 * Reads `event('order-placed', total > 100) and (time(30s) or scroll(50%))`. Terms are `event`, `time`, `scroll`,
 * `visible`, `click`, `exit`, `idle`, `route` and `visit`, they are joined by `and`, `or`, `not` and parentheses,
 * as the parts of a condition are.
 *
 * @throws HeedError `HEED_WHEN` with the column, from 1
 */
export function parseWhen(source: string): When {
  const reader = createTokenReader(source, 'HEED_WHEN');
  const terms: Term[] = [];
  const evaluate = readLogic(reader, () => {
    const term = readTerm(reader);
    terms.push(term);
    return (isTrue: (term: Term) => boolean) => isTrue(term);
  });
  reader.expect('');
  return { terms, evaluate };
}

function readTerm(reader: TokenReader): Term {
  const on = reader.token.text as Term['on'];
  if (!Object.hasOwn(TERMS, on)) throw reader.createError(`one of ${Object.keys(TERMS).join(', ')}`);
  reader.next();
  reader.expect('(');
  const term = { on, ...TERMS[on](reader) } as Term;
  reader.expect(')');
  return term;
}

/** What stands in the parentheses of each term. */
const TERMS: Readonly<Record<Term['on'], (reader: TokenReader) => object>> = {
  event: (reader) => ({
    name: readText(reader),
    condition: reader.take(',') ? readExpression(reader) : undefined,
  }),
  time: (reader) => ({ ms: readTime(reader) }),
  scroll: (reader) => ({ share: readFigure(reader, 'a share such as 50%', parseShare) }),
  visible: (reader) => ({ selector: readText(reader) }),
  click: (reader) => ({ selector: readText(reader) }),
  exit: () => ({}),
  idle: (reader) => ({ ms: readTime(reader) }),
  route: (reader) => ({ pattern: readText(reader) }),
  visit: (reader) => ({ count: readFigure(reader, 'a whole number from 1', parseCount) }),
};

function readText(reader: TokenReader): string {
  const { type, value } = reader.token;
  if (type !== 'text') throw reader.createError("a text such as 'name'");
  reader.next();
  return String(value);
}

function readTime(reader: TokenReader): number {
  return readFigure(reader, 'a time such as 30s', parseDuration);
}

/** A number with its unit, such as `30s` and `50%`, is more than one token. */
function readFigure(
  reader: TokenReader,
  expected: string,
  parse: (text: string) => number | undefined,
): number {
  const first = reader.token;
  while (reader.token.text && reader.token.text !== ')') reader.next();
  const text = reader.source.slice(first.at, reader.token.at).trim();
  const figure = parse(text);
  if (figure === undefined) throw reader.createError(expected, { ...first, text });
  return figure;
}
