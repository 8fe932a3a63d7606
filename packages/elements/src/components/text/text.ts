import type { Answer } from '@heed/core';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { renderError } from '../../shared/form/field-error.ts';
import { flag } from '../../shared/form/boolean-attribute.ts';
import { HeedElement, type ValidityError } from '../../shared/base/heed-element.ts';
import { fieldStyles } from '../../shared/styles/field.styles.ts';
import { tokens } from '../../shared/styles/tokens.ts';
import { keepTyping } from '../../shared/keyboard/typing.ts';
import { warnOnce } from '../../shared/base/warn.ts';
import { Localizer } from '../../shared/localization/localizer.ts';
import type { TextStrings } from '../../locales/strings.ts';
import { textStyles } from './text.styles.ts';
import { textEnglish } from '../../locales/en/text.ts';

const TYPES = ['short', 'long', 'email', 'phone'] as const;
/** The types with a native input type and autocomplete token. */
const NATIVE = { email: 'email', phone: 'tel' } as const;

/** The type of the input. */
export type TextType = (typeof TYPES)[number];

/**
 * Asks for text: one line, several lines in a field that grows, an email address or a phone number.
 *
 * ```html
 * <heed-text survey="search" endpoint="/feedback" type="long" question="What were you looking for?"></heed-text>
 * ```
 *
 * @tag heed-text
 * @event {Event} input - The user typed something.
 * @event {Event} change - The user left the field after changing the text.
 * @csspart field - The question and its input.
 * @csspart question - The question, which is the label of the input.
 * @csspart hint - The help text below the question.
 * @csspart input - The input.
 * @csspart counter - The number of characters and the limit.
 * @csspart error - The validation message.
 */
export class HeedText extends HeedElement<keyof TextStrings> {
  static override styles = [tokens('text'), HeedElement.styles, fieldStyles, textStyles];
  static override properties: PropertyDeclarations = {
    defaultValue: { attribute: 'value' },
    type: {},
    hint: {},
    placeholder: {},
    autocomplete: {},
    minLength: { attribute: 'minlength', type: Number },
    maxLength: { attribute: 'maxlength', type: Number },
    counter: { type: Boolean, converter: flag },
  };

  /** The initial value, restored on reset (attribute `value`); `null` or an empty string for none. */
  declare defaultValue: string | null | undefined;
  /** `short` (one line), `long` (several lines; grows with the text), `email` or `phone`. Defaults to `short`. */
  declare type: TextType | undefined;
  /** Help text below the question. */
  declare hint: string | undefined;
  /** An example in the empty field. Do not use it for instructions: it disappears with the first character. */
  declare placeholder: string | undefined;
  /** The autofill token, as in HTML. Defaults to `email` or `tel` for these types, otherwise to the browser's default. */
  declare autocomplete: AutoFill | undefined;
  /** The minimum number of characters. An empty field is unanswered, not too short. */
  declare minLength: number | null | undefined;
  /** The maximum number of characters. Longer input is kept, and must be shortened before it can be sent. */
  declare maxLength: number | null | undefined;
  /** Shows the number of characters. Requires `maxlength`. */
  declare counter: boolean;

  protected override readonly localizer = new Localizer<keyof typeof textEnglish>(this, textEnglish);
  #value: string | undefined;
  /** The text at the last resize of the field. */
  #resizedFor: string | undefined;

  constructor() {
    super();
    keepTyping(this);
    this.counter = false;
  }

  /** The text as the user typed it; `null` if it is empty. */
  get value(): string | null {
    this.sync();
    return this.#text || null;
  }
  set value(value: string | null) {
    this.sync();
    this.#value = value ?? '';
    this.updateForm();
    this.requestUpdate();
  }

  override focus(options?: FocusOptions): void {
    this.#field?.focus(options);
  }

  formStateRestoreCallback(state: string): void {
    this.value = state;
  }

  protected override clear(): void {
    this.#value = undefined;
  }

  protected override get formValue(): [string | null] {
    return [this.value];
  }

