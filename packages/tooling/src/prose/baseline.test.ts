import { expect, it } from 'vitest';
import { compare, countByPart, partOf, refuseMore } from './baseline.ts';
import { findInText } from './find.ts';

it('counts by package, by top-level folder and for the root', () => {
  expect(partOf('packages/core/src/a.ts')).toBe('packages/core');
  expect(partOf('examples/html/src/a.ts')).toBe('examples/html');
  expect(partOf('docs/guide/a.md')).toBe('docs');
  expect(partOf('README.md')).toBe('.');
});

it('counts every hit', () => {
  expect(countByPart(findInText('docs/a.md', 'a visitor, and whoever else'))).toEqual({ docs: 2 });
});

it('fails on more hits than the baseline allows', () => {
  expect(compare({ docs: 3 }, { docs: 2 }).map(({ message }) => message)).toEqual([
    'docs: 3 hits, 2 allowed; reword the new ones (all are listed by "node packages/tooling/src/prose/prose.ts docs")',
  ]);
});

it('fails on fewer hits, so that the baseline only goes down', () => {
  expect(compare({}, { docs: 2 }).map(({ message }) => message)).toEqual([
    'docs: 0 hits, 2 allowed; lower the baseline: node packages/tooling/src/prose/prose.ts --write-baseline',
  ]);
});

it('accepts the counts of the baseline', () => {
  expect(compare({ docs: 2 }, { docs: 2 })).toEqual([]);
});

it('accepts a new baseline when hits move between parts', () => {
  expect(() => refuseMore({ docs: 1, 'packages/core': 2 }, { docs: 3 })).not.toThrow();
});

it('refuses a new baseline with more hits', () => {
  expect(() => refuseMore({ docs: 1, 'packages/core': 3 }, { docs: 3 })).toThrow(
    'lint:prose: 4 hits, 3 allowed. The baseline only goes down; reword the new hits.',
  );
});
