import compact from './compact.ts';
import contrast from './contrast.ts';
import normal from './default.ts';
import plain from './plain.ts';
import rounded from './rounded.ts';
import type { Theme } from './theme.ts';

export type { Theme } from './theme.ts';

/** All themes by name. Import one alone from `@heed/elements/themes/<name>`. */
export const THEMES = { default: normal, plain, rounded, contrast, compact } satisfies Record<string, Theme>;

/**
 * Gives an element, and all Heed elements inside it, the look of a theme: sets its custom properties as inline styles,
 * which a strict policy allows. The properties of an earlier theme go away.
 */
export function applyTheme(element: HTMLElement, theme: Theme): void {
  for (const name of new Set(Object.values(THEMES).flatMap((each) => Object.keys(each))))
    element.style.removeProperty(name);
  for (const [name, value] of Object.entries(theme)) element.style.setProperty(name, value);
}
