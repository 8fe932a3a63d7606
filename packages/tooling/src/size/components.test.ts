import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../workspace.ts';
import { listFigures, listLazyModules, readComponents, type Component } from './components.ts';

const entry = { built: 'page.js' };
const poll: Component = {
  name: 'poll',
  size: {
    budgetBytes: 2_000,
    lazy: [
      { name: 'with its chart', modules: ['chart'] },
      { name: 'with its chart and a legend', modules: ['chart', 'legend/legend'] },
    ],
    otherLazy: ['history'],
  },
};

test('reads a budget file for every component', () => {
  const folders = globSync('packages/elements/src/components/*/', { cwd: root });
  expect(readComponents()).toHaveLength(folders.length - 1);
});

test('names only modules that exist', () => {
  const modules = readComponents().flatMap(listLazyModules);
  const missing = modules.filter(
    (module) => globSync(`${module}.ts`, { cwd: join(root, 'packages/elements/src') }).length === 0,
  );
  expect(missing).toEqual([]);
});

test('reports an element alone and with each set of lazy modules', () => {
  expect(listFigures(poll, entry)).toMatchObject([
    { name: '`heed-poll`, added to that page', elements: ['poll'], loaded: ['nps'], budgetBytes: 2_000 },
    { name: '`heed-poll` with its chart', lazy: ['components/poll/chart'] },
    {
      name: '`heed-poll` with its chart and a legend',
      lazy: ['components/poll/chart', 'components/poll/legend/legend'],
    },
  ]);
});

test('lists each lazy module once', () => {
  expect(listLazyModules(poll)).toEqual([
    'components/poll/chart',
    'components/poll/legend/legend',
    'components/poll/history',
  ]);
});
