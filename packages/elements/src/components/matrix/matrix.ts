import { toJson, type Answer, type Rows } from '@heed/core';
import type { BatteryForm, Statement } from '@heed/core/batteries';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { announce, renderMessage } from '../../shared/form/field-error.ts';
import { flag } from '../../shared/form/boolean-attribute.ts';
import { HeedElement, type ValidityError } from '../../shared/base/heed-element.ts';
import { renderStepOption } from '../../shared/rendering/step-option.ts';
import { tokens } from '../../shared/styles/tokens.ts';
import { isServer } from '../../shared/environment/is-server.ts';
import { warnOnce } from '../../shared/base/warn.ts';
import { Localizer } from '../../shared/localization/localizer.ts';
import { showStatement } from './in-sight.ts';
import { matrixStyles } from './matrix.styles.ts';
import { matrixEnglish } from '../../locales/en/matrix.ts';
import { isScale, labelSteps, listSteps, type LabelledStep, type Range } from './scale.ts';
import { readStatements } from './statements.ts';

const DISPLAYS = ['auto', 'table', 'single'] as const;
/** A page may write its statements with a script of its own, which takes a moment. */
const LIST_WAIT_MS = 1000;
/** So long the visitor sees what was chosen before the next statement comes. */
const ADVANCE_MS = 200;

/** How the statements are laid out. */
export type MatrixDisplay = (typeof DISPLAYS)[number];

/** Statements, and what else a form of a battery says: `SERVQUAL.perceptions` of `@heed/core/batteries` is one. */
export type MatrixBattery = Pick<BatteryForm, 'statements'> & Partial<BatteryForm>;

/** A flaw, and the row that it is about. */
type RowError = ValidityError & { row: number };

