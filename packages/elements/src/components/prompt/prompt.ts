/**
 * The states of a prompt. A session (`prompt-session.ts`) covers "preparing" and "open".
 *
 * | state     | event                                                        | next state                              |
 * | --------- | ------------------------------------------------------------ | --------------------------------------- |
 * | closed    | `show()`, `preview()`, or all rules allow it                 | preparing                               |
 * | preparing | the same call again, or all rules allow it                   | preparing: both share the session       |
 * | preparing | `show()` or `preview()`, after an opening of another mode    | preparing: a new session replaces it    |
 * | preparing | `hide()`, removal, or "heed-show" is cancelled                | closed, without "heed-hide"             |
 * | preparing | file or content missing, an obstacle; by rules: no lock      | closed; `explain()` has the reason      |
 * | preparing | content rendered, place found, "heed-show" not cancelled      | open                                    |
 * | open      | `show()`, `preview()`, or all rules allow it                 | open                                    |
 * | open      | an answer was stored or sent                                 | open; closes with reason "answered"     |
 * | open      | the page moves it                                            | open                                    |
 * | open      | close button, Escape, "later", a click outside               | closed, after "heed-hide"               |
 * | open      | `hide()`, removal, anchor gone, route left, another prompt   | closed, after "heed-hide"               |
 */
import { css, nothing, type PropertyValues } from 'lit';
import { later } from '../../shared/loading/later.ts';
import { baseStyles } from '../../shared/styles/base.styles.ts';
import { keepKeys } from '../../shared/keyboard/keep-keys.ts';
import { tokens } from '../../shared/styles/tokens.ts';
import type { HeedSubmitEvent, OutcomeDetail } from '../../shared/submission/submit-event.ts';
import { warnOfObjects } from '../../shared/base/warn.ts';
import { Localizer } from '../../shared/localization/localizer.ts';
import { promptEnglish } from '../../locales/en/prompt.ts';
import { PromptOptions } from './prompt-options.ts';
import type { HideReason, OpenMode, PromptSession, SessionHost } from './prompt-session.ts';
import type { PromptScheduler, RuleResult } from './rules/scheduler.ts';

export type { PromptDisplay, PromptPosition } from './prompt-options.ts';
export type { HideReason } from './prompt-session.ts';

/** Renders, places and opens a prompt. Loaded when it first opens. */
type PromptView = typeof import('./prompt-view.ts');

const loadScheduler = later(() => import('./rules/scheduler.ts'));
const loadExplainPanel = later(() => import('./rules/explain-panel.ts'));
const loadView = later(() => import('./prompt-view.ts'));

/** A prompt that is back in the page after this time was moved, not removed. Turbo and view transitions take a frame. */
const MOVE_MS = 200;

/** Properties that do not affect the rules. A change of any other property resets them. */
const NOT_A_RULE = /^(display|position|anchor|noLater|is|endpoint|strings|traits)/;

/** For the parts of an open prompt, not for pages: outside the class, the manifest does not list the event. */
function notifyMove(prompt: HeedPrompt): void {
  prompt.dispatchEvent(new CustomEvent('heed-moved'));
}

/**
 * Opens its content at the right moment, in the right place, and not too often: in a corner, next to an anchor, as a
 * modal dialog, as a sheet at the bottom, or inline. Except as a modal dialog, it takes no focus and does not lock
 * scrolling.
 *
 * ```html
 * <heed-prompt name="after-order" when="event('order-placed')" delay="2s" endpoint="/feedback">
 *   <heed-csat survey="ordering"></heed-csat>
 * </heed-prompt>
 * ```
 *
 * @tag heed-prompt
 * @slot - The content: any elements, or one `<template>`, whose content is inserted when the prompt first opens.
 * @event {CustomEvent<{ name: string; preview: boolean }>} heed-show - The prompt is about to open. Cancelable.
 * @event {CustomEvent<{ name: string; reason: HideReason }>} heed-hide - The prompt has closed.
 * @csspart panel - The card, dialog or sheet.
 * @csspart content - The container of the content, which scrolls if there is not enough space.
 * @csspart close - The close button.
 * @csspart later - The button "Ask me later".
 * @csspart preview - The note that this is a preview.
 * @csspart arrow - The arrow that points to the anchor.
 * @csspart icon - The icon of the close button.
 * @cssprop [--heed-color-accent=#3b4fd8] - The accent colour. Other colours are derived from it with sufficient contrast.
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
 * @cssprop [--heed-shadow] - The shadow of the card. Defaults to two layers.
 * @cssprop [--heed-prompt-inset-block=16px] - The distance from the top and bottom edges of the window.
 * @cssprop [--heed-prompt-inset-inline=16px] - The distance from the left and right edges of the window.
 */
