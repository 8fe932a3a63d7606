import type { Outcome, RecordInput, Respondent } from '@heed/core';
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { CommonStrings, Strings } from '../../locales/strings.ts';
import { inactiveQuestions } from '../form/inactive.ts';
import { baseStyles } from '../styles/base.styles.ts';
import { optionStyles } from '../styles/option.styles.ts';
import { scaleStyles } from '../styles/scale.styles.ts';
import type { OutcomeText } from '../submission/outcome.ts';
import { Submission } from '../submission/submission.ts';
import type { HeedSubmitEvent, OutcomeDetail } from '../submission/submit-event.ts';
import { QuestionElement } from './question-element.ts';
import { warnOfObjects, warnOnce } from './warn.ts';

export type { ValidityError } from '../form/form-control.ts';

/**
 * The base class of the elements that ask something. Inside a form or a survey it is a field of that. Elsewhere, an
 * element with `survey` shows a button, sends the answer and shows the outcome.
 *
 * @slot without-script - Shown where scripts do not run, such as a plain form inside a `<noscript>`.
 * @event {HeedSubmitEvent} heed-submit - The user submits the answer; `detail` is the record. Cancelable.
 * @event {CustomEvent<OutcomeDetail>} heed-sent - The endpoint confirmed the answer.
 * @event {CustomEvent<OutcomeDetail>} heed-stored - The answer is stored and will be sent when possible.
 * @event {CustomEvent<OutcomeDetail>} heed-refused - The answer was rejected for good. The user's input stays visible.
 * @csspart base - The container of all other parts; a card when the element sends its own answer.
 * @csspart submit - The submit button.
 * @csspart status - The outcome, with `icon`, `status-title` and `status-text`.
 * @cssprop [--heed-color-accent=#3b4fd8] - The accent colour. Other colours are derived from it with sufficient
 * contrast.
 * @cssprop [--heed-color-surface=light-dark(#fff, #1b1e29)] - The background of the question and its controls.
 * @cssprop [--heed-color-text=light-dark(#14161f, #eef0f6)] - The text colour.
 * @cssprop [--heed-color-text-quiet=light-dark(#555a6b, #a6acbd)] - The colour of hints and other secondary text.
 * @cssprop [--heed-color-outline=light-dark(#868c9e, #7b8195)] - The outlines of controls.
 * @cssprop [--heed-color-edge=light-dark(#d8dbe4, #3a3f50)] - The border of the card, and dividing lines.
 * @cssprop [--heed-color-error=light-dark(#b3261e, #ff9d93)] - The colour of validation errors.
 * @cssprop [--heed-outline-width=1px] - The width of the outlines of controls and of the card's border.
 * @cssprop [--heed-radius=8px] - The corner radius of controls. The card's radius is derived from it.
 * @cssprop [--heed-space=16px] - The space between parts. The card's padding is derived from it.
 * @cssprop [--heed-density=1] - Scales the space and the height of controls; on touch screens controls stay 44 px high.
 * @cssprop [--heed-card-padding] - The padding of the card. Defaults to a multiple of `--heed-space`.
 * @cssprop [--heed-shadow=none] - The shadow of the card.
 * @cssstate sending - The answer is being sent.
 * @cssstate sent - The endpoint confirmed the answer.
 * @cssstate stored - The answer is stored and not confirmed yet.
 * @cssstate refused - The answer was rejected.
 * @cssstate labelled - A `<label>` of the page asks the question, so the element does not repeat it.
 */
export abstract class HeedElement<
  Key extends keyof Strings = keyof CommonStrings,
