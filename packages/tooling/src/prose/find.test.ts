import { expect, it } from 'vitest';
import { findInPath, findInText, listPaths } from './find.ts';

function find(path: string, text: string): string[] {
  return findInText(path, text).map(
    ({ line, column, place, found }) => `${line}:${column} ${place} ${found}`,
  );
}

it('finds terms in every kind of comment', () => {
  const code =
    '/** A visitor. */\nconst a = 1; // a visitor\n/*\n * so\n * many\n */\nf(/* visitor */ a);\n// visitor';
  expect(find('a.ts', code)).toEqual([
    '1:7 comment visitor',
    '2:19 comment visitor',
    '4:4 comment so many',
    '7:6 comment visitor',
    '8:4 comment visitor',
  ]);
});

it('ignores code inside a comment', () => {
  expect(find('a.ts', '/**\n * `visitor`\n * ```ts\n * const visitor = 1;\n * ```\n */')).toEqual([]);
});

it('finds terms in messages, between their expressions', () => {
  const code = 'throw new Error(`the ${visitor} is no number`);\nwarn("a visitor came by");';
  expect(find('a.ts', code)).toEqual(['1:33 message is no number', '2:9 message visitor']);
});

it('ignores keys, templates of markup and imports', () => {
  const code = 'import "./a visitor here";\nconst a = "visitor";\nconst b = html`<p>the visitor came</p>`;';
  expect(find('a.ts', code)).toEqual([]);
});

it('reads only the titles of a test, not its data', () => {
  const code =
    'it("greets the visitor", () => expect("to the visitor").toBe(1));\nit.each([1])("visitor %i", f);';
  expect(find('a.test.ts', code)).toEqual(['1:16 title visitor', '2:15 title visitor']);
});

it('finds names where they are declared, not where they are used', () => {
  const code =
    'import { verdict } from "x";\nfunction judgeIt(twin: number) { return verdict(twin); }\nclass A { #hub = 1; }';
  expect(find('a.ts', code)).toEqual(['2:10 name judge', '2:18 name twin', '3:11 name hub']);
});

it('ignores code, links, generated blocks and front matter in Markdown', () => {
  const page = [
    '---',
    'title: visitor',
    '---',
    '`visitor` [text](/visitor) <b title="visitor"> https://x.example/visitor',
    '```ts',
    '// visitor',
    '```',
    '<!-- generated:api -->',
    'visitor',
    '<!-- /generated -->',
    '<!-- sizes:start -->',
    'visitor',
    '<!-- sizes:end -->',
    'the last visitor',
  ];
  expect(find('docs/a.md', page.join('\n'))).toEqual(['14:10 docs visitor']);
});

it('finds terms in the names of files and folders', () => {
  const paths = ['packages/core/src/hub/index.ts', 'packages/core/src/hub/two-twins.ts'];
  const hits = paths.flatMap(listPaths).flatMap(findInPath);
  expect(hits.map(({ path, found }) => `${path} ${found}`)).toEqual([
    'packages/core/src/hub hub',
    'packages/core/src/hub hub',
    'packages/core/src/hub/two-twins.ts twins',
  ]);
});

it('lists the folders of a file from the root', () => {
  expect(listPaths('a/b/c.ts')).toEqual(['a', 'a/b', 'a/b/c.ts']);
});