export class HeedPrompt extends PromptOptions {
  /** Without a box, a closed prompt leaves no gap in a grid or flex container. */
  static override styles = [
    tokens('prompt'),
    baseStyles,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  readonly #localizer = new Localizer(this, promptEnglish);
  #view: PromptView | undefined;
  #scheduler: PromptScheduler | undefined;
  /** Settles once the rules are loaded, or could not be loaded. */
  #schedulerLoad: Promise<void> | undefined;
  #mode: OpenMode = 'asked';
  /** Aborts when the last opening ends. */
  #ending: AbortController | undefined;
  /** The result of the last opening. */
  #opened: Promise<boolean> | undefined;
  /** The session of the last opening, which may have ended. It is created once the view is loaded. */
  #session: PromptSession | undefined;
  /** Why the view could not be loaded. */
  #loadFailure: string | undefined;
  #closeExplainPanel: (() => void) | undefined;
  #removalTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #sessionHost: SessionHost = {
    prompt: this,
    localizer: this.#localizer,
    content: { hasInput: false, isUsed: false },
    whenScheduled: async () => this.#schedulerLoad,
    getScheduler: () => this.#scheduler,
    render: () => {
      this.requestUpdate();
      this.performUpdate();
    },
  };

  constructor() {
    super();
    keepKeys(this);
    this.addEventListener('heed-submit', this.#onSubmit, true);
    for (const type of ['heed-sent', 'heed-stored', 'heed-refused'] as const)
      this.addEventListener(type, this.#onOutcome);
    for (const type of ['input', 'change'])
      this.addEventListener(type, () => {
        this.#sessionHost.content.hasInput = true;
      });
  }

  /** Whether the prompt is open. Reflected as an attribute, for the page's styles. */
  get open(): boolean {
    return this.#session?.isOpen ?? false;
  }

  /**
   * Opens the prompt regardless of its rules, for example from a click handler. Counts as shown.
   *
   * @returns true once the prompt is open; false if `heed-show` was cancelled, the content could not be loaded, or the
   * prompt cannot be seen or used at its place
   */
  show(): Promise<boolean> {
    return this.#start('asked');
  }

  /** Closes the prompt. Starts a rest only with the reason `dismissed` or `later`. */
  hide(reason: HideReason = 'closed'): void {
    this.#session?.hide(reason);
    this.#ending?.abort();
  }

  /** Opens the prompt as users see it, with a note that it is a preview. Counts nothing and sends no answer. */
  preview(): Promise<boolean> {
    return this.#start('preview');
  }

  /** Returns every rule with its current result: why the prompt opens automatically, or why it does not. */
  explain(): RuleResult[] {
    const results = this.#scheduler?.explain() ?? [];
    const reason = this.#loadFailure ?? this.#session?.obstacle;
    return reason ? [...results, { rule: 'content', ok: false, reason }] : results;
  }

  /** Deletes the counters of this prompt from the device. */
  forget(): void {
    this.#scheduler?.forget();
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[part=panel]:not([hidden])')?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    clearTimeout(this.#removalTimer);
    if (this.#scheduler) this.#scheduler.check();
    else this.#schedulerLoad = this.#loadScheduler();
    this.connectedMoveCallback();
  }

  /** Called instead of `connectedCallback()` after `moveBefore()`, which keeps all state. */
  connectedMoveCallback(): void {
    notifyMove(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#removalTimer = setTimeout(() => {
      this.hide();
      this.#scheduler?.close();
      this.#scheduler = undefined;
    }, MOVE_MS);
  }

  protected override firstUpdated(): void {
    warnOfObjects(this);
  }

  protected override willUpdate(): void {
    this.#localizer.overrides = this.strings ?? {};
  }

  protected override updated(changed: PropertyValues): void {
    if ([...changed.keys()].some((key) => !NOT_A_RULE.test(String(key)))) this.#scheduler?.reset();
    else if (changed.has('traits')) this.#scheduler?.check();
    if (!this.#scheduler) this.#schedulerLoad = this.#loadScheduler();
    const isRetry = !!this.#loadFailure;
    if (isRetry) this.#scheduler?.check();
    if (this.isPreview && (isRetry || changed.has('isPreview'))) void this.preview();
    if (changed.has('isExplained') || (this.isExplained && !this.#closeExplainPanel))
      void this.#toggleExplainPanel();
    this.toggleAttribute('open', this.open);
    this.#view?.togglePanel(this, this.open);
  }

  protected override render(): unknown {
    const session = this.#session;
    return (
      this.#view?.renderPrompt(
        session?.placement && {
          ...session.placement,
          isOpen: session.isOpen,
          isPreview: this.#mode === 'preview',
          isLaterOffered: this.#mode === 'rules' && !this.noLater && !session.isAnswered,
          t: (key, values) => this.#localizer.t(key, values),
          hide: (reason) => this.hide(reason),
        },
      ) ?? nothing
    );
  }

  #start(mode: OpenMode): Promise<boolean> {
    if (!this.isConnected || this.open) return Promise.resolve(this.open);
    const isOpening = this.#ending && !this.#ending.signal.aborted;
    if (this.#opened && isOpening && (mode === this.#mode || mode === 'rules')) return this.#opened;
    // A call of the page takes precedence over the rules.
    this.hide();
    this.#mode = mode;
    this.#ending = new AbortController();
    return (this.#opened = this.#openSession(this.#ending));
  }

  async #openSession(ending: AbortController): Promise<boolean> {
    const mode = this.#mode;
    await this.#localizer.ready;
    const view = await this.#loadView(mode === 'asked');
    if (!view) ending.abort();
    if (!view || ending.signal.aborted) return false;
    this.#session = new view.PromptSession(this.#sessionHost, mode, ending, this.#session?.placement);
    return this.#session.opened;
  }

  async #loadScheduler(): Promise<void> {
    const file = await loadScheduler();
    if (!this.isConnected || this.#scheduler) return;
    if (file) this.#scheduler = new file.PromptScheduler(this, () => this.#start('rules'));
  }

  async #loadView(isUrgent: boolean): Promise<PromptView | undefined> {
    const view = await loadView(isUrgent);
    this.#loadFailure = view ? undefined : 'The file that opens the prompt could not be loaded.';
    if (view && !this.#view) view.addStyles(this.renderRoot);
    return (this.#view = view);
  }

  async #toggleExplainPanel(): Promise<void> {
    this.#closeExplainPanel?.();
    this.#closeExplainPanel = undefined;
    if (!this.isExplained) return;
    const file = await loadExplainPanel();
    if (this.isExplained) this.#closeExplainPanel ??= file?.openExplainPanel(this);
  }

  /** In a preview, an answer reaches neither the client nor the page. */
  #onSubmit = (event: HeedSubmitEvent): void => {
    if (this.#mode !== 'preview') return;
    event.stopImmediatePropagation();
    event.respondWith({ state: 'sent' });
  };

  #onOutcome = ({ type, detail }: CustomEvent<OutcomeDetail>): void => {
    if (detail.record.partial) return;
    const session = this.#session;
    const outcome = type.slice('heed-'.length) as OutcomeDetail['outcome']['state'];
    if (this.#mode !== 'preview') this.#scheduler?.record(outcome);
    if (outcome === 'refused') return;
    this.#sessionHost.content.isUsed = true;
    if (session) session.isAnswered = true;
    this.requestUpdate();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-prompt': HeedPrompt;
  }
  interface GlobalEventHandlersEventMap {
    'heed-show': CustomEvent<{ name: string; preview: boolean }>;
    'heed-hide': CustomEvent<{ name: string; reason: HideReason }>;
  }
}