  override get answers(): Answer[] {
    const question = this.askedOr(this.#defaultQuestion);
    return [{ name: this.name || 'text', kind: 'text', value: this.value?.trim() || null, question }];
  }

  protected override readInputs(): void {
    const field = this.#field;
    if (field && field.value !== this.#text) this.#value = field.value;
  }

  protected override findValidityError(): ValidityError | undefined {
    const validityError = this.#text.trim() ? this.#findInvalid() : this.#findMissing();
    return validityError && { ...validityError, anchor: this.#field };
  }

  protected override willUpdate(): void {
    const { type, minLength, maxLength, counter } = this;
    if (type != null && !TYPES.includes(type)) {
      warnOnce(this, 'HEED_TYPE', `type must be one of ${TYPES.join(', ')}, got "${type}"`);
    }
    const [min, max] = [Number(minLength ?? 1), Number(maxLength ?? (counter ? 0 : Infinity))];
    if (min > 0 && max >= min) return;
    warnOnce(
      this,
      'HEED_LENGTH',
      `minlength must be from 1, maxlength not less; counter needs maxlength, got ${minLength}, ${maxLength}`,
    );
  }

  protected override updated(): void {
    const field = this.#field;
    // The binding does not detect that the page has reset a value that the user entered.
    if (field && field.value !== this.#text) field.value = this.#text;
    super.updated();
    this.#resize();
  }

  protected override renderContent(): unknown {
    return [this.#renderField(), this.renderSend()];
  }

  #renderField(): TemplateResult {
    return html`<div part="field" @change=${this.#onLeave}>
      <label part="question" for="input"
        ><slot name="question">${this.questionOr(this.#defaultQuestion)}</slot>
        ${this.renderOptional()}</label
      >
      ${this.hint ? html`<small part="hint" id="hint">${this.hint}</small>` : nothing}
      ${this.type === 'long' ? this.#renderLong() : this.#renderLine()} ${this.#renderCounter()}
      ${renderError('error', this.#error, this.attempt)}
    </div>`;
  }

  #renderLine(): TemplateResult {
    const native = this.#native && NATIVE[this.#native];
    return html`<input
      part="input"
      id="input"
      type=${native ?? 'text'}
      dir=${native ? 'ltr' : this.#direction}
      autocomplete=${this.autocomplete ?? native ?? nothing}
      placeholder=${this.placeholder ?? nothing}
      aria-describedby="hint counter error"
      aria-invalid=${this.#error !== ''}
      ?required=${this.isNeeded}
      ?disabled=${this.isLocked}
      ?readonly=${this.readonly}
      .value=${this.#text}
    />`;
  }

  #renderLong(): TemplateResult {
    return html`<textarea
      part="input"
      id="input"
      rows="4"
      dir=${this.#direction}
      autocomplete=${this.autocomplete ?? nothing}
      placeholder=${this.placeholder ?? nothing}
      aria-describedby="hint counter error"
      aria-invalid=${this.#error !== ''}
      ?required=${this.isNeeded}
      ?disabled=${this.isLocked}
      ?readonly=${this.readonly}
      .value=${this.#text}
    ></textarea>`;
  }

  #renderCounter(): unknown {
    if (!this.counter || this.#maxLength === Infinity) return nothing;
    return html`<small part="counter" id="counter">${this.#countText('characters', this.#maxLength)}</small>`;
  }

  get #text(): string {
    return this.#value ?? this.defaultValue ?? '';
  }

  /** Code points, as JSON Schema counts characters. */
  get #length(): number {
    return [...this.#text].length;
  }

  get #defaultQuestion(): string {
    return this.t(`${this.#native ?? 'text'}Question`);
  }

  get #native(): keyof typeof NATIVE | undefined {
    const { type } = this;
    return type === 'email' || type === 'phone' ? type : undefined;
  }

  /** An invalid limit is ignored. */
  get #maxLength(): number {
    return Number(this.maxLength) > 0 ? Number(this.maxLength) : Infinity;
  }

  /** Text has its own direction. An empty field inherits the page's direction, which places caret and placeholder. */
  get #direction(): unknown {
    return this.#text ? 'auto' : nothing;
  }

  get #field(): HTMLInputElement | HTMLTextAreaElement | undefined {
    return this.find<HTMLInputElement | HTMLTextAreaElement>('#input');
  }

  /** Text that is too long is reported immediately, other errors on blur and on submit. */
  get #error(): string {
    const { validityError } = this;
    return validityError?.flag === 'tooLong' ? validityError.message : this.errorText;
  }

  /** Returns a string about the number of characters. */
  #countText(key: 'textTooShort' | 'textTooLong' | 'characters', limit: number): string {
    return this.t(key, { value: this.localizer.number(this.#length) }, limit);
  }

  #findMissing(): ValidityError | undefined {
    return this.isNeeded ? { flag: 'valueMissing', message: this.t('textMissing') } : undefined;
  }

  #findInvalid(): ValidityError | undefined {
    const kind = this.#native;
    const min = Number(this.minLength ?? 0);
    if (kind && this.#isMistyped) return { flag: 'typeMismatch', message: this.t(`${kind}Wrong`) };
    if (this.#length < min) return { flag: 'tooShort', message: this.#countText('textTooShort', min) };
    if (this.#length > this.#maxLength)
      return { flag: 'tooLong', message: this.#countText('textTooLong', this.#maxLength) };
    return undefined;
  }

  /** There are too many notations of phone numbers to require more than three digits, of any script. */
  get #isMistyped(): boolean {
    if (this.type === 'email') {
      // The input itself may not be rendered yet, or still contain another text.
      const { validity } = Object.assign(document.createElement('input'), {
        type: 'email',
        value: this.#text,
      });
      return validity.typeMismatch;
    }
    return !/(\p{Nd}\P{Nd}*){3}/u.test(this.#text);
  }

  /** Resizes the field in browsers without `field-sizing`. */
  #resize(): void {
    const field = this.#field;
    if (this.type !== 'long' || !field?.form || globalThis.CSS?.supports('field-sizing', 'content')) return;
    if (this.#resizedFor === this.#text) return;
    this.#resizedFor = this.#text;
    const { style } = field.form;
    // If the page were shorter for a moment, it would scroll, and a click would miss the control below.
    style.minBlockSize = `${field.form.offsetHeight}px`;
    field.style.blockSize = '';
    const outlinePx = field.offsetHeight - field.clientHeight;
    // `offsetHeight` is rounded: setting it without need would move the layout by a fraction of a pixel.
    if (field.scrollHeight > field.clientHeight)
      field.style.blockSize = `${field.scrollHeight + outlinePx}px`;
    style.minBlockSize = '';
  }

  #onLeave = (): void => {
    // Chromium also fires "change" for a focused field that is removed, without any action of the user.
    if (this.isSending || this.isDone) return;
    this.onChange();
    if (this.value === null) return;
    this.showsErrors = true;
    this.requestUpdate();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-text': HeedText;
  }
}
