import { expect, test } from 'vitest';
import { readPage } from './docs-page.ts';
import { listExpectedRows, listRows } from './scenario-tables.ts';

test('the page of the scenarios lists every scenario with the engines that run it', () => {
  // If this fails: pnpm --filter @heed/end-to-end run faults:write
  expect(listRows(readPage())).toEqual(listExpectedRows());
});

test('scenario names are unique', () => {
  const rows = listExpectedRows();
  expect(new Set(rows.map((row) => row.replace(/: [^:]*$/, ''))).size).toBe(rows.length);
});
