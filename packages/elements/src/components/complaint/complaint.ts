import { toJson, type Answer, type Consent, type Outcome } from '@heed/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { renderError } from '../../shared/form/field-error.ts';
import { HeedElement, type ValidityError } from '../../shared/base/heed-element.ts';
import { lazyImport } from '../../shared/loading/lazy-import.ts';
import { LazyPart } from '../../shared/loading/lazy-part.ts';
import type { OutcomeText } from '../../shared/submission/outcome.ts';
import { fieldStyles } from '../../shared/styles/field.styles.ts';
import { inheritTokens } from '../../shared/styles/inherit-tokens.ts';
import { tokens } from '../../shared/styles/tokens.ts';
import { keepTyping } from '../../shared/keyboard/typing.ts';
import { Localizer } from '../../shared/localization/localizer.ts';
import { levelOf, ownLevelOf } from '../../shared/rendering/heading.ts';
import { DoubleClickGuard } from '../../shared/steps/double-click-guard.ts';
import { stepStyles } from '../../shared/steps/steps.styles.ts';
import { watchChildren } from '../../shared/light-dom/watch-children.ts';
import { complaintStyles } from './complaint.styles.ts';
import { complaintEnglish } from '../../locales/en/complaint.ts';
import { ComplaintDraft } from './complaint-draft.ts';
import { ComplaintOptions } from './complaint-options.ts';
import { ComplaintSteps } from './complaint-steps.ts';
import { renderErrorSummary } from './error-summary.ts';
import {
  applyRules,
  fillControls,
  findControl,
  findErrors,
  findFirstError,
  readControls,
  reportErrors,
  settleControls,
  type Control,
  type FieldError,
} from './field-controls.ts';
import { optionsOf, withoutObsolete } from './field-options.ts';
import { DEFAULT_FIELDS, DEFAULT_REQUIRED, isField, readFields, type Field } from './fields.ts';
import { renderActions } from './render-actions.ts';
import { renderField, type FormState } from './render-field.ts';
import { renderSteps } from './render-steps.ts';
import {
  EMPTY,
  fromAnswers,
  isBlank,
  isEmpty,
  parseStored,
  toAnswers,
  toFormData,
  toStored,
  withValue,
  type ComplaintValues,
  type Progress,
} from './values.ts';

const loadAttachment = lazyImport(() => import('../../define/attachment.ts'));
const loadReceipt = lazyImport(() => import('./receipt.ts'));

/**
 * A complete complaint form, which also works offline: category, severity, what happened, the preferred remedy and contact
 * details, on one page or in steps. The user's input survives a reload. The form shows a reference number immediately, and
 * the next steps with their time limits if you set `limits`.
 *
 * ```html
 * <heed-complaint survey="complaint" endpoint="/feedback"></heed-complaint>
 * ```
 *
 * @tag heed-complaint
 * @slot question - The heading, if it needs markup.
 * @slot intro - Text below the heading, for example who reads the complaint.
 * @slot category - Your categories, as `<option slot="category" value="…">`.
 * @slot severity - Your degrees of severity, as `<option slot="severity" value="…">`.
 * @slot remedy - The remedies that you offer, as `<option slot="remedy" value="…">`.
 * @slot contact-time - The times when you can contact the user, as `<option slot="contact-time" value="…">`.
 * @event {Event} input - The user changed a field.
 * @event {Event} change - The user finished changing a field.
 * @csspart body - The form. It is removed when the complaint is sent or stored.
 * @csspart question - The heading.
 * @csspart notice - The notice that a draft was restored.
 * @csspart start-over - The button that deletes the draft.
 * @csspart undo - The button that restores the deleted draft.
 * @csspart summary - The list of validation errors, which contains `summary-title`.
 * @csspart progress - The progress bar above the steps.
 * @csspart step - A step with its fields.
 * @csspart step-title - The title of a step.
 * @csspart fields - The fields of a complaint on one page.
 * @csspart field - A field with its label.
 * @csspart label - The label of a field.
 * @csspart options - The options of a choice.
 * @csspart option - An option. Also `option-chosen` and `option-disabled`.
 * @csspart input - A text field.
 * @csspart hint - The help text below a label.
 * @csspart consent - The permission to contact the user, with its checkbox.
 * @csspart actions - The row of buttons.
 * @csspart back - The button that shows the previous step.
 * @csspart next - The button that shows the next step.
 * @csspart reference - The reference number with its button.
 * @csspart copy - The button that copies the reference number.
 * @csspart link - A link: to an invalid field, or to the page of the case.
 * @csspart due - The next steps and their time limits, with `due-title`.
 * @csspart error - A validation message.
 */
export class HeedComplaint extends ComplaintOptions {
  static override styles = [
    tokens('complaint'),
    HeedElement.styles,
    fieldStyles,
    stepStyles,
    inheritTokens('[part=body]'),
    complaintStyles,
  ];

