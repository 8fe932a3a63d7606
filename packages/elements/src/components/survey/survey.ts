import type { Answer, Consent, RecordInput } from '@heed/core';
import type { SurveyDefinition } from '@heed/core/survey';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { flag } from '../../shared/form/boolean-attribute.ts';
import { HeedElement, type ValidityError } from '../../shared/base/heed-element.ts';
import { isServer } from '../../shared/environment/is-server.ts';
import { later } from '../../shared/loading/later.ts';
import { inheritTokens } from '../../shared/styles/inherit-tokens.ts';
import { tokens } from '../../shared/styles/tokens.ts';
import { warnOnce } from '../../shared/base/warn.ts';
import { Localizer } from '../../shared/localization/localizer.ts';
import { renderProgress } from '../../shared/steps/progress.ts';
import { stepStyles } from '../../shared/steps/steps.styles.ts';
import { surveyEnglish } from '../../locales/en/survey.ts';
import { advanceOnEnter } from './enter-key.ts';
import type { StepDetail } from './step-event.ts';
import type { SurveySession } from './survey-session.ts';
import { surveyStyles } from './survey.styles.ts';

export type { StepDetail };

const loadSession = later(() => import('./survey-session.ts'));

/** How the steps are shown. */
export type SurveyDisplay = 'steps' | 'page';

/**
 * Asks several questions, one step at a time or all on one page. Each child is a step. The answers can determine which
 * steps come next, and the user's input survives a reload.
 *
 * ```html
 * <heed-survey survey="delivery" endpoint="/feedback">
 *   <heed-csat name="satisfied" question="How satisfied are you with the delivery?"></heed-csat>
 *   <heed-text name="why" type="long" question="What went wrong?" show-if="satisfied <= 3"></heed-text>
 * </heed-survey>
 * ```
 *
 * @tag heed-survey
 * @slot - The steps: questions, or elements that contain questions, text and images.
 * @slot question - The heading, if it needs more than plain text.
 * @slot welcome - Shown before the first step, with a start button.
 * @slot ending - Shown below the thank-you message. Of several endings, the first one whose `show-if` is true.
 * @slot unavailable - Shown instead of a survey that is closed because of an error in its markup or JSON.
 * @event {Event} input - The user changes an answer.
 * @event {Event} change - The user has finished changing an answer.
 * @event {CustomEvent<StepDetail>} heed-step - The user goes to another step.
 * @csspart body - Everything that disappears once the answers are sent or stored.
 * @csspart question - The heading.
 * @csspart notice - The message about a restored draft.
 * @csspart start-over - The button that deletes the draft.
 * @csspart undo - The button that restores a deleted draft.
 * @csspart progress - The progress bar above the step.
 * @csspart step - The current step.
 * @csspart actions - The row of buttons.
 * @csspart back - The button to the previous step.
 * @csspart next - The button to the next step.
 * @cssprop [--heed-survey-step-height=152px] - Minimum height of a step, so that the buttons do not move.
 * @cssstate closed - The survey contains an error and asks nothing.
 */
export class HeedSurvey extends HeedElement<keyof typeof surveyEnglish> {
  static override styles = [
    tokens('survey'),
    inheritTokens('[part=body]'),
    HeedElement.styles,
    stepStyles,
    surveyStyles,
  ];
  static override properties: PropertyDeclarations = {
    display: {},
    prefill: {},
    partial: { type: Boolean, converter: flag },
    noDraft: { attribute: 'no-draft', type: Boolean, converter: flag },
    src: {},
    integrity: {},
    definition: { attribute: false },
    headingLevel: { attribute: 'heading-level', type: Number },
  };

