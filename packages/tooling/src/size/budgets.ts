/** The budgets of packages and pages. The budgets of the elements are in `components/<name>/size.json`. */
import { BASE_ELEMENT, listFigures, listLazyModules, readComponents } from './components.ts';
import type { Figure } from './figure.ts';

/** The file for a page that loads only the elements that it contains. */
const lazyScript = { built: 'heed/dist/cdn/heed.lazy.min.js' };
/** The file with every element. */
const completeScript = { built: 'heed/dist/cdn/heed.min.js' };
/** Modules that elements of several components load later. */
const sharedLazyModules = ['shared/after-score/after-score'];

const components = readComponents();

/** Every figure, in the order of the tables. */
export const figures: readonly Figure[] = [
  { name: '`@heed/core`', owner: 'core', entry: { module: 'core' } },
  {
    name: '`@heed/client` with its storage',
    owner: 'client',
    entry: { module: 'client' },
    budgetBytes: 2_500,
    limitBytes: 4_500,
  },
  {
    name: '`@heed/client/requests` alone',
    owner: 'client',
    entry: { file: 'client/dist/requests/index.js' },
  },
  {
    name: '`@heed/client/service-worker` in the worker, with the client',
    owner: 'client',
    entry: { file: 'client/dist/service-worker/deliver.js' },
  },
  {
    name: '`@heed/client/service-worker`, added to a page',
    owner: 'client',
    entry: { file: 'client/dist/service-worker/request.js' },
    budgetBytes: 300,
  },
  {
    name: 'a page with one NPS question that sends and queues',
    owner: 'heed',
    entry: lazyScript,
    elements: [BASE_ELEMENT],
    budgetBytes: 13_000,
    limitBytes: 19_800,
  },
  ...components.flatMap((component) => listFigures(component, lazyScript)),
  {
    name: 'all elements in one file',
    owner: 'heed',
    entry: completeScript,
    budgetBytes: 40_000,
    limitBytes: 43_750,
  },
  {
    name: 'all elements in one file, with all lazy modules',
    owner: 'heed',
    entry: completeScript,
    lazy: [...components.flatMap(listLazyModules), ...sharedLazyModules],
  },
];
