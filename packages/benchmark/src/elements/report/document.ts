/** Generates the tables in `docs/elements/benchmark.md`. */
import { BenchmarkPage, describeMachine, formatParts, type Table } from '../../shared/document.ts';
import { readVersion } from '../../shared/read-version.ts';
import { COUNTS, type Results } from '../measure/rounds.ts';
import { SLOWDOWN } from '../measure/visit.ts';
import { subjects } from '../subjects.ts';
import { createFiguresTable, createPartsTable } from './figures.ts';

export const page = new BenchmarkPage('elements/benchmark.md');

const TITLES = { 1: 'One question in the page', 100: 'A hundred questions in one page' };

export function formatResults(results: Results): Promise<string> {
  const { rounds, browser, load } = results;
  return formatParts([
    ...COUNTS.flatMap((count) => [`## ${TITLES[count]}`, createFiguresTable(results, count)]),
    '## Script, style and layout in detail',
    createPartsTable(results),
    '## Compared pages',
    createSubjectsTable(),
    `Medians of ${rounds} rounds with the CPU throttled ${SLOWDOWN}×. ${describeMachine([browser], load)}`,
  ]);
}

export function createSubjectsTable(): Table {
  const rows = subjects.map(({ name, packages, shows }) => [
    name,
    packages.map((each) => `\`${each}\``).join(', '),
    [...new Set(packages.map(describeVersion))].join(', '),
    shows,
  ]);
  return [['Page', 'Packages', 'Version', 'Contents'], ...rows];
}

function describeVersion(name: string): string {
  return /^(@heed\/|heed$)/.test(name) ? 'as on this site' : readVersion(name);
}
