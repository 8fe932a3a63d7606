import { expect, test } from 'vitest';
import type { AnswerKind } from '../record/record.ts';
import { HeedError } from '../errors.ts';
import { parseExpression } from './expression.ts';
import type { Operand } from './operand.ts';

const KINDS: ReadonlyMap<string, AnswerKind> = new Map([
  ['recommend', 'nps'],
  ['why', 'text'],
  ['reason', 'choice'],
  ['photos', 'attachment'],
  ['contact', 'consent'],
  ['service', 'matrix'],
  ['plan', 'hidden'],
  ['mood', 'team-own'],
]);

function isTrue(source: string, values: Record<string, Operand> = {}): boolean {
  return parseExpression(source, KINDS).evaluate((name) => values[name]);
}

function problemOf(source: string, kinds: ReadonlyMap<string, AnswerKind> | undefined = KINDS): string {
  try {
    parseExpression(source, kinds);
  } catch (error) {
    if (error instanceof HeedError) return error.message;
    throw error;
  }
  return '';
}

test('compares numbers', () => {
  expect(isTrue('recommend <= 6', { recommend: 6 })).toBe(true);
  expect(isTrue('recommend < 6', { recommend: 6 })).toBe(false);
  expect(isTrue('recommend != 6', { recommend: 6 })).toBe(false);
  expect(isTrue('recommend > -0.5', { recommend: 0 })).toBe(true);
});

test('keeps a score of 0 as an answer', () => {
  expect(isTrue('recommend = 0', { recommend: 0 })).toBe(true);
  expect(isTrue('recommend is answered', { recommend: 0 })).toBe(true);
});

test.each([
  'recommend = 0',
  'recommend != 0',
  'recommend < 11',
  'recommend in [0, 1]',
  "why includes 'a'",
  'why != reason',
  'contact',
])('is false without an answer: %s', (source) => {
  expect(isTrue(source)).toBe(false);
});

test.each([null, undefined, '', ' \n', [], {}])('treats %j as no answer', (value) => {
  expect(isTrue('plan is empty', { plan: value })).toBe(true);
  expect(isTrue('plan = null', { plan: value })).toBe(true);
  expect(isTrue("plan = ''", { plan: value })).toBe(true);
  expect(isTrue('plan is answered or plan != none', { plan: value })).toBe(false);
});

test('treats a refused consent as an answer', () => {
  expect(isTrue('contact is answered and not contact', { contact: false })).toBe(true);
});

test('is true for a list if it is true for one of its items', () => {
  const values = { reason: ['price', 'speed'] };
  expect(isTrue("reason = 'speed'", values)).toBe(true);
  expect(isTrue("reason in ['colour', 'price']", values)).toBe(true);
  expect(isTrue("reason != 'speed'", values)).toBe(false);
  expect(isTrue("reason != 'colour'", values)).toBe(true);
});

test('searches within a text, and for a whole option in a choice, ignoring case', () => {
  expect(isTrue("why includes 'price'", { why: 'The PRICES, of course' })).toBe(true);
  expect(isTrue("reason includes 'Price'", { reason: 'price' })).toBe(true);
  expect(isTrue("reason includes 'price'", { reason: 'price-quality' })).toBe(false);
  expect(isTrue("reason includes 'price'", { reason: ['speed', 'price'] })).toBe(true);
});

test('compares existing rows of a matrix', () => {
  expect(isTrue('service.speed < service.care', { service: { speed: 2, care: 5 } })).toBe(true);
  expect(isTrue('service.toString is answered', { service: { speed: 2 } })).toBe(false);
});

test('compares two names', () => {
  const values = { why: 'gold', plan: 'gold', reason: ['silver', 'gold'] };
  expect(isTrue('plan = why and plan in [reason] and reason includes plan', values)).toBe(true);
  expect(isTrue('plan != why', values)).toBe(false);
  expect(isTrue('plan != why', { plan: 'gold' })).toBe(false);
});

test('treats a name with a dot as a row only if no question has that name', () => {
  const kinds = new Map([...KINDS, ['service.speed', 'text']]);
  const expression = parseExpression("service.speed = 'high'", kinds);
  expect(expression.evaluate((name) => (name === 'service.speed' ? 'high' : undefined))).toBe(true);
});

test('converts hidden fields to numbers and booleans for comparisons', () => {
  expect(isTrue('plan > 100', { plan: '120' })).toBe(true);
  expect(isTrue('plan = 5', { plan: '5.0' })).toBe(true);
  expect(isTrue("plan = '5'", { plan: '5.0' })).toBe(false);
  expect(isTrue('plan', { plan: 'true' })).toBe(true);
  expect(isTrue('plan', { plan: '1' })).toBe(true);
  expect(isTrue('plan = false', { plan: 'false' })).toBe(true);
  expect(isTrue('plan < 5', { plan: 'many' })).toBe(false);
});

test('gives "not" precedence over "and", and "and" over "or"', () => {
  const values = { contact: true, recommend: 3 };
  expect(isTrue('contact or recommend = 3 and recommend = 4', values)).toBe(true);
  expect(isTrue('(contact or recommend = 3) and recommend = 4', values)).toBe(false);
  expect(isTrue('not contact or contact', values)).toBe(true);
  expect(isTrue('not (contact or contact)', values)).toBe(false);
  expect(isTrue('not not contact', values)).toBe(true);
});

