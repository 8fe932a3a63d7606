import { toJson, type Answer, type Rows } from '@heed/core';
import type { BatteryForm, Statement } from '@heed/core/batteries';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { announce, renderMessage } from '../../shared/form/field-error.ts';
import { flag } from '../../shared/form/boolean-attribute.ts';
import { HeedElement, type ValidityError } from '../../shared/base/heed-element.ts';
import { tokens } from '../../shared/styles/tokens.ts';
import { isServer } from '../../shared/environment/is-server.ts';
import { warnOnce } from '../../shared/base/warn.ts';
import { Localizer } from '../../shared/localization/localizer.ts';
import { matrixStyles } from './matrix.styles.ts';
import { matrixEnglish } from '../../locales/en/matrix.ts';
import { findRadio, findRadios } from './radios.ts';
import { findInvalidName, readRatings, selectRatings } from './ratings.ts';
import { renderEnds, renderScale } from './render-scale.ts';
import { scrollStepIntoView } from './scroll-into-view.ts';
import { isScale, labelSteps, listSteps, type LabelledStep, type Range } from './scale.ts';
import { readStatements } from './statements.ts';
import { warnAboutMatrix } from './matrix-warnings.ts';

const DISPLAYS = ['auto', 'table', 'single'] as const;
/** Time for a script of the page to write the statements, before the element warns. */
const LIST_WAIT_MS = 1000;

/** How long the user sees the chosen step before `autoAdvance` shows the next statement. */
const ADVANCE_DELAY_MS = 200;

/** The layout of the statements. */
export type MatrixDisplay = (typeof DISPLAYS)[number];

/** Statements, with an optional question and end labels, such as `SERVQUAL.perceptions` of `@heed/core/batteries`. */
export type MatrixBattery = Pick<BatteryForm, 'statements'> & Partial<BatteryForm>;

/** A validation failure, and the index of its row. */
type RowError = ValidityError & { row: number };

/**
 * Asks for ratings of several statements on one scale, for example a battery such as SERVQUAL.
 *
 * ```html
 * <heed-matrix survey="service" endpoint="/feedback">
 *   <option value="speed">The reply came quickly.</option>
 *   <option value="help">The reply helped me.</option>
 * </heed-matrix>
 * ```
 *
 * @tag heed-matrix
 * @event {Event} input - The user rated a statement.
 * @event {Event} change - The user rated a statement.
 * @csspart group - The question and its statements.
 * @csspart hint - The help text below the question.
 * @csspart progress - The position of the current statement, when one statement is shown at a time.
 * @csspart ends - The labels of both ends of the scale.
 * @csspart row - A statement with its scale. The current statement also has `row-current`.
 * @csspart statement - The text of a statement.
 * @csspart scale - The steps of a statement.
 * @csspart option - A step. Also `option-chosen` and `option-disabled`.
 * @csspart error - The validation message, in the row that it refers to.
 * @csspart actions - The row of buttons.
 * @csspart back - The button that shows the previous statement.
 * @csspart next - The button that shows the next statement.
 * @cssprop [--heed-matrix-head-offset=0px] - Distance of the sticky end labels from the top of the viewport. Set it to the height of the page's sticky header.
 */
export class HeedMatrix extends HeedElement<keyof typeof matrixEnglish> {
  static override styles = [tokens('matrix'), HeedElement.styles, matrixStyles];
  static override properties: PropertyDeclarations = {
    battery: { attribute: false },
    min: { type: Number },
    max: { type: Number },
    lowLabel: { attribute: 'low-label' },
    highLabel: { attribute: 'high-label' },
    hint: {},
    display: {},
    autoAdvance: { attribute: 'auto-advance', type: Boolean, converter: flag },
  };

