import { expect, test } from 'vitest';
import { checkLanguages } from './languages.ts';
import { expectedOutput, nameOf, readExamples, type Example } from './read.ts';

function readAll(...lines: string[]): Example[] {
  return readExamples({ file: 'docs/guide/page.md', text: lines.join('\n') });
}

test('an example knows its language, its first line of code and its text', () => {
  const [example] = readAll('# Page', '', '```ts', 'const a = 1;', '```');
  expect(example).toMatchObject({ language: 'ts', line: 4, code: 'const a = 1;\n' });
});

test('examples of one page have different names', () => {
  const names = readAll('```ts', 'a;', '```', '```ts', 'b;', '```').map(nameOf);
  expect(names).toEqual(['docs-guide-page-2', 'docs-guide-page-5']);
});

test('markers are words, or names with a reason', () => {
  const [example] = readAll('```ts browser fragment="needs a server"', 'a;', '```');
  expect(Array.from(example?.marks ?? [])).toEqual([
    ['browser', ''],
    ['fragment', 'needs a server'],
  ]);
});

test('reads an included file as an example', () => {
  const [, example] = readAll('```ts', 'a;', '```', '<<< ../../packages/client/recipes/postgrest.sql');
  expect(example).toMatchObject({ language: 'sql', line: 4 });
  expect(example?.code).toMatch(/^create table/);
});

test('a file may have the language that is said', () => {
  const [example] = readAll('<<< ../../packages/client/recipes/google-sheets.gs{js}');
  expect(example?.language).toBe('js');
});

test('a longer fence may hold a shorter one', () => {
  const examples = readAll('````text', '```ts', 'a;', '```', '````');
  expect(examples.map(({ language }) => language)).toEqual(['text']);
});

test('an example that continues has the code of those before it', () => {
  const examples = readAll(
    '```ts',
    'a;',
    '```',
    '```ts continues',
    'b;',
    '```',
    '```ts continues',
    'c;',
    '```',
  );
  expect(examples[2]?.code.split(/\s+/).filter(Boolean)).toEqual(['a;', 'b;', 'c;']);
});

test('reads the text after the arrow as expected output', () => {
  const [example] = readAll('```ts', 'log(1);', '// → 1', '// a remark', '  // → two words', '```');
  expect(example && expectedOutput(example)).toEqual(['1', 'two words']);
});

test.each([
  ['a language that has no check', '```python', /No check is known for the language "python"/],
  ['a marker that nobody knows', '```ts skip', /The marker "skip" is not known for ts/],
  ['a fragment without a reason', '```sh fragment', /must say why/],
])('%s is a finding', (_, fence, message) => {
  const { findings } = checkLanguages(readAll('', fence, 'a', '```'));
  expect(findings).toEqual([
    { file: 'docs/guide/page.md', line: 3, message: expect.stringMatching(message) },
  ]);
});

test('a language that nothing here runs is a finding, unless it is in a file', () => {
  const { findings } = checkLanguages(
    readAll('```sql', 'select 1;', '```', '<<< ../../packages/client/recipes/postgrest.sql'),
  );
  expect(findings).toEqual([{ file: 'docs/guide/page.md', line: 2, message: 'Nothing here runs sql.' }]);
});
