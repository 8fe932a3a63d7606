import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { HeedError } from '../errors.ts';
import { parseWhen, type Term } from './when.ts';

const errorOf = (source: string): HeedError => {
  try {
    parseWhen(source);
  } catch (error) {
    if (error instanceof HeedError) return error;
    throw error;
  }
  throw new Error(`nothing wrong was found in: ${source}`);
};

test.each([
  ["event('order-placed')", { on: 'event', name: 'order-placed' }],
  ['time(30s)', { on: 'time', ms: 30_000 }],
  ['scroll(50%)', { on: 'scroll', share: 0.5 }],
  ["visible('#reviews')", { on: 'visible', selector: '#reviews' }],
  ['click("[data-action=\'help\']")', { on: 'click', selector: "[data-action='help']" }],
  [String.raw`click('.md\\:flex')`, { on: 'click', selector: String.raw`.md\:flex` }],
  ['exit()', { on: 'exit' }],
  [' idle ( 1.5m ) ', { on: 'idle', ms: 90_000 }],
  ["route('/checkout/*')", { on: 'route', pattern: '/checkout/*' }],
  ['visit(3)', { on: 'visit', count: 3 }],
])('parses %s', (source, term) => {
  expect(parseWhen(source).terms).toEqual([term]);
});

test('parses the condition of an event', () => {
  const [term] = parseWhen("event('order-placed', total > 100 and (plan = 'free' or items >= 3))").terms;
  if (term?.on !== 'event' || !term.condition) throw new Error('no condition');
  const detail: Record<string, string | number> = { total: 120, plan: 'team', items: 2 };
  const evaluate = (): boolean | undefined => term.condition?.evaluate((name) => detail[name]);
  expect(evaluate()).toBe(false);
  detail['items'] = 3;
  expect(evaluate()).toBe(true);
});

test.each([
  ['time(1s) and exit() or visit(2)', [false, false, true], true],
  ['time(1s) or exit() and visit(2)', [true, false, false], true],
  ['(time(1s) or exit()) and visit(2)', [true, false, false], false],
  ['(time(1s) or exit()) and visit(2)', [false, true, true], true],
  ['time(1s) and (exit() and visit(2))', [true, true, false], false],
  ["exit() and not route('/checkout*')", [true, false], true],
  ["exit() and not route('/checkout*')", [true, true], false],
  ['not (exit() or time(1s))', [false, true], false],
])('%s with %j is %s', (source, happened, expected) => {
  const { terms, evaluate } = parseWhen(source);
  expect(evaluate((term) => happened[terms.indexOf(term)] === true)).toBe(expected);
});

test('distinguishes two identical terms', () => {
  const { terms, evaluate } = parseWhen("event('a') and event('a')");
  expect(evaluate((term) => term === terms[0])).toBe(false);
});

test.each([
  ['', 1, 'one of event, time, scroll'],
  ['tiem(30s)', 1, 'one of event, time, scroll'],
  ['toString()', 1, 'one of event, time, scroll'],
  ['time 30s', 6, '"("'],
  ['time(30)', 6, 'a time such as 30s'],
  ['time(3 0s)', 6, 'a time such as 30s'],
  ['time()', 6, 'a time such as 30s'],
  ['time(30s', 9, '")"'],
  ['scroll(150%)', 8, 'a share such as 50%'],
  ['visit(0)', 7, 'a whole number from 1'],
  ['event(order)', 7, "a text such as 'name'"],
  ["event('')", 7, "a text such as 'name'"],
  ["event('order)", 7, "a text such as 'name'"],
  ['exit(1)', 6, '")"'],
  ['exit() exit()', 8, '"and" or "or" or the end'],
  ['exit() and', 11, 'one of event, time, scroll'],
  ['(exit()', 8, '"and" or "or" or ")"'],
  ['exit())', 7, '"and" or "or" or the end'],
])('reports the column of the error in "%s"', (source, column, expected) => {
  const { code, message } = errorOf(source);
  expect(code).toBe('HEED_WHEN');
  expect(message).toContain(`column ${column} of`);
  expect(message).toContain(`expected ${expected}`);
});

test('reports the column of an error in a condition, counted from the start of the source', () => {
  const { code, message } = errorOf("exit() or event('order', total >)");
  expect(code).toBe('HEED_WHEN');
  expect(message).toContain('column 33 of');
});

test.each([
  ['long', `${'exit() or '.repeat(200)}exit()`],
  ['deep', `${'('.repeat(51)}exit()${')'.repeat(51)}`],
])('rejects a source that is too %s', (_, source) => {
  expect(errorOf(source).message).toMatch(/expected at most \d+/);
});

test('only throws HeedErrors, whatever the source', () => {
  const piece = fc.constantFrom(
    'event',
    'time',
    'exit',
    'and',
    'or',
    '(',
    ')',
    ',',
    "'a'",
    '30s',
    '50%',
    ' ',
    '"',
    'x >',
    '\\',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 12 }), (pieces) => {
      try {
        parseWhen(pieces.join(''));
      } catch (error) {
        expect(error).toBeInstanceOf(HeedError);
      }
    }),
    { numRuns: 2000 },
  );
});

test('evaluates like a slower reference implementation', () => {
  const formula: fc.Arbitrary<string> = fc.letrec<{ formula: string }>((tie) => ({
    formula: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('visit(1)', 'visit(2)', 'visit(3)'),
      fc
        .tuple(tie('formula'), fc.constantFrom('and', 'or'), tie('formula'))
        .map(([left, sign, right]) => `${left} ${sign} ${right}`),
      tie('formula').map((inner) => `(${inner})`),
    ),
  })).formula;
  fc.assert(
    fc.property(formula, fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), (source, happened) => {
      const isTrue = (term: Term): boolean => term.on === 'visit' && happened[term.count] === true;
      expect(parseWhen(source).evaluate(isTrue)).toBe(decide(source, happened));
    }),
  );
});

/** Evaluates the innermost parentheses first, then `and`, then `or`. */
function decide(source: string, happened: readonly boolean[]): boolean {
  let text = source.replace(/visit\((\d)\)/g, (_, count: string) => String(happened[Number(count)]));
  const flat = (inner: string): boolean =>
    inner.split(' or ').some((part) => part.split(' and ').every((word) => word === 'true'));
  while (text.includes('(')) text = text.replace(/\(([^()]*)\)/g, (_, inner: string) => String(flat(inner)));
  return flat(text);
}
