/** The part of `docs/elements/benchmark.md` that is written by the command. */
import { BenchmarkPage, describeMachine, formatParts, type Table } from '../../shared/document.ts';
import { versionOf } from '../../shared/packages.ts';
import { COUNTS, type Results } from '../measure/rounds.ts';
import { SLOWDOWN } from '../measure/visit.ts';
import { subjects } from '../subjects.ts';
import { tableOfFigures, tableOfParts } from './figures.ts';

export const page = new BenchmarkPage('elements/benchmark.md');

const TITLES = { 1: 'One question in the page', 100: 'A hundred questions in one page' };

export function formatResults(results: Results): Promise<string> {
  const { rounds, browser, load } = results;
  return formatParts([
    ...COUNTS.flatMap((count) => [`## ${TITLES[count]}`, tableOfFigures(results, count)]),
    '## Script, style and layout by themselves',
    tableOfParts(results),
    '## What was compared',
    tableOfSubjects(),
    `Medians of ${rounds} rounds with the processor slowed ${SLOWDOWN}×. ${describeMachine([browser], load)}`,
  ]);
}

export function tableOfSubjects(): Table {
  const rows = subjects.map(({ name, packages, shows }) => [
    name,
    packages.map((each) => `\`${each}\``).join(', '),
    [...new Set(packages.map(describeVersion))].join(', '),
    shows,
  ]);
  return [['Page', 'Packages', 'Version', 'What it shows'], ...rows];
}

function describeVersion(name: string): string {
  return /^(@heed\/|heed$)/.test(name) ? 'as on this site' : versionOf(name);
}
