/** Generates the tables in `docs/client/benchmark.md`. */
import { BenchmarkPage, describeMachine, formatParts, type Table } from '../../shared/document.ts';
import { readVersion } from '../../shared/read-version.ts';
import { clients, heed } from '../clients.ts';
import type { Results } from '../measure/results.ts';
import { createFaultsTable } from './faults.ts';
import { createFiguresTable } from './figures.ts';

export const page = new BenchmarkPage('client/benchmark.md');

export function formatResults(results: Results): Promise<string> {
  return formatParts([
    '## Figures',
    "The number in parentheses is the ratio to Heed's figure in the same run.",
    createFiguresTable(results),
    '## Lost and duplicated items',
    createFaultsTable(results),
    '## Compared clients',
    createClientsTable(),
    describeMachine(results.browsers, results.load),
  ]);
}

export function createClientsTable(): Table {
  const head = ['Client', 'Packages', 'Version', 'Stores an item', 'Key sent'];
  const rows = clients.map((client) => [
    client.name,
    client.packages.map((name) => `\`${name}\``).join(', '),
    client === heed ? 'as on this site' : readVersion(client.packages[0]),
    client.stores,
    client.sendsKey,
  ]);
  return [head, ...rows];
}
