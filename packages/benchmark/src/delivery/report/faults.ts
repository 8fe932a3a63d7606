/** Creates the table of lost and duplicated items. */
import type { Table } from '../../shared/document.ts';
import { clients } from '../clients.ts';
import type { Results } from '../measure/results.ts';
import type { Losses } from '../measure/count-losses.ts';

export function createFaultsTable({ losses }: Results): Table {
  const head = ['Fault', 'Submitted', ...clients.map(({ name }) => name)];
  const rows = Array.from(losses, ([{ name, items }, byClient]) => [
    name,
    String(items),
    ...clients.map((client) => describe(byClient.get(client))),
  ]);
  return [head, ...rows];
}

function describe(losses: Losses | undefined): string {
  if (!losses) throw new Error('A scenario has no result for this client.');
  const { lost, waiting, duplicated, duplicatedByKey } = losses;
  const findings = [
    lost && `**${lost} lost**`,
    waiting && `${waiting} still waiting`,
    duplicated && `${duplicated} duplicated, ${duplicatedByKey} with keys`,
  ];
  return findings.filter(Boolean).join('; ') || 'all arrived once';
}
