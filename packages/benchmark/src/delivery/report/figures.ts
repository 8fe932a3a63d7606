/** The table of figures. One entry is one row. */
import type { Engine } from '../../shared/launch.ts';
import type { Table } from '../../shared/document.ts';
import { clients, heed, type ClientUnderTest } from '../clients.ts';
import type { Drain } from '../measure/drain.ts';
import { ENGINES, LOADS, type Results } from '../measure/results.ts';
import { totalBlockingMs } from '../measure/tasks.ts';
import { formatBeside } from '../../shared/numbers.ts';

interface Row {
  label: string;
  unit: string;
  /** A text says why there is no figure. */
  read(results: Results, client: ClientUnderTest): number | string;
}

const ENGINE_NAMES: Record<Engine, string> = { chromium: 'Chromium', firefox: 'Firefox' };
const MOST = LOADS[2].count;

const rows: Row[] = [
  { label: 'Size, minified, gzip', unit: ' B', read: ({ bytes }, client) => bytes.get(client) ?? NaN },
  ...ENGINES.flatMap((engine) => [
    diskRow(engine, 'median', 'medianMs'),
    diskRow(engine, '99th percentile', 'p99Ms'),
  ]),
  ...LOADS.map(({ count }) =>
    drainRow(count, `Sent a second with % waiting _(more is better)_`, '', ({ perSecond }) => perSecond),
  ),
  drainRow(MOST, 'First item sent with % waiting', ' ms', ({ firstMs }) => firstMs),
  drainRow(MOST, 'Longest task of the page with % waiting', ' ms', ({ tasks }) => Math.max(...tasks)),
  drainRow(MOST, 'Total blocking time of the page with % waiting', ' ms', ({ tasks }) =>
    totalBlockingMs(tasks),
  ),
  {
    label: 'Requests of ten tabs for their 200 items',
    unit: '',
    read({ verdicts }, client) {
      const tabs = [...verdicts].find(([{ id }]) => id === 'tabs');
      return tabs?.[1].get(client)?.requests ?? NaN;
    },
  },
];

/** The labels of the rows, in order. */
export const figureLabels: readonly string[] = rows.map(({ label }) => label);

export function tableOfFigures(results: Results): Table {
  const head = ['Less is better', ...clients.map(({ name }) => name)];
  return [head, ...rows.map((row) => [row.label, ...clients.map((client) => cellOf(row, client, results))])];
}

function diskRow(engine: Engine, name: string, member: 'medianMs' | 'p99Ms'): Row {
  return {
    label: `Time to disk in ${ENGINE_NAMES[engine]}, ${name}`,
    unit: ' ms',
    read: ({ disk }, client) => disk.get(engine)?.get(client)?.[member] ?? 'does not tell',
  };
}

/** @param label with a `%` for the number of items that wait */
function drainRow(count: number, label: string, unit: string, read: (drain: Drain) => number): Row {
  return {
    label: label.replace('%', count.toLocaleString('en')),
    unit,
    read({ drains }, client) {
      const drain = drains.get(count)?.get(client);
      return drain?.waiting ? read(drain) : 'keeps none';
    },
  };
}

function cellOf({ unit, read }: Row, client: ClientUnderTest, results: Results): string {
  const value = read(results, client);
  if (typeof value === 'string') return value;
  const base = client === heed ? undefined : read(results, heed);
  return formatBeside(value, unit, typeof base === 'number' ? base : undefined);
}
