import type { Answer, Consent, Flow, HeedError, Walk } from '@heed/core';
import { html, isServer, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { Draft } from '../internal/draft.ts';
import { flag } from '../internal/flag.ts';
import { HeedElement, type Flaw } from '../internal/heed-element.ts';
import { tokens } from '../internal/styles/tokens.ts';
import { warnOnce } from '../internal/warn.ts';
import { Localizer } from '../internal/words.ts';
import { renderNotice } from '../steps/notice.ts';
import { Press } from '../steps/press.ts';
import { renderProgress } from '../steps/progress.ts';
import { stepStyles } from '../steps/steps.styles.ts';
import { watchChildren } from '../steps/watch-children.ts';
import { prefill } from './prefill.ts';
import {
  ask,
  fill,
  nameOf,
  readContent,
  toAnswer,
  valuesOf,
  type Content,
  type Question,
  type Step,
} from './questions.ts';
import { surveyStyles } from './survey.styles.ts';
import { surveyEnglish } from './survey.words.ts';

const DISPLAYS = ['steps', 'page'] as const;
/** An element inside that is not registered by then is taken for a mistake. */
const DEFINE_WAIT_MS = 10_000;
/** What needs the language of conditions. */
const BRANCHED = '[show-if], [go-to], [question*="{{"], [label*="{{"], [alt*="{{"]';
const NOTHING: Content = { steps: [], questions: [], endings: [], hidden: [] };

/** How the steps are shown. */
export type SurveyDisplay = (typeof DISPLAYS)[number];

/** What is kept of a survey that is not sent yet: everything but files. */
interface Kept {
  values: Record<string, unknown>;
  /** Key of the step that was shown. */
  step: string;
  /** How many files there were. */
  files: number;
}

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
  };

  /** `steps`, also when absent, or `page`: all on one. */
  declare display: SurveyDisplay | undefined;
  /** Names of questions and hidden fields that the address of the page may fill in, as a list with blanks. Absent: none. */
  declare prefill: string | undefined;
  /** Sends what was answered so far when the visitor leaves; a later record with the same id takes its place. */
  declare partial: boolean;
  /** Keeps nothing that is entered on the device, for a shared one. */
  declare noDraft: boolean;

  protected override readonly localizer = new Localizer<keyof typeof surveyEnglish>(this, surveyEnglish);
  readonly #press = new Press();
  readonly #draft = new Draft<Kept>(this, () =>
    this.noDraft || !this.standsAlone ? undefined : [this.survey, this.name].filter(Boolean).join(':'),
  );
  /** By a server. */
  #isDrawn = this.shadowRoot !== null;
  #content = NOTHING;
  #branching: typeof import('./branching.ts') | undefined;
  /** Undefined where every step is always on the way. */
  #flow: Flow | undefined;
  #walk: Walk = { steps: [], asked: new Set(), ending: undefined };
  #isClosed = false;
  #hasBegun = false;
  #isBack = false;
  /** The step that is shown; undefined for the first. */
  #current: HTMLElement | undefined;
  /** Where that was on the way. */
  #place = 0;
  /** What was entered, for questions that come into the page. Undefined until they were looked at first. */
  #kept: Kept | undefined;
  #restored: { files: number } | undefined;
  readonly #known = new WeakSet<Question>();

  constructor() {
    super();
    this.partial = this.noDraft = false;
    watchChildren(this, ['show-if', 'go-to', 'name', 'id', 'slot', 'value', 'question', 'label', 'alt']);
    this.addEventListener('input', this.#onEntry);
    this.addEventListener('change', this.#onEntry);
    this.addEventListener('invalid', this.#onInvalid, true);
  }

  /**
   * The answers so far, in the order asked, without those that do not count any more; null when nothing is answered. Set
   * it to fill in what the page knows; only `name` and `value` count.
   */
  get value(): Answer[] | null {
    return isEmpty(this.answers) ? null : this.answers;
  }
  set value(answers: readonly Pick<Answer, 'name' | 'value'>[] | null) {
    const values = new Map([answers ?? []].flat().map(({ name, value }) => [name, value]));
    for (const question of this.#content.questions) question.value = values.get(nameOf(question)) ?? null;
    this.requestUpdate();
  }

  /** Goes on as if the visitor had pressed the button: to the next step, or to sending. */
  requestSubmit(): void {
    void this.onSubmit(new Event('submit'));
  }

  override focus(options?: FocusOptions): void {
    const asked = this.#questionsOf([this.#place]);
    const wrong = this.complains ? asked.find(({ validity }) => validity?.valid === false) : undefined;
    (wrong ?? this.#first ?? this.#step)?.focus(options);
  }

  protected override clear(): void {
    this.#draft.clear();
    this.#kept = { values: {}, step: '', files: 0 };
    this.#restored = this.#current = undefined;
    this.#hasBegun = false;
    this.#place = 0;
    if (!this.form) for (const question of this.#content.questions) reset(question);
  }

  protected override get formValue(): [null] {
    return [null];
  }

  override get answers(): Answer[] {
    this.#follow();
    const asked = this.#questionsOf(this.#walk.steps.keys()).flatMap(({ answers }) => answers);
    return [...asked, ...this.#content.hidden.map(toAnswer)];
  }

  override get attachedFiles(): readonly File[] {
    return this.#questionsOf(this.#walk.steps.keys()).flatMap(({ attachedFiles = [] }) => attachedFiles);
  }

  override get consent(): Consent | undefined {
    const given = this.#questionsOf(this.#walk.steps.keys()).map(({ consent }) => consent);
    return given.some(Boolean) ? Object.assign({}, ...given) : undefined;
  }

  /** The questions inside find their own. */
  protected override findFlaw(): Flaw | undefined {
    return undefined;
  }

  /** What is closed shows no card. */
  protected override get standsAlone(): boolean {
    return super.standsAlone && !this.#isClosed;
  }

  protected override async scheduleUpdate(): Promise<void> {
    await this.#prepare();
    return super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    if (isServer || this.#isDrawn) return;
    this.#read();
    const { outcome } = this.submission;
    if (outcome?.state === 'refused') this.#keep();
    else if (outcome?.state === 'sent' || outcome?.durable) this.#draft.clear();
  }

  protected override updated(): void {
    super.updated();
    if (this.#isDrawn) this.requestUpdate();
    else this.#arrange();
    this.#isDrawn = false;
    if (this.#isClosed) this.internals.states.add('closed');
  }

  /** Goes on to the next step, or sends, when nothing is wrong so far. */
  protected override async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isLocked) return;
    if (this.#isWelcoming) return this.#go(0);
    this.#read();
    const isLast = this.#isLast;
    const asked = this.#questionsOf(isLast ? this.#walk.steps.keys() : [this.#place]);
    const [wrong] = asked.filter((question) => !question.checkValidity());
    if (wrong) return this.#lead(wrong);
    if (isLast) await super.onSubmit(event);
    else await this.#go(this.#place + 1);
  }

  protected override renderContent(): unknown {
    if (isServer || this.#isDrawn) return html`<slot></slot>`;
    if (this.#isClosed) return html`<slot name="unavailable"></slot>`;
    if (this.#content.steps.length === 0) return nothing;
    const heading =
      this.querySelector(':scope > [slot=question]')?.textContent?.trim() || this.questionOr('');
    return html`<div part="body" role="group" aria-label=${heading || this.say('survey')}>
      <p part="question" ?hidden=${!heading}><slot name="question">${this.questionOr('')}</slot></p>
      ${this.#renderNotice()} ${this.#isWelcoming ? html`<slot name="welcome"></slot>` : this.#renderStep()}
      ${this.#renderActions()}
    </div>`;
  }

  protected override renderMore(): unknown {
    return html`<slot name="ending"></slot>`;
  }

  #renderNotice(): unknown {
    if (!this.#restored) return nothing;
    return renderNotice(this.#restored.files, this.localizer, this.isLocked, this.#onStartOver);
  }

  #renderStep(): unknown {
    const { length } = this.#walk.steps;
    const hasPlace = !this.#isPage && length > 1;
    const look = this.#isPage ? 'page' : this.#press.hasMoved || this.#isBack ? 'moved' : '';
    const place = { value: this.localizer.number(this.#place + 1), max: this.localizer.number(length) };
    return html`${hasPlace ? renderProgress(this.#place, length) : nothing}
      ${this.#isPage ? html`<slot name="welcome"></slot>` : nothing}
      <div
        part="step"
        id="step"
        role="group"
        tabindex="-1"
        class="${look} ${this.#isBack ? 'back' : ''}"
        aria-label=${hasPlace ? this.say('stepOf', place) : nothing}
        ?inert=${this.isLocked}
      >
        <slot></slot>
      </div>`;
  }

  #renderActions(): TemplateResult {
    const { onClick, onMouseDown } = this.#press;
    return html`<div part="actions" @mousedown=${onMouseDown} @click=${onClick}>
      ${this.#place > 0 && !this.#isPage ? this.#renderBack() : nothing}
      ${this.#isLast && !this.#isWelcoming ? this.renderSend() : this.#renderNext()}
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

  /** In a form the last step sends that; all on a page, it is the form's own button that does. */
  protected override renderSend(): unknown {
    if (this.readonly || !(this.standsAlone || (this.form && !this.#isPage))) return nothing;
    return this.renderSubmit(this.say('send'));
  }

  get #isPage(): boolean {
    return this.display === 'page';
  }

  get #isLast(): boolean {
    return this.#isPage || this.#place >= this.#walk.steps.length - 1;
  }

  get #isWelcoming(): boolean {
    return !this.#hasBegun && !this.#isPage && this.querySelector(':scope > [slot=welcome]') !== null;
  }

  get #step(): HTMLElement | undefined {
    return this.renderRoot?.querySelector<HTMLElement>('#step') ?? undefined;
  }

  /** What asks first in the step that is shown, unless something is to be read before. */
  get #first(): Question | undefined {
    const [first] = this.#questionsOf([this.#place]);
    if (!first || !this.#current || first === this.#current) return first;
    const before = document.createRange();
    before.setStart(this.#current, 0);
    before.setEndBefore(first);
    return before.toString().trim() ? undefined : first;
  }

  /** The step at a place on the way. */
  #at(place: number): Step | undefined {
    return this.#content.steps[this.#walk.steps[place] ?? -1];
  }

  /** What is asked at these places on the way. */
  #questionsOf(places: Iterable<number>): Question[] {
    return Array.from(places, (place) => this.#at(place)?.questions ?? [])
      .flat()
      .filter((question) => this.#walk.asked.has(nameOf(question)));
  }

  /** Waits for what is needed to show the right step; what is shown stays meanwhile. */
  async #prepare(): Promise<void> {
    if (document.readyState === 'loading')
      await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
    await this.#waitForTags();
    if (this.querySelector(BRANCHED) || this.textContent?.includes('{{'))
      this.#branching ??= await import('./branching.ts');
    this.#read();
    await this.#fillIn();
  }

  /** The classes of the questions may be loaded later than that of the survey. */
  async #waitForTags(): Promise<void> {
    const tags = Array.from(this.querySelectorAll(':not(:defined)'), ({ localName }) => localName);
    const own = tags.filter((tag) => tag.startsWith('heed-'));
    if (own.length === 0) return;
    const late = new Promise((resolve) => setTimeout(resolve, DEFINE_WAIT_MS, true));
    const all = Promise.all(own.map((tag) => customElements.whenDefined(tag)));
    if ((await Promise.race([late, all])) === true)
      warnOnce(this, 'HEED_TAG', `<${own[0]}> is not registered: load its class`);
  }

  /** Questions that are new here get what the page's address says, and what was entered before. */
  async #fillIn(): Promise<void> {
    const questions = this.#content.questions.filter((question) => !this.#known.has(question));
    if (questions.length === 0) return;
    for (const question of questions) this.#known.add(question);
    await Promise.all(questions.map(({ updateComplete }) => updateComplete));
    if (this.prefill) await prefill(this, { ...this.#content, questions }, this.prefill);
    const isFirst = !this.#kept;
    const { values = {}, step = '', files = 0 } = this.#kept ?? this.#draft.load();
    this.#kept = { values, step, files };
    const known = questions.filter((question) => Object.hasOwn(values, nameOf(question)));
    await Promise.all(known.map((question) => fill(question, values[nameOf(question)], isStrange)));
    if (isFirst && (known.length > 0 || files > 0)) this.#resume(step, files);
  }

  /** The step that was shown, as far as nothing before it has to be corrected. */
  #resume(step: string, files: number): void {
    this.#follow();
    const places = [...this.#walk.steps.keys()];
    const shown = places.find((place) => this.#keyOf(place) === step) ?? 0;
    const wrong = places.find((place) => this.#questionsOf([place]).some(({ validity }) => !validity?.valid));
    this.#restored = { files };
    this.#hasBegun = true;
    this.#show(Math.min(shown, wrong ?? shown));
  }

  #keyOf(place: number): string {
    return this.#at(place)?.name || String(this.#walk.steps[place]);
  }

  /** Looks at what stands inside the tag. */
  #read(): void {
    const content = readContent(this);
    const gone = this.#content.steps.filter(({ element }) => element.parentElement !== this);
    for (const { element, questions } of gone) {
      element.hidden = false;
      for (const question of questions) ask(question, true);
    }
    this.#content = content;
    this.#compile();
    this.#follow();
  }

  /** An author's mistake closes the survey: it must not ask, or send, what was not meant. */
  #compile(): void {
    const { questions, hidden } = this.#content;
    const names = [...questions.map(nameOf), ...hidden.map(({ name }) => name)];
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    this.#isClosed = twice !== undefined;
    if (this.#isClosed)
      warnOnce(this, 'HEED_NAME', `each question needs a name of its own, "${twice}" is not`);
    try {
      this.#flow = this.#branching?.compile(this.#content);
    } catch (error) {
      this.#isClosed = true;
      const { code, message } = error as HeedError;
      warnOnce(this, code, message.replace(/^\[heed\] | \(HEED_\w+\)$/g, ''));
    }
  }

  /** Finds the way that the answers lead. */
  #follow(): void {
    const { steps, questions, endings } = this.#content;
    this.#walk = this.#flow?.walk(valuesOf(this.#content)) ?? {
      steps: [...steps.keys()],
      asked: new Set(questions.map(nameOf)),
      ending: endings.length > 0 ? 0 : undefined,
    };
    const found = [...this.#walk.steps.keys()].find((place) => this.#at(place)?.element === this.#current);
    this.#show(found ?? Math.max(0, Math.min(this.#place, this.#walk.steps.length - 1)));
  }

  #show(place: number): void {
    this.#place = place;
    this.#current = this.#at(place)?.element;
  }

  /** Shows and hides what the page has put in, and writes answers into its text. */
  #arrange(): void {
    const { steps, questions, endings } = this.#content;
    const { asked, ending } = this.#walk;
    const onWay = new Set(this.#walk.steps.map((index) => steps[index]?.element));
    const isShown = (element: HTMLElement): boolean =>
      this.#isPage ? onWay.has(element) : element === this.#current;
    for (const { element } of steps) hide(element, !isShown(element));
    for (const question of questions) {
      ask(question, asked.has(nameOf(question)));
      if (question.parentElement !== this && question.hasAttribute('show-if'))
        hide(question, !asked.has(nameOf(question)));
    }
    endings.forEach((element, index) => hide(element, index !== ending));
    const names = new Set([...asked, ...this.#content.hidden.map(({ name }) => name)]);
    this.#branching?.recall(
      this,
      this.#content,
      valuesOf(this.#content),
      (name) => names.has(name),
      this.localizer,
    );
  }

  #keep(): void {
    const entries = this.#content.questions
      .filter(({ attachedFiles }) => !attachedFiles?.length)
      .map((question) => [nameOf(question), question.value]);
    const values = { ...this.#kept?.values, ...Object.fromEntries(entries) };
    this.#kept = { values, step: this.#keyOf(this.#place), files: this.attachedFiles.length };
    this.#draft.save(this.#kept);
  }

  /** The first control of the step gets the focus, or else the step; its number is the name of the group around them. */
  async #go(place: number): Promise<void> {
    this.#isBack = place < this.#place;
    this.#hasBegun = true;
    this.#press.hasMoved = true;
    this.#show(place);
    this.#keep();
    this.requestUpdate();
    await this.updateComplete;
    (this.#first ?? this.#step)?.focus();
    const detail: StepDetail = {
      survey: this.survey,
      step: this.#at(place)?.name || String(place + 1),
      place: place + 1,
      count: this.#walk.steps.length,
    };
    this.dispatchEvent(new CustomEvent('heed-step', { detail, bubbles: true, composed: true }));
  }

  async #lead(question: Question): Promise<void> {
    this.#reveal(question);
    await this.updateComplete;
    question.focus();
  }

  #reveal(question: Node): void {
    const step = this.#content.steps.find(({ element }) => element.contains(question));
    if (!step || step.element === this.#current || this.#isPage) return;
    this.#hasBegun = true;
    this.#current = step.element;
    this.#follow();
    this.#arrange();
    this.requestUpdate();
  }

  #onEntry = (): void => {
    if (this.isSending || this.isDone) return;
    this.#keep();
    this.requestUpdate();
  };

  /** A browser can only lead to what is shown: the first that is wrong, unless the visitor sees one already. */
  #onInvalid = ({ target }: Event): void => {
    const isSeen = this.#questionsOf([this.#place]).some(({ validity }) => validity?.valid === false);
    if (!isSeen || this.#isWelcoming) this.#reveal(target as Node);
  };

  #onBack = (): void => {
    void this.#go(this.#place - 1);
  };

  #onStartOver = async (): Promise<void> => {
    this.formResetCallback();
    await this.updateComplete;
    this.focus();
  };
}

function isEmpty(answers: readonly Answer[]): boolean {
  return answers.every(({ kind, value }) => kind === 'hidden' || value === null || value === false);
}

/** Not what is only unfinished. */
function isStrange({ badInput }: ValidityState): boolean {
  return badInput;
}

function hide(element: HTMLElement, isHidden: boolean): void {
  if (element.hidden !== isHidden) element.hidden = isHidden;
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