test('parses texts in either quotes, with escaped quotes', () => {
  expect(isTrue(`why = "it's"`, { why: "it's" })).toBe(true);
  expect(isTrue(String.raw`why = 'it\'s a \\'`, { why: "it's a \\" })).toBe(true);
});

test.each(['would-recommend', 'q_1.2', 'größe', '理由', 'ज़रूरत', 'می\u200cخواهم', '__proto__'])(
  'accepts %s as a name',
  (name) => {
    const kinds = new Map<string, AnswerKind>([[name, 'nps']]);
    expect(parseExpression(`${name}=5`, kinds).evaluate((asked) => (asked === name ? 5 : 6))).toBe(true);
  },
);

test('rejects unknown names', () => {
  expect(problemOf('constructor = 5')).toMatch(
    /column 1 of .* a name known .*recommend, why.*"constructor".*HEED_NAME/,
  );
  expect(problemOf('contact and reccomend = 5')).toMatch(/column 13 .*"reccomend".*HEED_NAME/);
  expect(problemOf('reason.price = 5')).toContain('HEED_NAME');
});

test.each([
  ["recommend = 'good'", 13, 'a number'],
  ['recommend includes 5', 1, 'a text'],
  ['recommend < null', 13, 'a number'],
  ['recommend = why', 13, 'a number'],
  ["recommend in [1, 'b']", 18, 'a number'],
  ['reason < 3', 1, 'a number'],
  ['why = 3', 7, 'a text'],
  ["why includes ''", 14, 'a text'],
  ["contact = 'yes'", 11, 'a boolean'],
  ['service = 3', 1, 'a number or a text or a boolean'],
  ['plan = service', 8, 'a number or a text or a boolean'],
  ['service.speed = true', 17, 'a number'],
])('rejects a condition that can never be true: %s', (source, column, expected) => {
  expect(problemOf(source)).toContain(`column ${column} of "${source}": expected`);
  expect(problemOf(source)).toContain(expected);
});

test('allows any comparison with a custom question', () => {
  expect(problemOf("mood = 'good' or mood > 3 or mood includes 'x' or mood.row = 5 or mood")).toBe('');
});

test('allows any name and comparison without kinds', () => {
  expect(
    parseExpression('order.total > 100').evaluate((name) => (name === 'order' ? { total: 120 } : null)),
  ).toBe(true);
  expect(parseExpression('order.total > 100').evaluate((name) => (name === 'order.total' ? 120 : null))).toBe(
    true,
  );
});

test.each([
  ['', 1, 'a name', 'the end'],
  ['recommend', 10, '"is" or "in" or "="', 'the end'],
  ['recommend == 6', 11, '"="', '"=="'],
  ['contact && contact', 9, '"and" or "or" or the end', '"&&"'],
  ['why is filled', 8, '"empty" or "answered"', '"filled"'],
  ['recommend >= ', 14, 'a number', 'the end'],
  ["why = 'abc", 7, 'a text in quotes', `"'"`],
  ['(contact', 9, '")"', 'the end'],
  ['contact)', 8, 'the end', '")"'],
  ['recommend in []', 15, 'a number', '"]"'],
  ['recommend in [1; 2]', 16, '"," or "]"', '";"'],
  ['5 < recommend', 1, 'a name', '"5"'],
  ['contact and and contact', 13, 'a name', '"and"'],
  ['true', 1, 'a name', '"true"'],
  ['😀 = 5', 1, 'a name', '"😀"'],
  ['contact \ud800', 9, 'the end', '"\ud800"'],
])('reports the column at which %j becomes invalid', (source, column, expected, got) => {
  const message = problemOf(source);
  expect(message).toContain(`column ${column} of "${source}": expected `);
  expect(message).toContain(expected);
  expect(message).toContain(`got ${got} (HEED_EXPRESSION)`);
});

test('rejects more than 2,000 characters and more than 50 levels', () => {
  expect(problemOf(`recommend = 5${' '.repeat(1_987)}`)).toBe('');
  expect(problemOf(`recommend = 5${' '.repeat(1_988)}`)).toContain('at most 2000 characters');
  expect(problemOf(`${'('.repeat(50)}contact${')'.repeat(50)}`)).toBe('');
  expect(problemOf(`${'('.repeat(51)}contact${')'.repeat(51)}`)).toContain('at most 50 levels');
  expect(problemOf(`${'not '.repeat(51)}contact`)).toContain('at most 50 levels');
  expect(problemOf('(not contact) and '.repeat(60) + 'contact')).toBe('');
});

test('shows only an excerpt of a long source', () => {
  const message = problemOf(`${'contact and '.repeat(50)}oops ${'or contact '.repeat(50)}`);
  expect(message).toContain('column 601 of ');
  expect(message.length).toBeLessThan(250);
});

test('trims the source', () => {
  expect(parseExpression(' contact  and not plan \n', KINDS).source).toBe('contact  and not plan');
});

test.each(["'", '"', "'\\'", '(', 'not ', 'a.', 'a-', '-1', '<', '\ud800', '😀', ' ', '\\'])(
  'terminates with 2,000 characters of %j',
  (piece) => {
    expect(problemOf(piece.repeat(2_000 / piece.length))).toContain('[heed] column ');
  },
);