  /** `steps` or `page`, which shows all steps on one page. Defaults to `steps`. */
  declare display: SurveyDisplay | undefined;
  /**
   * Names of the questions and hidden fields that the query string of the page's URL may fill in, separated by spaces.
   * Defaults to none.
   */
  declare prefill: string | undefined;
  /** Sends the answers so far when the user leaves. A later record with the same id replaces them. */
  declare partial: boolean;
  /** Does not keep a draft on the device. Use this for shared devices. */
  declare noDraft: boolean;
  /** An http(s) URL or a path to the survey as JSON. Defaults to the survey inside the element. */
  declare src: string | undefined;
  /** Hash of the file at `src`, as for a `<script>`. Any other content is rejected. Defaults to no check. */
  declare integrity: string | undefined;
  /** The survey as data. Defaults to `src`, then to a `<script type="application/json">` inside, then to the page's HTML. */
  declare definition: SurveyDefinition | undefined;
  /** The level of the heading for assistive technology, 1 to 6. Defaults to 2. */
  declare headingLevel: number | null | undefined;

  protected override readonly localizer = new Localizer<keyof typeof surveyEnglish>(this, surveyEnglish);
  #session: SurveySession | undefined;
  /** The shadow root contains the markup of a server, which the first update keeps. */
  #isServerRendered = this.shadowRoot !== null;
  /** The value that the page has set before the session was loaded. */
  #initialValue: unknown;

  constructor() {
    super();
    this.partial = this.noDraft = false;
    advanceOnEnter(this);
  }

  /**
   * The answers on the survey path, in the order asked; `null` if nothing is answered. Set it to fill in known answers:
   * only `name` and `value` are used.
   */
  get value(): Answer[] | null {
    return this.#session?.value ?? null;
  }
  set value(answers: readonly Pick<Answer, 'name' | 'value'>[] | null) {
    this.#initialValue = answers;
    this.#session?.draft.setValues(answers);
    this.requestUpdate();
  }

  /** Goes to the next step or sends the answers, like a click on the button. */
  requestSubmit(): void {
    void this.onSubmit(new CustomEvent('submit'));
  }

  override focus(options?: FocusOptions): void {
    this.#session?.focus(options);
  }

  protected override clear(): void {
    this.#session?.reset();
  }

  protected override get formValue(): [null] {
    return [null];
  }

  override get answers(): Answer[] {
    const navigator = this.#session?.navigator;
    navigator?.follow();
    return navigator?.answers() ?? [];
  }

  override get attachedFiles(): readonly File[] {
    return this.#session?.navigator.files ?? [];
  }

  override get consent(): Consent | undefined {
    return this.#session?.navigator.consent;
  }

