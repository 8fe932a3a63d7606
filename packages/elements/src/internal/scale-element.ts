import type { Answer } from '@heed/core';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { ScaleWords, Words } from '../locales/words.ts';
import { renderError } from './field-error.ts';
import { HeedElement, type Flaw } from './heed-element.ts';
import { optionParts } from './option-parts.ts';
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
  };

  /** The value at first and after a reset: attribute `value`. Null: none. */
  declare defaultValue: number | null;
  /** Words under the lowest step. Absent: usual ones in the page's language. */
  declare lowLabel: string | undefined;
  /** Words over the highest step. Absent: usual ones in the page's language. */
  declare highLabel: string | undefined;
  /** A question asked in words after the score, whose answer may be left empty. Absent: not asked. */
  declare followUp: string | undefined;

  #value: number | null | undefined;
  #comment = '';

  constructor() {
    super();
    this.defaultValue = null;
  }

  /** The lowest and the highest step. */
  protected abstract get lowest(): number;
  protected abstract get highest(): number;
  protected abstract get kind(): 'nps' | 'csat' | 'ces';
  /** What is asked, and the words of both ends, where the page gives none. */
  protected abstract get usual(): { question: string; low: string; high: string };
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
    (this.#find('input:checked') ?? this.#find('input'))?.focus(options);
  }

  formStateRestoreCallback(state: string): void {
    this.value = toWholeNumber(state);
  }

  protected override clear(): void {
    this.#value = undefined;
    this.#comment = '';
  }

  protected override get formValue(): [string | null] {
    return [this.value === null ? null : String(this.value)];
  }

  protected override get answers(): Answer[] {
    const { kind, value, name, followUp } = this;
    // The words that were really asked: those of the page's own slot come first.
    const question = this.querySelector('[slot=question]')?.textContent?.trim() || this.questionText;
    const score: Answer = { name: name || kind, kind, value, question };
    if (followUp === undefined) return [score];
    const comment = this.#comment.trim() || null;
    return [score, { name: `${score.name}-comment`, kind: 'text', value: comment, question: followUp }];
  }

  protected override findFlaw(): Flaw | undefined {
    const anchor = this.#find('input');
    if (this.#isOffScale) return { flag: 'badInput', message: this.say('invalid'), anchor };
    // Alone, an answer is what it is there for; in a form only where the page says so.
    const isMissing = this.value === null && (this.required || this.standsAlone);
    return isMissing ? { flag: 'valueMissing', message: this.say('required'), anchor } : undefined;
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
    if (!this.#isOffScale) return;
    const { lowest, highest, value } = this;
    warnOnce(this, 'HEED_VALUE', `value must be a whole number from ${lowest} to ${highest}, got ${value}`);
  }

  protected override render(): TemplateResult {
    return html`<form part="base" class=${this.standsAlone ? 'card' : ''} novalidate @submit=${this.onSubmit}>
      ${this.isDone ? nothing : [this.#renderScale(), this.#renderRest()]} ${this.renderStatus()}
    </form>`;
  }

  #renderScale(): TemplateResult {
    const [low, high] = this.ends;
    return html`<div
      part="group"
      role="radiogroup"
      aria-labelledby="question"
      aria-describedby="error"
      aria-required=${this.required}
      aria-readonly=${this.readonly}
      aria-invalid=${this.#error !== ''}
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
      ${renderError('error', this.#error)}
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
    return [this.#renderFollowUp(), this.renderSubmit(this.say('send'))];
  }

  #renderFollowUp(): unknown {
    if (this.followUp === undefined) return nothing;
    return html`<label part="field">
      <span part="label">${this.followUp} <small>${this.say('optional')}</small></span>
      <textarea part="input" rows="3" .value=${this.#comment} @input=${this.#onComment}></textarea>
    </label>`;
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

  get #error(): string {
    return this.complains ? (this.findFlaw()?.message ?? '') : '';
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

  #onComment = (event: Event): void => {
    this.#comment = (event.target as HTMLTextAreaElement).value;
  };
}

function toWholeNumber(text: string | null): number | null {
  if (text === null || text.trim() === '') return null;
  return Number(text);
}
