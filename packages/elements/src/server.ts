import { HeedError } from '@heed/core';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';

export { loadLanguage } from './shared/localization/localizer.ts';

export interface RenderOptions {
  /** The nonce of the page's policy for styles, in base64. Absent: the styles carry none. */
  nonce?: string;
}

/**
 * Draws the elements of a page on the server, into declarative shadow DOM: of each tag that is registered there, by an
 * import of its `@heed/elements/define/…`. The rest of the page stays as it is.
 *
 * The words are those of the tag's own `lang`, as far as `loadLanguage()` has loaded them; else English.
 *
 * @param page HTML of the team, a whole page or a part of one. It is not checked: like any page, it must not hold what a
 *   visitor wrote unless that was escaped.
 * @throws HeedError `HEED_OPTION` when the nonce is none.
 */
export async function renderElements(page: string, { nonce }: RenderOptions = {}): Promise<string> {
  const drawn = await collectResult(render(html(Object.assign([page], { raw: [page] }))));
  if (!nonce) return drawn;
  if (!/^[\w+/=-]+$/.test(nonce))
    throw new HeedError('HEED_OPTION', 'renderElements', '"nonce" must be base64. Make one for each reply');
  return drawn.replaceAll(/(<template shadowroot[^>]*>)<style>/g, `$1<style nonce="${nonce}">`);
}
