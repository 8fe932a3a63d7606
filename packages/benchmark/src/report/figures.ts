/** The table of figures. One entry is one row. */
import { clients, heed, type ClientUnderTest } from '../clients.ts';
import { WAITING, type Figures, type Results } from '../measure/results.ts';
import { totalBlockingMs } from '../measure/tasks.ts';
import { formatBeside } from './numbers.ts';

interface Row {
  label: string;
  unit: string;
  /** A text says why there is no figure. */
  read(figures: Figures, client: ClientUnderTest, results: Results): number | string;
}

const NOT_TOLD = 'does not tell';
const NOT_KEPT = 'keeps none';

const rows: Row[] = [
  { label: 'Size, minified, gzip', unit: ' B', read: ({ bytes }) => bytes },
  ...(['chromium', 'firefox'] as const).flatMap((engine): Row[] => [
    {
      label: `Time to disk in ${nameOf(engine)}, median`,
      unit: ' ms',
      read: ({ disk }) => disk[engine]?.medianMs ?? NOT_TOLD,
    },
    {
      label: `Time to disk in ${nameOf(engine)}, 99th percentile`,
      unit: ' ms',
      read: ({ disk }) => disk[engine]?.p99Ms ?? NOT_TOLD,
    },
  ]),
  ...WAITING.map((count): Row => ({
    label: `Sent a second with ${count.toLocaleString('en')} waiting *(more is better)*`,
    unit: '',
    read: ({ drains: { [count]: drain } }) => (drain.waiting === 0 ? NOT_KEPT : drain.perSecond),
  })),
  {
    label: 'Longest task of the page with 10,000 waiting',
    unit: ' ms',
    read: ({ drains: { 10_000: drain } }) => (drain.waiting === 0 ? NOT_KEPT : Math.max(...drain.tasks)),
  },
  {
    label: 'Total blocking time of the page with 10,000 waiting',
    unit: ' ms',
    read: ({ drains: { 10_000: drain } }) => (drain.waiting === 0 ? NOT_KEPT : totalBlockingMs(drain.tasks)),
  },
  {
    label: 'Requests of ten tabs for their 200 items',
    unit: '',
    read: (_, client, { verdicts }) => {
      const tabs = [...verdicts].find(([{ id }]) => id === 'tabs');
      return tabs?.[1].get(client)?.requests ?? NaN;
    },
  },
];

/** @returns cells, the head first */
export function tableOfFigures(results: Results): string[][] {
  const head = ['Less is better', ...clients.map(({ name }) => name)];
  return [head, ...rows.map((row) => [row.label, ...clients.map((client) => cellOf(row, client, results))])];
}

function cellOf({ unit, read }: Row, client: ClientUnderTest, results: Results): string {
  const valueOf = (each: ClientUnderTest): number | string => {
    const figures = results.figures.get(each);
    if (!figures) throw new Error(`nothing was measured of ${each.name}`);
    return read(figures, each, results);
  };
  const value = valueOf(client);
  if (typeof value === 'string') return value;
  const base = client === heed ? undefined : valueOf(heed);
  return formatBeside(value, unit, typeof base === 'number' ? base : undefined);
}

function nameOf(engine: 'chromium' | 'firefox'): string {
  return engine === 'chromium' ? 'Chromium' : 'Firefox';
}
