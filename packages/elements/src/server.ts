import { HeedError } from '@heed/core';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';

export { loadLanguage } from './shared/localization/localizer.ts';

export interface RenderOptions {
  /** The nonce of the page's content security policy for styles, in base64. Omit it for styles without a nonce. */
  nonce?: string;
}

/**
 * Renders the elements of a page on the server, as declarative shadow DOM. Import `@heed/elements/define/…` for each
 * tag to render; everything else stays as it is.
 *
 * The strings are in the language of the tag's `lang` if `loadLanguage()` has loaded it, and otherwise in English.
 *
 * @param page your HTML, a page or a fragment. It is not sanitised: escape all user input in it.
 * @returns the HTML with the rendered elements
 * @throws HeedError `HEED_OPTION` if the nonce is not base64
 */
export async function renderElements(page: string, { nonce }: RenderOptions = {}): Promise<string> {
  const drawn = await collectResult(render(html(Object.assign([page], { raw: [page] }))));
  if (!nonce) return drawn;
  if (!/^[\w+/=-]+$/.test(nonce))
    throw new HeedError('HEED_OPTION', 'renderElements', '"nonce" must be base64. Make one for each reply');
  return drawn.replaceAll(/(<template shadowroot[^>]*>)<style>/g, `$1<style nonce="${nonce}">`);
}
