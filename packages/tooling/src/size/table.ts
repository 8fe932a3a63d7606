/** Formats the figures as a Markdown table, and finds the files that contain it. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../workspace.ts';
import type { Figure } from './figure.ts';

/** A figure with its measured size. */
export interface Measured extends Figure {
  bytes: number;
}

const marked = /(<!-- sizes:start -->\n)[^]*?(<!-- sizes:end -->)/;

/** Returns a table with padded columns, as the formatter writes it. 1 kB is 1000 bytes. */
export function formatTable(measured: readonly Measured[]): string {
  const rows = [['Loaded', 'Minified, gzip', 'Budget'], ...measured.map(toRow)];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const toLine = (row: readonly string[]) =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  const [head, ...body] = rows.map(toLine);
  return [head, rule, ...body].join('\n');
}

/** Returns the Markdown files of the repository whose table is out of date. */
export function findStaleFiles(table: string): string[] {
  return listMarkedFiles().filter(
    (file) => fillTable(readFileSync(file, 'utf8'), table) !== readFileSync(file, 'utf8'),
  );
}

/** Returns the text with the table between its markers. */
export function fillTable(text: string, table: string): string {
  return text.replace(marked, `$1\n${table}\n\n$2`);
}

/** Writes the table between the markers of a file. */
export function writeTable(file: string, table: string): void {
  writeFileSync(file, fillTable(readFileSync(file, 'utf8'), table));
}

function listMarkedFiles(): string[] {
  const options = { cwd: root, exclude: ['**/node_modules'] };
  const files = globSync(['*.md', 'docs/**/*.md', 'packages/*/README.md'], options);
  return files.map((file) => join(root, file)).filter((file) => marked.test(readFileSync(file, 'utf8')));
}

function toRow({ name, bytes, budgetBytes }: Measured): string[] {
  return [name, toKilobytes(bytes), budgetBytes === undefined ? '–' : toKilobytes(budgetBytes)];
}

function toKilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
