import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../workspace.ts';

const bins = [
  fileURLToPath(new URL('../../node_modules/.bin', import.meta.url)),
  join(root, 'node_modules/.bin'),
];
const path = [...bins, process.env['PATH']].join(delimiter);

/** The result of a program. */
export interface End {
  ok: boolean;
  /** Standard output and standard error. */
  output: string;
}

/** Runs a program of this workspace, for example `run(['tsc', '--version'], folder)`. */
export function run([file = '', ...args]: readonly string[], cwd: string): Promise<End> {
  const options = { cwd, env: { ...process.env, PATH: path }, maxBuffer: 64 * 2 ** 20 };
  return new Promise((resolve) => {
    execFile(file, args, options, (error, stdout, stderr) => {
      resolve({ ok: error === null, output: `${stdout}${stderr}`.trim() });
    });
  });
}
