import { html, type TemplateResult } from 'lit';
import type { Localizer } from '../internal/words.ts';
import type { FiledWords } from '../locales/words.ts';

/** The reference number, with a button that copies it, or marks it to be copied where the page may not. */
export function renderReference(reference: string, words: Localizer<keyof FiledWords>): TemplateResult {
  const copy = async (event: Event): Promise<void> => {
    const button = event.currentTarget as HTMLElement;
    const number = button.previousElementSibling as HTMLElement;
    const isCopied = await writeClipboard(reference);
    if (isCopied) button.textContent = words.say('copied');
    else getSelection()?.selectAllChildren(number);
  };
  return html`<div part="reference">
    <span>${words.say('reference')}</span> <output dir="ltr">${reference}</output
    ><button part="copy" type="button" @click=${copy}>${words.say('copy')}</button>
  </div>`;
}

/** False where the page is not secure, or the visitor has not allowed it. */
async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