  protected override readonly localizer = new Localizer(this, complaintEnglish);
  readonly #isServerRendered = this.shadowRoot !== null;
  #shown = DEFAULT_FIELDS;
  #required = DEFAULT_REQUIRED;
  #values = EMPTY;
  readonly #steps = new ComplaintSteps(
    () => this.wizard,
    () => this.#shown,
  );
  readonly #clickGuard = new DoubleClickGuard();
  /** The errors of the last attempt to submit. */
  #errors: readonly FieldError[] = [];
  #attempts = 0;
  #settled: Promise<void> | undefined;
  /** Loaded on demand, because few complaints have files. If it fails, the other fields still work. */
  readonly #attachment = new LazyPart(this, loadAttachment, (module) => module);
  /** If it fails, the outcome is still shown. */
  readonly #receipt = new LazyPart(
    this,
    loadReceipt,
    ({ ComplaintReceipt }) => new ComplaintReceipt(this, this.localizer),
  );
  readonly #draft = new ComplaintDraft(this, this.localizer, {
    key: () =>
      this.noDraft || !this.isStandalone ? undefined : [this.survey, this.name].filter(Boolean).join(':'),
    progress: () => ({ values: this.#values, step: this.#steps.chosen }),
    withoutObsolete: (values) => withoutObsolete(values, this.#shown, (field) => this.#optionsOf(field)),
    restore: (progress) => this.#restore(progress),
  });

  constructor() {
    super();
    keepTyping(this);
    watchChildren(this);
    this.addEventListener('invalid', () => this.#reportErrors(this.#shown));
  }

  /**
   * The answers in the order of the fields; `null` if all fields are empty. Set it to prefill fields, such as the order number:
   * only `name` and `value` are read.
   */
  get value(): Answer[] | null {
    this.syncInputs();
    return isEmpty(this.#values) ? null : this.answers;
  }
  set value(answers: readonly Pick<Answer, 'name' | 'value'>[] | null) {
    this.#setValues(fromAnswers(answers));
  }

  override focus(options?: FocusOptions): void {
    const fields = this.#steps.fields;
    const invalid = this.showsErrors ? findErrors(this, fields)[0]?.field : undefined;
    findControl(this, invalid ?? fields[0])?.focus(options);
  }

  formStateRestoreCallback(state: string): void {
    this.#restore(parseStored(state));
  }

  protected override clear(): void {
    this.#draft.clear();
    this.#errors = [];
    this.#steps.chosen = 0;
    this.#values = EMPTY;
    this.find<HTMLFormElement>('form')?.reset();
  }

  protected override get formValue(): [FormData, string] {
    const { answers } = this;
    const state = toStored({ values: this.#values, step: this.#steps.chosen });
    return [toFormData(this.name, answers, this.#values), toJson(state)];
  }

  override get answers(): Answer[] {
    this.syncInputs();
    return toAnswers(this.#shown, this.#values, this.localizer);
  }

  override get attachedFiles(): readonly File[] {
    return this.#values.attachments;
  }

  override get consent(): Consent | undefined {
    return this.#shown.includes('consent') ? { contact: this.#values.consent } : undefined;
  }

  protected override describeOutcome(outcome: Outcome): OutcomeText {
    const [title, text] = super.describeOutcome(outcome);
    const reference = this.#receipt.value?.renderAnnouncement(this.submission);
    if (outcome.state !== 'sent') return [title, text, reference];
    return [this.t('complaintSentTitle'), this.t('complaintSentText'), reference];
  }

  /** An untouched complaint is valid unless it is required. */
  protected override findValidityError(): ValidityError | undefined {
    if (isEmpty(this.#values) && !this.required && !this.isStandalone) return undefined;
    // Before the first rendering, there are no controls to validate.
    const isMissing = !this.hasUpdated && this.#required.some((field) => isBlank(this.#values[field]));
    if (isMissing) return { flag: 'valueMissing', message: this.t('required') };
    return findFirstError(this, this.#shown);
  }

  protected override updateForm(): void {
    [this.#shown, this.#required] = readFields(this);
    this.syncInputs();
    applyRules(this, this.#values, [this.#shown, this.#required], this.localizer);
    super.updateForm();
  }

  protected override readInputs(): void {
    this.#values = readControls(this, this.#shown, this.#values);
    this.#draft.save();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    [this.#shown, this.#required] = readFields(this);
    this.#receipt.value?.update(this.submission, this.#values.severity);
    this.#draft.followOutcome(this.submission.outcome);
  }

  protected override updated(): void {
    super.updated();
    // Before the complaint is sent, when the network may be gone.
    void this.#receipt.load();
    if (this.#shown.includes('attachments')) void this.#attachment.load();
    this.#settled = this.#settle();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#settled;
    return !this.isUpdatePending || this.getUpdateComplete();
  }

  /** Shows the next step, or sends the complaint in the last step, if the fields so far are valid. */
  protected override async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    this.updateForm();
    const isLast = this.#steps.isLast;
    const fields = isLast ? this.#shown : this.#steps.fields;
    if (!this.readonly && findErrors(this, fields).length > 0) {
      this.#errors = this.#reportErrors(fields);
      this.#attempts += 1;
      this.#announceErrors(-1);
      await this.updateComplete;
      this.find('#summary')?.focus();
      return;
    }
    this.#errors = [];
    if (isLast) await super.onSubmit(event);
    else await this.#showStep(this.#steps.current + 1);
  }

  protected override renderContent(): unknown {
    const level = ownLevelOf(this);
    return html`<div
      part="body"
      role="group"
      aria-labelledby="question"
      @input=${this.#onInput}
      @change=${this.#onChange}
    >
      <p part="question" id="question" role=${level ? 'heading' : nothing} aria-level=${level ?? nothing}>
        <slot name="question">${this.questionOr(this.t('complaintQuestion'))}</slot>
      </p>
      <slot name="intro"></slot>
      ${this.#draft.notice.render(this.isLocked)}
      ${renderErrorSummary(this.#errors, this.#attempts, this.#innerLevel, this.localizer, this.#focusField)}
      ${this.#renderFields()}
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

  #renderFields(): unknown {
    const form = this.#formState;
    const render = (field: Field): TemplateResult => renderField(field, form, this.#optionsOf(field));
    return this.#steps.groups.length === 1
      ? html`<div part="fields">${this.#shown.map(render)}</div>`
      : renderSteps(this.#shown, this.#steps.current, this.#innerLevel, this.localizer, render);
  }

  #renderActions(): unknown {
    return renderActions({
      steps: this.#steps,
      clickGuard: this.#clickGuard,
      disabled: this.isLocked,
      isSubmittable: this.isStandalone && !this.readonly,
      keepsDraft: this.isStandalone && !this.noDraft,
      localizer: this.localizer,
      renderSend: () => this.renderSend(),
      onBack: this.#onBack,
    });
  }

  get #formState(): FormState {
    const showsTimeError = this.showsErrors || this.#values['happened-at'] !== '';
    return {
      values: this.#values,
      required: this.#required,
      disabled: this.isLocked,
      readonly: this.readonly,
      attempt: this.attempt,
      timeError: (showsTimeError && findControl(this, 'happened-at')?.validationMessage) || '',
      localizer: this.localizer,
    };
  }

  #optionsOf(field: Field): ReturnType<typeof optionsOf> {
    return optionsOf(this, field, this.localizer, this.#isServerRendered && !this.hasUpdated);
  }

  #restore({ values, step }: Progress): void {
    this.#steps.chosen = step;
    this.#setValues(values);
  }

  #setValues(values: ComplaintValues): void {
    this.syncInputs();
    this.#values = values;
    fillControls(this, this.#shown, values);
    this.noteInputs();
    this.updateForm();
    this.requestUpdate();
  }

  /** The controls render after the complaint, and update their validity only then. */
  async #settle(): Promise<void> {
    const isFirst = !this.#settled;
    await settleControls(this, this.#shown, this.#values);
    if (isFirst) this.#draft.restore();
    if (isFirst && this.#isServerRendered) this.requestUpdate();
    this.updateForm();
  }

  /** The level of titles below the heading. */
  get #innerLevel(): number {
    return Math.min(6, levelOf(this) + 1);
  }

  /** Shows the validation messages next to the fields, and the step with the first of them. */
  #reportErrors(fields: readonly Field[]): FieldError[] {
    this.showsErrors = true;
    const errors = reportErrors(this, fields);
    if (errors[0]) this.#steps.chooseStepOf(errors[0].field);
    this.requestUpdate();
    return errors;
  }

  /** Sets the attempt of all fields: from 0, they announce their errors; below, only the summary is announced. */
  #announceErrors(attempt: number): void {
    this.attempt = attempt;
    for (const field of this.#shown) Object.assign(findControl(this, field) ?? {}, { attempt });
  }

  #focusField = async (field: Field): Promise<void> => {
    this.#steps.chooseStepOf(field);
    this.requestUpdate();
    await this.updateComplete;
    findControl(this, field)?.focus();
  };

  /** Focuses the title of the step, so that it is announced and the first field is next in the tab order. */
  async #showStep(step: number): Promise<void> {
    this.#steps.chosen = step;
    this.#clickGuard.hasMoved = true;
    this.#errors = [];
    this.#draft.save();
    this.requestUpdate();
    await this.updateComplete;
    this.find(`#step-${step}`)?.focus();
  }

  /** Handles all input of the user. Controls that the page has slotted in are ignored. */
  #onInput = (event: Event): void => {
    const control = event.target as Control;
    if (control.getRootNode() !== this.renderRoot || !isField(control.name)) return;
    const value = control.name === 'attachments' ? control.files : control.value;
    this.syncInputs();
    this.#values = withValue(this.#values, control.name, value);
    this.updateForm();
    this.requestUpdate();
    // Not after the "change" event of a field that loses the focus to the summary.
    if (event.type === 'input') this.#announceErrors(0);
    this.#draft.notice.keepDeleted();
    this.#draft.save();
  };

  #onChange = (event: Event): void => {
    // Chromium also fires "change" for a focused field that is removed, without any action of the user.
    if (this.isSending || this.isDone) return;
    this.#onInput(event);
    this.onChange();
  };

  #onBack = (): void => {
    void this.#showStep(this.#steps.current - 1);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-complaint': HeedComplaint;
  }
}
