import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { announce } from '../../shared/form/field-error.ts';
import type { Localizer } from '../../shared/localization/localizer.ts';
import type { ComplaintReceiptStrings } from '../../locales/strings.ts';

/** The reference number, with a button that copies it, or selects it if the browser does not allow copying. */
export class Reference {
  readonly #host: LitElement;
  readonly #strings: Localizer<keyof ComplaintReceiptStrings | 'labelled'>;
  /** The string key of the result of the last press. */
  #result: 'copied' | 'copySelected' | undefined;
  #presses = 0;

  constructor(host: LitElement, strings: Localizer<keyof ComplaintReceiptStrings | 'labelled'>) {
    this.#host = host;
    this.#strings = strings;
  }

  /** Renders the number for the live region of the outcome, spelled out for screen readers. */
  renderAnnouncement(reference: string): TemplateResult {
    const values = { label: this.#strings.t('reference'), text: spellOut(reference) };
    return html`<p class="heard">${this.#strings.t('labelled', values)}</p>`;
  }

  render(reference: string): TemplateResult {
    const result = this.#result && html`<small>${this.#strings.t(this.#result)}</small>`;
    return html`<div part="reference">
      <span>${this.#strings.t('reference')}</span> <span id="number" dir="ltr">${reference}</span>
      <button
        part="copy"
        type="button"
        aria-label=${this.#strings.t('copyReference')}
        @click=${() => this.#copy(reference)}
      >
        ${this.#strings.t('copy')}
      </button>
      ${announce(result ?? nothing, this.#presses)}
    </div>`;
  }

  async #copy(reference: string): Promise<void> {
    const isCopied = await writeClipboard(reference);
    const number = this.#host.renderRoot.querySelector('#number');
    if (!isCopied && number) getSelection()?.selectAllChildren(number);
    this.#result = isCopied ? 'copied' : 'copySelected';
    this.#presses += 1;
    this.#host.requestUpdate();
  }
}

/** Converts `HD-4GR` to `H D, 4 G R`. A reference without digits is a word, and stays as it is. */
export function spellOut(reference: string): string {
  if (!/\p{N}/u.test(reference)) return reference;
  const groups = reference.match(/[\p{L}\p{N}]+/gu) ?? [];
  return groups.map((group) => [...group].join(' ')).join(', ');
}

/** Resolves to `false` if the page is not secure, or the user has not allowed it. */
async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
