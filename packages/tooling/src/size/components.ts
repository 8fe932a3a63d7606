/** Reads the budgets of the elements: `size.json` in the folder of each component. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../workspace.ts';
import type { Figure } from './figure.ts';

/** The contents of a `size.json`. Modules are relative to its folder, without an extension. */
export interface ComponentSize {
  /** The budget of the element when it is added to a page with an NPS question. Defaults to none. */
  budgetBytes?: number;
  /** See {@link Figure.limitBytes}. */
  limitBytes?: number;
  /** Modules that the element loads later. Each entry is one more figure, whose `name` follows the tag. */
  lazy?: readonly { name: string; modules: readonly string[] }[];
  /** More modules that the element loads later. They count only in the total of all elements. */
  otherLazy?: readonly string[];
}

/** A component and its sizes. */
export interface Component {
  /** The folder name, for example `csat`. */
  name: string;
  size: ComponentSize;
}

/** The element of the page that the others are added to. Its size is a figure of the page. */
export const BASE_ELEMENT = 'nps';

const folder = join(root, 'packages/elements/src/components');

/** Returns every component except the base element, sorted by name. Throws if one has no `size.json`. */
export function readComponents(): Component[] {
  const names = globSync('*/', { cwd: folder }).map((path) => basename(path));
  return names
    .filter((name) => name !== BASE_ELEMENT)
    .toSorted()
    .map((name) => ({ name, size: readSize(join(folder, name, 'size.json')) }));
}

function readSize(file: string): ComponentSize {
  if (!existsSync(file))
    throw new Error(`${file} is missing. Create it, for example with { "budgetBytes": 2000 }.`);
  return JSON.parse(readFileSync(file, 'utf8')) as ComponentSize;
}

/** Returns the figures of a component: first the element alone, then with each set of lazy modules. */
export function listFigures({ name, size }: Component, entry: Figure['entry']): Figure[] {
  const { lazy = [], otherLazy: _, ...limits } = size;
  const shared = { owner: 'elements', entry, elements: [name], loaded: [BASE_ELEMENT] };
  return [
    { ...shared, name: `\`heed-${name}\`, added to that page`, ...limits },
    ...lazy.map((part) => ({
      ...shared,
      name: `\`heed-${name}\` ${part.name}`,
      lazy: part.modules.map((module) => toModulePath(name, module)),
    })),
  ];
}

/** Returns all modules that a component loads later, relative to `packages/elements/src`. */
export function listLazyModules({ name, size: { lazy = [], otherLazy = [] } }: Component): string[] {
  const modules = new Set([...lazy.flatMap((part) => part.modules), ...otherLazy]);
  return [...modules].map((module) => toModulePath(name, module));
}

function toModulePath(component: string, module: string): string {
  return `components/${component}/${module}`;
}
