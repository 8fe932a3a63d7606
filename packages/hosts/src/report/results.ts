/** Keeps how the stages of each host ended, and writes them into docs/reference/hosts.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { stages, type Host, type Results } from '../host.ts';
import { hosts } from '../hosts.ts';
import { readVersions } from '../run/project.ts';

/** What the last run of a host showed, and with which versions. */
export interface Row {
  versions: Record<string, string>;
  results: Results;
}

const page = fileURLToPath(new URL('../../../../docs/reference/hosts.md', import.meta.url));
const store = new URL('results.json', import.meta.url);

/** By name of the host. */
export function readResults(): Record<string, Row> {
  return JSON.parse(readFileSync(store, 'utf8')) as Record<string, Row>;
}

export function readPage(): string {
  return readFileSync(page, 'utf8');
}

/** Adds the results of a run to those of the other hosts, and writes the table. */
export async function writeResults(run: Map<Host, Results>): Promise<void> {
  const fresh = [...run].map(([host, results]) => [host.name, { versions: readVersions(host), results }]);
  const rows: Record<string, Row> = { ...readResults(), ...Object.fromEntries(fresh) };
  const known = hosts.flatMap(({ name }) => (rows[name] ? [[name, rows[name]]] : []));
  const sorted = Object.fromEntries(known) as Record<string, Row>;
  await writeFormatted(fileURLToPath(store), JSON.stringify(sorted));
  await writeFormatted(page, fillTable(readPage(), sorted));
}

/** The page with its table made of these results. */
export function fillTable(text: string, rows: Record<string, Row>): string {
  const head = ['Host', ...stages.map((stage) => titles[stage])];
  const body = hosts.map((host) => [
    describe(host, rows[host.name]),
    ...stages.map((stage) => cells[rows[host.name]?.results[stage] ?? 'none']),
  ]);
  const lines = [head, head.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`);
  return text.replace(/(<!-- hosts:start -->)[^]*(<!-- hosts:end -->)/, `$1\n\n${lines.join('\n')}\n\n$2`);
}

const titles = {
  types: 'Types',
  build: 'Build',
  ssr: 'Server rendering',
  hydrate: 'Hydration',
  submit: 'Answer',
  'unit test': 'Unit test',
};

const cells = { passed: 'passed', failed: '**failed**', none: '–' };

function describe({ label }: Host, row: Row | undefined): string {
  const versions = Object.entries(row?.versions ?? {}).map(([name, version]) => `${name} ${version}`);
  return `${label}: ${versions.join(', ')}`;
}

async function writeFormatted(file: string, text: string): Promise<void> {
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}
