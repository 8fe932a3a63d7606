/** Builds the reference and the site. A dead link fails the build. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { Report } from './findings.ts';
import { docs } from './pages.ts';

export async function buildSite(): Promise<Report> {
  for (const args of [['typedoc'], ['vitepress', 'build']]) {
    const problem = await run(args);
    if (problem)
      return { checked: 1, findings: [{ file: 'docs', message: `${args.join(' ')} failed:\n${problem}` }] };
  }
  return { checked: 1, findings: [] };
}

function run([program = '', ...args]: string[]): Promise<string | undefined> {
  const path = join(docs, 'node_modules/.bin', program);
  return new Promise((resolve) => {
    execFile(path, args, { cwd: docs, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      resolve(error ? `${stdout}\n${stderr}` : undefined);
    });
  });
}
