import { unsafeCSS, type CSSResult } from 'lit';
import { TOKENS } from './tokens.ts';

/**
 * What is set for an element holds for the elements inside of it, too, but for the looks of its card.
 *
 * @param selector of the part that holds them
 */
export function inheritTokens(selector: string): CSSResult {
  const set = TOKENS.slice(0, -2).map(([own, name]) => `--heed-${name}:var(--_${own})`);
  return unsafeCSS(`${selector}{${set.join(';')}}`);
}
