import { toJson, type Answer } from '@heed/core';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { renderError } from '../../shared/form/field-error.ts';
import { flag } from '../../shared/form/boolean-attribute.ts';
import { HeedElement, type ValidityError } from '../../shared/base/heed-element.ts';
import { optionParts } from '../../shared/rendering/option-parts.ts';
import { fieldStyles } from '../../shared/styles/field.styles.ts';
import { tokens } from '../../shared/styles/tokens.ts';
import { keepTyping } from '../../shared/keyboard/typing.ts';
import { isServer } from '../../shared/environment/is-server.ts';
import { warnOnce } from '../../shared/base/warn.ts';
import { Localizer } from '../../shared/localization/localizer.ts';
import type { ChoiceStrings } from '../../locales/strings.ts';
import { distinct, readOptions, Shuffle, splitList, type ChoiceOption } from './options.ts';
import { listOf, select, type Selection } from './selection.ts';
import { choiceStyles } from './choice.styles.ts';
import { choiceEnglish } from '../../locales/en/choice.ts';

const DISPLAYS = ['chips', 'list', 'segments'] as const;

/** A framework, or a page that is still being read, may bring the options after the element. */
const LIST_WAIT_MS = 1000;

/** How the options look. */
export type ChoiceDisplay = (typeof DISPLAYS)[number];

/**
 * Asks for one or several of a list.
 *
 * ```html
 * <heed-choice survey="leaving" endpoint="/feedback" question="Why are you leaving?" other>
 *   <option value="price">It costs too much</option>
 *   <option value="missing">Something is missing</option>
 * </heed-choice>
 * ```
 *
 * @tag heed-choice
 * @event {Event} input - The visitor chose something, or typed into the field of "other".
 * @event {Event} change - The visitor chose something, or left the field of "other" with another text than before.
 * @csspart group - The question with its options.
 * @csspart hint - Help under the question, and how many may be chosen.
 * @csspart options - All options.
 * @csspart option - An option; also `option-chosen` and `option-disabled`.
 * @csspart field - The field of "other" with its label.
 * @csspart label - The label of that field.
 * @csspart input - The field of "other".
 * @csspart clear - The button that takes back a choice of one.
 * @csspart error - What is missing or wrong.
 */
export class HeedChoice extends HeedElement<keyof ChoiceStrings> {
  static override styles = [tokens('choice'), HeedElement.styles, fieldStyles, choiceStyles];
  static override properties: PropertyDeclarations = {
    defaultValue: { attribute: 'value' },
    options: {},
    multiple: { type: Boolean, converter: flag },
    min: { type: Number },
    max: { type: Number },
    display: {},
    other: { type: Boolean, converter: flag },
    otherLabel: { attribute: 'other-label' },
    shuffle: { type: Boolean, converter: flag },
    random: { attribute: false },
    hint: {},
  };

  /** The value at first and after a reset: attribute `value`; with `multiple` a list with commas. Absent or empty: none. */
  declare defaultValue: string | null | undefined;
  /** The list: as an attribute with commas, as a property also with own values. Absent: the `<option>` children. */
  declare options: string | readonly ChoiceOption[] | null | undefined;
  /** Several may be chosen. */
  declare multiple: boolean;
  /** The fewest of an answer, with `multiple`; none at all is no answer. Absent: any. */
  declare min: number | null | undefined;
  /** The most, with `multiple`. More can be chosen and have to be taken back before the answer is sent. Absent: any. */
  declare max: number | null | undefined;
  /** `chips` in free rows, a `list` with one to a row, or `segments` of one bar for one of a few. Absent: chips. */
  declare display: ChoiceDisplay | undefined;
  /** Adds an option for none of the others, with a field for text. It is always the last. */
  declare other: boolean;
  /** The words of that option. Absent: usual ones in the page's language. */
  declare otherLabel: string | undefined;
  /** Another order for each visitor, so that the first of the list is not favoured. */
  declare shuffle: boolean;
  /** Where `shuffle` takes chance from: numbers from 0 to below 1. Absent: `Math.random`. */
  declare random: (() => number) | undefined;
  /** Help under the question. Absent: none. */
  declare hint: string | undefined;

