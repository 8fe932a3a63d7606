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
/** The types of which a browser knows more: the type of its field, and what it may fill in. */
const NATIVE = { email: 'email', phone: 'tel' } as const;

/** What is asked for in words. */
export type TextType = (typeof TYPES)[number];

/**
 * Asks for words: a line, several lines in a field that grows, an e-mail address or a phone number.
 *
 * ```html
 * <heed-text survey="search" endpoint="/feedback" type="long" question="What were you looking for?"></heed-text>
 * ```
 *
 * @tag heed-text
 * @event {Event} input - The visitor typed something.
 * @event {Event} change - The visitor left the field with another text than before.
 * @csspart field - The question with its field.
 * @csspart question - The question: the label of the field.
 * @csspart hint - Help under the question.
 * @csspart input - The field.
 * @csspart counter - How many characters are written, of how many.
 * @csspart error - What is missing or wrong.
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

  /** The text at first and after a reset: attribute `value`. Absent or empty: none. */
  declare defaultValue: string | null | undefined;
  /** What is asked for: `short` (also when absent: one line), `long` (several lines; grows with the text), `email` or `phone`. */
  declare type: TextType | undefined;
  /** Help under the question. Absent: none. */
  declare hint: string | undefined;
  /** An example inside the empty field; no place for what has to be known. Absent: none. */
  declare placeholder: string | undefined;
  /** What a browser may fill in, as in HTML. Absent: `email` and `tel` by the type, else what the browser does. */
  declare autocomplete: AutoFill | undefined;
  /** The fewest characters of an answer; an empty field is no answer. Absent: any. */
  declare minLength: number | null | undefined;
  /** The most characters. More can be typed and pasted, is kept, and has to be shortened before it is sent. Absent: any. */
  declare maxLength: number | null | undefined;
  /** Shows how many characters of `maxlength` are written. */
  declare counter: boolean;

  protected override readonly localizer = new Localizer<keyof typeof textEnglish>(this, textEnglish);
  #value: string | undefined;
  /** The text that the field was last made to fit. */
  #grown: string | undefined;

  constructor() {
    super();
    keepTyping(this);
    this.counter = false;
  }

  /** What is written, as it was typed; null when nothing is. */
  get value(): string | null {
    this.syncInputs();
    return this.#text || null;
  }
  set value(value: string | null) {
    this.syncInputs();
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
    const question = this.askedOr(this.#defaults);
    return [{ name: this.name || 'text', kind: 'text', value: this.value?.trim() || null, question }];
  }

  protected override readInputs(): void {
    const field = this.#field;
    if (field && field.value !== this.#text) this.#value = field.value;
  }

  protected override findValidityError(): ValidityError | undefined {
    const validityError = this.#text.trim() ? this.#findMistake() : this.#findMissing();
    return validityError && { ...validityError, anchor: this.#field };
  }

  protected override willUpdate(): void {
    const { type, minLength, maxLength, counter } = this;
    if (type != null && !TYPES.includes(type)) {
      warnOnce(this, 'HEED_TYPE', `type must be one of ${TYPES.join(', ')}, got "${type}"`);
    }
    const [least, most] = [Number(minLength ?? 1), Number(maxLength ?? (counter ? 0 : Infinity))];
    if (least > 0 && most >= least) return;
    warnOnce(
      this,
      'HEED_LENGTH',
      `minlength must be from 1, maxlength no less; counter needs maxlength. Got ${minLength}, ${maxLength}`,
    );
  }

  protected override updated(): void {
    const field = this.#field;
    // Not by the binding alone: that would not notice what the visitor did and the page took back.
    if (field && field.value !== this.#text) field.value = this.#text;
    super.updated();
    this.#grow();
  }

  protected override renderContent(): unknown {
    return [this.#renderField(), this.renderSend()];
  }

  #renderField(): TemplateResult {
    return html`<div part="field" @change=${this.#onLeave}>
      <label part="question" for="input"
        ><slot name="question">${this.questionOr(this.#defaults)}</slot> ${this.renderOptional()}</label
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
    if (!this.counter || this.#most === Infinity) return nothing;
    return html`<small part="counter" id="counter">${this.#tell('characters', this.#most)}</small>`;
  }

  get #text(): string {
    return this.#value ?? this.defaultValue ?? '';
  }

  /** Characters as a person and a schema count them: a sign beyond the first plane is one. */
  get #length(): number {
    return [...this.#text].length;
  }

  get #defaults(): string {
    return this.t(`${this.#native ?? 'text'}Question`);
  }

  get #native(): keyof typeof NATIVE | undefined {
    const { type } = this;
    return type === 'email' || type === 'phone' ? type : undefined;
  }

  /** A limit that is none lets every text be. */
  get #most(): number {
    return Number(this.maxLength) > 0 ? Number(this.maxLength) : Infinity;
  }

  /** A text has its own direction; an empty field has that of the page, so that caret and placeholder stand right. */
  get #direction(): unknown {
    return this.#text ? 'auto' : nothing;
  }

  get #field(): HTMLInputElement | HTMLTextAreaElement | undefined {
    return this.find<HTMLInputElement | HTMLTextAreaElement>('#input');
  }

  /** What is too long is said at once, the rest when the visitor has left the field or sends. */
  get #error(): string {
    const { validityError } = this;
    return validityError?.flag === 'tooLong' ? validityError.message : this.errorText;
  }

  /** Words about the number of characters. */
  #tell(key: 'textTooShort' | 'textTooLong' | 'characters', limit: number): string {
    return this.t(key, { value: this.localizer.number(this.#length) }, limit);
  }

  #findMissing(): ValidityError | undefined {
    return this.isNeeded ? { flag: 'valueMissing', message: this.t('textMissing') } : undefined;
  }

  #findMistake(): ValidityError | undefined {
    const kind = this.#native;
    const least = Number(this.minLength ?? 0);
    if (kind && this.#isMistyped) return { flag: 'typeMismatch', message: this.t(`${kind}Wrong`) };
    if (this.#length < least) return { flag: 'tooShort', message: this.#tell('textTooShort', least) };
    if (this.#length > this.#most) return { flag: 'tooLong', message: this.#tell('textTooLong', this.#most) };
    return undefined;
  }

  /** Phone numbers are written in too many ways to ask for more than three digits, of any script. */
  get #isMistyped(): boolean {
    if (this.type === 'email') {
      // Not the field, which is not drawn yet or shows another text.
      const { validity } = Object.assign(document.createElement('input'), {
        type: 'email',
        value: this.#text,
      });
      return validity.typeMismatch;
    }
    return !/(\p{Nd}\P{Nd}*){3}/u.test(this.#text);
  }

  /** Where the browser does not do it by itself. */
  #grow(): void {
    const field = this.#field;
    if (this.type !== 'long' || !field?.form || globalThis.CSS?.supports('field-sizing', 'content')) return;
    if (this.#grown === this.#text) return;
    this.#grown = this.#text;
    const { style } = field.form;
    // A page that gets shorter for a moment scrolls, and a click then misses what stands below.
    style.minBlockSize = `${field.form.offsetHeight}px`;
    field.style.blockSize = '';
    const outlinePx = field.offsetHeight - field.clientHeight;
    // Not where nothing is to be gained: whole pixels would move what the style sheet has placed.
    if (field.scrollHeight > field.clientHeight)
      field.style.blockSize = `${field.scrollHeight + outlinePx}px`;
    style.minBlockSize = '';
  }

  #onLeave = (): void => {
    // Chromium also fires "change" of a field that goes away with the focus, which is nobody's act.
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
