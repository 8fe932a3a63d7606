/** Renders the help of the receiver command, and the table of its problem responses. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../pages.ts';
import { code, renderTable } from './table.ts';

const SOURCES = join(root, 'packages/receiver/src');
const PROBLEM = /^ {2}'?([\w-]+)'?: \{ status: (\d+), title: '([^']+)' \}/gm;

let help: string | undefined;

export function readHelp(): string {
  const args = ['--conditions=@heed/source', join(SOURCES, 'cli.ts'), '--help'];
  help ??= execFileSync(process.execPath, args, { encoding: 'utf8' });
  return help;
}

export function renderHelp(): string {
  return `\`\`\`text\n${readHelp().trim()}\n\`\`\``;
}

export function renderProblems(): string {
  const source = readFileSync(join(SOURCES, 'http/problem.ts'), 'utf8');
  const problems = Array.from(source.matchAll(PROBLEM), ([, name = '', status = '', title = '']) => ({
    name,
    status,
    title,
  }));
  if (problems.length === 0) throw new Error('http/problem.ts does not contain the table of problems.');
  return renderTable(
    ['Code', 'Status', 'Meaning'],
    problems.map(({ name, status, title }) => [code(name), status, title]),
  );
}
