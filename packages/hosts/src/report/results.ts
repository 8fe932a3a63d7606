/** Stores the results of each host, and writes them to docs/reference/hosts.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { stages, type Host, type Results } from '../host.ts';
import { hosts } from '../hosts.ts';
import { readVersions, writeJson } from '../run/project.ts';

/** The results of the last run of a host, with the versions of its packages. */
export interface Row {
  versions: Record<string, string>;
  results: Results;
}

const page = fileURLToPath(new URL('../../../../docs/reference/hosts.md', import.meta.url));
const store = fileURLToPath(new URL('results.json', import.meta.url));

/** Returns the results by host name. */
export function readResults(): Record<string, Row> {
  return JSON.parse(readFileSync(store, 'utf8')) as Record<string, Row>;
}

export function readPage(): string {
  return readFileSync(page, 'utf8');
}

/** Merges the results of a run into the stored results, and writes the table. */
export async function writeResults(run: Map<Host, Results>): Promise<void> {
  const fresh = [...run].map(([host, results]) => [
    host.name,
    { versions: readVersions(host), results: sort(results) },
  ]);
  const rows: Record<string, Row> = { ...readResults(), ...Object.fromEntries(fresh) };
  const known = hosts.flatMap(({ name }) => (rows[name] ? [[name, rows[name]]] : []));
  const sorted = Object.fromEntries(known) as Record<string, Row>;
  writeJson(store, sorted);
  writeFileSync(page, await formatPage(readPage(), sorted));
}

/** Returns the page with the table of these results, formatted with the configuration of the repository. */
export async function formatPage(text: string, rows: Record<string, Row>): Promise<string> {
  return format(fillTable(text, rows), { ...(await resolveConfig(page)), filepath: page });
}

function fillTable(text: string, rows: Record<string, Row>): string {
  const head = ['Host', ...stages.map((stage) => titles[stage])];
  const body = hosts.map((host) => [
    describe(host, rows[host.name]),
    ...stages.map((stage) => cells[rows[host.name]?.results[stage] ?? 'none']),
  ]);
  const lines = [head, head.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`);
  return text.replace(/(<!-- hosts:start -->)[^]*(<!-- hosts:end -->)/, `$1\n\n${lines.join('\n')}\n\n$2`);
}

/** Sorts the results in the order of the columns. */
function sort(results: Results): Results {
  return Object.fromEntries(stages.flatMap((stage) => (results[stage] ? [[stage, results[stage]]] : [])));
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
