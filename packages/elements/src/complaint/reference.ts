import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../internal/words.ts';
import type { ComplaintWords } from '../locales/words.ts';

/** The reference number, with a button that copies it where the page may use the clipboard. */
export function renderReference(
  reference: string,
  words: Localizer<keyof Pick<ComplaintWords, 'reference' | 'copy' | 'copied'>>,
): TemplateResult {
  const copy = async (event: Event): Promise<void> => {
    const button = event.currentTarget as HTMLElement;
    await navigator.clipboard.writeText(reference);
    button.textContent = words.say('copied');
  };
  return html`<div part="reference">
    <span>${words.say('reference')}</span> <output dir="ltr">${reference}</output>
    ${navigator.clipboard ? html`<button part="copy" type="button" @click=${copy}>${words.say('copy')}</button>` : nothing}
  </div>`;
}
