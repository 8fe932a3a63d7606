import { unsafeCSS, type CSSResult } from 'lit';

/** Private name, public name after `--heed-`, and default. */
export const TOKENS = [
  ['brand', 'color-accent', '#3b4fd8'],
  ['surface', 'color-surface', 'light-dark(#fff,#1b1e29)'],
  ['ink', 'color-text', 'light-dark(#14161f,#eef0f6)'],
  ['quiet', 'color-text-quiet', 'light-dark(#555a6b,#a6acbd)'],
  ['line', 'color-outline', 'light-dark(#868c9e,#7b8195)'],
  ['edge', 'color-edge', 'light-dark(#d8dbe4,#3a3f50)'],
  ['bad', 'color-error', 'light-dark(#b3261e,#ff9d93)'],
  ['corner', 'radius', '8px'],
  ['gap', 'space', '16px'],
  ['density', 'density', '1'],
  ['stroke', 'outline-width', '1px'],
  ['inset', 'card-padding', 'calc(var(--_space)*1.25)'],
  ['shadow', 'shadow', 'none'],
] as const;

/**
 * Returns styles that read the public custom properties: `--heed-nps-radius` for one kind of element, else
 * `--heed-radius` for all, else the default. They are never set here, so any ancestor in the page may set them. `--_…`
 * are private.
 *
 * @param element the tag name without `heed-`
 */
export function tokens(element: string): CSSResult {
  const read = TOKENS.map(
    ([own, name, defaults]) => `--_${own}:var(--heed-${element}-${name},var(--heed-${name},${defaults}))`,
  );
  return unsafeCSS(`:host{${read.join(';')}}`);
}
