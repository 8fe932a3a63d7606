import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { announce } from '../../shared/form/field-error.ts';
import type { Localizer } from '../../shared/localization/localizer.ts';
import type { FiledWords } from '../../locales/strings.ts';

/** The reference number with a button that copies it, or selects it where the browser does not allow that. */
export class Reference {
  readonly #host: LitElement;
  readonly #words: Localizer<keyof FiledWords | 'labelled'>;
  /** The key of what the last press did. */
  #result: 'copied' | 'copySelected' | undefined;
  #presses = 0;

  constructor(host: LitElement, words: Localizer<keyof FiledWords | 'labelled'>) {
    this.#host = host;
    this.#words = words;
  }

  /** For the live region of the outcome: the number as a screen reader can read it out. */
  renderHeard(reference: string): TemplateResult {
    const words = { label: this.#words.say('reference'), text: spell(reference) };
    return html`<p class="heard">${this.#words.say('labelled', words)}</p>`;
  }

  render(reference: string): TemplateResult {
    const result = this.#result && html`<small>${this.#words.say(this.#result)}</small>`;
    return html`<div part="reference">
      <span>${this.#words.say('reference')}</span> <span id="number" dir="ltr">${reference}</span>
      <button
        part="copy"
        type="button"
        aria-label=${this.#words.say('copyReference')}
        @click=${() => this.#copy(reference)}
      >
        ${this.#words.say('copy')}
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

/** `HD-4GR` becomes `H D, 4 G R`. A reference without digits is a word. */
export function spell(reference: string): string {
  if (!/\p{N}/u.test(reference)) return reference;
  const groups = reference.match(/[\p{L}\p{N}]+/gu) ?? [];
  return groups.map((group) => [...group].join(' ')).join(', ');
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