/**
 * Asks for a rating of several statements on one scale: a battery such as SERVQUAL.
 *
 * ```html
 * <heed-matrix survey="service" endpoint="/feedback">
 *   <option value="speed">The reply came quickly.</option>
 *   <option value="help">The reply helped me.</option>
 * </heed-matrix>
 * ```
 *
 * @tag heed-matrix
 * @event {Event} input - The visitor rated a statement.
 * @event {Event} change - The visitor rated a statement.
 * @csspart group - The question with its statements.
 * @csspart hint - Help under the question.
 * @csspart progress - Which statement is shown, one at a time.
 * @csspart ends - The words of both ends of the scale.
 * @csspart row - A statement with its scale; also `row-current`, the one that is shown one at a time.
 * @csspart statement - The words of a statement.
 * @csspart scale - The steps of a statement.
 * @csspart option - One step; also `option-chosen`, `option-disabled`.
 * @csspart error - What is missing or wrong, in the row that it is about.
 * @csspart actions - The buttons.
 * @csspart back - To the statement before.
 * @csspart next - To the next statement.
 * @cssprop [--heed-matrix-head-offset=0px] - How far below the edge of the window the words of both ends stay, under a head of the page.
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
   * The statements as data, in place of `<option>` elements; its `question`, `low` and `high` hold where no attribute
   * says otherwise. Absent: those of the page's own HTML.
   */
  declare battery: MatrixBattery | undefined;
  /** The lowest step, a whole number from 0. Absent: 1. */
  declare min: number | undefined;
  /** The highest step; there may be 2 to 11. Absent: 7. */
  declare max: number | undefined;
  /** Words of the lowest step. Absent: those of `battery`, or usual ones in the page's language. */
  declare lowLabel: string | undefined;
  /** Words of the highest step. Absent: those of `battery`, or usual ones in the page's language. */
  declare highLabel: string | undefined;
  /** Help under the question. Absent: none. */
  declare hint: string | undefined;
  /** `table` shows all statements, `single` one at a time; `auto`, also when absent, goes by the room there is. */
  declare display: MatrixDisplay | undefined;
  /** One at a time, a tap on a step goes on to the next statement; keys never do. Say so in `hint`. */
  declare autoAdvance: boolean;

  protected override readonly localizer = new Localizer<keyof typeof matrixEnglish>(this, matrixEnglish);
  #rows: Rows = {};
  /** Those that are shown, with a name of its own each. */
  #statements: Statement[] = [];
  /** The names of all that were ever shown. */
  readonly #known = new Set<string>();
  /** By a server, which does not see the statements in the page: at first it is taken over as it is. */
  #isDrawn = !!this.shadowRoot;
  /** The row at hand: the one that is shown where there is one at a time. */
  #current = 0;
  /** A page that scrolls under a pointer would take away what is being pressed. */
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
   * Statement → step, without the statements left empty; null when all are. An answer to a statement that was taken
   * away does not count while it is.
   */
  get value(): Rows | null {
    this.syncInputs();
    const names = this.#names;
    const entries = Object.entries(this.#rows).filter(
      ([row, step]) => step !== null && (names.includes(row) || !this.#known.has(row)),
    );
    return entries.length > 0 ? Object.fromEntries(entries) : null;
  }
  set value(value: Rows | null) {
    this.syncInputs();
    // Frameworks write an empty text for no value.
    this.#rows = value || {};
    this.updateForm();
    this.requestUpdate();
  }

  override focus(options?: FocusOptions): void {
    const wrong = this.showsErrors ? this.findValidityError()?.row : undefined;
    this.#show(wrong ?? this.#current, options);
  }

  formStateRestoreCallback(state: string): void {
    this.value = JSON.parse(state) as Rows;
  }

  protected override clear(): void {
    this.#rows = {};
    this.#current = 0;
  }

  protected override get formValue(): [FormData | null, string] {
    const { name, value } = this;
    const data = new FormData();
    if (name) for (const [row, step] of Object.entries(value ?? {})) data.append(`${name}-${row}`, `${step}`);
    return [value && data, toJson(value)];
  }

  override get answers(): Answer[] {
    const question = this.askedOr(this.#defaults);
    return [{ name: this.name || 'matrix', kind: 'matrix', value: this.value, question }];
  }

  protected override findValidityError(): RowError | undefined {
    const { required, value } = this;
    const validityErrorOf = (row: number, flag: RowError['flag'], message: string): RowError => ({
      row,
      flag,
      message,
      anchor: this.#radioOf(row),
    });
    const wrong = this.#wrongRow;
    if (wrong !== undefined)
      return validityErrorOf(Math.max(0, this.#names.indexOf(wrong)), 'badInput', this.t('invalid'));
    const row = this.#names.findIndex((name) => !Number.isInteger(value?.[name]));
    // Alone, an answer is what it is there for; in a form only where the page says so.
    const isMissing = row >= 0 && (required || (this.isStandalone && !value));
    return isMissing
      ? validityErrorOf(row, 'valueMissing', this.t(required ? 'matrixMissing' : 'required'))
      : undefined;
  }

  /** Also reads the statements as they are now. */
  protected override syncInputs(): boolean {
    const isNew = super.syncInputs();
    this.#statements = [...new Map(this.#listed.map((statement) => [statement.name, statement])).values()];
    for (const name of this.#names) this.#known.add(name);
    this.#current = Math.max(0, Math.min(this.#current, this.#last));
    return isNew;
  }

  protected override readInputs(): void {
    const rows = { ...this.#rows };
    this.#names.forEach((name, row) => {
      const checked = this.find<HTMLInputElement>(`[name="${row}"]:checked`);
      if (checked) rows[name] = Number(checked.value);
      // None is checked for a value that is not on the scale.
      else if (this.#steps.includes(rows[name] ?? -1)) delete rows[name];
    });
    this.#rows = rows;
  }

  protected override willUpdate(): void {
    // A server does nothing else before it draws.
    this.syncInputs();
    this.#warn(this.#listed.length);
  }

  protected override updated(): void {
    // Not by the binding alone: that would not notice what the visitor did and the page took back.
    this.#names.forEach((name, row) => {
      for (const radio of this.#radiosOf(row)) radio.checked = Number(radio.value) === this.#rows[name];
    });
    super.updated();
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    if (this.#isDrawn) this.requestUpdate();
    this.#isDrawn = false;
    setTimeout(() => {
      if (this.#last >= 0) return;
      warnOnce(this, 'HEED_LIST', 'no statements. Write <option value="name">words</option> inside');
    }, LIST_WAIT_MS);
  }

  /** One at a time, the Enter key goes on until the last statement. */
  protected override async onSubmit(event: Event): Promise<void> {
    if (!this.#hasNext) return super.onSubmit(event);
    event.preventDefault();
    this.#show(this.#next);
  }

  protected override renderContent(): unknown {
    const validityError: Partial<RowError> = (this.showsErrors && this.validityError) || {};
    const error = validityError.message ? renderMessage('error', validityError.message) : nothing;
    return html`<div
      part="group"
      class="${this.#display} numbers steps-${this.#steps.length}"
      role="group"
      aria-labelledby="question"
      aria-describedby=${validityError.row === undefined ? 'hint error' : 'hint'}
    >
      <p part="question" id="question">
        <slot name="question">${this.questionOr(this.#defaults)}</slot> ${this.renderOptional()}
      </p>
      ${this.hint ? html`<small part="hint" id="hint">${this.hint}</small>` : nothing}
      ${announce(validityError.row === undefined ? error : nothing, this.attempt)}
      ${this.#last < 0 ? html`<slot></slot>` : this.#renderStatements(validityError.row, error)}
    </div>`;
  }

  #renderStatements(flawed: number | undefined, error: unknown): unknown {
    const steps = this.#labelledSteps;
    return [
      this.#renderProgress(),
      this.#renderEnds(steps),
      this.#statements.map((statement, row) =>
        this.#renderRow(statement, row, steps, row === flawed ? error : nothing),
      ),
      this.#renderActions(),
    ];
  }

  /** Announced whenever another statement is shown; not shown where all are. */
  #renderProgress(): unknown {
    if (this.#display === 'table') return nothing;
    const place = {
      value: this.localizer.number(this.#current + 1),
      max: this.localizer.number(this.#last + 1),
    };
    return html`<small part="progress" aria-live="polite">${this.t('statement', place)}</small>`;
  }

  #renderEnds(steps: LabelledStep[]): TemplateResult {
    const ends = [steps[0], steps.at(-1)].map(
      (end) => html`<span><b>${end?.text}</b> ${end?.strings}</span>`,
    );
    return html`<div part="ends" aria-hidden="true">${ends}</div>`;
  }

  #renderRow({ name, text }: Statement, row: number, steps: LabelledStep[], error: unknown): TemplateResult {
    const disabled = this.isLocked;
    const chosen = this.#rows[name];
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
      ${announce(error, this.attempt)}
      <div part="scale">
        ${steps.map(({ step, label, text }) => {
          const option = { group: `${row}`, step, label, chosen: step === chosen, disabled };
          return renderStepOption(option, html`<span aria-hidden="true">${text}</span>`);
        })}
      </div>
    </div>`;
  }

  #renderActions(): TemplateResult {
    const renderMove = (part: 'back' | 'next', row: number): unknown =>
      this.#display === 'table' || row < 0 || row > this.#last
        ? nothing
        : html`<button
            part=${part}
            class=${this.isStandalone ? '' : 'quiet'}
            type="button"
            ?disabled=${this.isSending}
            @click=${() => this.#show(row)}
          >
            ${this.t(part)}
          </button>`;
    return html`<div part="actions">
      ${renderMove('back', this.#current - 1)} ${renderMove('next', this.#next)} ${this.renderSend()}
    </div>`;
  }

  get #listed(): readonly Statement[] {
    return this.battery?.statements ?? (isServer || this.#isDrawn ? [] : readStatements(this));
  }

  get #names(): string[] {
    return this.#statements.map(({ name }) => name);
  }

  /** The last row; -1 without statements. */
  get #last(): number {
    return this.#statements.length - 1;
  }

  get #defaults(): string {
    return this.battery?.question ?? this.t('matrixQuestion');
  }

  get #display(): MatrixDisplay {
    const { display } = this;
    return display && DISPLAYS.includes(display) ? display : 'auto';
  }

  /** Some frameworks set a number as text. */
  get #given(): Range {
    return [Number(this.min ?? 1), Number(this.max ?? 7)];
  }

  get #steps(): number[] {
    return listSteps(isScale(this.#given) ? this.#given : [1, 7]);
  }

  get #labelledSteps(): LabelledStep[] {
    const { battery, localizer } = this;
    const low = this.lowLabel ?? battery?.low ?? this.t('disagree');
    const high = this.highLabel ?? battery?.high ?? this.t('agree');
    return labelSteps(this.#steps, [low, high], localizer);
  }

  /** A row with a value that is not on the scale, or that is no statement. */
  get #wrongRow(): string | undefined {
    const [names, steps] = [this.#names, this.#steps];
    // Before there are statements nothing can be said about their names.
    if (names.length === 0) return undefined;
    return Object.entries(this.value ?? {}).find(
      ([row, step]) => !names.includes(row) || !steps.includes(step),
    )?.[0];
  }

  #warn(givenCount: number): void {
    const { display } = this;
    const [low, high] = this.#given;
    const wrong = this.#wrongRow;
    const expected = `whole numbers from ${this.#steps[0]} to ${this.#steps.at(-1)}`;
    const mistakes: [code: string, isWrong: boolean, message: string][] = [
      ['HEED_MAX', !isScale(this.#given), `expected 2 to 11 steps from 0 or more, got ${low} to ${high}`],
      [
        'HEED_DISPLAY',
        !!display && display !== this.#display,
        `display must be one of ${DISPLAYS.join(', ')}, got "${display}"`,
      ],
      ['HEED_LIST', this.#last + 1 < givenCount, 'each statement needs a name of its own'],
      ['HEED_VALUE', wrong !== undefined, `value must hold ${expected} by statement; "${wrong}" is wrong`],
    ];
    for (const [code, isWrong, message] of mistakes) if (isWrong) warnOnce(this, code, message);
  }

  #radiosOf(row: number): HTMLInputElement[] {
    return [...(this.renderRoot?.querySelectorAll<HTMLInputElement>(`[name="${row}"]`) ?? [])];
  }

  /** The chosen step of a row, else its first. */
  #radioOf(row: number): HTMLElement | undefined {
    const radios = this.#radiosOf(row);
    return radios.find(({ checked }) => checked) ?? radios[0];
  }

  /** At once, so that what is in the row can take the focus. */
  #turnTo(row: number): void {
    if (row === this.#current) return;
    this.#current = row;
    this.requestUpdate();
    if (this.hasUpdated) this.performUpdate();
  }

  #show(row: number, options?: FocusOptions): void {
    this.#turnTo(row);
    this.#radioOf(row)?.focus(options);
  }

  /** Once the visitor was told what is missing, that comes next, and the end when nothing is. */
  get #next(): number {
    const missing = this.showsErrors ? (this.findValidityError()?.row ?? this.#last) : 0;
    return Math.max(this.#current + 1, missing);
  }

  /** There is a statement after the one at hand, and one at a time is shown: by attribute or for want of room. */
  get #hasNext(): boolean {
    const progress = this.renderRoot.querySelector<HTMLElement>('[part=progress]');
    return this.#current < this.#last && !!progress?.offsetHeight;
  }

  /** A browser can only lead to what is shown. Not away from where the visitor is at work, though. */
  #onInvalid = (): void => {
    if (!this.shadowRoot?.activeElement) this.#turnTo(this.findValidityError()?.row ?? this.#current);
  };

  #onPress = ({ type }: Event): void => {
    this.#isPressed = type === 'pointerdown';
  };

  #onFocus(row: number, { target, currentTarget }: FocusEvent): void {
    this.#turnTo(row);
    if (!this.#isPressed)
      showStatement(target as HTMLElement, currentTarget as HTMLElement, this.find('[part=ends]'));
  }

  /** A radio button knows no read-only: a click, which keys cause too, is taken back. */
  #onClick(row: number, event: MouseEvent): void {
    this.#onPress(event);
    if (this.readonly) event.preventDefault();
    // Only a pointer counts clicks.
    else if (this.autoAdvance && event.detail > 0) {
      setTimeout(() => {
        if (row === this.#current && this.#hasNext) this.#show(this.#next);
      }, ADVANCE_MS);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-matrix': HeedMatrix;
  }
}
