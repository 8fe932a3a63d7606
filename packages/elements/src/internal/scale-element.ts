import type { Answer, Consent } from '@heed/core';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { ScaleWords, Words } from '../locales/words.ts';
import { renderCallBack, type CallBack } from './call-back.ts';
import { renderError } from './field-error.ts';
import { HeedElement, type Flaw } from './heed-element.ts';
import { httpAddress } from './http-address.ts';
import { optionParts } from './option-parts.ts';
import type { OutcomeKind, OutcomeWords } from './outcome.ts';
import type { ScoreGroup } from './score-group.ts';
import { warnOnce } from './warn.ts';

/**
 * One question answered on a scale of whole numbers: a radio group of native radio buttons, so that keys, pointer,
 * right-to-left and assistive technology behave as the platform does.
 */
export abstract class ScaleElement<Key extends keyof Words> extends HeedElement<Key | keyof ScaleWords> {
  static override properties: PropertyDeclarations = {
    defaultValue: { attribute: 'value', converter: toWholeNumber },
    lowLabel: { attribute: 'low-label' },
    highLabel: { attribute: 'high-label' },
    followUp: { attribute: 'follow-up' },
    thanks: {},
    shareLink: { attribute: 'share-link' },
    shareLabel: { attribute: 'share-label' },
    callBack: { attribute: 'call-back', type: Boolean },
  };

  /** The value at first and after a reset: attribute `value`. Null: none. */
  declare defaultValue: number | null;
  /** Words under the lowest step. Absent: usual ones in the page's language. */
  declare lowLabel: string | undefined;
  /** Words over the highest step. Absent: usual ones in the page's language. */
  declare highLabel: string | undefined;
  /** A question asked in words after the score, whose answer may be left empty. Absent: not asked. */
  declare followUp: string | undefined;
  /** What a visitor reads once the endpoint has confirmed the answer. Absent: usual words in the page's language. */
  declare thanks: string | undefined;
  /** An http(s) address that is offered after the highest scores, such as a page for reviews. Absent: none. */
  declare shareLink: string | undefined;
  /** The words of that link. Absent: usual ones in the page's language. */
  declare shareLabel: string | undefined;
  /** Offers to contact the visitor after a low score; the record holds the permission and the address. */
  declare callBack: boolean;

  #value: number | null | undefined;
  #comment = '';
  #contacting: CallBack = NOT_AGREED;
  #shareAddress: string | undefined;

  constructor() {
    super();
    this.defaultValue = null;
    this.callBack = false;
  }

  /** The lowest and the highest step. */
  protected abstract get lowest(): number;
  protected abstract get highest(): number;
  protected abstract get kind(): 'nps' | 'csat' | 'ces';
  /** What is asked, and the words of both ends, where the page gives none. */
  protected abstract get usual(): { question: string; low: string; high: string };
  /** What follows a score. */
  protected abstract groupOf(score: number): ScoreGroup;
  /** How the steps are laid out, as a class of the scale. */
  protected abstract get look(): string;
  /** What a step looks like. */
  protected abstract renderStep(step: number): unknown;

  /** The chosen step; null when none is. 0 is an answer. */
  get value(): number | null {
    return this.#value === undefined ? this.defaultValue : this.#value;
  }
  set value(value: number | null) {
    this.#value = value ?? null;
    this.updateForm();
    this.requestUpdate();
  }

