/** Creates the table of figures. One entry is one row. */
import type { Engine } from '../../shared/launch.ts';
import type { Table } from '../../shared/document.ts';
import { clients, heed, type ClientUnderTest } from '../clients.ts';
import type { Drain } from '../measure/drain.ts';
import { ENGINES, LOADS, type Results } from '../measure/results.ts';
import { sumBlockingMs } from '../measure/tasks.ts';
import { formatWithRatio } from '../../shared/numbers.ts';

interface Row {
  label: string;
  unit: string;
  /** Returns the figure, or the reason why it was not measured. */
  read(results: Results, client: ClientUnderTest): number | string;
}

const ENGINE_NAMES: Record<Engine, string> = { chromium: 'Chromium', firefox: 'Firefox' };
const MOST = LOADS[2].count;

const rows: Row[] = [
  { label: 'Size, minified, gzip', unit: ' B', read: ({ bytes }, client) => bytes.get(client) ?? NaN },
  ...ENGINES.flatMap((engine) => [
    createDiskRow(engine, 'median', 'medianMs'),
    createDiskRow(engine, '99th percentile', 'p99Ms'),
  ]),
  ...LOADS.map(({ count }) =>
    createDrainRow(
      count,
      `Items sent per second with % waiting _(more is better)_`,
      '',
      ({ perSecond }) => perSecond,
    ),
  ),
  createDrainRow(MOST, 'First item sent with % waiting', ' ms', ({ firstMs }) => firstMs),
  createDrainRow(MOST, 'Longest task in the page with % waiting', ' ms', ({ tasks }) => Math.max(...tasks)),
  createDrainRow(MOST, 'Total blocking time in the page with % waiting', ' ms', ({ tasks }) =>
    sumBlockingMs(tasks),
  ),
  {
    label: 'Requests from ten tabs for 200 items',
    unit: '',
    read({ losses }, client) {
      const tabs = [...losses].find(([{ id }]) => id === 'tabs');
      return tabs?.[1].get(client)?.requests ?? NaN;
    },
  },
];

/** The labels of the rows, in order. */
export const figureLabels: readonly string[] = rows.map(({ label }) => label);

export function createFiguresTable(results: Results): Table {
  const head = ['Less is better', ...clients.map(({ name }) => name)];
  return [
    head,
    ...rows.map((row) => [row.label, ...clients.map((client) => formatCell(row, client, results))]),
  ];
}

function createDiskRow(engine: Engine, name: string, member: 'medianMs' | 'p99Ms'): Row {
  return {
    label: `Time to disk in ${ENGINE_NAMES[engine]}, ${name}`,
    unit: ' ms',
    read: ({ disk }, client) => disk.get(engine)?.get(client)?.[member] ?? 'not reported',
  };
}

/** @param label Contains `%` for the number of waiting items. */
function createDrainRow(count: number, label: string, unit: string, read: (drain: Drain) => number): Row {
  return {
    label: label.replace('%', count.toLocaleString('en')),
    unit,
    read({ drains }, client) {
      const drain = drains.get(count)?.get(client);
      return drain?.waiting ? read(drain) : 'none stored';
    },
  };
}

function formatCell({ unit, read }: Row, client: ClientUnderTest, results: Results): string {
  const value = read(results, client);
  if (typeof value === 'string') return value;
  const base = client === heed ? undefined : read(results, heed);
  return formatWithRatio(value, unit, typeof base === 'number' ? base : undefined);
}
