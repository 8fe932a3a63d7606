import type { Answer, Consent, Outcome } from '@heed/core';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { ScaleStrings, Strings } from '../../locales/strings.ts';
import type { ScoreGroup } from '../after-score/score-group.ts';
import { renderError } from '../form/field-error.ts';
import { HeedElement, type ValidityError } from './heed-element.ts';
import { flag } from '../form/boolean-attribute.ts';
import { LazyPart } from '../loading/lazy-part.ts';
import { lazyImport } from '../loading/lazy-import.ts';
import type { OutcomeText } from '../submission/outcome.ts';
import { renderStepOption } from '../rendering/step-option.ts';
import { warnOnce } from './warn.ts';

const loadAfterScore = lazyImport(() => import('../after-score/after-score.ts'));

/**
 * A question with a rating scale of whole numbers. The scale is a group of native radio buttons, so keyboard, pointer,
 * right-to-left text and assistive technology work as on the platform.
 *
 * @event {Event} input - The user chose another step.
 * @event {Event} change - The user chose another step.
 * @csspart group - The radio group: the question and its scale.
 * @csspart scale - The row of steps.
 * @csspart option - A step; also `option-chosen`, `option-filled` (up to the chosen step) and `option-disabled`.
 * @csspart ends - The labels at both ends.
 * @csspart field - A text field with its label.
 * @csspart label - The label of a text field.
 * @csspart input - A text field.
 * @csspart call-back - The offer to contact the user after a low score, with its text field.
 * @csspart consent - The checkbox of that offer, with its label.
 * @csspart link - The link that is offered after a high score.
 * @csspart error - A validation message.
 */
export abstract class ScaleElement<Key extends keyof Strings> extends HeedElement<Key | keyof ScaleStrings> {
  static override properties: PropertyDeclarations = {
    defaultValue: { attribute: 'value', converter: toWholeNumber },
    lowLabel: { attribute: 'low-label' },
    highLabel: { attribute: 'high-label' },
    followUp: { attribute: 'follow-up' },
    thanks: {},
    shareLink: { attribute: 'share-link' },
    shareLabel: { attribute: 'share-label' },
    callBack: { attribute: 'call-back', type: Boolean, converter: flag },
  };

  /** Initial value, restored on reset (attribute `value`); `null` for none. */
  declare defaultValue: number | null;
  /** The label of the lowest step. Defaults to a localised label. */
  declare lowLabel: string | undefined;
  /** The label of the highest step. Defaults to a localised label. */
  declare highLabel: string | undefined;
  /** An optional open question after the score. Omit it to ask for the score alone. */
  declare followUp: string | undefined;
  /** The text shown once the endpoint has confirmed the answer. Defaults to a localised text. */
  declare thanks: string | undefined;
  /** An http(s) URL to offer after the highest scores, such as a page for reviews. Omit it for no link. */
  declare shareLink: string | undefined;
  /** The text of that link. Defaults to a localised text. */
  declare shareLabel: string | undefined;
  /** Offers to contact the user after a low score. The record then contains the consent and the contact details. */
  declare callBack: boolean;

  #value: number | null | undefined;
  /** Asks and offers more after a score. Until it is loaded, the element asks for the score alone. */
  readonly #after = new LazyPart(this, loadAfterScore, ({ AfterScore }) => new AfterScore(this));

  constructor() {
    super();
    this.defaultValue = null;
    this.callBack = false;
  }

  /** The lowest and the highest step. */
  protected abstract get lowest(): number;
  protected abstract get highest(): number;
  protected abstract get kind(): 'nps' | 'csat' | 'ces';
  /** The question and the labels of both ends, where the page sets none. */
  protected abstract get defaults(): { question: string; low: string; high: string };
  /** Returns the group of a score, which decides what follows it. */
  protected abstract findGroup(score: number): ScoreGroup;
  /** The look of the steps, which is a class of the scale. */
  protected abstract get look(): string;

  /** The chosen step; `null` for none. 0 is an answer. */
  get value(): number | null {
    this.syncInputs();
    return this.#score;
  }
  set value(value: number | null) {
    this.syncInputs();
    // Frameworks set strings: an empty one for no value.
    this.#value = toWholeNumber(value);
    this.updateForm();
    this.requestUpdate();
  }

  override focus(options?: FocusOptions): void {
    const wrong = this.showsErrors ? this.findValidityError()?.anchor : undefined;
    (wrong ?? this.find('[name]:checked') ?? this.find('input'))?.focus(options);
  }

  formStateRestoreCallback(state: string): void {
    this.value = toWholeNumber(state);
  }

  protected override clear(): void {
    this.#value = undefined;
    this.#after.value?.clear();
  }

  protected override get formValue(): [string | null] {
    return [this.value === null ? null : String(this.value)];
  }

