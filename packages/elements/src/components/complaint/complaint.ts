import { toJson, type Answer, type Consent, type LimitTable, type Outcome } from '@heed/core';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { Draft } from '../../shared/device/draft.ts';
import { renderError } from '../../shared/form/field-error.ts';
import { flag } from '../../shared/form/boolean-attribute.ts';
import { HeedElement, type ValidityError } from '../../shared/base/heed-element.ts';
import { LazyPart } from '../../shared/loading/lazy-part.ts';
import { lazyImport } from '../../shared/loading/lazy-import.ts';
import type { OutcomeText } from '../../shared/submission/outcome.ts';
import { fieldStyles } from '../../shared/styles/field.styles.ts';
import { inheritTokens } from '../../shared/styles/inherit-tokens.ts';
import { tokens } from '../../shared/styles/tokens.ts';
import { keepTyping } from '../../shared/keyboard/typing.ts';
import { Localizer } from '../../shared/localization/localizer.ts';
import type { ComplaintStrings, Strings } from '../../locales/strings.ts';
import { levelOf, ownLevelOf } from '../../shared/rendering/heading.ts';
import { Notice } from '../../shared/steps/notice.ts';
import { DoubleClickGuard } from '../../shared/steps/double-click-guard.ts';
import { renderProgress } from '../../shared/steps/progress.ts';
import { stepStyles } from '../../shared/steps/steps.styles.ts';
import { watchChildren } from '../../shared/light-dom/watch-children.ts';
import type { ChoiceOption } from '../choice/options.ts';
import { Controls, type Control, type Mistake } from './controls.ts';
import { complaintStyles } from './complaint.styles.ts';
import { complaintEnglish } from '../../locales/en/complaint.ts';
import {
  EMPTY,
  fromAnswers,
  isBlank,
  isEmpty,
  readKept,
  toAnswers,
  toFormData,
  toKept,
  withEntry,
  type Entries,
  type Kept,
} from './entries.ts';
import {
  FIELDS,
  isField,
  readFields,
  STEPS,
  toSteps,
  USUAL_FIELDS,
  USUAL_REQUIRED,
  type Field,
} from './fields.ts';
import { isChoice, ownOptions, defaultOptions } from './field-options.ts';
import { renderField, type FieldState } from './render-field.ts';
import { renderStep } from './render-step.ts';
import { renderSummary, type NamedMistake } from './summary.ts';

type Key = keyof ComplaintStrings | 'other';

const loadAttachment = lazyImport(() => import('../../define/attachment.ts'));
const loadReceipt = lazyImport(() => import('./receipt.ts'));

/**
 * Takes a complaint from beginning to end, also without a network: what it is about, how serious it is, what happened,
 * what would put it right, and how to answer. On one page or in steps. What is typed survives a reload; a reference
 * number is shown at once, and where the team promises it, what happens next and by when.
 *
 * ```html
 * <heed-complaint survey="complaint" endpoint="/feedback"></heed-complaint>
 * ```
 *
 * @tag heed-complaint
 * @slot question - The heading, when it needs more than plain text.
 * @slot intro - Text under the heading, such as who reads it.
 * @slot category - The team's own categories, as `<option slot="category" value="…">`.
 * @slot severity - The team's own degrees of severity, in the same way.
 * @slot remedy - What the team can offer to put it right, in the same way.
 * @slot contact-time - When the team can reach the visitor, in the same way.
 * @event {Event} input - The visitor entered something.
 * @event {Event} change - The visitor finished entering something.
 * @csspart body - All that is gone once the complaint is sent or stored.
 * @csspart question - The heading.
 * @csspart notice - Says that a draft was restored.
 * @csspart start-over - The button that deletes the draft.
 * @csspart undo - The button that brings it back.
 * @csspart summary - What has to be corrected, with `summary-title`.
 * @csspart progress - The bar over the steps.
 * @csspart step - A step with its fields.
 * @csspart step-title - The title of a step.
 * @csspart fields - The fields of a complaint that is asked on one page.
 * @csspart field - A field with its label.
 * @csspart label - The label of a field.
 * @csspart options - The options of a choice.
 * @csspart option - An option; also `option-chosen` and `option-disabled`.
 * @csspart input - A text field.
 * @csspart hint - Help under a label.
 * @csspart consent - The permission to be contacted, with its box.
 * @csspart actions - The row of buttons.
 * @csspart back - The button to the step before.
 * @csspart next - The button to the next step.
 * @csspart reference - The reference number with its button.
 * @csspart copy - The button that copies the reference number.
 * @csspart link - A link: to a field that has to be corrected, or to the page of the case.
 * @csspart due - What happens next and by when, with `due-title`.
 * @csspart error - What is missing or wrong.
 */
