import type { Answer, Consent, RecordInput, SurveyDefinition } from '@heed/core';
import { createRecord } from '@heed/core';
import { html, isServer, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { flag } from '../internal/flag.ts';
import { HeedElement, type Flaw } from '../internal/heed-element.ts';
import { tokens } from '../internal/styles/tokens.ts';
import { HeedSubmitEvent } from '../internal/submit-event.ts';
import { warnOnce } from '../internal/warn.ts';
import { Localizer } from '../internal/words.ts';
import { renderNotice } from '../steps/notice.ts';
import { Press } from '../steps/press.ts';
import { renderProgress } from '../steps/progress.ts';
import { stepStyles } from '../steps/steps.styles.ts';
import { watchChildren } from '../steps/watch-children.ts';
import { Kept } from './kept.ts';
import { isAnswered, type Question } from './questions.ts';
import type { Source } from './source.ts';
import { surveyStyles } from './survey.styles.ts';
import { surveyEnglish } from './survey.words.ts';
import { Way } from './way.ts';

/** An element inside that is not registered by then is taken for a mistake. */
const DEFINE_WAIT_MS = 10_000;

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
 * @csspart progress - The bar over the steps.
 * @csspart step - What is asked now.
 * @csspart actions - The row of buttons.
 * @csspart back - The button to the step before.
 * @csspart next - The button to the next step.
 * @cssprop [--heed-survey-step-height=152px] - The least height of a step, so that the buttons stay in place.
 * @cssstate closed - The author made a mistake: nothing is asked.
 */
export class HeedSurvey extends HeedElement<keyof typeof surveyEnglish> {
  static override styles = [tokens('survey'), HeedElement.styles, stepStyles, surveyStyles];
  static override properties: PropertyDeclarations = {
    display: {},
    prefill: {},
    partial: { type: Boolean, converter: flag },
    noDraft: { attribute: 'no-draft', type: Boolean, converter: flag },
    src: {},
    integrity: {},
    definition: { attribute: false },
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

  protected override readonly localizer = new Localizer<keyof typeof surveyEnglish>(this, surveyEnglish);
  readonly #way = new Way(this);
  readonly #press = new Press();
  readonly #kept = new Kept(
    this,
    this.#way,
    () =>
      this.noDraft || !this.standsAlone ? undefined : [this.survey, this.name].filter(Boolean).join(':'),
    () => this.#tell(),
  );
  /** By a server. */
  #isDrawn = this.shadowRoot !== null;
  #source: Source | undefined;
  /** Nothing has changed since all was there that is needed to show the right step. */
  #isPrepared = false;
  /** Something that is needed could not be loaded. */
  #isLost = false;
  /** An element inside whose class is missing. */
  #missing: Way['flaw'];
  #hasBegun = false;
  #isBack = false;

  constructor() {
    super();
    this.partial = this.noDraft = false;
    watchChildren(this, ['show-if', 'go-to', 'name', 'id', 'slot', 'value', 'question', 'label', 'alt']);
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
    const { answers } = this;
    return answers.some(isAnswered) ? answers : null;
  }
  set value(answers: readonly Pick<Answer, 'name' | 'value'>[] | null) {
    this.#kept.fill(answers);
    this.requestUpdate();
  }

  /** Goes on as if the visitor had pressed the button: to the next step, or to sending. */
  requestSubmit(): void {
    void this.onSubmit(new Event('submit'));
  }

  override focus(options?: FocusOptions): void {
    const wrong = this.complains && this.#way.shown.find(({ validity }) => validity?.valid === false);
    (wrong || this.#way.first || this.#step)?.focus(options);
  }

  protected override clear(): void {
    this.#kept.clear();
    this.#hasBegun = false;
    this.#way.show(0);
    if (!this.form) for (const question of this.#way.content.questions) reset(question);
  }

  protected override get formValue(): [null] {
    return [null];
  }

  override get answers(): Answer[] {
    this.#way.follow();
    return this.#way.answers;
  }

  override get attachedFiles(): readonly File[] {
    return this.#way.asked.flatMap(({ attachedFiles = [] }) => attachedFiles);
  }

  override get consent(): Consent | undefined {
    const given = this.#way.asked.map(({ consent }) => consent);
    return given.some(Boolean) ? Object.assign({}, ...given) : undefined;
  }

  protected override get recordInput(): RecordInput {
    return { ...super.recordInput, id: this.#kept.id };
  }

  /** The questions inside find their own. */
  protected override findFlaw(): Flaw | undefined {
    return undefined;
  }

  /** What is closed shows no card. */
  protected override get standsAlone(): boolean {
    return super.standsAlone && !this.#isClosed;
  }

  override requestUpdate(...change: Parameters<HeedElement['requestUpdate']>): void {
    // Also called before there is any field.
    if (#isPrepared in this) this.#isPrepared = false;
    super.requestUpdate(...change);
  }

  /** Waits for what is needed to show the right step; what is shown stays meanwhile. */
  protected override async scheduleUpdate(): Promise<void> {
    try {
      // What changes meanwhile may need something else.
      while (!this.#isPrepared) await this.#prepare();
      this.#isLost = false;
    } catch (error) {
      this.#isLost = true;
      reportError(error);
    }
    if (this.#isLost || this.#source?.flaw) addEventListener('online', this.#onOnline, { once: true });
    return super.scheduleUpdate();
  }

  /** Nothing to be told as long as nothing is asked: a survey as data may come later. */
  protected override firstUpdated(): void {
    if (this.#way.length > 0) super.firstUpdated();
  }

  protected override willUpdate(): void {
    if (isServer || this.#isDrawn) return;
    this.#way.isPage = this.display === 'page';
    this.#way.read();
    this.#kept.follow(this.submission.outcome);
  }

  protected override updated(): void {
    super.updated();
    if (this.#isDrawn) this.requestUpdate();
    else this.#way.arrange(!this.#isWelcoming, this.localizer);
    this.#isDrawn = false;
    if (this.#isClosed) this.internals.states.add('closed');
    const flaw = this.#flaw;
    if (flaw) warnOnce(this, flaw.code, flaw.message.replace(/^\[heed\] | \(HEED_\w+\)$/g, ''));
  }

  /** Goes on to the next step, or sends, when nothing is wrong so far. */
  protected override async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isLocked) return;
    if (this.#isWelcoming) return this.#go(0);
    this.#way.read();
    const { isAtEnd, asked, shown, place } = this.#way;
    const [wrong] = (isAtEnd ? asked : shown).filter((question) => !question.checkValidity());
    if (wrong) await this.#lead(wrong);
    else if (isAtEnd) await super.onSubmit(event);
    else await this.#go(place + 1);
  }

  protected override renderContent(): unknown {
    if (isServer || this.#isDrawn) return html`<slot></slot>`;
    if (this.#isClosed) return html`<slot name="unavailable"></slot>`;
    if (this.#way.content.steps.length === 0) return nothing;
    const words = this.questionOr('');
    const heading = this.querySelector(':scope > [slot=question]')?.textContent?.trim() || words;
    const { place, length, isPage } = this.#way;
    const isAlone = isPage || this.#isWelcoming;
    return html`<div
      part="body"
      role="group"
      class=${isAlone ? '' : 'asking'}
      aria-label=${heading || this.say('survey')}
    >
      ${isAlone || length < 2 ? nothing : renderProgress(place, length)}
      <p part="question" ?hidden=${!heading}><slot name="question">${words}</slot></p>
      ${this.#renderNotice()} ${isAlone ? html`<slot name="welcome"></slot>` : nothing}
      ${this.#isWelcoming ? nothing : this.#renderStep()} ${this.#renderActions()}
    </div>`;
  }

  protected override renderMore(): unknown {
    return html`<slot name="ending"></slot>`;
  }

  /** In a form the last step sends that; all on a page, it is the form's own button that does. */
  protected override renderSend(): unknown {
    const isOurs = this.standsAlone || (this.form && !this.#way.isPage);
    return this.readonly || !isOurs ? nothing : this.renderSubmit(this.say('send'));
  }

  #renderNotice(): unknown {
    const { restored } = this.#kept;
    return restored
      ? renderNotice(restored.files, this.localizer, this.isLocked, this.#onStartOver)
      : nothing;
  }

  #renderStep(): unknown {
    const { place, length, isPage } = this.#way;
    const hasPlace = !isPage && length > 1;
    const [value, max] = [place + 1, length].map((number) => this.localizer.number(number)) as [
      string,
      string,
    ];
    return html`<div
      part="step"
      id="step"
      role="group"
      tabindex="-1"
      class=${isPage ? 'page' : this.#look}
      aria-label=${hasPlace ? this.say('stepOf', { value, max }) : nothing}
      ?inert=${this.isLocked}
    >
      <slot></slot>
    </div>`;
  }

  #renderActions(): TemplateResult {
    const { place, isPage, isAtEnd } = this.#way;
    const { onClick, onMouseDown } = this.#press;
    return html`<div part="actions" @mousedown=${onMouseDown} @click=${onClick}>
      ${place > 0 && !isPage ? this.#renderBack() : nothing}
      ${isAtEnd && !this.#isWelcoming ? this.renderSend() : this.#renderNext()}
    </div>`;
  }

  #renderBack(): TemplateResult {
    return html`<button part="back" type="button" ?disabled=${this.isLocked} @click=${this.#onBack}>
      ${this.say('back')}
    </button>`;
  }

  #renderNext(): TemplateResult {
    return html`<button part="next" ?disabled=${this.isLocked}>
      ${this.say(this.#isWelcoming ? 'begin' : 'next')}
    </button>`;
  }

  /** What moves, from where. */
  get #look(): string {
    return this.#isBack ? 'steps moved back' : this.#hasBegun ? 'steps moved' : 'steps';
  }

  get #flaw(): Way['flaw'] {
    return this.#source?.flaw ?? this.#missing ?? this.#way.flaw;
  }

  get #isClosed(): boolean {
    return this.#isLost || !!this.#flaw;
  }

  get #isWelcoming(): boolean {
    return !this.#hasBegun && !this.#way.isPage && this.querySelector(':scope > [slot=welcome]') !== null;
  }

  get #step(): HTMLElement | undefined {
    return this.renderRoot?.querySelector<HTMLElement>('#step') ?? undefined;
  }

  /** Waits for what is needed to show the right step; what is shown stays meanwhile. */
  async #prepare(): Promise<void> {
    this.#isPrepared = true;
    if (document.readyState === 'loading')
      await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
    await this.#build();
    await this.#waitForTags();
    await this.#way.load();
    this.#way.read();
    await this.#kept.fillIn(this, this.prefill);
    if (this.#kept.restored) this.#hasBegun = true;
  }

  /** From data, in the language of the page. */
  async #build(): Promise<void> {
    const inline = this.querySelector(':scope > script[type="application/json"]')?.textContent ?? undefined;
    const { definition, src, integrity } = this;
    if (!this.#source && !(definition || src || inline !== undefined)) return;
    this.#source ??= new (await import('./source.ts')).Source();
    await this.#source.build(this, { definition, src, integrity, inline, language: this.localizer.language });
  }

  /** The classes of the questions may be loaded later than that of the survey. */
  async #waitForTags(): Promise<void> {
    const tags = Array.from(this.querySelectorAll(':not(:defined)'), ({ localName }) => localName);
    const [tag, ...others] = tags.filter((tag) => tag.startsWith('heed-'));
    this.#missing = undefined;
    if (!tag) return;
    const all = Promise.all([tag, ...others].map((each) => customElements.whenDefined(each)));
    const late = new Promise((resolve) => setTimeout(resolve, DEFINE_WAIT_MS, true));
    if ((await Promise.race([all, late])) !== true) return;
    this.#missing = { code: 'HEED_TAG', message: `<${tag}> inside of it is not registered: load its class` };
    void all.then(() => this.requestUpdate());
  }

  /** The first control of the step gets the focus, or else the step; its number is the name of the group around them. */
  async #go(place: number): Promise<void> {
    const way = this.#way;
    this.#isBack = place < way.place;
    this.#hasBegun = this.#press.hasMoved = true;
    way.show(place);
    this.#kept.keep();
    this.requestUpdate();
    await this.updateComplete;
    (way.first ?? this.#step)?.focus();
    const detail: StepDetail = {
      survey: this.survey,
      step: way.name,
      place: way.place + 1,
      count: way.length,
    };
    this.dispatchEvent(new CustomEvent('heed-step', { detail, bubbles: true, composed: true }));
  }

  async #lead(question: Question): Promise<void> {
    this.#reveal(question);
    await this.updateComplete;
    question.focus();
  }

  /** At once, since a browser that looks for what is wrong can only lead to what is shown. */
  #reveal(question: Node): void {
    this.#hasBegun = true;
    this.#way.showStepOf(question);
    this.#way.arrange(true, this.localizer);
    this.requestUpdate();
  }

  /** Sends what was answered so far, once for the same answers. Nobody is there to be shown what became of it. */
  #tell(): void {
    const isOver = this.isSending || this.isDone || !this.standsAlone;
    const answers = this.partial && !isOver ? this.#kept.news : undefined;
    if (!answers) return;
    const random = crypto.getRandomValues(new Uint8Array(10));
    const record = createRecord({ ...this.recordInput, answers, partial: true }, Date.now(), random);
    this.#kept.tell(record.id);
    const event = new HeedSubmitEvent(record, this.target);
    this.dispatchEvent(event);
    event.outcome?.catch(() => {});
  }

  #onEntry = (): void => {
    if (this.isSending || this.isDone) return;
    this.#kept.keep();
    this.requestUpdate();
  };

  /** Not away from what the visitor sees to be wrong already. */
  #onInvalid = ({ target }: Event): void => {
    const isSeen = this.#way.shown.some(({ validity }) => validity?.valid === false);
    if (!isSeen || this.#isWelcoming) this.#reveal(target as Node);
  };

  /** Without a button in the same form, Chromium goes on by Enter from a field for text alone. */
  #onKey = (event: KeyboardEvent): void => {
    const [origin] = event.composedPath();
    if (event.key !== 'Enter' || !(origin instanceof HTMLInputElement) || !/radio|checkbox/.test(origin.type))
      return;
    event.preventDefault();
    const { form } = origin;
    (form === this.form ? this : form)?.requestSubmit();
  };

  #onOnline = (): void => {
    this.#source?.again();
    this.requestUpdate();
  };

  #onBack = (): void => {
    void this.#go(this.#way.place - 1);
  };

  #onStartOver = async (): Promise<void> => {
    this.formResetCallback();
    await this.updateComplete;
    this.focus();
  };
}

function reset(question: Question): void {
  if (question.formResetCallback) question.formResetCallback();
  else question.value = null;
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-survey': HeedSurvey;
  }
  interface GlobalEventHandlersEventMap {
    'heed-step': CustomEvent<StepDetail>;
  }
}
