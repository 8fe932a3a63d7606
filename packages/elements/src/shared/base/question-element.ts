import type { Answer, Consent } from '@heed/core';
import { adoptStyles, LitElement, type PropertyDeclarations } from 'lit';
import type { CommonStrings, Strings } from '../../locales/strings.ts';
import { isServer } from '../environment/is-server.ts';
import { FormControl } from '../form/form-control.ts';
import type { Localizer } from '../localization/localizer.ts';

/** Chrome wraps the text that it translates in `<font>`; Edge numbers its elements. */
const TRANSLATED = ':has(font,[_msttexthash]),[_msttexthash]';

/**
 * A form control that asks a question in the language of the page.
 *
 * @slot question - The question, when it needs more than plain text.
 * @csspart question - The question.
 */
export abstract class QuestionElement<Key extends keyof Strings> extends FormControl {
  static override properties: PropertyDeclarations = {
    question: {},
    // Without Lit's accessors, as `value`.
    strings: { attribute: false, noAccessor: true },
  };

  /** The question. Defaults to the text of the page's `<label>`, or else to a localised question. */
  declare question: string | undefined;

  protected abstract readonly localizer: Localizer<Key | keyof CommonStrings>;
  #recorded = '';

  /** Custom strings by key, which override every language: `{ send: 'Go' }`. */
  get strings(): Partial<Strings> {
    return this.localizer.overrides;
  }
  set strings(strings: Partial<Strings>) {
    this.localizer.overrides = strings ?? {};
    this.requestUpdate();
  }

  /** The user's answers in the order asked, as the record contains them. */
  abstract get answers(): Answer[];
  /** The user's consent; `undefined` if the element does not ask for it. */
  get consent(): Consent | undefined {
    return undefined;
  }
  /** The files that are sent with the answers. */
  get attachedFiles(): readonly File[] {
    return [];
  }

  protected override get isInitialized(): boolean {
    return !!this.localizer;
  }

  /** The question to show: that of `question` or the page's `<label>`, else the default. */
  protected questionOr(defaultQuestion: string): string {
    return this.question || this.labelText || defaultQuestion;
  }

  /** The question to record: the text of the page's slot comes first. A translation by the browser is not recorded. */
  protected askedOr(defaultQuestion: string): string {
    const slotted = this.querySelector('[slot=question]');
    const isTranslated = [slotted, ...(this.labels as NodeListOf<Element>)].some((each) =>
      each?.matches(TRANSLATED),
    );
    return (this.#recorded =
      (isTranslated && this.#recorded) || slotted?.textContent?.trim() || this.questionOr(defaultQuestion));
  }

  /** The text of the page's `<label>`, without the text of the element inside it. */
  protected get labelText(): string {
    if (isServer) return '';
    return [...this.labels]
      .map(({ textContent }) => textContent?.replace(this.textContent ?? '', '').trim())
      .filter(Boolean)
      .join(' ');
  }

  protected t(key: Key | keyof CommonStrings, values?: Record<string, string>, limit?: number): string {
    return this.localizer.t(key, values, limit);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    const { shadowRoot } = this;
    // Server-rendered styles are in a `<style>`, which a strict content security policy blocks.
    if (!isServer && shadowRoot?.adoptedStyleSheets?.length === 0)
      adoptStyles(shadowRoot, (this.constructor as typeof LitElement).elementStyles);
    return root;
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await this.localizer.ready;
    return super.scheduleUpdate();
  }
}
