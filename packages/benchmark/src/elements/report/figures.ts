/** The tables of figures. One entry of `columns` is one column. */
import type { Table } from '../../shared/document.ts';
import { formatNumber, formatRatio } from '../../shared/numbers.ts';
import { quantile } from '../../shared/quantile.ts';
import type { Count, Results } from '../measure/rounds.ts';
import type { Figures } from '../measure/visit.ts';
import { bareLit, type Subject } from '../subjects.ts';

interface Column {
  label: string;
  /** The cell of a subject; `base` is what the bare Lit element cost in the same rounds. */
  write(visits: readonly Figures[], base: readonly Figures[]): string;
}

type Read = (figures: Figures) => number;

const columns: readonly Column[] = [
  timeColumn('Script, style and layout', ({ scriptMs, styleMs, layoutMs }) => scriptMs + styleMs + layoutMs),
  timeColumn('Main thread, all work', ({ taskMs }) => taskMs),
  timeColumn('From script arrival to answerable', ({ answerableMs }) => answerableMs),
  { label: 'Long tasks', write: writeLongTasks },
  { label: 'Layout shift', write: (visits) => formatNumber(medianOf(visits, ({ shift }) => shift)) },
  sizeColumn('Memory', ({ heapBytes }) => heapBytes),
  sizeColumn('Loaded, gzip', ({ loadedBytes }) => loadedBytes),
];

/** The labels of the columns, in order. */
export const figureLabels: readonly string[] = columns.map(({ label }) => label);

export function tableOfFigures({ figures }: Results, count: Count): Table {
  const bySubject = figures.get(count) ?? new Map<Subject, readonly Figures[]>();
  const base = bySubject.get(bareLit) ?? [];
  const rows = Array.from(bySubject, ([{ name }, visits]) => [
    name,
    ...columns.map(({ write }) => write(visits, base)),
  ]);
  return [['Less is better', ...figureLabels], ...rows];
}

const PARTS: [string, Read][] = [
  ['Script', ({ scriptMs }) => scriptMs],
  ['Style', ({ styleMs }) => styleMs],
  ['Layout', ({ layoutMs }) => layoutMs],
];

/** What the first column of figures consists of. */
export function tableOfParts({ figures }: Results): Table {
  const head = PARTS.flatMap(([label]) => Array.from(figures.keys(), (count) => `${label}, ${count}`));
  const [first] = figures.values();
  const rows = Array.from(first?.keys() ?? [], (subject) => [
    subject.name,
    ...PARTS.flatMap(([, read]) =>
      Array.from(figures.values(), (bySubject) => formatMs(medianOf(bySubject.get(subject) ?? [], read))),
    ),
  ]);
  return [['Milliseconds, by questions in the page', ...head], ...rows];
}

/** The middle half of the visits stands in brackets. */
function timeColumn(label: string, read: Read): Column {
  return {
    label,
    write(visits, base) {
      const values = visits.map(read);
      const middle = `${formatMs(quantile(values, 0.25))}–${formatMs(quantile(values, 0.75))}`;
      return `${ratioOf(visits, base, read)}, ${formatMs(quantile(values, 0.5))} ms (${middle})`;
    },
  };
}

function sizeColumn(label: string, read: Read): Column {
  return {
    label,
    write: (visits, base) =>
      `${ratioOf(visits, base, read)}, ${formatNumber(medianOf(visits, read) / 1000)} kB`,
  };
}

function writeLongTasks(visits: readonly Figures[]): string {
  const count = medianOf(visits, ({ longTasksMs }) => longTasksMs.length);
  const longest = medianOf(visits, ({ longTasksMs }) => Math.max(0, ...longTasksMs));
  return count === 0 ? 'none' : `${count}, up to ${formatMs(longest)} ms`;
}

function ratioOf(visits: readonly Figures[], base: readonly Figures[], read: Read): string {
  return formatRatio(medianOf(visits, read), medianOf(base, read));
}

function medianOf(visits: readonly Figures[], read: Read): number {
  return quantile(visits.map(read), 0.5);
}

/** A tenth of a millisecond is below what is told apart. */
function formatMs(value: number): string {
  return formatNumber(value < 10 ? Number(value.toFixed(1)) : Math.round(value));
}
