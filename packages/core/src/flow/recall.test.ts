import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { HeedError } from '../errors.ts';
import { parseRecall } from './recall.ts';

const say = (name: string): string => (name === 'plan' ? 'gold $& {{plan}}' : '');

test('puts what is said in the place of each name', () => {
  const recall = parseRecall('You chose {{plan}}, {{ first.name | dear guest }}.{{nobody}}');
  expect(recall.fill(say)).toBe('You chose gold $& {{plan}}, dear guest.');
});

test('shows braces behind a backslash as they are', () => {
  const recall = parseRecall(String.raw`Write \{{name}} or \{ or }} or {x}`);
  expect(recall.fill(say)).toBe('Write {{name}} or \\{ or }} or {x}');
});

test('keeps a bar in the text that stands in for an answer', () => {
  expect(parseRecall('{{nobody|a|b}}').fill(say)).toBe('a|b');
});

test.each([
  ['a {{', 3],
  ['a {{}}', 3],
  ['{{ |there}}', 1],
  ['{{plan}', 1],
  ['{{plan', 1],
  ['{{plan {{plan}}', 1],
  ['{{{plan}}}', 1],
])('says where the braces of %j are wrong', (text, column) => {
  expect(() => parseRecall(text)).toThrow(
    `column ${column} of "${text}": expected "{{name}}", or "\\{{" for braces`,
  );
});

test('knows only the given names, and rows of a matrix', () => {
  const kinds = new Map([
    ['plan', 'hidden'],
    ['service', 'matrix'],
  ]);
  expect(parseRecall('{{plan}} {{service.speed}}', kinds).fill((name) => name)).toBe('plan service.speed');
  expect(() => parseRecall('Hello {{name}}', kinds)).toThrow(
    /column 7 of .* a name known before it \(plan, service\), got "name" \(HEED_NAME\)/,
  );
});

test('leaves any text without double braces as it is, and throws at most its own error', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('{{', '}}', '{', '}', '\\', '|', 'plan', ' ', '\ud800'))
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      try {
        const filled = parseRecall(text).fill(say);
        if (!text.includes('{{')) expect(filled).toBe(text);
      } catch (error) {
        expect(error).toBeInstanceOf(HeedError);
      }
    }),
    { numRuns: 5_000 },
  );
});
