/** The part of `docs/elements/benchmark.md` that is written by the command. */
import { BenchmarkPage, describeMachine, formatParts, type Table } from '../../shared/document.ts';
import { versionOf } from '../../shared/packages.ts';
import { COUNTS, type Results } from '../measure/rounds.ts';
import { SLOWDOWN } from '../measure/visit.ts';
import { heed, subjects } from '../subjects.ts';
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
  const rows = subjects.map(({ name, packages, shows, ...subject }) => [
    name,
    packages.map((each) => `\`${each}\``).join(', '),
    subject.id === heed.id ? 'as on this site' : packages.map(versionOf).join(', '),
    shows,
  ]);
  return [['Page', 'Packages', 'Version', 'What it shows'], ...rows];
}
