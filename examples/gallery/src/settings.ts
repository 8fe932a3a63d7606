/** What the page shows, as it stands in its address, so that a picture or a test can ask for one view. */
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
  const asked = new URLSearchParams(location.search);
  const names = Object.keys(CHOICES) as Setting[];
  return Object.fromEntries(names.map((name) => [name, asked.get(name) ?? CHOICES[name][0] ?? ''])) as Record<
    Setting,
    string
  >;
}

/** True when the setting asks for this one, or for all. */
export function isAsked(setting: string, name: string): boolean {
  return setting === ALL || setting === name;
}
