import { unsafeCSS, type CSSResult } from 'lit';

/** Our own name, the public name after `--heed-`, and what it is where nobody sets it. */
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
 * The public custom properties, in two tiers: `--heed-nps-radius` is for one kind of element, `--heed-radius` for all,
 * then comes a literal. They are read, never set, so that any ancestor in the page may set them; `--_…` are our own.
 *
 * @param element name of the tag without `heed-`
 */
export function tokens(element: string): CSSResult {
  const read = TOKENS.map(
    ([own, name, defaults]) => `--_${own}:var(--heed-${element}-${name},var(--heed-${name},${defaults}))`,
  );
  return unsafeCSS(`:host{${read.join(';')}}`);
}