  /**
   * The statements as data, instead of `<option>` children. Attributes override its `question`, `low` and `high`.
   * Defaults to the `<option>` children.
   */
  declare battery: MatrixBattery | undefined;
  /** The lowest step, a whole number of 0 or more. Defaults to 1. */
  declare min: number | undefined;
  /** The highest step. The scale must have 2 to 11 steps. Defaults to 7. */
  declare max: number | undefined;
  /** The label of the lowest step. Defaults to the label in `battery`, or to a localised label. */
  declare lowLabel: string | undefined;
  /** The label of the highest step. Defaults to the label in `battery`, or to a localised label. */
  declare highLabel: string | undefined;
  /** Help text below the question. */
  declare hint: string | undefined;
  /** `table` shows all statements, `single` one at a time, and `auto` chooses by the available width. Defaults to `auto`. */
  declare display: MatrixDisplay | undefined;
  /** When one statement is shown at a time, a tap on a step shows the next statement. Keys never do. Say so in `hint`. */
  declare autoAdvance: boolean;

  protected override readonly localizer = new Localizer<keyof typeof matrixEnglish>(this, matrixEnglish);
  #ratings: Rows = {};
  /** The statements that are shown, each with a unique name. */
  #statements: Statement[] = [];
  #names: string[] = [];
  /** The names of all statements that were ever shown. */
  readonly #knownNames = new Set<string>();
  /** A server cannot read the statements in the page: hydration starts with the markup as it is. */
  #isServerRendered = !!this.shadowRoot;
  /** The index of the current row: the only visible one when one statement is shown at a time. */
  #current = 0;
  /** A page that scrolls under a pointer would move the control that the user is pressing. */
  #isPressed = false;

