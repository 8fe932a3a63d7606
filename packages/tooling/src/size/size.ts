/**
 * `node packages/tooling/src/size/size.ts [package] [--write]`: measures the built packages and compares
 * the sizes with their budgets and with the tables in the documentation. `--write` updates the tables.
 */
import { parseArgs } from 'node:util';
import { relative } from 'node:path';
import { root } from '../workspace.ts';
import { figures } from './budgets.ts';
import { measure } from './measure.ts';
import { findStaleFiles, formatTable, writeTable, type Measured } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean' } },
});
const [owner] = positionals;

const measured: Measured[] = [];
for (const figure of figures.filter((each) => owner === undefined || each.owner === owner)) {
  measured.push({ ...figure, bytes: await measure(figure) });
}
measured.forEach(printFigure);
if (owner === undefined) compareTables(formatTable(measured));

function printFigure({ name, bytes, budgetBytes, limitBytes }: Measured): void {
  const isOver = budgetBytes !== undefined && bytes > budgetBytes;
  const share = budgetBytes ? `of ${budgetBytes} (${((100 * bytes) / budgetBytes).toFixed(0)} %)` : '';
  const limit = limitBytes ? `, limit ${limitBytes}` : '';
  console.log(
    `${isOver ? 'OVER ' : '     '}${String(bytes).padStart(6)} bytes ${share.padEnd(18)} ${name}${limit}`,
  );
  if (bytes > (limitBytes ?? budgetBytes ?? Infinity)) process.exitCode = 1;
}

function compareTables(table: string): void {
  const stale = findStaleFiles(table);
  if (values.write) return stale.forEach((file) => writeTable(file, table));
  if (stale.length === 0) return;
  console.error(`Sizes are out of date in ${stale.map((file) => relative(root, file)).join(', ')}.
Run: node packages/tooling/src/size/size.ts --write`);
  process.exitCode = 1;
}
