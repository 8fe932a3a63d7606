/**
 * Checks the documentation: generated blocks are up to date, every error code has a heading, every example runs, and the
 * site has no dead links. `--only blocks,errors` runs single checks.
 */
import { parseArgs } from 'node:util';
import { reportCounts } from '@heed/tooling/counts';
import { checkAnchors } from './anchors.ts';
import { checkBlocks } from './blocks/refresh.ts';
import { checkErrorCodes } from './errors.ts';
import { runInBrowser } from './examples/browser.ts';
import { checkExchanges } from './examples/http.ts';
import { checkJson } from './examples/json.ts';
import { checkLanguages } from './examples/languages.ts';
import { runInNode } from './examples/node.ts';
import { readExamples } from './examples/read.ts';
import { checkRunningElements } from './examples/running-elements.ts';
import { checkShell } from './examples/shell.ts';
import { checkTypes } from './examples/types.ts';
import { formatFinding, type Report } from './findings.ts';
import { readPages } from './pages.ts';
import { buildSite } from './site.ts';

const pages = readPages();
const examples = pages.flatMap(readExamples);

const CHECKS: Record<string, () => Report | Promise<Report>> = {
  blocks: () => checkBlocks(pages),
  errors: checkErrorCodes,
  languages: () => checkLanguages(examples),
  types: () => checkTypes(examples),
  node: () => runInNode(examples),
  elements: checkRunningElements,
  browser: () => runInBrowser(examples),
  http: () => checkExchanges(examples),
  shell: () => checkShell(examples),
  json: () => checkJson(examples),
  site: buildSite,
  anchors: checkAnchors,
};

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const wanted = values.only?.split(',') ?? Object.keys(CHECKS);
let failed = 0;
for (const name of wanted) failed += await runCheck(name);
process.exitCode = failed === 0 ? 0 : 1;

async function runCheck(name: string): Promise<number> {
  const check = CHECKS[name];
  if (!check)
    throw new Error(`--only: unknown check "${name}". Known checks: ${Object.keys(CHECKS).join(', ')}.`);
  const { checked, findings } = await check();
  for (const finding of findings) print(formatFinding(finding));
  reportCounts({ passed: Math.max(0, checked - findings.length), failed: findings.length });
  print(`${name.padEnd(10)} ${checked} checked, ${findings.length} failed`);
  return findings.length;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