export class HeedComplaint extends HeedElement<Key> {
  static override styles = [
    tokens('complaint'),
    HeedElement.styles,
    fieldStyles,
    stepStyles,
    inheritTokens('[part=body]'),
    complaintStyles,
  ];
  static override properties: PropertyDeclarations = {
    fields: {},
    requiredFields: { attribute: 'required-fields' },
    categories: {},
    wizard: { type: Boolean, converter: flag },
    limits: {},
    noDraft: { attribute: 'no-draft', type: Boolean, converter: flag },
    headingLevel: { attribute: 'heading-level', type: Number },
  };

  /**
   * What is asked, in this order, as a list with blanks of `category`, `severity`, `details`, `happened-at`, `order`,
   * `attachments`, `remedy`, `contact`, `contact-time` and `consent`. Absent: all but `happened-at`, `attachments` and
   * `contact-time`.
   */
  declare fields: string | undefined;
  /** Which of them are needed, as such a list. Absent: `category details`. One is needed in any case. */
  declare requiredFields: string | undefined;
  /** What a complaint may be about, as a list with commas: `Delivery, Billing, Other`. Absent: the usual eight. */
  declare categories: string | undefined;
  /** Asks in steps: what happened, what would help, how to reach the visitor. */
  declare wizard: boolean;
  /**
   * Promises what happens next and by when: `usual`, or the time to a first answer, to a proposal and to a solution such
   * as `2h 8h 3d`; as a property also a table by severity and tier. Absent: promises nothing.
   */
  declare limits: string | LimitTable | undefined;
  /** Keeps nothing that is typed on the device, for a shared one. */
  declare noDraft: boolean;
  /** The level of the heading for assistive technology, 1 to 6. Defaults to 2; titles inside are one level lower. */
  declare headingLevel: number | null | undefined;

