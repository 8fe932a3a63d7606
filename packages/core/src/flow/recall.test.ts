import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { HeedError } from '../errors.ts';
import { parseRecall } from './recall.ts';

const answerOf = (name: string): string => (name === 'plan' ? 'gold $& {{plan}}' : '');

test('replaces each name by its text', () => {
  const recall = parseRecall('You chose {{plan}}, {{ first.name | dear guest }}.{{nobody}}');
  expect(recall.fill(answerOf)).toBe('You chose gold $& {{plan}}, dear guest.');
});

test('keeps escaped braces', () => {
  const recall = parseRecall(String.raw`Write \{{name}} or \{ or }} or {x}`);
  expect(recall.fill(answerOf)).toBe('Write {{name}} or \\{ or }} or {x}');
});

test('keeps a bar in a fallback text', () => {
  expect(parseRecall('{{nobody|a|b}}').fill(answerOf)).toBe('a|b');
});

test.each([
  ['a {{', 3],
  ['a {{}}', 3],
  ['{{ |there}}', 1],
  ['{{plan}', 1],
  ['{{plan', 1],
  ['{{plan {{plan}}', 1],
  ['{{{plan}}}', 1],
])('reports where the braces of %j are invalid', (text, column) => {
  expect(() => parseRecall(text)).toThrow(
    `column ${column} of "${text}": expected "{{name}}", or "\\{{" for braces`,
  );
});

test('accepts only the known names and rows of a matrix', () => {
  const kinds = new Map([
    ['plan', 'hidden'],
    ['service', 'matrix'],
  ]);
  expect(parseRecall('{{plan}} {{service.speed}}', kinds).fill((name) => name)).toBe('plan service.speed');
  expect(() => parseRecall('Hello {{name}}', kinds)).toThrow(
    /column 7 of .* a name known before it \(plan, service\), got "name" \(HEED_NAME\)/,
  );
});

test('returns any text without double braces unchanged, and only throws a HeedError', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('{{', '}}', '{', '}', '\\', '|', 'plan', ' ', '\ud800'))
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      try {
        const filled = parseRecall(text).fill(answerOf);
        if (!text.includes('{{')) expect(filled).toBe(text);
      } catch (error) {
        expect(error).toBeInstanceOf(HeedError);
      }
    }),
    { numRuns: 5_000 },
  );
});
