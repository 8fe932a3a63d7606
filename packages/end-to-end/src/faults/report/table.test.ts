import { expect, test } from 'vitest';
import { readPage } from './page.ts';
import { expectedRows, listRows } from './table.ts';

test('the page of the scenarios lists exactly those that there are, in the engines that play them', () => {
  // When this fails: pnpm --filter @heed/end-to-end run faults:write
  expect(listRows(readPage())).toEqual(expectedRows());
});

test('no two scenarios have the same name', () => {
  const rows = expectedRows();
  expect(new Set(rows.map((row) => row.replace(/: [^:]*$/, ''))).size).toBe(rows.length);
});
