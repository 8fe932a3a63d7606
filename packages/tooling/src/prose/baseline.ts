/**
 * How many hits each part of the repository may still have. The numbers only go down; once all are 0, delete
 * `prose.baseline.json` and this file.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../workspace.ts';
import type { Hit } from './find.ts';

/** Hits by part of the repository, such as `packages/core`. */
export type Counts = Record<string, number>;

const file = join(root, 'packages/tooling/prose.baseline.json');
const update = 'node packages/tooling/src/prose/prose.ts --write-baseline';

/** The part of the repository that a path belongs to. */
export function partOf(path: string): string {
  return /^(?:packages|examples)\/[^/]+|^[^/]+(?=\/)/.exec(path)?.[0] ?? '.';
}

/** Counts hits by part, sorted by name. */
export function countByPart(hits: readonly Hit[]): Counts {
  const parts = Map.groupBy(hits, ({ path }) => partOf(path));
  return Object.fromEntries([...parts].map(([part, { length }]) => [part, length] as const).toSorted());
}

/** Returns the stored counts; an empty object when every part must be clean. */
export function readBaseline(): Counts {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Counts) : {};
}

/** Stores the counts. Throws if the repository has more hits than before; code may move between its parts. */
export function writeBaseline(counts: Counts): void {
  if (existsSync(file)) refuseMore(counts, readBaseline());
  writeFileSync(file, `${JSON.stringify(counts, null, 2)}\n`);
}

/** Throws if the sum of the counts is above the sum of the baseline. */
export function refuseMore(counts: Counts, baseline: Counts): void {
  const [total, allowed] = [sum(counts), sum(baseline)];
  if (total > allowed)
    throw new Error(
      `lint:prose: ${total} hits, ${allowed} allowed. The baseline only goes down; reword the new hits.`,
    );
}

function sum(counts: Counts): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

/** A part whose count differs from the baseline. */
export interface Difference {
  part: string;
  isMore: boolean;
  message: string;
}

/** Compares counts with a baseline. */
export function compare(counts: Counts, baseline: Counts): Difference[] {
  const parts = [...new Set([...Object.keys(counts), ...Object.keys(baseline)])].toSorted();
  return parts.flatMap((part) => {
    const [count, allowed] = [counts[part] ?? 0, baseline[part] ?? 0];
    if (count === allowed) return [];
    const isMore = count > allowed;
    const rest = isMore
      ? `reword the new ones (all are listed by "node packages/tooling/src/prose/prose.ts ${part}")`
      : `lower the baseline: ${update}`;
    return [{ part, isMore, message: `${part}: ${count} hits, ${allowed} allowed; ${rest}` }];
  });
}
