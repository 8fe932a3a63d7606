import { expect, it } from 'vitest';
import { clients } from '../clients.ts';
import { scenarios } from '../measure/scenarios.ts';
import { page, createClientsTable } from './document.ts';
import { figureLabels } from './figures.ts';

const AGAIN = 'Run `npm run bench:delivery -- --write`.';

const rows = page.readRows();

const findRow = (first: string): string[] => rows.find(([cell]) => cell === first) ?? [];

it('lists the clients with their installed packages and versions', () => {
  for (const cells of createClientsTable()) expect(findRow(cells[0] ?? ''), AGAIN).toEqual(cells);
});

it('contains every figure of every client', () => {
  for (const label of figureLabels)
    expect(findRow(label).filter(Boolean), AGAIN).toHaveLength(1 + clients.length);
});

it('contains every fault of every client', () => {
  for (const { name, items } of scenarios) {
    expect(findRow(name).slice(0, 2), AGAIN).toEqual([name, String(items)]);
    expect(findRow(name).filter(Boolean), AGAIN).toHaveLength(2 + clients.length);
  }
});