> extends QuestionElement<Key> {
  /** Includes the styles of options and scales: one file compresses far better than several small ones. */
  static override styles: CSSResultGroup = [baseStyles, optionStyles, scaleStyles];
  static override properties: PropertyDeclarations = {
    survey: {},
    endpoint: {},
    respondent: { attribute: false },
  };

  /** Your name for this question or survey. Required for an element that sends its own answer. */
  declare survey: string | undefined;
  /**
   * The URL or path that receives the answer. Defaults to the endpoint of the `heed-prompt` around the element, or else
   * to the page's `<meta name="heed-endpoint">`.
   */
  declare endpoint: string | undefined;
  /** The person who answers, if your page knows them; `undefined` for an anonymous answer. */
  declare respondent: Respondent | undefined;

  protected readonly submission = new Submission(this);

  override formResetCallback(): void {
    this.submission.reset();
    super.formResetCallback();
  }

  /** Inactive in a form as long as the element sends its own answer, and while the survey does not ask it. */
  protected override get isActive(): boolean {
    return !inactiveQuestions.has(this) && !(this.form && this.isStandalone);
  }

  /** An element that sends its own answer always requires one. */
  protected get isNeeded(): boolean {
    return this.required || this.isStandalone;
  }

  /** The element sends its own answer. */
  protected get isStandalone(): boolean {
    return this.submission.isStandalone;
  }

  protected get isDone(): boolean {
    return /sent|stored/.test(this.submission.status);
  }

  protected get isSending(): boolean {
    return this.submission.status === 'sending';
  }

  /** The user cannot change anything: the element is disabled, or the answer is being sent. */
  protected get isLocked(): boolean {
    return this.isDisabled || this.isSending;
  }

  /** The data that the record is created from. */
  protected get recordInput(): RecordInput {
    const { survey = '', answers, respondent, consent } = this;
    const context = { locale: this.localizer.language, channel: 'web' };
    return { survey, answers, respondent, context, consent };
  }

  protected override firstUpdated(): void {
    warnOfObjects(this);
    if (this.survey || this.form || this.name || this.submission.survey) return;
    warnOnce(this, 'HEED_SURVEY', 'set survey="…" to send the answer, or name="…" to read it');
  }

  protected override updated(): void {
    super.updated();
    this.askedOr('');
    const { states } = this.internals;
    const { status } = this.submission;
    states.clear();
    if (status !== 'idle') states.add(status);
    if (this.labelText && !this.question) states.add('labelled');
  }

  /** Sends a valid answer; otherwise shows what is wrong and moves the focus there. */
  protected async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isDisabled || this.readonly) return;
    this.syncInputs();
    if (!this.isStandalone && this.#submitOuter(event)) return;
    if (this.validityError) {
      // As the browser does. It does not know the validity if another element's form contains this one.
      this.dispatchEvent(new CustomEvent('invalid', { cancelable: true }));
      this.focus();
    } else if (this.isStandalone) await this.submission.send(this.recordInput, this.attachedFiles);
  }

  /**
   * Submits the survey, element or form that contains the element, which then shows all errors.
   *
   * @returns false if there is none
   */
  #submitOuter(event: Event): boolean {
    const { host } = this.getRootNode() as ShadowRoot;
    const { survey } = this.submission;
    if (survey) survey.requestSubmit?.();
    else if (host instanceof HeedElement) void host.onSubmit(event);
    else if (this.form) HTMLFormElement.prototype.requestSubmit.call(this.form);
    else return false;
    return true;
  }

  /**
   * A frame with `sandbox` but without "allow-forms" fires no "submit":
   * https://html.spec.whatwg.org/#form-submission-algorithm
   */
  #onClick(event: Event): void {
    const button = (event.target as Element).closest('button');
    const isOurs = button?.type === 'submit' && button.form === event.currentTarget;
    if (isOurs && !event.defaultPrevented) void this.onSubmit(event);
  }

  /**
   * On a press on text, Chromium focuses the first field, and then the text cannot be selected:
   * https://crbug.com/950357
   */
  #onMouseDown({ currentTarget }: Event): void {
    const form = currentTarget as HTMLElement;
    form.tabIndex = -1;
    setTimeout(() => form.removeAttribute('tabindex'));
  }

  protected override render(): TemplateResult {
    const isCard = this.isStandalone && !this.submission.prompt;
    return html`<div class="room">
        <form
          part="base"
          role="none"
          class=${isCard ? 'card' : ''}
          novalidate
          @submit=${this.onSubmit}
          @input=${this.onInput}
          @click=${this.#onClick}
          @mousedown=${this.#onMouseDown}
        >
          ${this.isDone ? nothing : this.renderContent()}
          ${this.submission.render((outcome) => this.describeOutcome(outcome))} ${this.renderMore()}
          <button hidden></button>
        </form>
      </div>
      <slot name="without-script"></slot>`;
  }

  /** Renders the question and the submit button. */
  protected renderContent(): unknown {
    return nothing;
  }

  /** Renders what follows a good outcome; nothing before. */
  protected renderMore(): unknown {
    return nothing;
  }

  /** Renders "optional" next to a question whose answer may be left out. */
  protected renderOptional(): unknown {
    return this.isNeeded ? nothing : html`<small>${this.t('optional')}</small>`;
  }

  /** Renders the submit button of an element that sends its own answer. */
  protected renderSend(): unknown {
    return this.isStandalone && !this.readonly ? this.renderSubmit(this.t('send')) : nothing;
  }

  protected renderSubmit(label: string): TemplateResult {
    return html`<button part="submit" ?disabled=${this.isLocked}>
      ${this.isSending ? this.t('sending') : label}
    </button>`;
  }

  /**
   * Returns the text for an outcome. A record that is only in memory is lost with the page, so the text does not call
   * it saved. If the browser is online, the text blames the server and not the connection.
   */
  protected describeOutcome(outcome: Outcome): OutcomeText {
    const { state } = outcome;
    const isKept = state === 'stored';
    const kind = isKept && !outcome.durable ? 'memory' : state;
    const online = isKept && navigator.onLine ? 'Online' : '';
    return [this.t(`${kind}Title`), this.t(`${kind}${online}Text` as 'storedText')];
  }
}

// Here and not next to the events: a module that is imported for its types only is missing in the published declarations.
declare global {
  interface GlobalEventHandlersEventMap {
    'heed-submit': HeedSubmitEvent;
    'heed-sent': CustomEvent<OutcomeDetail>;
    'heed-stored': CustomEvent<OutcomeDetail>;
    'heed-refused': CustomEvent<OutcomeDetail>;
  }
}
