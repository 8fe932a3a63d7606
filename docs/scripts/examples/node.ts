/** Runs the ts examples in Node and compares their output with the expected output. */
import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../findings.ts';
import { readExpectedOutput, type Example } from './read.ts';
import { scratch, writeExample } from './types.ts';

const LIMIT_MS = 30_000;

export async function runInNode(examples: Example[]): Promise<Report> {
  const runnable = examples.filter(
    ({ language, marks }) =>
      language === 'ts' && !['browser', 'worker', 'fragment'].some((mark) => marks.has(mark)),
  );
  const findings = [];
  for (const example of runnable) {
    const message = await run(example);
    if (message) findings.push({ file: example.file, line: example.line, message });
  }
  return { checked: runnable.length, findings };
}

function run(example: Example): Promise<string | undefined> {
  const path = writeExample(example);
  // A separate folder, because an example may write files.
  const cwd = mkdtempSync(join(scratch, 'run-'));
  const options = { cwd, timeout: LIMIT_MS, env: { ...process.env, NO_COLOR: '1' } };
  const args = ['--no-warnings', path];
  return new Promise((resolve) => {
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      if (error) resolve(`Fails:\n${stderr || error.message}`);
      else resolve(compareOutput(example, stdout.trimEnd().split('\n')));
    });
  });
}

export function compareOutput(example: Example, printed: string[]): string | undefined {
  const expected = readExpectedOutput(example);
  if (expected.length === 0 || expected.join('\n') === printed.join('\n')) return undefined;
  return `The output differs. Expected:\n${expected.join('\n')}\nGot:\n${printed.join('\n')}`;
}
