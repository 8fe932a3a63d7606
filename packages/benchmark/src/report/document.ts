/** The part of `docs/client/benchmark.md` that is written by the command. */
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { clients, heed, versionOf } from '../clients.ts';
import type { Results } from '../measure/results.ts';
import { tableOfFaults } from './faults.ts';
import { tableOfFigures } from './figures.ts';

const page = fileURLToPath(new URL('../../../../docs/client/benchmark.md', import.meta.url));
const MARKED = /(<!-- benchmark:start -->\n)([^]*)(<!-- benchmark:end -->)/;

/** What stands on the page between the markers. */
export function readWritten(): string {
  const written = MARKED.exec(readFileSync(page, 'utf8'))?.[2];
  if (written === undefined)
    throw new Error(`${page} lacks the markers "benchmark:start" and "benchmark:end".`);
  return written;
}

export function write(text: string): void {
  writeFileSync(
    page,
    readFileSync(page, 'utf8').replace(MARKED, (_, start, _old, end) => `${start}\n${text}\n${end}`),
  );
}

export function formatResults(results: Results): Promise<string> {
  const parts = [
    '## Figures',
    'Beside each figure of a peer stands its ratio to that of Heed in the same run.',
    toMarkdown(tableOfFigures(results)),
    '## What is lost and doubled',
    toMarkdown(tableOfFaults(results)),
    '## What was compared',
    toMarkdown(tableOfClients()),
    describeMachine(results),
  ];
  return format(parts.join('\n\n'), { parser: 'markdown' });
}

/** @returns cells, the head first */
export function tableOfClients(): string[][] {
  const head = ['Client', 'Packages', 'Version', 'Stores an item', 'Key it sends'];
  const rows = clients.map((client) => [
    client.name,
    client.packages.map((name) => `\`${name}\``).join(', '),
    client === heed ? 'as on this site' : versionOf(client),
    client.stores,
    client.sendsKey,
  ]);
  return [head, ...rows];
}

function toMarkdown([head = [], ...body]: string[][]): string {
  const rule = head.map(() => '---');
  return [head, rule, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function describeMachine({ browsers, load }: Results): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const machine = `${availableParallelism()} cores of ${cpus()[0]?.model.trim()}, ${gigabytes} GB`;
  const programs = `${browsers.join(' and ')}, Node ${process.version}`;
  return `Measured on ${platform()} ${arch()}, ${machine}, with ${programs}. When it began, the load from elsewhere was ${load.toFixed(1)}.`;
}
