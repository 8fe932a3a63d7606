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
import { withUniqueValues, readOptions, Shuffle, splitList, type ChoiceOption } from './options.ts';
import { isChosen, listOf, OTHER, select, type Selection } from './selection.ts';
import { warnAboutChoice, warnAboutList } from './choice-warnings.ts';
import { toPossibleDisplay, type ChoiceDisplay } from './display.ts';
import { choiceStyles } from './choice.styles.ts';
import { choiceEnglish } from '../../locales/en/choice.ts';

/** Time for a framework or the HTML parser to add the options, before the element warns. */
const LIST_WAIT_MS = 1000;

/**
 * Asks the user to choose one or several options.
 *
 * ```html
 * <heed-choice survey="leaving" endpoint="/feedback" question="Why are you leaving?" other>
 *   <option value="price">It costs too much</option>
 *   <option value="missing">Something is missing</option>
 * </heed-choice>
 * ```
 *
 * @tag heed-choice
 * @event {Event} input - The user changed the selection, or typed into the "Other" field.
 * @event {Event} change - The user changed the selection, or left the "Other" field after changing its text.
 * @csspart group - The question and its options.
 * @csspart hint - The help text below the question, and the limits of the selection.
 * @csspart options - The list of options.
 * @csspart option - An option. Also `option-chosen` and `option-disabled`.
 * @csspart field - The "Other" field with its label.
 * @csspart label - The label of the "Other" field.
 * @csspart input - The input of the "Other" field.
 * @csspart clear - The button that clears a single choice.
 * @csspart error - The validation message.
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

  /** The initial value, restored on reset (attribute `value`); comma-separated with `multiple`. `null` or empty for none. */
  declare defaultValue: string | null | undefined;
  /** The options: comma-separated labels, or as a property also objects with values. Defaults to the `<option>` children. */
  declare options: string | readonly ChoiceOption[] | null | undefined;
  /** Allows several options to be chosen. */
  declare multiple: boolean;
  /** The minimum number of chosen options, with `multiple`. An empty selection is unanswered, not too small. */
  declare min: number | null | undefined;
  /** The maximum number of chosen options, with `multiple`. Further options can be chosen, but make the answer invalid. */
  declare max: number | null | undefined;
  /** `chips` that wrap, a `list` with one option per row, or `segments` of a bar for a few options. Defaults to `chips`. */
  declare display: ChoiceDisplay | undefined;
  /** Adds an "Other" option with a text field. It is always last. */
  declare other: boolean;
  /** The label of the "Other" option. Defaults to a localised label. */
  declare otherLabel: string | undefined;
  /** Shows the options in random order, so that the first one is not favoured. */
  declare shuffle: boolean;
  /** The random numbers for `shuffle`, from 0 to below 1. Defaults to `Math.random`. */
  declare random: (() => number) | undefined;
  /** Help text below the question. */
  declare hint: string | undefined;

  protected override readonly localizer = new Localizer<keyof typeof choiceEnglish>(this, choiceEnglish);
  readonly #shuffle = new Shuffle(this.shadowRoot?.querySelectorAll('[data-label]'));
  /** A server cannot read the options in the page: hydration starts with the markup as it is. */
  #isServerRendered = !!this.shadowRoot;
  #options: readonly ChoiceOption[] = [];
  /** The value set by the property. `undefined` while the attribute applies. */
  #setValue: readonly string[] | undefined;
  /** `undefined` until the set value has been compared with the options. */
  #selection: Selection | undefined;
  /** The user has changed the selection. */
  #isChanged = false;
  /** The text of the "Other" field, also while the option is not chosen. */
  #otherText = '';
  #isByPointer = false;

  constructor() {
    super();
    keepTyping(this);
    this.multiple = this.other = this.shuffle = false;
    if (isServer) return;
    const attributeFilter = ['value', 'label', 'disabled'];
    const changes = { childList: true, subtree: true, characterData: true, attributeFilter };
    new MutationObserver(() => this.requestUpdate()).observe(this, changes);
  }

  /**
   * The chosen value; `null` without one. With `multiple`, an array in the order of the options. The "Other" option is
   * represented by its text, which is empty until the user types.
   */
  get value(): string | readonly string[] | null {
    this.syncInputs();
    return this.#toValue(listOf(this.#chosen));
  }
  set value(value: string | readonly string[] | null) {
    const list = [value ?? []].flat();
    this.syncInputs();
    // A framework that writes back the value it has just read must not interrupt the user's typing.
    if (toJson(list) === toJson(listOf(this.#chosen))) return;
    this.clear();
    this.#setValue = list.filter(Boolean);
    this.updateForm();
    this.requestUpdate();
  }

  override focus(options?: FocusOptions): void {
    const invalid = this.showsErrors ? this.validityError?.anchor : undefined;
    (invalid ?? this.find(':checked') ?? this.find('input:enabled'))?.focus(options);
  }

  formStateRestoreCallback(state: FormData): void {
    this.value = state.getAll(this.name).map(String);
  }

  protected override clear(): void {
    this.#setValue = this.#selection = undefined;
    this.#isChanged = false;
    this.#otherText = '';
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
    const { other, isUnknown } = this.#chosen;
    const count = listOf(this.#chosen).length;
    const anchor = this.find('input');
    if (isUnknown) return { flag: 'badInput', message: this.t('required'), anchor };
    if (other?.trim() === '')
      return { flag: 'valueMissing', message: this.t('otherMissing'), anchor: this.#otherField };
    if (count === 0) {
      const isMissing = this.isNeeded && !this.#isEmpty;
      return isMissing ? { flag: 'valueMissing', message: this.t('required'), anchor } : undefined;
    }
    if (min && count < min)
      return { flag: 'rangeUnderflow', message: this.t('choiceTooFew', {}, min), anchor };
    if (max && count > max)
      return { flag: 'rangeOverflow', message: this.t('choiceTooMany', {}, max), anchor };
    return undefined;
  }

  /** Also compares the selection with the current options. */
  protected override syncInputs(): boolean {
    const isNew = super.syncInputs();
    this.#options = withUniqueValues(this.#listed);
    const { picked, other } = this.#chosen;
    this.#selection = this.#isChanged
      ? { ...select(this.#options, picked, false), other }
      : select(this.#options, this.#setValue ?? this.#initial, this.other);
    return isNew;
  }

  protected override readInputs(): void {
    this.#otherText = this.#otherField?.value ?? this.#otherText;
    const checked = this.#inputs.filter((input) => input.checked).map(({ value }) => value);
    const { picked } = select(this.#options, checked.filter(Boolean), false);
    this.#isChanged = true;
    this.#selection = { picked, other: checked.includes(OTHER) ? this.#otherText : undefined };
  }

  protected override willUpdate(): void {
    // The only lifecycle method that also runs on a server.
    this.syncInputs();
    const count = this.#options.length;
    const listedCount = this.#listed.length;
    warnAboutChoice(this, count, toPossibleDisplay(this));
    if (count < listedCount) warnAboutList(this, listedCount, count);
    if (this.#chosen.isUnknown) warnOnce(this, 'HEED_VALUE', 'value must be an option, unless other is set');
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    if (this.#isServerRendered) this.requestUpdate();
    this.#isServerRendered = false;
    setTimeout(() => {
      if (this.isConnected && this.#options.length === 0) warnAboutList(this, 0, 0);
    }, LIST_WAIT_MS);
  }

  protected override updated(): void {
    const { other } = this.#chosen;
    // A binding does not detect that the page has reset a value that the user chose.
    for (const input of this.#inputs) input.checked = isChosen(this.#chosen, input.value);
    const field = this.#otherField;
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
      @pointerdown=${this.#onPress}
      @keydown=${this.#onPress}
    >
      <p part="question" id="question">
        <slot name="question">${this.questionOr(this.t('choiceQuestion'))}</slot>
        ${this.renderOptional()}
      </p>
      ${this.#renderHint()} ${this.#renderOptions()} ${this.#renderOther()} ${this.#renderClear()}
      ${renderError('error', this.#error, this.attempt)}
    </div>`;
  }

  /** Shows the limits before the user exceeds them. */
  #renderHint(): unknown {
    const { hint, multiple, min, max } = this;
    const limits = [min && this.t('choiceTooFew', {}, min), max && this.t('chooseUpTo', {}, max)];
    const limitText = multiple ? limits.filter(Boolean).join(' ') || this.t('chooseAll') : '';
    return hint || limitText ? html`<small part="hint" id="hint">${hint} ${limitText}</small>` : nothing;
  }

  #renderOptions(): TemplateResult {
    const label = this.otherLabel ?? this.t('other');
    const shown = this.shuffle ? this.#shuffle.order(this.#options, this.random) : this.#options;
    return html`<div part="options" class=${toPossibleDisplay(this)}>
      ${shown.map((option) => this.#renderOption(option))}
      ${this.other ? this.#renderOption({ value: OTHER, label }) : nothing}
    </div>`;
  }

  #renderOption({ value, label, disabled: isOff }: ChoiceOption): TemplateResult {
    const chosen = isChosen(this.#chosen, value);
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

  #renderOther(): unknown {
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

  /** Radio buttons cannot be unchecked, and a second click must not clear an answer. */
  #renderClear(): unknown {
    const isFixed = this.multiple || this.isNeeded || this.readonly || this.isLocked;
    if (isFixed || this.value === null) return nothing;
    return html`<button type="button" part="clear" @click=${this.#onClear}>${this.t('clearChoice')}</button>`;
  }

  /** The options of the property or attribute, which override the children. */
  get #listed(): readonly ChoiceOption[] {
    const { options } = this;
    if (typeof options === 'string') return splitList(options).map((value) => ({ value, label: value }));
    return options ?? (isServer || this.#isServerRendered ? [] : readOptions(this));
  }

  get #chosen(): Selection {
    return this.#selection ?? { picked: this.#setValue ?? this.#initial };
  }

  get #initial(): string[] {
    const text = this.defaultValue ?? '';
    return this.multiple ? splitList(text) : [text].filter(Boolean);
  }

  #toValue(list: readonly string[]): string | readonly string[] | null {
    return (this.multiple && list.length > 0 ? list : list[0]) ?? null;
  }

  /** Without options, nothing is required: an error of the page must not block its form. */
  get #isEmpty(): boolean {
    return this.#options.length === 0 && !this.other;
  }

  /** Too many options are reported immediately, other errors on submit. */
  get #error(): string {
    const { validityError } = this;
    return validityError?.flag === 'rangeOverflow' ? validityError.message : this.errorText;
  }

  get #otherField(): HTMLInputElement | undefined {
    return this.find<HTMLInputElement>('#other');
  }

  get #inputs(): HTMLInputElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLInputElement>('[name=choice]')];
  }

  /** Focuses the "Other" field after a click. Arrow keys only pass the option, and must not lose the focus. */
  #onInput = ({ target }: Event): void => {
    const { checked, value } = target as HTMLInputElement;
    this.syncInputs();
    if (this.#isByPointer && checked && value === OTHER)
      void this.updateComplete.then(() => this.#otherField?.focus());
  };

  #onChange = (): void => {
    // Chromium also fires "change" for a focused field that is removed, without any action of the user.
    if (!this.isSending && !this.isDone) this.onChange();
  };

  /** Radio buttons and checkboxes have no read-only state: a click, which keys cause too, is cancelled. */
  #onClick = (event: Event): void => {
    if (this.readonly) event.preventDefault();
  };

  #onPress = ({ type }: Event): void => {
    this.#isByPointer = type === 'pointerdown';
  };

  #onClear = (): void => {
    this.focus();
    this.#isChanged = true;
    this.#selection = { picked: [] };
    this.updateForm();
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('input', { bubbles: true, composed: true }));
    this.onChange();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-choice': HeedChoice;
  }
}