  protected override get recordInput(): RecordInput {
    return { ...super.recordInput, id: this.#session?.partial.id };
  }

  /** The questions inside validate themselves. */
  protected override findValidityError(): ValidityError | undefined {
    return undefined;
  }

  /** Without a step, there is no card. */
  protected override get standsAlone(): boolean {
    const mayAsk =
      isServer || (this.#open && (this.#isServerRendered || this.#open.navigator.content.steps.length > 0));
    return super.standsAlone && !!mayAsk;
  }

  override requestUpdate(...change: Parameters<HeedElement['requestUpdate']>): void {
    // The base constructor calls this before the private fields exist.
    if (#session in this && this.#session) this.#session.isPrepared = false;
    super.requestUpdate(...change);
  }

  /** Waits for everything that the current step needs. Until then, the previous step stays visible. */
  protected override async scheduleUpdate(): Promise<void> {
    this.#session ??= await this.#loadSession();
    await this.#session?.prepare();
    return super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    if (!this.#isServerRendered) this.#session?.follow(this.submission.outcome);
  }

  /** Does not warn about a missing `survey` before there is a step: the JSON may contain it. */
  protected override firstUpdated(): void {
    if (this.#session?.navigator.path.steps.length) super.firstUpdated();
  }

  protected override updated(): void {
    super.updated();
    if (this.#isServerRendered) this.requestUpdate();
    else this.#session?.arrange();
    this.#isServerRendered = false;
    if (!this.#open) this.internals.states.add('closed');
    const { code, message = '' } = this.#session?.problem ?? {};
    if (code) warnOnce(this, code, message);
  }

  /** Goes to the next step. At the end, sends the answers if they are valid. */
  protected override async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.#session && !this.isLocked) await (this.#session.advance() ?? super.onSubmit(event));
  }

  protected override renderContent(): unknown {
    if (isServer || this.#isServerRendered)
      return html`<div class="drawn"><slot name="welcome"></slot><slot></slot></div>`;
    const session = this.#open;
    if (!session) return html`<slot name="unavailable"></slot>`;
    const { isWelcoming, headingLevel, navigator } = session;
    const { index, isPage, steps } = navigator.path;
    if (navigator.content.steps.length === 0) return nothing;
    const isAlone = isPage || isWelcoming;
    const text = this.questionOr('');
    const heading = this.querySelector(':scope > [slot=question]')?.textContent?.trim() || text;
    return html`<div
      part="body"
      role="group"
      class=${isAlone ? '' : 'asking'}
      aria-label=${heading || this.t('survey')}
    >
      ${isAlone || steps.length < 2 ? nothing : renderProgress(index, steps.length)}
      <p
        part="question"
        role=${headingLevel ? 'heading' : nothing}
        aria-level=${headingLevel ?? nothing}
        ?hidden=${!heading}
      >
        <slot name="question">${text}</slot>
      </p>
      ${session.draft.notice.render(this.isLocked)}
      <div class="heard" role="status">${session.announcement}</div>
      ${isAlone ? html`<slot name="welcome"></slot>` : nothing}
      ${isWelcoming ? nothing : this.#renderStep(session)} ${this.#renderActions(session)}
    </div>`;
  }

  protected override renderMore(): unknown {
    return this.isDone ? html`<div id="ending"><slot name="ending"></slot></div>` : nothing;
  }

  /** In a form, the last step submits the form. On one page, the form's own button does. */
  protected override renderSend(): unknown {
    const isOurs = this.standsAlone || (this.form && !this.#session?.navigator.path.isPage);
    return this.readonly || !isOurs ? nothing : this.renderSubmit(this.t('send'));
  }

  #renderStep({ navigator, stepLabel, transition }: SurveySession): TemplateResult {
    return html`<div
      part="step"
      id="step"
      role="group"
      tabindex="-1"
      class=${navigator.path.isPage ? 'page' : `steps ${transition}`}
      aria-label=${stepLabel ?? nothing}
      ?inert=${this.isSending || this.disabled}
    >
      <slot></slot>
    </div>`;
  }

  #renderActions({ navigator, guard, isWelcoming, goBack }: SurveySession): TemplateResult {
    const { index, isPage, isAtEnd } = navigator.path;
    const button = (part: 'back' | 'next', key: 'back' | 'next' | 'begin'): TemplateResult =>
      html`<button
        part=${part}
        type=${part === 'back' ? 'button' : 'submit'}
        ?disabled=${this.isLocked}
        @click=${part === 'back' ? goBack : nothing}
      >
        ${this.t(key)}
      </button>`;
    return html`<div part="actions" @mousedown=${guard.onMouseDown} @click=${guard.onClick}>
      ${index > 0 && !isPage ? button('back', 'back') : nothing}
      ${isAtEnd && !isWelcoming ? this.renderSend() : button('next', isWelcoming ? 'begin' : 'next')}
    </div>`;
  }

  /** The session; `undefined` while the survey is closed. */
  get #open(): SurveySession | undefined {
    return this.#session?.problem ? undefined : this.#session;
  }

  async #loadSession(): Promise<SurveySession | undefined> {
    const module = await loadSession();
    if (!module) return undefined;
    const session = new module.SurveySession(this, this.localizer, {
      standsAlone: () => this.standsAlone,
      isSubmitted: () => this.isSending || this.isDone,
      record: () => [this.recordInput, this.target],
    });
    session.draft.setValues(this.#initialValue);
    return session;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-survey': HeedSurvey;
  }
  interface GlobalEventHandlersEventMap {
    'heed-step': CustomEvent<StepDetail>;
  }
}
