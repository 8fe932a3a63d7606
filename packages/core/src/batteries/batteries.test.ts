import { expect, test } from 'vitest';
import { SERVPERF, SERVQUAL, type BatteryForm } from './index.ts';

const FORMS: [string, BatteryForm][] = [
  ['expectations', SERVQUAL.expectations],
  ['perceptions', SERVQUAL.perceptions],
];

test('has the 22 statements in the five published dimensions', () => {
  expect(SERVQUAL.dimensions.map(({ name, statements }) => [name, statements.length])).toEqual([
    ['tangibles', 4],
    ['reliability', 5],
    ['responsiveness', 4],
    ['assurance', 4],
    ['empathy', 5],
  ]);
});

test('has a scale from 1 to 7', () => {
  expect([SERVQUAL.min, SERVQUAL.max, SERVPERF.min, SERVPERF.max]).toEqual([1, 7, 1, 7]);
});

test('has the perceptions of SERVQUAL and no expectations in SERVPERF', () => {
  const { expectations: _, ...rest } = SERVQUAL;
  expect(SERVPERF).toEqual(rest);
});

test.each(FORMS)('has each statement once in the form of %s, in the order of the dimensions', (_, form) => {
  const names = SERVQUAL.dimensions.flatMap(({ statements }) => statements);
  expect(form.statements.map(({ name }) => name)).toEqual(names);
  expect(new Set(names).size).toBe(22);
  expect(new Set(form.statements.map(({ text }) => text)).size).toBe(22);
});

test('mentions an excellent service in every expectation and this one in every perception', () => {
  for (const { text } of SERVQUAL.expectations.statements) {
    expect(text).toMatch(/an excellent service/i);
    expect(text).not.toMatch(/\b(this|I|me|my)\b/);
  }
  for (const { text } of SERVQUAL.perceptions.statements) expect(text).toMatch(/this service/i);
});

test.each(FORMS)('has short, positive sentences in the form of %s', (_, form) => {
  for (const { text } of form.statements) {
    expect(text).toMatch(/^[A-Z][^.]*\.$/);
    expect(text).not.toMatch(/\b(no|not|never|cannot)\b|n't/);
    expect(text.length).toBeLessThanOrEqual(100);
  }
});

test('is plain data', () => {
  expect(JSON.parse(JSON.stringify(SERVQUAL))).toEqual(SERVQUAL);
});