  override focus(options?: FocusOptions): void {
    const wrong = this.complains ? this.findFlaw()?.anchor : undefined;
    (wrong ?? this.#find('[name]:checked') ?? this.#find('input'))?.focus(options);
  }

  formStateRestoreCallback(state: string): void {
    this.value = toWholeNumber(state);
  }

  protected override clear(): void {
    this.#value = undefined;
    this.#comment = '';
    this.#contacting = NOT_AGREED;
  }

  protected override get formValue(): [string | null] {
    return [this.value === null ? null : String(this.value)];
  }

  protected override get answers(): Answer[] {
    const { kind, value } = this;
    const name = this.name || kind;
    // The words that were really asked: those of the page's own slot come first.
    const question = this.querySelector('[slot=question]')?.textContent?.trim() || this.questionText;
    const answers: Answer[] = [{ name, kind, value, question }];
    const add = (part: string, asked: string, text: string): unknown =>
      answers.push({ name: `${name}-${part}`, kind: 'text', value: text.trim() || null, question: asked });
    if (this.#followUpText) add('comment', this.#followUpText, this.#comment);
    if (this.consent?.contact) add('contact', this.say('contact'), this.#contacting.contact);
    return answers;
  }

  protected override get consent(): Consent | undefined {
    return this.#offersCallBack ? { contact: this.#contacting.agreed } : undefined;
  }

  protected override findFlaw(): Flaw | undefined {
    return this.#findScaleFlaw() ?? this.#findContactFlaw();
  }

  protected override tell(kind: OutcomeKind): OutcomeWords {
    const [title, text] = super.tell(kind);
    const thanks = this.#group?.thanks ?? this.thanks;
    return [title, (kind === 'sent' && thanks) || text];
  }

  protected get questionText(): string {
    return this.question || this.usual.question;
  }

  /** The words of the lowest and the highest step. */
  protected get ends(): [low: string, high: string] {
    return [this.lowLabel ?? this.usual.low, this.highLabel ?? this.usual.high];
  }

  protected get steps(): number[] {
    return Array.from({ length: this.highest - this.lowest + 1 }, (_, index) => this.lowest + index);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.#shareAddress = this.shareLink && httpAddress(this, 'share-link', this.shareLink);
    if (!this.#isOffScale) return;
    const { lowest, highest, value } = this;
    warnOnce(this, 'HEED_VALUE', `value must be a whole number from ${lowest} to ${highest}, got ${value}`);
  }

  protected override render(): TemplateResult {
    return html`<form part="base" class=${this.standsAlone ? 'card' : ''} novalidate @submit=${this.onSubmit}>
      ${this.isDone ? nothing : [this.#renderScale(), this.#renderRest()]}
      ${this.renderStatus(this.#renderShareLink())}
    </form>`;
  }

  #renderScale(): TemplateResult {
    const [low, high] = this.ends;
    const error = this.#messageOf(this.#findScaleFlaw());
    return html`<div
      part="group"
      role="radiogroup"
      aria-labelledby="question"
      aria-describedby="error"
      aria-required=${this.required}
      aria-readonly=${this.readonly}
      aria-invalid=${error !== ''}
      @input=${this.#onInput}
      @change=${this.onChange}
      @click=${this.#onClick}
    >
      <p part="question" id="question"><slot name="question">${this.questionText}</slot></p>
      <div class="${this.look} steps-${this.steps.length}">
        <div part="scale">${this.steps.map((step) => this.#renderOption(step))}</div>
        <div part="ends" aria-hidden="true">
          <span><b>${this.localizer.number(this.lowest)}</b> ${low}</span>
          <span><b>${this.localizer.number(this.highest)}</b> ${high}</span>
        </div>
      </div>
      ${renderError('error', error)}
    </div>`;
  }

  #renderOption(step: number): TemplateResult {
    const chosen = step === this.value;
    const disabled = this.isLocked;
    const filled = step <= (this.value ?? -1);
    return html`<label part=${optionParts({ chosen, filled, disabled })}>
      <input
        type="radio"
        name="step"
        .value=${String(step)}
        .checked=${chosen}
        .disabled=${disabled}
        aria-label=${this.#nameOf(step)}
      />${this.renderStep(step)}
    </label>`;
  }

  #renderRest(): unknown {
    if (!this.standsAlone || this.value === null) return nothing;
    return [this.#renderFollowUp(), this.#renderCallBack(), this.renderSubmit(this.say('send'))];
  }

  #renderFollowUp(): unknown {
    if (!this.#followUpText) return nothing;
    return html`<label part="field">
      <span part="label">${this.#followUpText} <small>${this.say('optional')}</small></span>
      <textarea part="input" rows="3" .value=${this.#comment} @input=${this.#onComment}></textarea>
    </label>`;
  }

  #renderCallBack(): unknown {
    if (!this.#offersCallBack) return nothing;
    const words = {
      offer: this.say('callBack'),
      contact: this.say('contact'),
      error: this.#messageOf(this.#findContactFlaw()),
    };
    return html`<div part="call-back" @input=${this.#onContact}>
      ${renderCallBack(this.#contacting, words, this.isLocked)}
    </div>`;
  }

  /** Not while the answer would be lost with the page. */
  #renderShareLink(): unknown {
    const { outcome } = this.submission;
    const isSafe = outcome?.state === 'sent' || (outcome?.state === 'stored' && outcome.durable);
    if (!isSafe || !this.#shareAddress || this.#group?.rank !== 'high') return nothing;
    return html`<a part="link" href=${this.#shareAddress}>${this.shareLabel ?? this.say('share')}</a>`;
  }

  /** What a screen reader says: "4 of 5", with the label at both ends. */
  #nameOf(step: number): string {
    const [low, high] = this.ends;
    const label = step === this.lowest ? low : step === this.highest ? high : '';
    const values = { value: this.localizer.number(step), max: this.localizer.number(this.highest), label };
    return this.say(label ? 'stepEnd' : 'step', values);
  }

  #find(selector: string): HTMLElement | undefined {
    return this.renderRoot?.querySelector<HTMLElement>(selector) ?? undefined;
  }