  protected override readonly localizer = new Localizer<keyof typeof choiceEnglish>(this, choiceEnglish);
  readonly #shuffle = new Shuffle(this.shadowRoot?.querySelectorAll('[data-label]'));
  /** By a server, which does not see the options in the page: at first it is taken over as it is. */
  #isDrawn = !!this.shadowRoot;
  #options: readonly ChoiceOption[] = [];
  /** The value that the page gave by its property; absent where that of the attribute counts. */
  #given: readonly string[] | undefined;
  /** Absent until what the page gave has been compared with the list. */
  #selection: Selection | undefined;
  #isEntered = false;
  /** The text of "other", also while that is not chosen. */
  #written = '';
  #isByPointer = false;

  constructor() {
    super();
    keepTyping(this);
    this.multiple = this.other = this.shuffle = false;
    if (isServer) return;
    const changes = {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: ['value', 'label', 'disabled'],
    };
    new MutationObserver(() => this.requestUpdate()).observe(this, changes);
  }

  /**
   * What is chosen; null when nothing is. With `multiple` a list in the order of the options. The text of "other" stands
   * for itself, and is empty until something is written.
   */
  get value(): string | readonly string[] | null {
    this.syncInputs();
    return this.#toValue(listOf(this.#chosen));
  }
  set value(value: string | readonly string[] | null) {
    const list = [value ?? []].flat();
    this.syncInputs();
    // A framework that writes back what it has just read changes nothing, not even while a text is being written.
    if (toJson(list) === toJson(listOf(this.#chosen))) return;
    this.clear();
    this.#given = list.filter(Boolean);
    this.updateForm();
    this.requestUpdate();
  }

  override focus(options?: FocusOptions): void {
    const wrong = this.showsErrors ? this.validityError?.anchor : undefined;
    (wrong ?? this.find(':checked') ?? this.find('input:enabled'))?.focus(options);
  }

  formStateRestoreCallback(state: FormData): void {
    this.value = state.getAll(this.name).map(String);
  }

  protected override clear(): void {
    this.#given = this.#selection = undefined;
    this.#isEntered = false;
    this.#written = '';
  }

  protected override get formValue(): [FormData] {
    this.syncInputs();
    const data = new FormData();
    for (const value of listOf(this.#chosen)) if (this.name && value) data.append(this.name, value);
    return [data];
  }

  override get answers(): Answer[] {
    this.syncInputs();
    const { picked, other } = this.#chosen;
    const value = this.#toValue(listOf({ picked, other: other?.trim() || undefined }));
    const question = this.askedOr(this.t('choiceQuestion'));
    return [{ name: this.name || 'choice', kind: 'choice', value, question }];
  }

  protected override findValidityError(): ValidityError | undefined {
    const { min, max } = this;
    const { other, isStrange } = this.#chosen;
    const count = listOf(this.#chosen).length;
    const anchor = this.find('input');
    if (isStrange) return { flag: 'badInput', message: this.t('required'), anchor };
    if (other?.trim() === '') {
      return { flag: 'valueMissing', message: this.t('otherMissing'), anchor: this.find('#other') };
    }
    if (count === 0) {
      const isMissing = this.isNeeded && !this.#isEmpty;
      return isMissing ? { flag: 'valueMissing', message: this.t('required'), anchor } : undefined;
    }
    if (min && count < min) {
      return { flag: 'rangeUnderflow', message: this.t('choiceTooFew', {}, min), anchor };
    }
    if (max && count > max) {
      return { flag: 'rangeOverflow', message: this.t('choiceTooMany', {}, max), anchor };
    }
    return undefined;
  }

  /** Also compares what is chosen with the list as it is now. */
  protected override syncInputs(): boolean {
    const isNew = super.syncInputs();
    this.#options = distinct(this.#listed);
    const { picked, other } = this.#chosen;
    this.#selection = this.#isEntered
      ? { ...select(this.#options, picked, false), other }
      : select(this.#options, this.#given ?? this.#first, this.other);
    return isNew;
  }

  protected override readInputs(): void {
    this.#written = this.#field?.value ?? this.#written;
    const checked = this.#inputs.filter((input) => input.checked).map(({ value }) => value);
    const { picked } = select(this.#options, checked.filter(Boolean), false);
    this.#isEntered = true;
    this.#selection = { picked, other: checked.includes(OTHER) ? this.#written : undefined };
  }

  protected override willUpdate(): void {
    // A server does nothing else before it draws.
    this.syncInputs();
    this.#warn(this.#listed.length);
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    if (this.#isDrawn) this.requestUpdate();
    this.#isDrawn = false;
    setTimeout(() => {
      if (this.isConnected && this.#options.length === 0) this.#warnOfList(0);
    }, LIST_WAIT_MS);
  }

  protected override updated(): void {
    const { picked, other } = this.#chosen;
    const values = new Set(picked);
    // Not by a binding: that would not notice what the visitor did and the page took back.
    for (const input of this.#inputs) {
      input.checked = input.value === OTHER ? other !== undefined : values.has(input.value);
    }
    const field = this.#field;
    if (field && field.value !== other) field.value = other ?? '';
    super.updated();
  }

  protected override renderContent(): unknown {
    return [this.#renderGroup(), this.#isEmpty ? nothing : this.renderSend()];
  }

  #renderGroup(): TemplateResult {
    const ofOne = (value: boolean): unknown => (this.multiple ? nothing : value);
    return html`<div
      part="group"
      role=${this.multiple ? 'group' : 'radiogroup'}
      aria-labelledby="question"
      aria-describedby="hint error"
      aria-required=${ofOne(this.isNeeded)}
      aria-readonly=${ofOne(this.readonly)}
      aria-invalid=${ofOne(this.#error !== '')}
      @input=${this.#onInput}
      @change=${this.#onChange}
      @click=${this.#onClick}
      @pointerdown=${this.#onAct}
      @keydown=${this.#onAct}
    >
      <p part="question" id="question">
        <slot name="question">${this.questionOr(this.t('choiceQuestion'))}</slot>
        ${this.renderOptional()}
      </p>
      ${this.#renderHint()} ${this.#renderOptions()} ${this.#renderText()} ${this.#renderClear()}
      ${renderError('error', this.#error, this.attempt)}
    </div>`;
  }

  /** How many may be chosen is said before it is done wrong. */
  #renderHint(): unknown {
    const { hint, multiple, min, max } = this;
    const limits = [min && this.t('choiceTooFew', {}, min), max && this.t('chooseUpTo', {}, max)];
    const strings = multiple ? limits.filter(Boolean).join(' ') || this.t('chooseAll') : '';
    return hint || strings ? html`<small part="hint" id="hint">${hint} ${strings}</small>` : nothing;
  }

  #renderOptions(): TemplateResult {
    const { picked, other } = this.#chosen;
    const values = new Set(picked);
    const label = this.otherLabel ?? this.t('other');
    const shown = this.shuffle ? this.#shuffle.order(this.#options, this.random) : this.#options;
    return html`<div part="options" class=${this.#look}>
      ${shown.map((option) => this.#renderOption(option, values.has(option.value)))}
      ${this.other ? this.#renderOption({ value: OTHER, label }, other !== undefined) : nothing}
    </div>`;
  }

  #renderOption({ value, label, disabled: isOff }: ChoiceOption, chosen: boolean): TemplateResult {
    const disabled = !!isOff || this.isLocked;
    return html`<label part=${optionParts({ chosen, disabled })} data-label=${label}
      ><input
        type=${this.multiple ? 'checkbox' : 'radio'}
        name="choice"
        ?checked=${chosen}
        .value=${value}
        ?disabled=${disabled}
        aria-readonly=${this.multiple && this.readonly ? 'true' : nothing}
      /><bdi>${label}</bdi></label
    >`;
  }

  #renderText(): unknown {
    const { other } = this.#chosen;
    if (other === undefined) return nothing;
    return html`<div part="field">
      <label part="label" for="other">${this.t('otherText')}</label>
      <input
        part="input"
        id="other"
        dir=${other ? 'auto' : nothing}
        autocomplete="off"
        aria-describedby="error"
        aria-invalid=${this.#error !== '' && !other.trim()}
        required
        ?disabled=${this.isLocked}
        ?readonly=${this.readonly}
        .value=${other}
      />
    </div>`;
  }

  /** A radio button cannot be switched off by itself, and a second click must not erase an answer. */
  #renderClear(): unknown {
    const isFixed = this.multiple || this.isNeeded || this.readonly || this.isLocked;
    if (isFixed || this.value === null) return nothing;
    return html`<button type="button" part="clear" @click=${this.#onClear}>${this.t('clearChoice')}</button>`;
  }

  /** By the property or attribute, which comes before the children. */
  get #listed(): readonly ChoiceOption[] {
    const { options } = this;
    if (typeof options === 'string') return splitList(options).map((value) => ({ value, label: value }));
    return options ?? (isServer || this.#isDrawn ? [] : readOptions(this));
  }

  get #chosen(): Selection {
    return this.#selection ?? { picked: this.#given ?? this.#first };
  }

  get #first(): string[] {
    const text = this.defaultValue ?? '';
    return this.multiple ? splitList(text) : [text].filter(Boolean);
  }

  #toValue(list: readonly string[]): string | readonly string[] | null {
    return (this.multiple && list.length > 0 ? list : list[0]) ?? null;
  }

  /** There is nothing to choose, so nothing is asked for: a page's mistake must not keep a form from being sent. */
  get #isEmpty(): boolean {
    return this.#options.length === 0 && !this.other;
  }

  /** Segments are for one of a few. */
  get #look(): ChoiceDisplay {
    const { display, multiple } = this;
    const isKnown = DISPLAYS.some((known) => known === display);
    return !display || !isKnown || (multiple && display === 'segments') ? 'chips' : display;
  }

  /** Too many is said at once, the rest when the visitor sends. */
  get #error(): string {
    const { validityError } = this;
    return validityError?.flag === 'rangeOverflow' ? validityError.message : this.errorText;
  }

  get #field(): HTMLInputElement | undefined {
    return this.find<HTMLInputElement>('#other');
  }

