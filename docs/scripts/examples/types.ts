/** Type-checks every ts example against the sources of the packages, including fragments. */
import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { docs, root } from '../pages.ts';
import type { Finding, Report } from '../findings.ts';
import { createName, type Example } from './read.ts';

/** A folder inside the documentation, so that imports resolve to the packages of the workspace. */
export const scratch = join(docs, '.examples');

const CONFIG = {
  extends: '../../tsconfig.json',
  compilerOptions: { lib: ['ES2024', 'DOM', 'DOM.Iterable'], types: ['node'], noUnusedLocals: false },
  include: ['*.ts'],
};

export async function checkTypes(examples: Example[]): Promise<Report> {
  const typed = examples.filter(({ language }) => language === 'ts');
  rmSync(scratch, { recursive: true, force: true });
  typed.forEach(writeExample);
  writeFileSync(join(scratch, 'tsconfig.json'), JSON.stringify(CONFIG));
  const output = await runCompiler();
  return { checked: typed.length, findings: typed.flatMap((example) => findIn(example, output)) };
}

/** Writes the example as a separate module. Returns its path. */
export function writeExample(example: Example): string {
  const path = join(scratch, `${createName(example)}.ts`);
  mkdirSync(scratch, { recursive: true });
  writeFileSync(path, `${example.code}\nexport {};\n`);
  return path;
}

function runCompiler(): Promise<string> {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [compiler, '-p', scratch, '--pretty', 'false'], (error, stdout) => {
      // Errors in the sources of the packages also fail this check. The type check reports them in detail.
      const foreign = stdout.split('\n').filter((line) => line.startsWith('../'));
      if (foreign.length > 0) reject(new Error(`The packages do not compile:\n${foreign.join('\n')}`));
      else if (error && stdout === '') reject(error);
      else resolve(stdout);
    });
  });
}

function findIn(example: Example, output: string): Finding[] {
  const pattern = new RegExp(`${createName(example)}\\.ts\\((\\d+),\\d+\\): (.*)`, 'g');
  return Array.from(output.matchAll(pattern), (match) => ({
    file: example.file,
    line: example.line,
    message: `Does not compile, line ${match[1]} of the example: ${match[2]}`,
  }));
}
