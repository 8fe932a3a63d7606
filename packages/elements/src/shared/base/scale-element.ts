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
 * One question answered on a scale of whole numbers: a radio group of native radio buttons, so that keys, pointer,
 * right-to-left and assistive technology behave as the platform does.
 *
 * @event {Event} input - The visitor chose another step.
 * @event {Event} change - The visitor chose another step.
 * @csspart group - The question with its scale: the radio group.
 * @csspart scale - The row of steps.
 * @csspart option - A step; also `option-chosen`, `option-filled` (up to the chosen one) and `option-disabled`.
 * @csspart ends - The words at both ends.
 * @csspart field - A question in words with its field.
 * @csspart label - The words of a field.
 * @csspart input - A field.
 * @csspart call-back - The offer to contact the visitor after a low score, with its field.
 * @csspart consent - The permission in it.
 * @csspart link - The link that is offered after a high score.
 * @csspart error - What is missing or wrong.
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
  /** What follows the score; until it is loaded, the element asks for the score alone. */
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
  /** What is asked, and the words of both ends, where the page gives none. */
  protected abstract get defaults(): { question: string; low: string; high: string };
  /** What follows a score. */
  protected abstract groupOf(score: number): ScoreGroup;
  /** How the steps are laid out, as a class of the scale. */
  protected abstract get look(): string;

  /** The chosen step; null when none is. 0 is an answer. */
  get value(): number | null {
    this.syncInputs();
    return this.#score;
  }
  set value(value: number | null) {
    this.syncInputs();
    // Frameworks write texts: an empty one for no value.
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
    const thanks = this.group?.thanks ?? this.thanks;
    return [title, (outcome.state === 'sent' && thanks) || text];
  }

  /** The words of the lowest and the highest step. */
  protected get ends(): Ends {
    return [this.lowLabel ?? this.defaults.low, this.highLabel ?? this.defaults.high];
  }

  /** The words for a step between the ends, and for an end. */
  protected get stepStrings(): [between: Key | keyof ScaleStrings, end: Key | keyof ScaleStrings] {
    return ['step', 'stepEnd'];
  }

  /** What a step looks like: its number, which its name says already. */
  protected renderStep(step: number): unknown {
    return html`<span aria-hidden="true">${this.localizer.number(step)}</span>`;
  }

  protected get steps(): number[] {
    return [...Array(this.highest - this.lowest + 1)].map((_, index) => this.lowest + index);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (!this.#isOffScale) return;
    const { lowest, highest, value } = this;
    warnOnce(this, 'HEED_VALUE', `value must be a whole number from ${lowest} to ${highest}, got ${value}`);
  }

  protected override readInputs(): void {
    const checked = this.find<HTMLInputElement>('[name]:checked');
    const value = checked ? Number(checked.value) : null;
    // None is checked for a value that is not on the scale.
    if (value !== this.#score && (checked || !this.#isOffScale)) this.#value = value;
    this.#after.value?.readInputs();
  }

  protected override updated(): void {
    // Not by the binding alone: that would not notice what the visitor did and the page took back.
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
    const question = this.questionOr(this.defaults.question);
    const [low, high] = this.ends;
    // What is wrong beside the scale is said there.
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
      <p part="question" id="question"><slot name="question">${question}</slot></p>
      <div class="${this.look} steps-${this.steps.length}">
        <div part="scale">${this.steps.map((step) => this.#renderOption(step, [low, high]))}</div>
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
      label: this.#nameOf(step, ends),
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

  /** What a screen reader says: "4 of 5", with the label at both ends. */
  #nameOf(step: number, [low, high]: Ends): string {
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

  protected get group(): ScoreGroup | undefined {
    return this.value === null ? undefined : this.groupOf(this.value);
  }

  /** A page whose tags ask for a score alone loads nothing of what may follow one. */
  get #asksMore(): boolean {
    const { callBack, followUp, shareLink } = this;
    return !!(callBack || followUp || shareLink || this.steps.some((step) => this.groupOf(step).followUp));
  }

  get #isOffScale(): boolean {
    return this.value !== null && !this.steps.includes(this.value);
  }

  /** A radio button knows no read-only: a click, which keys cause too, is taken back. */
  #onClick = (event: Event): void => {
    if (this.readonly) event.preventDefault();
  };
}

/** The words of the lowest and the highest step. */
type Ends = [low: string, high: string];

function toWholeNumber(value: unknown): number | null {
  const text = String(value ?? '').trim();
  return text ? Number(text) : null;
}
