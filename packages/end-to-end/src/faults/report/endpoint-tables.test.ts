import { expect, test } from 'vitest';
import { readPage } from './docs-page.ts';
import { listLines, renderTables } from './endpoint-tables.ts';

test('the page of the scenarios shows the current texts of endpoint failures', () => {
  // If this fails: pnpm --filter @heed/end-to-end run faults:write
  expect(listLines(readPage())).toEqual(listLines(renderTables()));
});
