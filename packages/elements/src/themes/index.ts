import compact from './compact.ts';
import contrast from './contrast.ts';
import normal from './default.ts';
import plain from './plain.ts';
import rounded from './rounded.ts';
import type { Theme } from './theme.ts';

export type { Theme } from './theme.ts';

/** All themes by name. Import a single theme from `@heed/elements/themes/<name>`. */
export const THEMES = { default: normal, plain, rounded, contrast, compact } satisfies Record<string, Theme>;

/**
 * Applies a theme to an element and to all Heed elements inside it, and removes the previous theme. Custom properties are set
 * as inline styles from a script, which a strict content security policy allows.
 */
export function applyTheme(element: HTMLElement, theme: Theme): void {
  for (const name of new Set(Object.values(THEMES).flatMap((each) => Object.keys(each))))
    element.style.removeProperty(name);
  for (const [name, value] of Object.entries(theme)) element.style.setProperty(name, value);
}