  protected override readonly localizer = new Localizer(this, complaintEnglish);
  readonly #controls = new Controls(this);
  /** By a server. */
  readonly #isDrawn = this.shadowRoot !== null;
  #shown = USUAL_FIELDS;
  #needed = USUAL_REQUIRED;
  #entries = EMPTY;
  #step = 0;
  readonly #press = new DoubleClickGuard();
  /** What the last attempt to go on found. */
  #mistakes: readonly NamedMistake[] = [];
  #summaries = 0;
  readonly #notice = new Notice(this, this.localizer, () => this.#startOver());
  #settled: Promise<void> | undefined;
  /** Few complaints ask for files. The other fields work without it. */
  readonly #attachment = new LazyPart(this, loadAttachment, (module) => module);
  /** The outcome is shown without it, too. */
  readonly #receipt = new LazyPart(
    this,
    loadReceipt,
    ({ ComplaintReceipt }) => new ComplaintReceipt(this, this.localizer),
  );
  readonly #draft = new Draft<Kept>(
    this,
    () =>
      this.noDraft || !this.isStandalone ? undefined : [this.survey, this.name].filter(Boolean).join(':'),
    () => isEmpty(this.#entries) && this.#restoreDraft(),
  );

  constructor() {
    super();
    keepTyping(this);
    this.wizard = this.noDraft = false;
    watchChildren(this);
    this.addEventListener('invalid', () => this.#complain(this.#shown));
  }

  /**
   * The answers so far, in the order asked; null when nothing has been entered. Set it to fill in what the page knows,
   * such as the order number; only `name` and `value` count.
   */
  get value(): Answer[] | null {
    this.syncInputs();
    return isEmpty(this.#entries) ? null : this.answers;
  }
  set value(answers: readonly Pick<Answer, 'name' | 'value'>[] | null) {
    this.#enter(fromAnswers(answers));
  }

  override focus(options?: FocusOptions): void {
    const fields = this.#groups[this.#place] ?? [];
    const wrong = this.showsErrors ? this.#controls.findMistakes(fields)[0]?.field : undefined;
    this.#controls.get(wrong ?? fields[0])?.focus(options);
  }

  formStateRestoreCallback(state: string): void {
    this.#restore(readKept(parse(state)));
  }

  protected override clear(): void {
    this.#draft.clear();
    this.#notice.hide();
    this.#mistakes = [];
    this.#step = 0;
    this.#entries = EMPTY;
    this.find<HTMLFormElement>('form')?.reset();
  }

  protected override get formValue(): [FormData, string] {
    const { answers } = this;
    const kept = toKept(this.#entries, this.#step);
    return [toFormData(this.name, answers, this.#entries), toJson(kept)];
  }

  override get answers(): Answer[] {
    this.syncInputs();
    return toAnswers(this.#shown, this.#entries, (field) => this.t(FIELDS[field].label));
  }

  override get attachedFiles(): readonly File[] {
    return this.#entries.attachments;
  }

  override get consent(): Consent | undefined {
    return this.#shown.includes('consent') ? { contact: this.#entries.consent } : undefined;
  }

  protected override describeOutcome(outcome: Outcome): OutcomeText {
    const [title, text] = super.describeOutcome(outcome);
    const heard = this.#receipt.value?.renderHeard(this.submission);
    if (outcome.state !== 'sent') return [title, text, heard];
    return [this.t('complaintSentTitle'), this.t('complaintSentText'), heard];
  }

  /** Nothing is missing in an untouched complaint that a form does not ask for. */
  protected override findValidityError(): ValidityError | undefined {
    if (isEmpty(this.#entries) && !this.required && !this.isStandalone) return undefined;
    const [mistake] = this.#controls.findMistakes(this.#shown);
    const anchor = this.#controls.get(mistake?.field);
    // Before anything is drawn there is nothing that could tell.
    const missing = this.hasUpdated ? undefined : this.#needed.find((field) => isBlank(this.#entries[field]));
    if (missing) return { flag: 'valueMissing', message: this.t('required') };
    const flag = anchor?.validity.valueMissing ? 'valueMissing' : 'customError';
    return mistake && { flag, message: mistake.message, anchor };
  }

  protected override updateForm(): void {
    [this.#shown, this.#needed] = readFields(this);
    this.syncInputs();
    this.#controls.judge(this.#entries, [this.#shown, this.#needed], (violation) => this.t(violation));
    super.updateForm();
  }

  protected override readInputs(): void {
    this.#entries = this.#controls.read(this.#shown, this.#entries);
    this.#keep();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    [this.#shown, this.#needed] = readFields(this);
    this.#receipt.value?.update(this.submission, this.#entries.severity);
    this.#followOutcome();
  }

  protected override updated(): void {
    super.updated();
    // Soon enough for a visitor who is offline when the complaint is sent.
    void this.#receipt.load();
    if (this.#shown.includes('attachments')) void this.#attachment.load();
    this.#settled = this.#settle();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#settled;
    return !this.isUpdatePending || this.getUpdateComplete();
  }

  /** Goes on to the next step, or sends, when nothing is wrong so far. */
  protected override async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    this.updateForm();
    const isLast = this.#place === this.#groups.length - 1;
    const asked = isLast ? this.#shown : (this.#groups[this.#place] ?? []);
    if (!this.readonly && this.#controls.findMistakes(asked).length > 0) {
      const mistakes = this.#complain(asked);
      this.#announce(-1);
      this.#mistakes = mistakes.map((mistake) => ({
        ...mistake,
        label: this.t(FIELDS[mistake.field].label),
      }));
      this.#summaries += 1;
      await this.updateComplete;
      this.find('#summary')?.focus();
      return;
    }
    this.#mistakes = [];
    if (isLast) await super.onSubmit(event);
    else await this.#go(this.#place + 1);
  }

  protected override renderContent(): unknown {
    const level = ownLevelOf(this);
    return html`<div
      part="body"
      role="group"
      aria-labelledby="question"
      @input=${this.#onEntry}
      @change=${this.#onLeave}
    >
      <p part="question" id="question" role=${level ? 'heading' : nothing} aria-level=${level ?? nothing}>
        <slot name="question">${this.questionOr(this.t('complaintQuestion'))}</slot>
      </p>
      <slot name="intro"></slot>
      ${this.#notice.render(this.isLocked)} ${this.#renderSummary()} ${this.#renderFields()}
      ${renderError('error', this.findValidityError() ? '' : this.errorText, this.attempt)}
      ${this.#renderActions()}
    </div>`;
  }

  protected override renderMore(): unknown {
    return this.#receipt.value?.render(this.submission, this.#innerLevel);
  }

  protected override renderSend(): unknown {
    return this.isStandalone && !this.readonly ? this.renderSubmit(this.t('sendComplaint')) : nothing;
  }

  #renderSummary(): unknown {
    const { length } = this.#mistakes;
    if (length === 0) return nothing;
    const strings = {
      title: this.t('summary', {}, length),
      join: (label: string, text: string) => this.t('labelled', { label, text }),
    };
    const lead = (field: Field): unknown => this.#lead(field);
    const summary = renderSummary(strings, this.#innerLevel, this.#mistakes, lead);
    // In an array, Lit draws the same summary as a new element, which is announced again.
    return this.#summaries % 2 ? [summary] : summary;
  }

  #renderFields(): unknown {
    const groups = this.#groups;
    if (groups.length === 1)
      return html`<div part="fields">${this.#shown.map((field) => this.#renderField(field))}</div>`;
    const max = this.localizer.number(groups.length);
    return [
      renderProgress(this.#place, groups.length),
      toSteps(this.#shown).map(({ step, fields }, index) => {
        const place = this.t('stepOf', { value: this.localizer.number(index + 1), max });
        const strings = { title: this.t(STEPS[step]), place, level: this.#innerLevel };
        return renderStep(
          `step-${index}`,
          strings,
          index === this.#place,
          fields.map((field) => this.#renderField(field)),
        );
      }),
    ];
  }

  #renderField(field: Field): TemplateResult {
    const isTold = this.showsErrors || this.#entries['happened-at'] !== '';
    const error = (isTold && this.#controls.get('happened-at')?.validationMessage) || '';
    return renderField(this.#stateOf(field), this.#entries, this.#optionsOf(field), error);
  }

  #renderActions(): unknown {
    const isLast = this.#place === this.#groups.length - 1;
    if (isLast && this.#place === 0 && (!this.isStandalone || this.readonly)) return nothing;
    return html`<div part="actions" @mousedown=${this.#press.onMouseDown} @click=${this.#press.onClick}>
      ${this.isStandalone && !this.noDraft ? html`<small>${this.t('draftKept')}</small>` : nothing}
      ${this.#place > 0 ? this.#renderBack() : nothing}
      ${isLast ? this.renderSend() : html`<button part="next" ?disabled=${this.isLocked}>${this.t('next')}</button>`}
    </div>`;
  }

  #renderBack(): TemplateResult {
    return html`<button part="back" type="button" ?disabled=${this.isLocked} @click=${this.#onBack}>
      ${this.t('back')}
    </button>`;
  }

  #stateOf(field: Field): FieldState {
    return {
      name: field,
      label: this.t(FIELDS[field].label),
      optional: this.t('optional'),
      hint: field === 'contact' ? this.t('contactHint') : undefined,
      required: this.#needed.includes(field),
      disabled: this.isLocked,
      readonly: this.readonly,
      attempt: this.attempt,
      strings: this.#wordsOf(field),
    };
  }

  /** The team's words, and the complaint's own for what is missing. */
  #wordsOf(field: Field): Partial<Strings> {
    const { inheritedStrings } = this.localizer;
    if (field === 'category') return { ...inheritedStrings, required: this.t('categoryMissing') };
    if (field === 'details') return { ...inheritedStrings, textMissing: this.t('detailsMissing') };
    return inheritedStrings;
  }

  /** None for a field that is no choice. */
  #optionsOf(field: Field): readonly ChoiceOption[] {
    if (!isChoice(field)) return [];
    // A server does not know the page's own options: what it has drawn is taken over first.
    const own = this.#isDrawn && !this.hasUpdated ? undefined : ownOptions(this, field);
    return own ?? defaultOptions(field, (key) => this.t(key));
  }

  /** The draft is not needed once the endpoint or the queue has the complaint; it is again when it is refused. */
  #followOutcome(): void {
    const { outcome } = this.submission;
    if (outcome?.state === 'refused') this.#keep();
    else if (outcome?.state === 'sent' || outcome?.durable) this.#draft.clear();
  }

  #keep(): void {
    this.#draft.save(toKept(this.#entries, this.#step));
  }

  /** The draft comes after the first rendering, which is the same as that of a server. */
  #restoreDraft(): void {
    const kept = readKept(this.#draft.load());
    const entries = this.#withoutOld(kept.entries);
    if (isEmpty(entries) && kept.files === 0) return;
    this.#notice.show(kept.files);
    this.#restore({ ...kept, entries });
  }

  /** Without what the page does not offer any more. */
  #withoutOld(entries: Entries): Entries {
    let kept = entries;
    for (const field of this.#shown) {
      const options = this.#optionsOf(field);
      const isOffered = options.length === 0 || options.some(({ value }) => value === entries[field]);
      if (!isOffered) kept = withEntry(kept, field, null);
    }
    return kept;
  }

  #restore({ entries, step }: Pick<ReturnType<typeof readKept>, 'entries' | 'step'>): void {
    this.#step = step;
    this.#enter(entries);
  }

  #enter(entries: Entries): void {
    this.syncInputs();
    this.#entries = entries;
    this.#controls.fill(this.#shown, entries);
    this.noteInputs();
    this.updateForm();
    this.requestUpdate();
  }

  /** The fields inside render after the complaint, and only then know what is wrong with them. */
  async #settle(): Promise<void> {
    const isFirst = !this.#settled;
    await this.#controls.settle(this.#shown, this.#entries);
    if (isFirst) this.#restoreDraft();
    if (isFirst && this.#isDrawn) this.requestUpdate();
    this.updateForm();
  }

  /** The fields of each step; all of them in one where there are no steps. */
  get #groups(): readonly (readonly Field[])[] {
    return this.wizard ? toSteps(this.#shown).map(({ fields }) => fields) : [this.#shown];
  }

  get #place(): number {
    return Math.min(this.#step, this.#groups.length - 1);
  }

  /** Lets these fields say what is wrong with them, from the step with the first of them. */
  #complain(fields: readonly Field[]): Mistake[] {
    this.showsErrors = true;
    const mistakes = this.#controls.complain(fields);
    if (mistakes[0]) this.#step = this.#stepOf(mistakes[0].field);
    this.requestUpdate();
    return mistakes;
  }

  /** The errors of fields are announced from 0 on; below, the summary is announced in their place. */
  #announce(attempt: number): void {
    this.attempt = attempt;
    for (const field of this.#shown) Object.assign(this.#controls.get(field) ?? {}, { attempt });
  }

  /** The level of titles under the heading. */
  get #innerLevel(): number {
    return Math.min(6, levelOf(this) + 1);
  }

  #stepOf(field: Field): number {
    return this.#groups.findIndex((fields) => fields.includes(field));
  }

  async #lead(field: Field): Promise<void> {
    this.#step = this.#stepOf(field);
    this.requestUpdate();
    await this.updateComplete;
    this.#controls.get(field)?.focus();
  }

  /** The title of the step gets the focus, so that it is read, and what comes next is its first field. */
  async #go(step: number): Promise<void> {
    this.#step = step;
    this.#press.hasMoved = true;
    this.#mistakes = [];
    this.#keep();
    this.requestUpdate();
    await this.updateComplete;
    this.find(`#step-${step}`)?.focus();
  }

  /** Every way in which a visitor enters something ends here. What the page has slotted in is none of it. */
  #onEntry = (event: Event): void => {
    const control = event.target as Control;
    if (control.getRootNode() !== this.renderRoot || !isField(control.name)) return;
    const entry = control.name === 'attachments' ? control.files : control.value;
    this.syncInputs();
    this.#entries = withEntry(this.#entries, control.name, entry);
    this.updateForm();
    this.requestUpdate();
    // Not after "change" of a field that the focus leaves for the summary.
    if (event.type === 'input') this.#announce(0);
    this.#notice.keepDeleted();
    this.#keep();
  };

  #onLeave = (event: Event): void => {
    // Chromium also fires "change" of a field that goes away with the focus, which is nobody's act.
    if (this.isSending || this.isDone) return;
    this.#onEntry(event);
    this.onChange();
  };

  #onBack = (): void => {
    void this.#go(this.#place - 1);
  };

  #startOver(): () => void {
    const [entries, step] = [this.#entries, this.#step];
    this.formResetCallback();
    return () => {
      this.#restore({ entries, step });
      this.#keep();
    };
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-complaint': HeedComplaint;
  }
}
