import { unsafeCSS, type CSSResult } from 'lit';
import { TOKENS } from './tokens.ts';

/**
 * Passes the custom properties of an element on to the elements inside it, except the properties of the card.
 *
 * @param selector the part that contains them
 */
export function inheritTokens(selector: string): CSSResult {
  const set = TOKENS.slice(0, -2).map(([own, name]) => `--heed-${name}:var(--_${own})`);
  return unsafeCSS(`${selector}{${set.join(';')}}`);
}
