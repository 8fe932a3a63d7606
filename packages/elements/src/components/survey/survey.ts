import type { Answer, Consent, RecordInput } from '@heed/core';
import type { SurveyDefinition } from '@heed/core/survey';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { flag } from '../../shared/form/boolean-attribute.ts';
import { HeedElement, type ValidityError } from '../../shared/base/heed-element.ts';
import { isServer } from '../../shared/environment/is-server.ts';
import { lazyImport } from '../../shared/loading/lazy-import.ts';
import { inheritTokens } from '../../shared/styles/inherit-tokens.ts';
import { markContainer } from '../../shared/container/container.ts';
import { tokens } from '../../shared/styles/tokens.ts';
import { warnOnce } from '../../shared/base/warn.ts';
import { Localizer } from '../../shared/localization/localizer.ts';
import { DoubleClickGuard } from '../../shared/steps/double-click-guard.ts';
import { renderProgress } from '../../shared/steps/progress.ts';
import { stepStyles } from '../../shared/steps/steps.styles.ts';
import type { Mistake, Preparation } from './prepare.ts';
import { surveyStyles } from './survey.styles.ts';
import { surveyEnglish } from '../../locales/en/survey.ts';
import type { Way } from './survey-path.ts';

const loadPrepare = lazyImport(() => import('./prepare.ts'));

/** How the steps are shown. */
export type SurveyDisplay = 'steps' | 'page';

/** `detail` of `heed-step`. */
export interface StepDetail {
  /** The team's name for the survey. */
  survey: string | undefined;
  /** The name of the step; its place in the survey, from 1, where it has none. */
  step: string;
  /** Its place on the way that the answers lead, from 1. */
  place: number;
  /** How many steps there are on that way, as far as it is known. */
  count: number;
}