  override get answers(): Answer[] {
    const { kind, value } = this;
    const name = this.name || kind;
    const question = this.askedOr(this.defaults.question);
    return [{ name, kind, value, question }, ...(this.#after.value?.answers() ?? [])];
  }

  override get consent(): Consent | undefined {
    return this.#after.value?.consent;
  }

  protected override findValidityError(): ValidityError | undefined {
    return this.#findScaleError() ?? this.#after.value?.findValidityError();
  }

  protected override describeOutcome(outcome: Outcome): OutcomeText {
    const [title, text] = super.describeOutcome(outcome);
    const thanks = this.scoreGroup?.thanks ?? this.thanks;
    return [title, (outcome.state === 'sent' && thanks) || text];
  }

  /** The strings for a step between the ends, and for an end. */
  protected get stepStrings(): [between: Key | keyof ScaleStrings, end: Key | keyof ScaleStrings] {
    return ['step', 'stepEnd'];
  }

  /** Renders a step, by default as its number. Hidden from assistive technology: the input has a name. */
  protected renderStep(step: number): unknown {
    return html`<span aria-hidden="true">${this.localizer.number(step)}</span>`;
  }

  get #steps(): number[] {
    return [...Array(this.highest - this.lowest + 1)].map((_, index) => this.lowest + index);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (!this.#isOffScale) return;
    const { lowest, highest, value } = this;
    warnOnce(this, 'HEED_VALUE', `value must be an integer from ${lowest} to ${highest}, got ${value}`);
  }

  protected override readInputs(): void {
    const checked = this.find<HTMLInputElement>('[name]:checked');
    const value = checked ? Number(checked.value) : null;
    // For a value that is not on the scale, no input is checked.
    if (value !== this.#score && (checked || !this.#isOffScale)) this.#value = value;
    this.#after.value?.readInputs();
  }

  protected override updated(): void {
    // The binding alone would miss a change by the user that the page has undone.
    for (const input of this.renderRoot.querySelectorAll<HTMLInputElement>('[name=step]'))
      input.checked = Number(input.value) === this.#score;
    super.updated();
    if (this.#asksMore) void this.#after.load();
  }

  protected override renderContent(): unknown {
    return [this.#renderScale(), this.#renderRest()];
  }

  protected override renderMore(): unknown {
    return this.#after.value?.renderLink();
  }

  #renderScale(): TemplateResult {
    const { question, low: defaultLow, high: defaultHigh } = this.defaults;
    const [low, high] = [this.lowLabel ?? defaultLow, this.highLabel ?? defaultHigh];
    // An error next to the scale is shown there.
    const error = this.#after.value?.findValidityError() && !this.#findScaleError() ? '' : this.errorText;
    return html`<div
      part="group"
      role="radiogroup"
      aria-labelledby="question"
      aria-describedby="error"
      aria-required=${this.isNeeded}
      aria-readonly=${this.readonly}
      aria-invalid=${error !== ''}
      @change=${this.onChange}
      @click=${this.#onClick}
    >
      <p part="question" id="question"><slot name="question">${this.questionOr(question)}</slot></p>
      <div class="${this.look} steps-${this.#steps.length}">
        <div part="scale">${this.#steps.map((step) => this.#renderOption(step, [low, high]))}</div>
        <div part="ends" aria-hidden="true">
          <span><b>${this.localizer.number(this.lowest)}</b> ${low}</span>
          <span><b>${this.localizer.number(this.highest)}</b> ${high}</span>
        </div>
      </div>
      ${renderError('error', error, this.attempt)}
    </div>`;
  }

  #renderOption(step: number, ends: Ends): TemplateResult {
    const option = {
      group: 'step',
      step,
      label: this.#getStepName(step, ends),
      chosen: step === this.value,
      filled: step <= (this.value ?? -1),
      disabled: this.isLocked,
    };
    return renderStepOption(option, this.renderStep(step));
  }

  #renderRest(): unknown {
    if (!this.isStandalone || this.value === null) return nothing;
    return [this.#after.value?.render(), this.renderSend()];
  }

  /** Returns the accessible name: "4 of 5", with the label at both ends. */
  #getStepName(step: number, [low, high]: Ends): string {
    const label = step === this.lowest ? low : step === this.highest ? high : '';
    const values = { value: this.localizer.number(step), max: this.localizer.number(this.highest), label };
    return this.t(this.stepStrings[label ? 1 : 0], values);
  }

  #findScaleError(): ValidityError | undefined {
    const anchor = this.find('input');
    if (this.#isOffScale) return { flag: 'badInput', message: this.t('invalid'), anchor };
    return this.value === null && this.isNeeded
      ? { flag: 'valueMissing', message: this.t('required'), anchor }
      : undefined;
  }

  get #score(): number | null {
    return this.#value === undefined ? this.defaultValue : this.#value;
  }

  protected get scoreGroup(): ScoreGroup | undefined {
    return this.value === null ? undefined : this.findGroup(this.value);
  }

  /** False for an element that asks for the score alone: it loads nothing else. */
  get #asksMore(): boolean {
    const { callBack, followUp, shareLink } = this;
    return !!(callBack || followUp || shareLink || this.#steps.some((step) => this.findGroup(step).followUp));
  }

  get #isOffScale(): boolean {
    return this.value !== null && !this.#steps.includes(this.value);
  }

  /** Radio buttons have no read-only state: this cancels the click, which keys cause as well. */
  #onClick = (event: Event): void => {
    if (this.readonly) event.preventDefault();
  };
}

/** The labels of the lowest and the highest step. */
type Ends = [low: string, high: string];

function toWholeNumber(value: unknown): number | null {
  const text = String(value ?? '').trim();
  return text ? Number(text) : null;
}