  #findScaleFlaw(): Flaw | undefined {
    const anchor = this.#find('input');
    if (this.#isOffScale) return { flag: 'badInput', message: this.say('invalid'), anchor };
    // Alone, an answer is what it is there for; in a form only where the page says so.
    const isMissing = this.value === null && (this.required || this.standsAlone);
    return isMissing ? { flag: 'valueMissing', message: this.say('required'), anchor } : undefined;
  }

  /** A permission to contact somebody is of no use without an address, unless the team knows who it is. */
  #findContactFlaw(): Flaw | undefined {
    if (!this.consent?.contact || this.#contacting.contact.trim() || this.respondent) return undefined;
    return { flag: 'valueMissing', message: this.say('contactMissing'), anchor: this.#find('#contact') };
  }

  #messageOf(flaw: Flaw | undefined): string {
    return this.complains ? (flaw?.message ?? '') : '';
  }

  get #group(): ScoreGroup | undefined {
    return this.value === null ? undefined : this.groupOf(this.value);
  }

  get #followUpText(): string | undefined {
    return this.#group?.followUp ?? this.followUp;
  }

  get #offersCallBack(): boolean {
    return this.callBack && this.standsAlone && this.#group?.rank === 'low';
  }

  get #isOffScale(): boolean {
    return this.value !== null && !this.steps.includes(this.value);
  }

  /**
   * Every way in which a visitor chooses ends here. The radio button's own "input" goes on to the page, which then
   * finds the value in place.
   */
  #onInput = (event: Event): void => {
    if (this.isDisabled || this.readonly) return;
    this.value = Number((event.target as HTMLInputElement).value);
  };

  /** A radio button knows no read-only: a click, which keys cause too, is taken back. */
  #onClick = (event: Event): void => {
    if (this.readonly) event.preventDefault();
  };

  /** "input" of the element means another step: what is typed beside the scale stays inside. */
  #onComment = (event: Event): void => {
    event.stopPropagation();
    this.#comment = (event.target as HTMLTextAreaElement).value;
  };

  #onContact = (event: Event): void => {
    event.stopPropagation();
    const { id, checked, value } = event.target as HTMLInputElement;
    this.#contacting = {
      ...this.#contacting,
      ...(id === 'agreed' ? { agreed: checked } : { contact: value }),
    };
    this.updateForm();
    this.requestUpdate();
  };
}

const NOT_AGREED: CallBack = { agreed: false, contact: '' };

function toWholeNumber(text: string | null): number | null {
  if (text === null || text.trim() === '') return null;
  return Number(text);
}