/**
 * Asks several questions, one at a time or all on a page: each child is a step. The way through them follows the
 * answers; what is entered survives a reload.
 *
 * ```html
 * <heed-survey survey="delivery" endpoint="/feedback">
 *   <heed-csat name="satisfied" question="How satisfied are you with the delivery?"></heed-csat>
 *   <heed-text name="why" type="long" question="What went wrong?" show-if="satisfied <= 3"></heed-text>
 * </heed-survey>
 * ```
 *
 * @tag heed-survey
 * @slot - The steps: questions, or any elements with questions, text or pictures in them.
 * @slot question - The heading, when it needs more than plain text.
 * @slot welcome - What is shown before the first step, with a button that starts.
 * @slot ending - What is added once the answers are sent or saved. Of several, the first whose `show-if` holds.
 * @slot unavailable - What is shown in place of a survey that its author's mistake keeps closed.
 * @event {Event} input - The visitor entered something.
 * @event {Event} change - The visitor finished entering something.
 * @event {CustomEvent<StepDetail>} heed-step - The visitor went to another step.
 * @csspart body - All that is gone once the answers are sent or stored.
 * @csspart question - The heading.
 * @csspart notice - Says that a draft was restored.
 * @csspart start-over - The button that deletes the draft.
 * @csspart undo - The button that brings it back.
 * @csspart progress - The bar over the steps.
 * @csspart step - What is asked now.
 * @csspart actions - The row of buttons.
 * @csspart back - The button to the step before.
 * @csspart next - The button to the next step.
 * @cssprop [--heed-survey-step-height=152px] - The least height of a step, so that the buttons stay in place.
 * @cssstate closed - The author made a mistake: nothing is asked.
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

  /** `steps`, also when absent, or `page`: all on one. */
  declare display: SurveyDisplay | undefined;
  /** Names of questions and hidden fields that the address of the page may fill in, as a list with blanks. Absent: none. */
  declare prefill: string | undefined;
  /** Sends what was answered so far when the visitor leaves; a later record with the same id takes its place. */
  declare partial: boolean;
  /** Keeps nothing that is entered on the device, for a shared one. */
  declare noDraft: boolean;
  /** An http(s) address or a path of the survey as JSON. Absent: what stands inside the tag. */
  declare src: string | undefined;
  /** Of what `src` holds, as of a `<script>`: nothing else is asked then. Absent: it is not compared. */
  declare integrity: string | undefined;
  /** The survey as data. Absent: by `src`, by a `<script type="application/json">` inside, or the page's own HTML. */
  declare definition: SurveyDefinition | undefined;
  /** The level of the heading for assistive technology, 1 to 6. Defaults to 2. */
  declare headingLevel: number | null | undefined;

  protected override readonly localizer = new Localizer<keyof typeof surveyEnglish>(this, surveyEnglish);
  readonly #press = new DoubleClickGuard();
  #preparation: Preparation | undefined;
  /** Nothing has changed since all was there that is needed to show the right step. */
  #isPrepared = false;
  #mistake: Mistake | undefined;
  /** The author made a mistake, or what is needed could not be loaded. */
  #isClosed = false;
  /** By a server. */
  #isDrawn = this.shadowRoot !== null;
  /** By the page, before there is anything to set it to. */
  #given: unknown;
  #hasBegun = false;
  #isBack = false;
  /** What a screen reader is told of the step. */
  #announced = '';

  constructor() {
    super();
    markContainer(this, 'heed-survey');
    this.partial = this.noDraft = false;
    this.addEventListener('input', this.#onEntry);
    this.addEventListener('change', this.#onEntry);
    this.addEventListener('invalid', this.#onInvalid, true);
    this.addEventListener('keydown', this.#onKey);
  }

  /**
   * The answers so far, in the order asked, without those that do not count any more; null when nothing is answered. Set
   * it to fill in what the page knows; only `name` and `value` count.
   */
  get value(): Answer[] | null {
    return this.#preparation?.value ?? null;
  }
  set value(answers: readonly Pick<Answer, 'name' | 'value'>[] | null) {
    this.#given = answers;
    this.#preparation?.kept.set(answers);
    this.requestUpdate();
  }

  /** Goes on as if the visitor had pressed the button: to the next step, or to sending. */
  requestSubmit(): void {
    void this.onSubmit(new CustomEvent('submit'));
  }

  override focus(options?: FocusOptions): void {
    (this.#way?.first ?? this.#step)?.focus(options);
  }

  protected override clear(): void {
    this.#hasBegun = false;
    this.#way?.show(0);
    this.#preparation?.kept.clear();
  }

  protected override get formValue(): [null] {
    return [null];
  }

  override get answers(): Answer[] {
    this.#way?.follow();
    return this.#way?.answers() ?? [];
  }

  override get attachedFiles(): readonly File[] {
    return this.#way?.files ?? [];
  }

  override get consent(): Consent | undefined {
    return this.#way?.consent;
  }

  protected override get recordInput(): RecordInput {
    return { ...super.recordInput, id: this.#preparation?.kept.id };
  }

  /** The questions inside find their own. */
  protected override findValidityError(): ValidityError | undefined {
    return undefined;
  }

  /** What asks nothing shows no card. */
  protected override get isStandalone(): boolean {
    const mayAsk = isServer || this.#isDrawn || !!this.#way?.content.steps.length;
    return super.isStandalone && mayAsk && !this.#isClosed;
  }

  override requestUpdate(...change: Parameters<HeedElement['requestUpdate']>): void {
    // Also called before there is any field.
    if (#isPrepared in this) this.#isPrepared = false;
    super.requestUpdate(...change);
  }

  /** Waits for what is needed to show the right step; what is shown stays meanwhile. */
  protected override async scheduleUpdate(): Promise<void> {
    try {
      this.#preparation ??= await this.#prepare();
      // What changes meanwhile may need something else.
      while (this.#preparation && !this.#isPrepared) {
        this.#isPrepared = true;
        this.#mistake = await this.#preparation.run();
      }
      this.#isClosed = !this.#preparation || !!this.#mistake;
    } catch (error) {
      this.#isClosed = true;
      reportError(error);
    }
    return super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    if (!this.#way || this.#isDrawn) return;
    this.#way.isPage = this.display === 'page';
    this.#way.follow();
    this.#preparation?.kept.follow(this.submission.outcome);
  }

  /** Nothing to be told as long as nothing is asked: a survey as data may come later. */
  protected override firstUpdated(): void {
    if (this.#way?.steps.length) super.firstUpdated();
  }

  protected override updated(): void {
    super.updated();
    if (this.#isDrawn) this.requestUpdate();
    else this.#arrange();
    this.#isDrawn = false;
    if (this.#isClosed) this.internals.states.add('closed');
    const { code, message } = this.#mistake ?? {};
    if (code && message) warnOnce(this, code, message.replace(/^\[heed\] | \(HEED_\w+\)$/g, ''));
  }

  /** Goes on to the next step, or sends, when nothing is wrong so far. */
  protected override async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const way = this.#way;
    if (this.isLocked || !way) return;
    if (this.#isWelcoming) return this.#go(0);
    way.follow();
    const wrong = way.findWrong();
    if (wrong) {
      this.#reveal(wrong);
      await this.updateComplete;
      wrong.focus();
    } else if (way.isAtEnd) await super.onSubmit(event);
    else await this.#go(way.place + 1);
  }

  protected override renderContent(): unknown {
    if (isServer || this.#isDrawn)
      return html`<div class="drawn"><slot name="welcome"></slot><slot></slot></div>`;
    if (this.#isClosed || !this.#way) return html`<slot name="unavailable"></slot>`;
    const { place, isPage, steps, content } = this.#way;
    if (content.steps.length === 0) return nothing;
    const isWelcoming = this.#isWelcoming;
    const isAlone = isPage || isWelcoming;
    const strings = this.questionOr('');
    const level = this.#preparation?.headingLevel;
    const heading = this.querySelector(':scope > [slot=question]')?.textContent?.trim() || strings;
    return html`<div
      part="body"
      role="group"
      class=${isAlone ? '' : 'asking'}
      aria-label=${heading || this.t('survey')}
    >
      ${isAlone || steps.length < 2 ? nothing : renderProgress(place, steps.length)}
      <p
        part="question"
        role=${level ? 'heading' : nothing}
        aria-level=${level ?? nothing}
        ?hidden=${!heading}
      >
        <slot name="question">${strings}</slot>
      </p>
      ${this.#preparation?.kept.notice.render(this.isLocked)}
      <div class="heard" role="status">${this.#announced}</div>
      ${isAlone ? html`<slot name="welcome"></slot>` : nothing}
      ${isWelcoming ? nothing : this.#renderStep(this.#way)} ${this.#renderActions(this.#way, isWelcoming)}
    </div>`;
  }

  protected override renderMore(): unknown {
    return this.isDone ? html`<div id="ending"><slot name="ending"></slot></div>` : nothing;
  }

  /** In a form the last step sends that; all on a page, it is the form's own button that does. */
  protected override renderSend(): unknown {
    const isOurs = this.isStandalone || (this.form && !this.#way?.isPage);
    return this.readonly || !isOurs ? nothing : this.renderSubmit(this.t('send'));
  }

  /** The number of the step; `undefined` where there are no steps. */
  get #stepLabel(): string | undefined {
    const { place = 0, steps = [], isPage } = this.#way ?? {};
    const [value = '', max = ''] = [place + 1, steps.length].map((number) => this.localizer.number(number));
    return isPage || steps.length < 2 ? undefined : this.t('stepOf', { value, max });
  }

  #renderStep({ isPage }: Way): TemplateResult {
    const move = this.#isBack ? 'moved back' : this.#hasBegun ? 'moved' : '';
    return html`<div
      part="step"
      id="step"
      role="group"
      tabindex="-1"
      class=${isPage ? 'page' : `steps ${move}`}
      aria-label=${this.#stepLabel ?? nothing}
      ?inert=${this.isSending || this.disabled}
    >
      <slot></slot>
    </div>`;
  }

  #renderActions({ place, isPage, isAtEnd }: Way, isWelcoming: boolean): TemplateResult {
    const { onClick, onMouseDown } = this.#press;
    const button = (part: 'back' | 'next', word: 'back' | 'next' | 'begin'): TemplateResult =>
      html`<button
        part=${part}
        type=${part === 'back' ? 'button' : 'submit'}
        ?disabled=${this.isLocked}
        @click=${part === 'back' ? this.#onBack : nothing}
      >
        ${this.t(word)}
      </button>`;
    return html`<div part="actions" @mousedown=${onMouseDown} @click=${onClick}>
      ${place > 0 && !isPage ? button('back', 'back') : nothing}
      ${isAtEnd && !isWelcoming ? this.renderSend() : button('next', isWelcoming ? 'begin' : 'next')}
    </div>`;
  }

  get #isWelcoming(): boolean {
    const hasBegun = this.#hasBegun || this.#preparation?.kept.notice.isRestored || this.#way?.isPage;
    return !hasBegun && this.querySelector(':scope > [slot=welcome]') !== null;
  }

  get #step(): HTMLElement | undefined {
    return this.renderRoot?.querySelector<HTMLElement>('#step') ?? undefined;
  }

  get #way(): Way | undefined {
    return this.#preparation?.way;
  }

  async #prepare(): Promise<Preparation | undefined> {
    const module = await loadPrepare();
    if (!module) return undefined;
    const preparation = new module.Preparation(this, this.localizer, {
      isStandalone: () => this.isStandalone,
      isOver: () => this.isSending || this.isDone,
      record: () => [this.recordInput, this.submission.target],
    });
    preparation.kept.set(this.#given);
    return preparation;
  }

  /** The first control of the step gets the focus, or else the step; its number is the name of the group around them. */
  async #go(place: number): Promise<void> {
    const way = this.#way;
    if (!way) return;
    this.#isBack = place < way.place;
    this.#press.hasMoved = true;
    // Read by now, and whoever goes on does not start over.
    this.#preparation?.kept.notice.hide();
    // Into a group, a screen reader follows the focus from a button, but not from a field that disappears.
    const isInField = !this.shadowRoot?.activeElement;
    this.#announced = '';
    this.#show(place);
    await this.updateComplete;
    this.#announced = way.first ? (isInField && this.#stepLabel) || '' : way.introduction;
    (way.first ?? this.#step)?.focus();
    this.requestUpdate();
    const detail: StepDetail = {
      survey: this.survey,
      step: way.steps[place]?.name || String(place + 1),
      place: place + 1,
      count: way.steps.length,
    };
    this.dispatchEvent(new CustomEvent('heed-step', { detail, bubbles: true, composed: true }));
  }

  #show(place: number): void {
    this.#hasBegun = true;
    this.#way?.show(place);
    this.#preparation?.kept.keep();
    this.requestUpdate();
  }

  /** At once, since a browser that looks for what is wrong can only lead to what is shown. */
  #reveal(question: Node): void {
    const place = this.#way?.placeOf(question) ?? -1;
    if (place >= 0) this.#show(place);
    this.#arrange();
  }

  #arrange(): void {
    if (this.#isClosed) this.#way?.close();
    else this.#way?.arrange(this, !this.#isWelcoming, this.localizer);
  }

  #onEntry = (): void => {
    if (this.isSending || this.isDone) return;
    this.#preparation?.kept.notice.keepDeleted();
    this.#preparation?.kept.keep();
    this.requestUpdate();
  };

  /** Not away from what the visitor sees to be wrong already. */
  #onInvalid = ({ target }: Event): void => {
    if (this.#isWelcoming || !this.#preparation?.isErrorShown) this.#reveal(target as Node);
  };

  /** Without a button in the same form, Chromium goes on by Enter from a field for text alone. */
  #onKey = (event: KeyboardEvent): void => {
    const [origin] = event.composedPath();
    if (event.key !== 'Enter' || !(origin instanceof HTMLInputElement) || !/radio|checkbox/.test(origin.type))
      return;
    event.preventDefault();
    const { form } = origin;
    if (form === this.form) this.requestSubmit();
    else if (form) HTMLFormElement.prototype.requestSubmit.call(form);
  };

  #onBack = (): void => {
    if (this.#way) void this.#go(this.#way.place - 1);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-survey': HeedSurvey;
  }
  interface GlobalEventHandlersEventMap {
    'heed-step': CustomEvent<StepDetail>;
  }
}
