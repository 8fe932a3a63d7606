import { expect, test } from 'vitest';
import { checkLanguages } from './languages.ts';
import { readExpectedOutput, createName, readExamples, type Example } from './read.ts';

function readAll(...lines: string[]): Example[] {
  return readExamples({ file: 'docs/guide/page.md', text: lines.join('\n') });
}

test('reads the language, the first line and the code of an example', () => {
  const [example] = readAll('# Page', '', '```ts', 'const a = 1;', '```');
  expect(example).toMatchObject({ language: 'ts', line: 4, code: 'const a = 1;\n' });
});

test('gives examples of a page different names', () => {
  const names = readAll('```ts', 'a;', '```', '```ts', 'b;', '```').map(createName);
  expect(names).toEqual(['docs-guide-page-2', 'docs-guide-page-5']);
});

test('reads markers with and without a reason', () => {
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

test('reads the language of an included file', () => {
  const [example] = readAll('<<< ../../packages/client/recipes/google-sheets.gs{js}');
  expect(example?.language).toBe('js');
});

test('reads a longer fence that contains a shorter one', () => {
  const examples = readAll('````text', '```ts', 'a;', '```', '````');
  expect(examples.map(({ language }) => language)).toEqual(['text']);
});

test('prepends the code of the examples that an example continues', () => {
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
  expect(example && readExpectedOutput(example)).toEqual(['1', 'two words']);
});

test.each([
  ['an unknown language', '```python', /Unknown language "python"/],
  ['an unknown marker', '```ts skip', /Unknown marker "skip" for ts/],
  ['a fragment without a reason', '```sh fragment', /needs a reason/],
])('reports %s', (_, fence, message) => {
  const { findings } = checkLanguages(readAll('', fence, 'a', '```'));
  expect(findings).toEqual([
    { file: 'docs/guide/page.md', line: 3, message: expect.stringMatching(message) },
  ]);
});

test('reports an unchecked language, unless it is in an included file', () => {
  const { findings } = checkLanguages(
    readAll('```sql', 'select 1;', '```', '<<< ../../packages/client/recipes/postgrest.sql'),
  );
  expect(findings).toEqual([
    {
      file: 'docs/guide/page.md',
      line: 2,
      message: 'Examples in sql are not checked. Include a file instead.',
    },
  ]);
});
