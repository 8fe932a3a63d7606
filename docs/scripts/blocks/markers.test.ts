import { expect, test } from 'vitest';
import { renderBlocks } from './markers.ts';
import { code, renderTable } from './table.ts';

test('replaces only the text between the markers', () => {
  const text = 'before\n<!-- generated:a/b -->\nold\n<!-- /generated -->\nafter';
  expect(renderBlocks({ file: 'page.md', text }, (name) => `new ${name}`)).toBe(
    'before\n<!-- generated:a/b -->\n\nnew a/b\n\n<!-- /generated -->\nafter',
  );
});

test('escapes bars and line breaks in a cell', () => {
  expect(renderTable(['A'], [[code('x | y\nz')]])).toBe('| A |\n| --- |\n| `x \\| y z` |');
});

test('omits a table without rows', () => {
  expect(renderTable(['A'], [])).toBe('');
});
