/** The part of `docs/client/benchmark.md` that is written by the command. */
import { BenchmarkPage, describeMachine, formatParts, type Table } from '../../shared/document.ts';
import { versionOf } from '../../shared/packages.ts';
import { clients, heed } from '../clients.ts';
import type { Results } from '../measure/results.ts';
import { tableOfFaults } from './faults.ts';
import { tableOfFigures } from './figures.ts';

export const page = new BenchmarkPage('client/benchmark.md');

export function formatResults(results: Results): Promise<string> {
  return formatParts([
    '## Figures',
    'Beside each figure of a peer stands its ratio to that of Heed in the same run.',
    tableOfFigures(results),
    '## What is lost and doubled',
    tableOfFaults(results),
    '## What was compared',
    tableOfClients(),
    describeMachine(results.browsers, results.load),
  ]);
}

export function tableOfClients(): Table {
  const head = ['Client', 'Packages', 'Version', 'Stores an item', 'Key it sends'];
  const rows = clients.map((client) => [
    client.name,
    client.packages.map((name) => `\`${name}\``).join(', '),
    client === heed ? 'as on this site' : versionOf(client.packages[0]),
    client.stores,
    client.sendsKey,
  ]);
  return [head, ...rows];
}