  get #inputs(): HTMLInputElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLInputElement>('[name=choice]')];
  }

  #warn(givenCount: number): void {
    const { multiple, display, min, max } = this;
    const count = this.#options.length;
    if (display && display !== this.#look) {
      warnOnce(
        this,
        'HEED_DISPLAY',
        `display must be chips, list or, without multiple, segments, got "${display}"`,
      );
    }
    if (count < givenCount) this.#warnOfList(givenCount);
    const least = min ?? 1;
    const isPossible =
      least >= 1 && (max ?? Infinity) >= least && (count === 0 || count + +this.other >= least);
    if ((min ?? max ?? null) !== null && !(multiple && isPossible)) {
      warnOnce(
        this,
        'HEED_MAX',
        `min and max need multiple, and whole numbers from 1 in order that the list allows, got ${min}, ${max}`,
      );
    }
    if (this.#chosen.isStrange) {
      warnOnce(this, 'HEED_VALUE', 'value must be listed in the options; with other it may be any text');
    }
  }

  #warnOfList(givenCount: number): void {
    warnOnce(
      this,
      'HEED_LIST',
      `needs <option> children or options="A, B", each with another value, got ${givenCount} and can use ${this.#options.length}`,
    );
  }

  /** Whoever points at "other" wants to write; keys pass over it on their way, and must not be carried off. */
  #onInput = ({ target }: Event): void => {
    const { checked, value } = target as HTMLInputElement;
    this.syncInputs();
    if (this.#isByPointer && checked && value === OTHER)
      void this.updateComplete.then(() => this.#field?.focus());
  };

  #onChange = (): void => {
    // Chromium also fires "change" of a field that goes away with the focus, which is nobody's act.
    if (!this.isSending && !this.isDone) this.onChange();
  };

  /** A native control knows no read-only: a click, which keys cause too, is taken back. */
  #onClick = (event: Event): void => {
    if (this.readonly) event.preventDefault();
  };

  #onAct = ({ type }: Event): void => {
    this.#isByPointer = type === 'pointerdown';
  };

  #onClear = (): void => {
    this.focus();
    this.#isEntered = true;
    this.#selection = { picked: [] };
    this.updateForm();
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('input', { bubbles: true, composed: true }));
    this.onChange();
  };
}

/** What the option "other" holds where the listed ones hold their values, which are never empty. */
const OTHER = '';

declare global {
  interface HTMLElementTagNameMap {
    'heed-choice': HeedChoice;
  }
}
