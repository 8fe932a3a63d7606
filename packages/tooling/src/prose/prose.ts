/**
 * `pnpm run lint:prose`: compares the language of docs, comments, messages, test titles and names with the rules.
 *
 * - Without an option, fails when a part of the repository has more or fewer hits than its baseline allows.
 * - With paths, prints every hit in them and fails when there is one.
 * - `--summary` prints the hits by term and by part.
 * - `--write-baseline` stores the current counts, if their sum has not risen.
 */
import { parseArgs } from 'node:util';
import { compare, countByPart, partOf, readBaseline, writeBaseline, type Difference } from './baseline.ts';
import { findInFiles, listFiles, type Hit } from './find.ts';

const { values, positionals } = parseArgs({
  options: { summary: { type: 'boolean' }, 'write-baseline': { type: 'boolean' } },
  allowPositionals: true,
});
const wanted = positionals.map((path) => path.replace(/\/$/, ''));
const files = listFiles().filter((path) => isWanted(path));
const hits = findInFiles(files).filter(({ path }) => isWanted(path));

if (values.summary) summarise();
else if (wanted.length > 0) report(hits, []);
else if (values['write-baseline']) writeBaseline(countByPart(hits));
else reportDifferences();

function isWanted(path: string): boolean {
  return wanted.length === 0 || wanted.some((start) => path === start || path.startsWith(`${start}/`));
}

function summarise(): void {
  const terms = Object.entries(
    Object.groupBy(hits, ({ rule, place }) => `${rule.term}${place === 'name' ? ' (name)' : ''}`),
  );
  const byTerm = terms
    .map(([term, found]) => [term, found?.length ?? 0] as const)
    .toSorted((a, b) => b[1] - a[1]);
  const lines = [...byTerm, ...Object.entries(countByPart(hits)), ['total', hits.length] as const];
  for (const [label, count] of lines) console.log(`${label.padEnd(28)}${String(count).padStart(6)}`);
}

/** Prints the hits of parts that must have none; elsewhere, no line says which hits are new. */
function reportDifferences(): void {
  const baseline = readBaseline();
  const isClean = ({ path }: Hit): boolean => !baseline[partOf(path)];
  report(hits.filter(isClean), compare(countByPart(hits), baseline));
}

function report(found: readonly Hit[], differences: readonly Difference[]): void {
  for (const hit of found) console.error(formatHit(hit));
  for (const { message } of differences) console.error(message);
  const isGood = found.length === 0 && differences.length === 0;
  const rest = hits.length > 0 ? `; ${hits.length} known hits remain` : '';
  console.log(
    isGood ? `No new hits in the prose of ${files.length} files${rest}.` : 'The prose breaks rules.',
  );
  process.exitCode = isGood ? 0 : 1;
}

function formatHit({ path, line, column, found, rule }: Hit): string {
  const reason = rule.why ? ` (${rule.why})` : '';
  return `${path}:${line}:${column}  "${found}": use ${rule.instead}${reason}`;
}
