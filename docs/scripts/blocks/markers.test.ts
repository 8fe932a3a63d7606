import { expect, test } from 'vitest';
import { renderBlocks } from './markers.ts';
import { code, renderTable } from './table.ts';

test('a block is replaced between its markers, and nothing else', () => {
  const text = 'before\n<!-- generated:a/b -->\nold\n<!-- /generated -->\nafter';
  expect(renderBlocks({ file: 'page.md', text }, (name) => `new ${name}`)).toBe(
    'before\n<!-- generated:a/b -->\n\nnew a/b\n\n<!-- /generated -->\nafter',
  );
});

test('a cell keeps its bars and breaks apart from the table', () => {
  expect(renderTable(['A'], [[code('x | y\nz')]])).toBe('| A |\n| --- |\n| `x \\| y z` |');
});

test('a table without rows is left out', () => {
  expect(renderTable(['A'], [])).toBe('');
});
