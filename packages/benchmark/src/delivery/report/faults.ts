/** The table of what was lost and doubled. */
import type { Table } from '../../shared/document.ts';
import { clients } from '../clients.ts';
import type { Results } from '../measure/results.ts';
import type { Verdict } from '../measure/verdict.ts';

export function tableOfFaults({ verdicts }: Results): Table {
  const head = ['What goes wrong', 'Submitted', ...clients.map(({ name }) => name)];
  const rows = Array.from(verdicts, ([{ name, items }, byClient]) => [
    name,
    String(items),
    ...clients.map((client) => describe(byClient.get(client))),
  ]);
  return [head, ...rows];
}

function describe(verdict: Verdict | undefined): string {
  if (!verdict) throw new Error('a scenario was not played');
  const { lost, waiting, doubled, doubledByKey } = verdict;
  const findings = [
    lost && `**${lost} lost**`,
    waiting && `${waiting} still waiting`,
    doubled && `${doubled} doubled, ${doubledByKey} with keys`,
  ];
  return findings.filter(Boolean).join('; ') || 'all arrived once';
}
