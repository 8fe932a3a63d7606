import type { Answer, Consent, Outcome, RecordInput, Respondent } from '@heed/core';
import {
  html,
  nothing,
  adoptStyles,
  LitElement,
  type CSSResultGroup,
  type PropertyDeclaration,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import type { CommonStrings, Strings } from '../../locales/strings.ts';
import { flag } from '../form/boolean-attribute.ts';
import { isServer } from '../environment/is-server.ts';
import { keepKeys } from '../keyboard/keep-keys.ts';
import { later } from '../loading/later.ts';
import { renderOutcome, type OutcomeText } from '../submission/outcome.ts';
import { baseStyles } from '../styles/base.styles.ts';
import { optionStyles } from '../styles/option.styles.ts';
import { scaleStyles } from '../styles/scale.styles.ts';
import { Submission } from '../submission/submission.ts';
import type { HeedSubmitEvent, OutcomeDetail } from '../submission/submit-event.ts';
import { inactiveQuestions } from '../form/inactive.ts';
import { warnOfObjects, warnOnce } from './warn.ts';
import { Localizer } from '../localization/localizer.ts';

/** Chrome wraps what it translates into `<font>`; Edge numbers it. */
const TRANSLATED = ':has(font,[_msttexthash]),[_msttexthash]';

const reflected: PropertyDeclaration = { type: Boolean, converter: flag, reflect: true };

const loadInForm = later(() => import('../form/in-form.ts'));
/** Loaded with the first element, where the environment needs it. */
let complete: typeof import('../environment/stand-in.ts').complete | undefined;

/** What keeps a control from being valid: the flag of the platform and the words beside the field. */
export interface ValidityError {
  flag: keyof ValidityStateFlags;
  message: string;
  /** The control inside the element that a browser points at. */
  anchor?: HTMLElement | undefined;
}

/**
 * What every Heed element shares: it is a form control of the platform, it speaks the page's language, and outside
 * of a form it sends its own answer and shows what became of it.
 *
 * @slot question - The question, when it needs more than plain text.
 * @slot without-script - Shown where scripts do not run, such as a plain form inside a `<noscript>`.
 * @event {HeedSubmitEvent} heed-submit - The visitor sends the answer; `detail` is the record. Cancelable.
 * @event {Event} invalid - Something is missing or wrong, as a native control says it. Does not bubble.
 * @event {CustomEvent<OutcomeDetail>} heed-sent - The endpoint confirmed the answer.
 * @event {CustomEvent<OutcomeDetail>} heed-stored - The answer is kept and will be sent when that is possible.
 * @event {CustomEvent<OutcomeDetail>} heed-refused - The endpoint will never take the answer; it is still shown.
 * @csspart base - Everything; a card when the element stands alone.
 * @csspart question - The question.
 * @csspart submit - The button that sends.
 * @csspart status - What became of the answer, with `icon`, `status-title` and `status-text`.
 * @cssprop [--heed-color-accent=#3b4fd8] - The one colour of the team; the rest is derived so that contrast holds.
 * @cssprop [--heed-color-surface=light-dark(#fff, #1b1e29)] - Behind the question and its controls.
 * @cssprop [--heed-color-text=light-dark(#14161f, #eef0f6)] - Text.
 * @cssprop [--heed-color-text-quiet=light-dark(#555a6b, #a6acbd)] - Help and other quiet words.
 * @cssprop [--heed-color-outline=light-dark(#868c9e, #7b8195)] - Outlines of controls.
 * @cssprop [--heed-color-edge=light-dark(#d8dbe4, #3a3f50)] - The edge of the card, and quiet lines.
 * @cssprop [--heed-color-error=light-dark(#b3261e, #ff9d93)] - What is missing or wrong.
 * @cssprop [--heed-outline-width=1px] - Outlines of controls and of the card.
 * @cssprop [--heed-radius=8px] - Corners of controls; those of the card follow.
 * @cssprop [--heed-space=16px] - Between the parts; the padding of the card follows.
 * @cssprop [--heed-density=1] - Factor for the space and the height of controls; on a touch screen these stay 44 px high.
 * @cssprop [--heed-card-padding] - Padding of the card. Absent: by the space.
 * @cssprop [--heed-shadow=none] - Shadow of the card.
 * @cssstate sending - The answer is on its way.
 * @cssstate sent - The endpoint confirmed the answer.
 * @cssstate stored - The answer is kept, not yet confirmed.
 * @cssstate refused - The endpoint refused the answer.
 * @cssstate labelled - A `<label>` of the page asks, so the question is not shown once more.
 */
export abstract class HeedElement<Key extends keyof Strings = keyof CommonStrings> extends LitElement {
  static readonly formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  /** Also those of options and scales: in one file with the rest they compress far better than in small ones. */
  static override styles: CSSResultGroup = [baseStyles, optionStyles, scaleStyles];
  static override properties: PropertyDeclarations = {
    name: { reflect: true, useDefault: true },
    survey: {},
    endpoint: {},
    question: {},
    required: reflected,
    disabled: reflected,
    readonly: reflected,
    respondent: { attribute: false },
    // Not Lit's accessors; but what a framework sets before the element is registered comes back through them.
    value: { attribute: false, noAccessor: true },
    strings: { attribute: false, noAccessor: true },
  };

  /** The name of the answer, in a form and in the record. */
  declare name: string;
  /** The team's name for what is asked. With it, outside of a form, the element sends its own answer. */
  declare survey: string | undefined;
  /**
   * Where the answer goes: an http(s) address or a path. Absent: that of the `heed-prompt` around it, else the
   * page's `<meta name="heed-endpoint">`.
   */
  declare endpoint: string | undefined;
  /** The question. Absent: the words of the page's `<label>`, or usual ones in the page's language. */
  declare question: string | undefined;
  /** An answer is needed before the form can be sent. */
  declare required: boolean;
  /** Cannot be answered, and is no part of the form's data. */
  declare disabled: boolean;
  /** Shows its value and cannot be changed. */
  declare readonly: boolean;
  /** Who answers, when the team knows it; absent when anonymous. */
  declare respondent: Respondent | undefined;

  /** In jsdom and the like incomplete until `stand-in.ts` is loaded, which the first update waits for. */
  protected readonly internals = this.attachInternals?.() ?? ({} as ElementInternals);
  protected readonly submission = new Submission(this);
  protected abstract readonly localizer: Localizer<Key | keyof CommonStrings>;
  /** The visitor has been told what is missing; from then on the words beside the field are kept current. */
  protected showsErrors = false;
  /** Counts failed attempts, so that the same error is announced again. Below 0 something else announces it. */
  protected attempt = 0;
  /** The next outcome receives the focus. */
  #isFocusing = false;
  #customError = '';
  /** What the fields inside showed when they were last looked at. */
  #seen = '';
  #asked = '';

  constructor() {
    super();
    this.name = '';
    this.required = this.disabled = this.readonly = false;
    complete?.(this, this.internals);
    keepKeys(this);
    this.addEventListener('invalid', () => {
      this.showsErrors = true;
      this.attempt += 1;
      this.requestUpdate();
    });
  }

  /** Custom strings by key, which override every language: `{ send: 'Go' }`. */
  get strings(): Partial<Strings> {
    return this.localizer.overrides;
  }
  set strings(strings: Partial<Strings>) {
    this.localizer.overrides = strings ?? {};
    this.requestUpdate();
  }

  /** The form that the element belongs to; null outside of one. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }
  get validity(): ValidityState {
    return this.#current.validity;
  }
  get validationMessage(): string {
    return this.#current.validationMessage;
  }
  get willValidate(): boolean {
    return this.internals.willValidate;
  }
  get labels(): NodeList {
    return this.internals.labels;
  }
  checkValidity(): boolean {
    return this.#current.checkValidity();
  }
  reportValidity(): boolean {
    return this.#current.reportValidity();
  }
  /** Marks the element as invalid with the page's own words; an empty text takes that back. */
  setCustomValidity(message: string): void {
    if (message === this.#customError) return;
    this.#customError = message;
    this.updateForm();
    this.requestUpdate();
  }

  /** As of now, and not as of the last update. */
  get #current(): ElementInternals {
    this.updateForm();
    return this.internals;
  }

  /** The attribute disables a form control by its presence: https://html.spec.whatwg.org/#concept-fe-disabled */
  override attributeChangedCallback(name: string, before: string | null, text: string | null): void {
    super.attributeChangedCallback(name, before, text);
    if (name === 'disabled' && text && !this.disabled) this.removeAttribute(name);
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.updateForm();
    if (form && this.hasUpdated) void this.#followForm(form);
  }

  async #followForm(form: HTMLFormElement): Promise<void> {
    const module = await loadInForm();
    module?.follow(this, form, () => this.sync() && this.#isAsked && this.formValue[0]);
  }

  formDisabledCallback(): void {
    this.requestUpdate();
  }

  formResetCallback(): void {
    this.sync();
    this.showsErrors = false;
    this.submission.reset();
    this.clear();
    this.noteInputs();
    this.updateForm();
  }

  /**
   * The words to show: those of `question` or of the page's `<label>`, else the usual ones.
   */
  protected questionOr(defaults: string): string {
    return this.question || this.#label || defaults;
  }

  /** The words that were really asked: those of the page's own slot come first, and never those of a translation. */
  protected askedOr(defaults: string): string {
    const own = this.querySelector('[slot=question]');
    const isTranslated = [own, ...(this.labels as NodeListOf<Element>)].some((each) =>
      each?.matches(TRANSLATED),
    );
    return (this.#asked =
      (isTranslated && this.#asked) || own?.textContent?.trim() || this.questionOr(defaults));
  }

  /** Without the element's own text, which a `<label>` around it holds, too. */
  get #label(): string {
    if (isServer) return '';
    return [...this.labels]
      .map(({ textContent }) => textContent?.replace(this.textContent ?? '', '').trim())
      .filter(Boolean)
      .join(' ');
  }

  /** The author or a fieldset around it has switched it off. */
  protected get isDisabled(): boolean {
    return this.disabled || (!isServer && this.matches(':disabled'));
  }

  /** Alone, an answer is what it is there for; in a form only where the page says so. */
  protected get isNeeded(): boolean {
    return this.required || this.standsAlone;
  }

  /**
   * With a survey's name, and neither in a form nor in a survey, it sends its own answer. What a prompt opens is no
   * part of a form that lies around the prompt.
   */
  protected get standsAlone(): boolean {
    return !!this.survey && !this.#survey && (!this.form || this.#prompt?.closest('form') === this.form);
  }

  /** What is around it and sends its answer. */
  get #survey(): (Element & { requestSubmit?(): void }) | null | undefined {
    const { parentElement } = this;
    // The members of a form may be hidden by fields with such names.
    return isServer ? null : parentElement && Element.prototype.closest.call(parentElement, 'heed-survey');
  }

  /** What opens it; a server draws nothing that is still to be opened. */
  get #prompt(): (HTMLElement & { endpoint?: string | undefined }) | null {
    return isServer ? null : this.closest('heed-prompt');
  }

  /** Takes back what the visitor entered. */
  protected abstract clear(): void;
  /** What the element adds to its form, and what a browser keeps over a navigation where that is not the same. */
  protected abstract get formValue(): [value: string | FormData | null, state?: string];
  /** What the visitor answered, in the order asked, as the record holds it. */
  abstract get answers(): Answer[];
  /** What is wrong with the present value; undefined when nothing is. */
  protected abstract findValidityError(): ValidityError | undefined;
  /** What is wrong, also by the page's own words. */
  protected get validityError(): ValidityError | undefined {
    const message = this.#customError;
    return this.findValidityError() ?? (message ? { flag: 'customError', message } : undefined);
  }
  /** What is wrong, once the visitor may be told. */
  protected get errorText(): string {
    return (this.showsErrors && this.validityError?.message) || '';
  }
  /** What the visitor permits; undefined where that is not asked. */
  get consent(): Consent | undefined {
    return undefined;
  }
  /** What goes along with the answers. */
  get attachedFiles(): readonly File[] {
    return [];
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await this.localizer.ready;
    if (!this.internals.setFormValue) {
      complete = await (await loadInForm())?.standIn(this, this.internals);
    }
    super.scheduleUpdate();
  }

  protected override firstUpdated(): void {
    warnOfObjects(this);
    if (this.survey || this.form || this.name || this.#survey) return;
    warnOnce(this, 'HEED_SURVEY', 'set survey="…" to send the answer, or name="…" to read the value');
  }

  protected override updated(): void {
    this.noteInputs();
    this.askedOr('');
    this.updateForm();
    this.#showState();
    if (this.form) void this.#followForm(this.form);
  }

  protected override performUpdate(): void {
    this.sync();
    super.performUpdate();
  }

  /** Form data and validity follow a property at once, as those of a native control do. */
  override requestUpdate(name?: PropertyKey, ...change: unknown[]): void {
    super.requestUpdate(name, ...(change as [unknown]));
    // The constructor of this class runs before there is any field of the others.
    if (isServer || !name || !this.localizer) return;
    if (name === 'disabled') this.toggleAttribute(name, this.disabled);
    if (name === 'name' && this.name) this.setAttribute(name, this.name);
    if (this.form || this.hasUpdated) this.updateForm();
  }

  /** No other part of the page sees to it. */
  get #isAsked(): boolean {
    return !inactiveQuestions.has(this) && !(this.form && this.standsAlone);
  }

  /** At once after an act of the visitor, so that form data read in a listener of "input" or "change" is right. */
  protected updateForm(): void {
    const isAsked = this.#isAsked;
    const [value, state] = isAsked ? this.formValue : [null];
    this.internals.setFormValue?.(value, state);
    const { flag, message, anchor } = (isAsked && this.validityError) || {};
    this.internals.setValidity?.(flag ? { [flag]: true } : {}, message, anchor);
  }

  /** What the fields inside show, as far as it can be told from what they showed before. */
  protected noteInputs(): void {
    this.#seen = this.#shown;
  }

  get #shown(): string {
    const fields = this.renderRoot?.querySelectorAll<HTMLInputElement>('input, textarea, [name]') ?? [];
    return [...fields].map(({ checked, value }) => `${checked}${value}`).join();
  }

  /**
   * Takes over what the fields inside show. Password managers, dictation and scripts fill them in without an event, or
   * with one that ends at the shadow root: so it is called before the value is read or set, and before an update.
   *
   * @returns false when nothing was entered since they were last looked at
   */
  protected sync(): boolean {
    const before = this.#seen;
    this.noteInputs();
    if (before === this.#seen) return false;
    const isOpen = !this.isDisabled && !this.readonly;
    if (isOpen) {
      this.readInputs();
      this.updateForm();
    }
    this.requestUpdate();
    return isOpen;
  }

  /** Makes what the fields inside show the value. */
  protected readInputs(): void {}

  /** A native "change" ends at the shadow root: the element fires its own. */
  protected onChange(): void {
    this.dispatchEvent(new CustomEvent('change', { bubbles: true }));
  }

  /** The page finds the value in place, and hears also of what was entered by an event that ends at the shadow root. */
  #onInput(event: Event): void {
    this.sync();
    if (!event.composed && (event.target as Node).getRootNode() === this.renderRoot)
      this.dispatchEvent(new CustomEvent('input', { bubbles: true, composed: true }));
  }

  /** A frame that is sandboxed without "allow-forms" fires no "submit": https://html.spec.whatwg.org/#form-submission-algorithm */
  #onClick(event: Event): void {
    const button = (event.target as Element).closest('button');
    const isOurs = button?.type === 'submit' && button.form === event.currentTarget;
    if (isOurs && !event.defaultPrevented) void this.onSubmit(event);
  }

  /** Chromium gives a pressed text's focus to the first field, and then selects nothing: https://crbug.com/950357 */
  #onMouseDown({ currentTarget }: Event): void {
    const form = currentTarget as HTMLElement;
    form.tabIndex = -1;
    setTimeout(() => form.removeAttribute('tabindex'));
  }

  /** What the record is made of. */
  protected get recordInput(): RecordInput {
    const { survey = '', answers, respondent, consent } = this;
    const context = { locale: this.localizer.language, channel: 'web' };
    return { survey, answers, respondent, context, consent };
  }

  /** Where the answer goes; undefined where the element and what opens it leave that to the page. */
  protected get target(): string | undefined {
    return this.endpoint || this.#prompt?.endpoint;
  }

  /** Sends the answer when it is complete; otherwise shows what is missing. */
  protected async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isDisabled || this.readonly) return;
    this.sync();
    if (!this.standsAlone && this.#submitOuter(event)) return;
    if (this.validityError) {
      // As the platform does, which knows nothing of what is wrong where the form around it is another's.
      this.dispatchEvent(new CustomEvent('invalid', { cancelable: true }));
      this.focus();
      return;
    }
    if (!this.standsAlone) return;
    // Inside of it, or in what the page has put into it; WebKit does not match ":focus-within" here.
    const hadFocus = this.contains((this.getRootNode() as Document).activeElement);
    this.#isFocusing = hadFocus;
    const isShown = await this.submission.send(this.recordInput, this.target, this.attachedFiles);
    await this.updateComplete;
    if (hadFocus && isShown) this.find('#outcome')?.focus();
    this.#isFocusing = false;
  }

  /** Submits what the element is a field of, which then shows all that is missing. @returns false when there is nothing */
  #submitOuter(event: Event): boolean {
    const { host } = this.getRootNode() as ShadowRoot;
    if (this.#survey) this.#survey.requestSubmit?.();
    else if (host instanceof HeedElement) void host.onSubmit(event);
    else if (this.form) HTMLFormElement.prototype.requestSubmit.call(this.form);
    else return false;
    return true;
  }

  /** In what it has drawn; undefined also before it has. */
  protected find<Found extends HTMLElement = HTMLElement>(selector: string): Found | undefined {
    return this.renderRoot?.querySelector<Found>(selector) ?? undefined;
  }

  protected get isDone(): boolean {
    return ['sent', 'stored'].includes(this.submission.status);
  }

  protected get isSending(): boolean {
    return this.submission.status === 'sending';
  }

  /** Nothing can be entered: it is disabled, or an answer is on its way. */
  protected get isLocked(): boolean {
    return this.isDisabled || this.isSending;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    const { shadowRoot } = this;
    // A server's markup carries its styles in an element, which a strict policy of the page does not let in.
    if (!isServer && shadowRoot?.adoptedStyleSheets?.length === 0)
      adoptStyles(shadowRoot, (this.constructor as typeof LitElement).elementStyles);
    return root;
  }

  protected override render(): TemplateResult {
    const isCard = this.standsAlone && !this.#prompt;
    return html`<div class="room">
        <form
          part="base"
          role="none"
          class=${isCard ? 'card' : ''}
          novalidate
          @submit=${this.onSubmit}
          @input=${this.#onInput}
          @click=${this.#onClick}
          @mousedown=${this.#onMouseDown}
        >
          ${this.isDone ? nothing : this.renderContent()} ${this.renderStatus()} ${this.renderMore()}
          <button hidden></button>
        </form>
      </div>
      <slot name="without-script"></slot>`;
  }

  /** What is asked, and what sends the answer. */
  protected renderContent(): unknown {
    return nothing;
  }

  /** What is added to good news, and empty before. */
  protected renderMore(): unknown {
    return nothing;
  }

  /** Beside the question, where an answer may be left out. */
  protected renderOptional(): unknown {
    return this.isNeeded ? nothing : html`<small>${this.t('optional')}</small>`;
  }

  /** The button of an element that sends its own answer. */
  protected renderSend(): unknown {
    return this.standsAlone && !this.readonly ? this.renderSubmit(this.t('send')) : nothing;
  }

  protected renderSubmit(label: string): TemplateResult {
    return html`<button part="submit" ?disabled=${this.isLocked}>
      ${this.isSending ? this.t('sending') : label}
    </button>`;
  }

  /** What became of the answer, in a live region that is always there so that a change is announced. */
  protected renderStatus(): unknown {
    const { outcome } = this.submission;
    return renderOutcome(outcome, outcome && this.tell(outcome), this.#isFocusing);
  }

  /**
   * The words for what became of the answer. What is kept in memory only is lost with the page, and must not sound safe.
   * A browser that is online is not told to wait for a connection: it was the server that could not be reached.
   */
  protected tell(outcome: Outcome): OutcomeText {
    const { state } = outcome;
    const isKept = state === 'stored';
    const kind = isKept && !outcome.durable ? 'memory' : state;
    const online = isKept && navigator.onLine ? 'Online' : '';
    return [this.t(`${kind}Title`), this.t(`${kind}${online}Text` as 'storedText')];
  }

  protected t(key: Key | keyof CommonStrings, values?: Record<string, string>, limit?: number): string {
    return this.localizer.t(key, values, limit);
  }

  #showState(): void {
    const { states } = this.internals;
    const { status } = this.submission;
    states.clear();
    if (status !== 'idle') states.add(status);
    if (this.#label && !this.question) states.add('labelled');
  }
}

// Here and not beside the events: what is imported for its types alone is not in the published declarations.
declare global {
  interface GlobalEventHandlersEventMap {
    'heed-submit': HeedSubmitEvent;
    'heed-sent': CustomEvent<OutcomeDetail>;
    'heed-stored': CustomEvent<OutcomeDetail>;
    'heed-refused': CustomEvent<OutcomeDetail>;
  }
}
