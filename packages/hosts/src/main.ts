/**
 * `npm run test:hosts`: installs the packed packages in every host and runs its stages.
 *
 * `-- --only next,nuxt` runs single hosts, and `-- --write` updates the table in docs/reference/hosts.md.
 */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { requireTool } from '@heed/tooling/browsers';
import { reportCounts, sumCounts } from '@heed/tooling/counts';
import { pack } from '@heed/tooling/pack';
import { listPublicPackages } from '@heed/tooling/workspace';
import { launch } from 'puppeteer-core';
import { stages, type Host, type Results } from './host.ts';
import { hosts } from './hosts.ts';
import { writeResults } from './report/results.ts';
import { runHost, type Workbench } from './run/stages.ts';

const { values } = parseArgs({ options: { only: { type: 'string' }, write: { type: 'boolean' } } });
const selected = selectHosts(values.only);
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'heed-hosts-')));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const browser = await launch({ executablePath: requireTool('chromium'), args: ['--no-sandbox'] });
const workbench: Workbench = { browser, folder, tarballs: await packAll() };
const all = new Map<Host, Results>();
const waiting = [...selected];
// Runs two hosts in parallel, because installations and builds use one core most of the time.
await Promise.all([runWaiting(), runWaiting()]);
await browser.close();
if (values.write) await writeResults(all);
summarise();

function selectHosts(only: string | undefined): readonly Host[] {
  if (only === undefined) return hosts;
  const wanted = only.split(',');
  const names = hosts.map(({ name }) => name);
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Error(`--only: unknown host "${unknown}". Hosts: ${names.join(', ')}.`);
  return hosts.filter(({ name }) => wanted.includes(name));
}

async function packAll(): Promise<Record<string, string>> {
  const packed = listPublicPackages().map(
    async (member) => [member.manifest.name, await pack(member, folder)] as const,
  );
  return Object.fromEntries(await Promise.all(packed));
}

async function runWaiting(): Promise<void> {
  for (let host = waiting.shift(); host; host = waiting.shift()) all.set(host, await runAndReport(host));
}

async function runAndReport(host: Host): Promise<Results> {
  const started = performance.now();
  const { results, failures } = await runHost(host, workbench);
  for (const { stage, reason } of failures) console.log(`\n${host.label}, ${stage}: ${reason}\n`);
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`${formatRow(host, results)} ${seconds} s`);
  return results;
}

function formatRow({ label }: Host, results: Results): string {
  const cells = stages.map((stage) => (results[stage] ? `${stage} ${results[stage]}` : '').padEnd(17));
  return `${label.padEnd(28)} ${cells.join(' ')}`;
}

function summarise(): void {
  const rows = selected.map((host) => formatRow(host, all.get(host) ?? {}));
  const counts = sumCounts(
    [...all.values()].flatMap((results) =>
      Object.values(results).map((result) => ({
        passed: Number(result === 'passed'),
        failed: Number(result === 'failed'),
      })),
    ),
  );
  console.log(`\n${rows.join('\n')}\n\n${counts.passed} passed, ${counts.failed} failed`);
  reportCounts(counts);
  process.exitCode = counts.failed > 0 ? 1 : 0;
}
