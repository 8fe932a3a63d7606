/** The settings of the page. They are query parameters, so that tests and screenshots can select a view. */
import { THEMES } from '@heed/elements/themes';
import { SPECIMENS } from './specimens/index.ts';
import { STATES } from './states.ts';

const ALL = 'all';

export const CHOICES = {
  element: [ALL, ...new Set(SPECIMENS.map(({ tag, name = tag }) => name))],
  state: [ALL, ...Object.keys(STATES)],
  theme: Object.keys(THEMES),
  colours: ['light dark', 'light', 'dark'],
  language: ['en', 'de', 'zh-Hans', 'ar', 'pseudo'],
} as const;

export type Setting = keyof typeof CHOICES;

export function readSettings(): Record<Setting, string> {
  const selected = new URLSearchParams(location.search);
  const names = Object.keys(CHOICES) as Setting[];
  return Object.fromEntries(
    names.map((name) => [name, selected.get(name) ?? CHOICES[name][0] ?? '']),
  ) as Record<Setting, string>;
}

/** Returns whether the setting selects this name, or everything. */
export function isSelected(setting: string, name: string): boolean {
  return setting === ALL || setting === name;
}
