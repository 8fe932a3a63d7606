import { readExpression, type Expression } from '../expressions/expression.ts';
import { readLogic } from '../expressions/logic.ts';
import { createTokenReader, type TokenReader } from '../expressions/token-reader.ts';
import { parseCount, parseDuration, parseShare } from './parse-units.ts';

/** An event, or a condition that is true at a given time. */
export type Term =
  /** A page event with this name whose `detail` matches the condition. */
  | { readonly on: 'event'; readonly name: string; readonly condition?: Expression | undefined }
  /** The time in view, or without input, in milliseconds. */
  | { readonly on: 'time' | 'idle'; readonly ms: number }
  /** The scrolled share of the page, from 0 to 1. */
  | { readonly on: 'scroll'; readonly share: number }
  /** An element that becomes visible, or is clicked. */
  | { readonly on: 'visible' | 'click'; readonly selector: string }
  /** The user is about to leave the page. */
  | { readonly on: 'exit' }
  /** The path matches the pattern. True while it does. */
  | { readonly on: 'route'; readonly pattern: string }
  /** This visit or a later one. True while it is. */
  | { readonly on: 'visit'; readonly count: number };

/** A parsed `when` attribute, which controls when a prompt opens automatically. */
export interface When {
  /** In the order of the source. */
  readonly terms: readonly Term[];
  /** Returns whether the whole is true, given the value of each term. */
  evaluate(isTrue: (term: Term) => boolean): boolean;
}

/**
 * Parses `event('order-placed', total > 100) and (time(30s) or scroll(50%))`. Terms are `event`, `time`, `scroll`,
 * `visible`, `click`, `exit`, `idle`, `route` and `visit`. They can be combined with `and`, `or`, `not` and
 * parentheses, as in conditions.
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

/** Parses the arguments of each term. */
const TERMS: Readonly<Record<Term['on'], (reader: TokenReader) => object>> = {
  event: (reader) => ({
    name: readText(reader),
    condition: reader.take(',') ? readExpression(reader) : undefined,
  }),
  time: (reader) => ({ ms: readTime(reader) }),
  scroll: (reader) => ({ share: readQuantity(reader, 'a share such as 50%', parseShare) }),
  visible: (reader) => ({ selector: readText(reader) }),
  click: (reader) => ({ selector: readText(reader) }),
  exit: () => ({}),
  idle: (reader) => ({ ms: readTime(reader) }),
  route: (reader) => ({ pattern: readText(reader) }),
  visit: (reader) => ({ count: readQuantity(reader, 'a whole number from 1', parseCount) }),
};

function readText(reader: TokenReader): string {
  const { type, value } = reader.token;
  if (type !== 'text') throw reader.createError("a text such as 'name'");
  reader.next();
  return String(value);
}

function readTime(reader: TokenReader): number {
  return readQuantity(reader, 'a time such as 30s', parseDuration);
}

/** A number with a unit, such as `30s` or `50%`, consists of several tokens. */
function readQuantity(
  reader: TokenReader,
  expected: string,
  parse: (text: string) => number | undefined,
): number {
  const first = reader.token;
  while (reader.token.text && reader.token.text !== ')') reader.next();
  const text = reader.source.slice(first.at, reader.token.at).trim();
  const quantity = parse(text);
  if (quantity === undefined) throw reader.createError(expected, { ...first, text });
  return quantity;
}