  constructor() {
    super();
    this.autoAdvance = false;
    this.addEventListener('invalid', this.#onInvalid);
    if (isServer) return;
    const changes = { childList: true, subtree: true, characterData: true, attributeFilter: ['value'] };
    new MutationObserver(() => this.requestUpdate()).observe(this, changes);
  }

  /**
   * The ratings by statement name, without unanswered statements; `null` if no statement is answered. A rating of a
   * statement that the page has removed does not count until the statement is back.
   */
  get value(): Rows | null {
    this.sync();
    return selectRatings(this.#ratings, this.#names, this.#knownNames);
  }
  set value(value: Rows | null) {
    this.sync();
    // Frameworks set an empty string for no value.
    this.#ratings = value || {};
    this.updateForm();
    this.requestUpdate();
  }

  override focus(options?: FocusOptions): void {
    const invalid = this.showsErrors ? this.findValidityError()?.row : undefined;
    this.#show(invalid ?? this.#current, options);
  }

  formStateRestoreCallback(state: string): void {
    this.value = JSON.parse(state) as Rows;
  }

  protected override clear(): void {
    this.#ratings = {};
    this.#current = 0;
  }

  protected override get formValue(): [FormData | null, string] {
    const { name, value } = this;
    const data = new FormData();
    if (name) for (const [row, step] of Object.entries(value ?? {})) data.append(`${name}-${row}`, `${step}`);
    return [value && data, toJson(value)];
  }

  override get answers(): Answer[] {
    const question = this.askedOr(this.#defaultQuestion);
    return [{ name: this.name || 'matrix', kind: 'matrix', value: this.value, question }];
  }

  protected override findValidityError(): RowError | undefined {
    const { required, value } = this;
    const invalid = this.#invalidName;
    const index = this.#names.findIndex((name) =>
      invalid === undefined ? !Number.isInteger(value?.[name]) : name === invalid,
    );
    // An element outside a form needs an answer. In a form, `required` decides.
    const isMissing = index >= 0 && (required || (this.standsAlone && !value));
    if (invalid === undefined && !isMissing) return undefined;
    const row = Math.max(0, index);
    const missing = required ? 'matrixMissing' : 'required';
    return {
      row,
      flag: invalid === undefined ? 'valueMissing' : 'badInput',
      message: this.t(invalid === undefined ? missing : 'invalid'),
      anchor: findRadio(this.renderRoot, row),
    };
  }

  /** Also reads the current statements. */
  protected override sync(): boolean {
    const isNew = super.sync();
    this.#statements = [...new Map(this.#listed.map((statement) => [statement.name, statement])).values()];
    this.#names = this.#statements.map(({ name }) => name);
    for (const name of this.#names) this.#knownNames.add(name);
    this.#current = Math.max(0, Math.min(this.#current, this.#last));
    return isNew;
  }

  protected override readInputs(): void {
    this.#ratings = readRatings(this.renderRoot, this.#ratings, this.#names, this.#steps);
  }

  protected override willUpdate(): void {
    // The only lifecycle method that also runs on a server.
    this.sync();
    const { display } = this;
    if (display && display !== this.#display)
      warnOnce(this, 'HEED_DISPLAY', `display must be one of ${DISPLAYS.join(', ')}, got "${display}"`);
    if (this.#names.length < this.#listed.length)
      warnOnce(this, 'HEED_LIST', 'each statement needs a unique name');
    warnAboutMatrix(this, this.#range, this.#steps, this.#invalidName);
  }

  protected override updated(): void {
    // The binding does not detect that the page has reset a value that the user chose.
    this.#names.forEach((name, row) => {
      for (const radio of findRadios(this.renderRoot, row))
        radio.checked = Number(radio.value) === this.#ratings[name];
    });
    super.updated();
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    if (this.#isServerRendered) this.requestUpdate();
    this.#isServerRendered = false;
    setTimeout(() => {
      if (this.#last >= 0) return;
      warnOnce(this, 'HEED_LIST', 'no statements; needs <option> children');
    }, LIST_WAIT_MS);
  }

  /** When one statement is shown at a time, the Enter key shows the next statement. It submits at the last one. */
  protected override async onSubmit(event: Event): Promise<void> {
    if (!this.#hasNext) return super.onSubmit(event);
    event.preventDefault();
    this.#show(this.#next);
  }

  protected override renderContent(): unknown {
    const { row, message }: Partial<RowError> = (this.showsErrors && this.validityError) || {};
    const error = message ? renderMessage('error', message) : nothing;
    return html`<div
      part="group"
      class="${this.#display} numbers steps-${this.#steps.length}"
      role="group"
      aria-labelledby="question"
      aria-describedby=${row === undefined ? 'hint error' : 'hint'}
    >
      <p part="question" id="question">
        <slot name="question">${this.questionOr(this.#defaultQuestion)}</slot> ${this.renderOptional()}
      </p>
      ${this.hint ? html`<small part="hint" id="hint">${this.hint}</small>` : nothing}
      ${announce(row === undefined ? error : nothing, this.attempt)}
      ${this.#last < 0 ? html`<slot></slot>` : this.#renderStatements(row, error)}
    </div>`;
  }

  #renderStatements(invalidRow: number | undefined, error: unknown): unknown {
    const { battery, localizer } = this;
    const low = this.lowLabel ?? battery?.low ?? this.t('disagree');
    const high = this.highLabel ?? battery?.high ?? this.t('agree');
    const steps = labelSteps(this.#steps, [low, high], localizer);
    return [
      this.#renderProgress(),
      renderEnds(steps),
      this.#statements.map((statement, row) =>
        this.#renderRow(statement, row, steps, row === invalidRow ? error : nothing),
      ),
      this.#renderActions(),
    ];
  }

  /** Announced when the current statement changes. Not shown in a table. */
  #renderProgress(): unknown {
    if (this.#display === 'table') return nothing;
    const { localizer } = this;
    const place = { value: localizer.number(this.#current + 1), max: localizer.number(this.#last + 1) };
    return html`<small part="progress" aria-live="polite">${this.t('statement', place)}</small>`;
  }

  #renderRow({ name, text }: Statement, row: number, steps: LabelledStep[], error: unknown): TemplateResult {
    return html`<div
      part=${row === this.#current ? 'row row-current' : 'row'}
      role="radiogroup"
      aria-labelledby="statement-${row}"
      aria-describedby=${error === nothing ? nothing : 'error'}
      aria-required=${this.required}
      aria-readonly=${this.readonly}
      aria-invalid=${error !== nothing}
      @focusin=${(event: FocusEvent) => this.#onFocus(row, event)}
      @pointerdown=${this.#onPress}
      @change=${this.onChange}
      @click=${(event: MouseEvent) => this.#onClick(row, event)}
    >
      <p part="statement" id="statement-${row}">${text}</p>
      ${announce(error, this.attempt)} ${renderScale(row, steps, this.#ratings[name], this.isLocked)}
    </div>`;
  }

  #renderActions(): TemplateResult {
    return html`<div part="actions">
      ${this.#renderMove('back', this.#current - 1)} ${this.#renderMove('next', this.#next)}
      ${this.renderSend()}
    </div>`;
  }

  #renderMove(part: 'back' | 'next', row: number): unknown {
    if (this.#display === 'table' || row < 0 || row > this.#last) return nothing;
    return html`<button
      part=${part}
      class=${this.standsAlone ? '' : 'quiet'}
      type="button"
      ?disabled=${this.isSending}
      @click=${() => this.#show(row)}
    >
      ${this.t(part)}
    </button>`;
  }

  get #listed(): readonly Statement[] {
    return this.battery?.statements ?? (isServer || this.#isServerRendered ? [] : readStatements(this));
  }

  /** The index of the last row; -1 without statements. */
  get #last(): number {
    return this.#names.length - 1;
  }

  get #defaultQuestion(): string {
    return this.battery?.question ?? this.t('matrixQuestion');
  }

  get #display(): MatrixDisplay {
    const { display } = this;
    return display && DISPLAYS.includes(display) ? display : 'auto';
  }

  /** Some frameworks set a number as a string. */
  get #range(): Range {
    return [Number(this.min ?? 1), Number(this.max ?? 7)];
  }

  get #steps(): number[] {
    return listSteps(isScale(this.#range) ? this.#range : [1, 7]);
  }

  get #invalidName(): string | undefined {
    return findInvalidName(this.value, this.#names, this.#steps);
  }

  /** The row of the next button. Once errors are shown, it is the first invalid row, and the last row when none is. */
  get #next(): number {
    const invalid = this.showsErrors ? (this.findValidityError()?.row ?? this.#last) : 0;
    return Math.max(this.#current + 1, invalid);
  }

  /** Only one statement is shown, by attribute or for lack of room, and it is not the last one. */
  get #hasNext(): boolean {
    return this.#current < this.#last && !!this.find('[part=progress]')?.offsetHeight;
  }

  /** Renders synchronously, so that a control in the new row can receive the focus. */
  #setCurrent(row: number): void {
    if (row === this.#current) return;
    this.#current = row;
    this.requestUpdate();
    if (this.hasUpdated) this.performUpdate();
  }

  #show(row: number, options?: FocusOptions): void {
    this.#setCurrent(row);
    findRadio(this.renderRoot, row)?.focus(options);
  }

  /** A browser can only focus a visible control. A user who is inside the element is left where they are. */
  #onInvalid = (): void => {
    if (!this.shadowRoot?.activeElement) this.#setCurrent(this.findValidityError()?.row ?? this.#current);
  };

  #onPress = ({ type }: Event): void => {
    this.#isPressed = type === 'pointerdown';
  };

  #onFocus(row: number, { target, currentTarget }: FocusEvent): void {
    this.#setCurrent(row);
    if (!this.#isPressed)
      scrollStepIntoView(target as HTMLElement, currentTarget as HTMLElement, this.find('[part=ends]'));
  }

  /** Radio buttons have no read-only state: a click, which keys cause too, is cancelled. */
  #onClick(row: number, event: MouseEvent): void {
    this.#onPress(event);
    if (this.readonly) event.preventDefault();
    // Only a pointer counts clicks.
    else if (this.autoAdvance && event.detail > 0) {
      setTimeout(() => {
        if (row === this.#current && this.#hasNext) this.#show(this.#next);
      }, ADVANCE_DELAY_MS);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-matrix': HeedMatrix;
  }
}
