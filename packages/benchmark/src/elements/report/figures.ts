/** Creates the tables of figures. One entry of `columns` is one column. */
import type { Table } from '../../shared/document.ts';
import { formatNumber, formatRatio } from '../../shared/numbers.ts';
import { quantile } from '../../shared/quantile.ts';
import type { Count, Results } from '../measure/rounds.ts';
import type { Figures } from '../measure/visit.ts';
import { bareLit, type Subject } from '../subjects.ts';

interface Column {
  label: string;
  /** Formats the cell of a subject. `base` has the figures of the bare Lit element in the same rounds. */
  format(visits: readonly Figures[], base: readonly Figures[]): string;
}

type Read = (figures: Figures) => number;

const columns: readonly Column[] = [
  createTimeColumn(
    'Script, style and layout',
    ({ scriptMs, styleMs, layoutMs }) => scriptMs + styleMs + layoutMs,
  ),
  createTimeColumn('Main thread, all work', ({ taskMs }) => taskMs),
  createTimeColumn('From script arrival to answerable', ({ answerableMs }) => answerableMs),
  { label: 'Long tasks', format: formatLongTasks },
  { label: 'Layout shift', format: (visits) => formatNumber(readMedian(visits, ({ shift }) => shift)) },
  createSizeColumn('Memory', ({ heapBytes }) => heapBytes),
  createSizeColumn('Loaded, gzip', ({ loadedBytes }) => loadedBytes),
];

/** The labels of the columns, in order. */
export const figureLabels: readonly string[] = columns.map(({ label }) => label);

export function createFiguresTable({ figures }: Results, count: Count): Table {
  const bySubject = figures.get(count) ?? new Map<Subject, readonly Figures[]>();
  const base = bySubject.get(bareLit) ?? [];
  const rows = Array.from(bySubject, ([{ name }, visits]) => [
    name,
    ...columns.map(({ format }) => format(visits, base)),
  ]);
  return [['Less is better', ...figureLabels], ...rows];
}

const PARTS: [string, Read][] = [
  ['Script', ({ scriptMs }) => scriptMs],
  ['Style', ({ styleMs }) => styleMs],
  ['Layout', ({ layoutMs }) => layoutMs],
];

/** Creates a table with the parts of the first column. */
export function createPartsTable({ figures }: Results): Table {
  const head = PARTS.flatMap(([label]) => Array.from(figures.keys(), (count) => `${label}, ${count}`));
  const [first] = figures.values();
  const rows = Array.from(first?.keys() ?? [], (subject) => [
    subject.name,
    ...PARTS.flatMap(([, read]) =>
      Array.from(figures.values(), (bySubject) => formatMs(readMedian(bySubject.get(subject) ?? [], read))),
    ),
  ]);
  return [['Milliseconds, by questions in the page', ...head], ...rows];
}

/** Formats the median. The range in parentheses is the middle half of the visits. */
function createTimeColumn(label: string, read: Read): Column {
  return {
    label,
    format(visits, base) {
      const values = visits.map(read);
      const middle = `${formatMs(quantile(values, 0.25))}–${formatMs(quantile(values, 0.75))}`;
      return `${formatMedianRatio(visits, base, read)}, ${formatMs(quantile(values, 0.5))} ms (${middle})`;
    },
  };
}

function createSizeColumn(label: string, read: Read): Column {
  return {
    label,
    format: (visits, base) =>
      `${formatMedianRatio(visits, base, read)}, ${formatNumber(readMedian(visits, read) / 1000)} kB`,
  };
}

function formatLongTasks(visits: readonly Figures[]): string {
  const count = readMedian(visits, ({ longTasksMs }) => longTasksMs.length);
  const longest = readMedian(visits, ({ longTasksMs }) => Math.max(0, ...longTasksMs));
  return count === 0 ? 'none' : `${count}, up to ${formatMs(longest)} ms`;
}

function formatMedianRatio(visits: readonly Figures[], base: readonly Figures[], read: Read): string {
  return formatRatio(readMedian(visits, read), readMedian(base, read));
}

function readMedian(visits: readonly Figures[], read: Read): number {
  return quantile(visits.map(read), 0.5);
}

/** Rounds to a tenth of a millisecond below 10 ms, and to a millisecond above. */
function formatMs(value: number): string {
  return formatNumber(value < 10 ? Number(value.toFixed(1)) : Math.round(value));
}
