import { expect, test } from 'vitest';
import { format } from 'prettier';
import { fillTable, formatTable } from './table.ts';

const measured = [
  { name: '`@heed/client`', owner: 'client', entry: { module: 'client' }, bytes: 2_449, budgetBytes: 2_500 },
  { name: 'a longer name', owner: 'heed', entry: { module: 'heed' }, bytes: 12_951 },
];

test('formats the table as the formatter does', async () => {
  const table = formatTable(measured);
  expect(table).toContain('2.4 kB');
  expect(await format(table, { parser: 'markdown' })).toBe(`${table}\n`);
});

test('replaces the text between the markers and nothing else', () => {
  const text = 'before\n\n<!-- sizes:start -->\n\nold\n\n<!-- sizes:end -->\n\nafter\n';
  const filled = fillTable(text, '| new |');
  expect(filled).toBe('before\n\n<!-- sizes:start -->\n\n| new |\n\n<!-- sizes:end -->\n\nafter\n');
  expect(fillTable(filled, '| new |')).toBe(filled);
});
