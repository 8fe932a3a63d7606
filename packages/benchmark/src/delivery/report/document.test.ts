import { expect, it } from 'vitest';
import { clients } from '../clients.ts';
import { scenarios } from '../measure/scenarios.ts';
import { page, tableOfClients } from './document.ts';
import { figureLabels } from './figures.ts';

const AGAIN = 'Run `npm run bench:delivery -- --write`.';

const rows = page.readRows();

const findRow = (first: string): string[] => rows.find(([cell]) => cell === first) ?? [];

it('the page names the clients with the packages and the versions that are installed', () => {
  for (const cells of tableOfClients()) expect(findRow(cells[0] ?? ''), AGAIN).toEqual(cells);
});

it('the page has every figure of every client', () => {
  for (const label of figureLabels)
    expect(findRow(label).filter(Boolean), AGAIN).toHaveLength(1 + clients.length);
});

it('the page has every fault of every client', () => {
  for (const { name, items } of scenarios) {
    expect(findRow(name).slice(0, 2), AGAIN).toEqual([name, String(items)]);
    expect(findRow(name).filter(Boolean), AGAIN).toHaveLength(2 + clients.length);
  }
});
