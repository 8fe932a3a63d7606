import { toJson } from '@heed/core';
import { css, LitElement, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import { flag } from '../../shared/form/boolean-attribute.ts';
import { later } from '../../shared/loading/later.ts';
import { baseStyles } from '../../shared/styles/base.styles.ts';
import { keepKeys } from '../../shared/keyboard/keep-keys.ts';
import { tokens } from '../../shared/styles/tokens.ts';
import type { HeedSubmitEvent, OutcomeDetail } from '../../shared/submission/submit-event.ts';
import { warnOfObjects } from '../../shared/base/warn.ts';
import { Localizer } from '../../shared/localization/localizer.ts';
import type { Strings } from '../../locales/strings.ts';
import { holdsFocus } from './holds-focus.ts';
import { promptEnglish } from '../../locales/en/prompt.ts';
import type { PromptScheduler, RuleResult } from './rules/scheduler.ts';
import type { Mode, Scene } from './view.ts';

export type PromptDisplay = 'corner' | 'popover' | 'modal' | 'sheet' | 'inline';
/** A corner; of an anchor also one of its sides. */
export type PromptPosition =
  'bottom-end' | 'bottom-start' | 'top-end' | 'top-start' | 'bottom' | 'top' | 'start' | 'end';
/** Why a prompt was closed: after an answer, by the visitor, put off by the visitor, or by the page. */
export type HideReason = 'answered' | 'dismissed' | 'later' | 'closed';

type Stage = typeof import('./view.ts');

const loadScheduler = later(() => import('./rules/scheduler.ts'));
const loadPanel = later(() => import('./rules/panel.ts'));
const loadStage = later(() => import('./view.ts'));

/** What is in the page again by then was only moved. Turbo and view transitions take a frame for that. */
const MOVE_MS = 200;

/** Properties that are no rules; a change of any other begins anew. */
const NO_RULE = /^(display|position|anchor|noLater|is|endpoint|strings|traits)/;

/** The one that lies over the page: there is never more than one. */
let current: HeedPrompt | undefined;

/** For what goes on around an open prompt, in files that are loaded later. */
function noteMove(prompt: HeedPrompt): void {
  prompt.dispatchEvent(new CustomEvent('heed-moved'));
}

function readInputs(prompt: HeedPrompt): void {
  if (current !== prompt) current?.hide();
  current = prompt;
}

/**
 * Shows a question at the right moment, in the right place, and not too often: in a corner, beside what it is about, as
 * a dialog, as a sheet at the bottom, or in the flow of the page. It takes no focus and locks no scrolling, unless it is a
 * dialog.
 *
 * ```html
 * <heed-prompt name="after-order" when="event('order-placed')" delay="2s" endpoint="/feedback">
 *   <heed-csat survey="ordering"></heed-csat>
 * </heed-prompt>
 * ```
 *
 * @tag heed-prompt
 * @slot - What is asked: any elements, or one `<template>`, whose content is put into the page when it first opens.
 * @event {CustomEvent<{ name: string; preview: boolean }>} heed-show - It is about to open. Cancelable.
 * @event {CustomEvent<{ name: string; reason: HideReason }>} heed-hide - It has closed.
 * @csspart panel - The card, dialog or sheet.
 * @csspart content - What is asked, which scrolls where there is not enough room.
 * @csspart close - The button that closes it.
 * @csspart later - The button that puts it off.
 * @csspart preview - Says that this is a preview.
 * @csspart arrow - The tip that points to the anchor.
 * @csspart icon - The drawing on the button that closes it.
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
 * @cssprop [--heed-shadow] - Its shadow. Absent: one of two layers.
 * @cssprop [--heed-prompt-inset-block=16px] - From the upper and lower edge of the window.
 * @cssprop [--heed-prompt-inset-inline=16px] - From the edges at its sides.
 */
export class HeedPrompt extends LitElement {
  /** Without a box of its own: in a page's grid or row there is no gap where nothing is shown. */
  static override styles = [
    tokens('prompt'),
    baseStyles,
    css`
      :host {
        display: contents;
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    name: { reflect: true, useDefault: true },
    display: {},
    position: {},
    anchor: {},
    when: {},
    delay: {},
    showIf: { attribute: 'show-if' },
    max: {},
    maxPerSession: { attribute: 'max-per-session' },
    restShown: { attribute: 'rest-shown' },
    restAnswered: { attribute: 'rest-answered' },
    restDismissed: { attribute: 'rest-dismissed' },
    restLater: { attribute: 'rest-later' },
    quiet: {},
    sample: {},
    noLater: { attribute: 'no-later', type: Boolean, converter: flag },
    isExplained: { attribute: 'explain', type: Boolean, converter: flag },
    isPreview: { attribute: 'preview', type: Boolean, converter: flag },
    endpoint: {},
    // A framework makes a new object for each drawing.
    traits: { attribute: false, hasChanged: (now, before) => toJson(now) !== toJson(before) },
    strings: { attribute: false },
  };

  /** The key of its counters on the device. Needed for a prompt that opens by itself. */
  declare name: string;
  /** Where it appears. Absent: beside its `anchor`, else in a corner. A corner is a sheet on a phone. */
  declare display: PromptDisplay | undefined;
  /**
   * The corner; `bottom-end` when absent. With an anchor the side of it, `top`, `bottom`, `start` or `end`; `bottom` when
   * absent.
   */
  declare position: PromptPosition | undefined;
  /** A selector of what it is about. It follows that, and closes when that is removed. */
  declare anchor: string | undefined;
  /** When it opens by itself, such as `event('order-placed', total > 100) and time(30s)`. Absent: never. */
  declare when: string | undefined;
  /** How long it waits once that holds, such as `2s`. Absent: not at all. */
  declare delay: string | undefined;
  /** An expression over the traits, `language`, `device`, `visits` and `path` that must hold, too. */
  declare showIf: string | undefined;
  /** How often it opens by itself at most. Absent: as often as its rests allow. */
  declare max: string | number | undefined;
  /** How often at most in one visit. */
  declare maxPerSession: string | number | undefined;
  /** How long it rests after it was shown and ignored, such as `7d`. Absent: as long as after "later". */
  declare restShown: string | undefined;
  /** How long it rests after an answer. Absent: `90d`. */
  declare restAnswered: string | undefined;
  /** How long it rests once it was closed. Absent: `30d`. */
  declare restDismissed: string | undefined;
  /** How long it rests once it was put off. Absent: `7d`. */
  declare restLater: string | undefined;
  /** How long no prompt opens after any other of the site. Absent: `1d`. */
  declare quiet: string | undefined;
  /** The share of visitors who are asked, such as `25%`; the same visitors each time. Absent: all. */
  declare sample: string | undefined;
  /** Has no button that puts it off. */
  declare noLater: boolean;
  /** Shows developers, in the page, why it is shown or not: attribute `explain`. */
  declare isExplained: boolean;
  /** Opens at once, counts nothing and sends no answer: attribute `preview`. */
  declare isPreview: boolean;
  /** Where the answers go that are given inside of it, unless their own element says so. */
  declare endpoint: string | undefined;
  /** What the page knows about the visitor, for `show-if`: `{ plan: 'free', orders: 3 }`. Kept nowhere. */
  declare traits: Readonly<Record<string, string | number | boolean | null>> | undefined;
  /** Custom strings by key, which override every language: `{ later: 'Not now' }`. */
  declare strings: Partial<Strings> | undefined;

  readonly #localizer = new Localizer(this, promptEnglish);
  #scheduler: PromptScheduler | undefined;
  /** Settles when its rules are there, or will not come. */
  #watching: Promise<void> | undefined;
  /** What draws it and places it, which comes when it first opens. */
  #stage: Stage | undefined;
  #scene: Scene | undefined;
  /** From the attempt to open until it closes; ends what goes on meanwhile. */
  #life: AbortController | undefined;
  #attempt: Promise<boolean> | undefined;
  /** Gives the turn over all tabs back. */
  #release: (() => void) | undefined;
  #mode: Mode = 'asked';
  #isOpen = false;
  #isAnswered = false;
  /** What is inside was answered or tried out, and has to be asked anew. */
  #isUsed = false;
  /** Something was entered that a click beside it must not put out of sight. */
  #isBegun = false;
  /** What had the focus before it came in. */
  #before: HTMLElement | undefined;
  /** The page was told that it opens, and not yet that it has closed. */
  #isTold = false;
  /** Why the last attempt did not succeed. */
  #failure: string | undefined;
  #closePanel: (() => void) | undefined;
  /** Runs out when it is taken out of the page for good. */
  #leaving: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    keepKeys(this);
    this.name = '';
    this.noLater = this.isExplained = this.isPreview = false;
    this.addEventListener('heed-submit', this.#onSubmit, true);
    for (const type of ['heed-sent', 'heed-stored', 'heed-refused'] as const)
      this.addEventListener(type, this.#onOutcome);
    for (const type of ['input', 'change'])
      this.addEventListener(type, () => {
        this.#isBegun = true;
      });
    this.addEventListener('focusin', ({ relatedTarget }) => {
      if (relatedTarget instanceof HTMLElement && !this.contains(relatedTarget)) this.#before = relatedTarget;
    });
  }

  /** It is open. Shown as an attribute for the page's styles. */
  get open(): boolean {
    return this.#isOpen;
  }

  /**
   * Opens it, whatever its rules say: for a visitor's own act. Counts as shown.
   *
   * @returns true once it is open; false when `heed-show` was cancelled, its content did not load, or it could not be
   * seen or used where it is
   */
  show(): Promise<boolean> {
    return this.#start('asked');
  }

  /** Closes it. Counts as nothing, unless a reason is given. */
  hide(reason: HideReason = 'closed'): void {
    this.#end(this.#isAnswered ? 'answered' : reason);
  }

  /** Opens it as a visitor would see it, with a note that it is a preview; counts nothing, and sends no answer. */
  preview(): Promise<boolean> {
    return this.#start('preview');
  }

  /** Every rule with its verdict as of now: why it would open by itself, or why it does not. */
  explain(): RuleResult[] {
    const verdicts = this.#scheduler?.explain() ?? [];
    const reason = this.#failure;
    return reason ? [...verdicts, { rule: 'content', ok: false, reason }] : verdicts;
  }

  /** Forgets what its counters know about this visitor. */
  forget(): void {
    this.#scheduler?.forget();
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[part=panel]:not([hidden])')?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    clearTimeout(this.#leaving);
    if (this.#scheduler) this.#scheduler.check();
    else this.#watching = this.#watch();
    this.connectedMoveCallback();
  }

  /** With `moveBefore()` a browser keeps everything. */
  connectedMoveCallback(): void {
    noteMove(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaving = setTimeout(() => {
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
    if ([...changed.keys()].some((key) => !NO_RULE.test(String(key)))) this.#scheduler?.reset();
    else if (changed.has('traits')) this.#scheduler?.check();
    if (!this.#scheduler) this.#watching = this.#watch();
    // What draws it was not there when it was to open.
    const isLate = !this.#stage && !!this.#failure;
    if (isLate) this.#scheduler?.check();
    if (this.isPreview && (isLate || changed.has('isPreview'))) void this.preview();
    if (changed.has('isExplained') || (this.isExplained && !this.#closePanel)) void this.#showVerdicts();
    this.toggleAttribute('open', this.open);
    this.#stage?.showPanel(this, this.open);
  }

  protected override render(): unknown {
    return (
      this.#stage?.renderScene(
        this.#scene && {
          ...this.#scene,
          isOpen: this.open,
          isPreview: this.#mode === 'preview',
          isLaterOffered: this.#mode === 'rules' && !this.noLater && !this.#isAnswered,
          t: (key, values) => this.#localizer.t(key, values),
          hide: (reason) => this.hide(reason),
        },
      ) ?? nothing
    );
  }

  async #watch(): Promise<void> {
    const rules = await loadScheduler();
    if (!this.isConnected || this.#scheduler) return;
    this.#scheduler = rules?.openScheduler(this, () => this.#start('rules'));
  }

  /** Resolves true once it is open. */
  #start(mode: Mode): Promise<boolean> {
    if (!this.isConnected || this.open) return Promise.resolve(this.open);
    if (this.#attempt && (mode === this.#mode || mode === 'rules')) return this.#attempt;
    // Who asks for it comes before its rules.
    this.#end('closed');
    this.#mode = mode;
    this.#before = undefined;
    this.#life = new AbortController();
    return (this.#attempt = this.#tryToOpen(mode, this.#life.signal));
  }

  async #tryToOpen(mode: Mode, signal: AbortSignal): Promise<boolean> {
    this.#failure = undefined;
    try {
      await this.#localizer.ready;
      const stage = await this.#loadStage(mode);
      const scene = signal.aborted ? undefined : await this.#prepare(stage, mode, signal);
      if (scene && !signal.aborted && this.#announce(mode)) await this.#reveal(stage, scene, signal);
    } catch (error) {
      // A file that does not load, or an element inside that cannot be drawn.
      this.#failure = String(error);
    }
    // Unless it was closed meanwhile, and may be about to open again.
    if (!this.open && !signal.aborted) this.#end('closed');
    return this.open && !signal.aborted;
  }

  /** Everything that comes before the page is told. Undefined when it has to stay closed. */
  async #prepare(stage: Stage, mode: Mode, signal: AbortSignal): Promise<Scene | undefined> {
    const note = (obstacle: string | undefined): void => {
      this.#failure = obstacle;
    };
    // What is drawn tells whether it can be seen.
    this.requestUpdate();
    await this.updateComplete;
    if (mode === 'rules') await stage.whenUsable(this, mode, note, signal);
    if (!(await this.#takeTurn(mode, signal))) return undefined;
    stage.fill(this);
    if (this.#isUsed) {
      stage.startOver(this);
      this.#isUsed = this.#isAnswered = this.#isBegun = false;
    }
    const isDrawn = await stage.whenDrawn(this);
    await stage.whenUsable(this, mode, note, signal);
    const scene = await stage.choose(this, this.#localizer.t('feedback'), signal);
    if (!isDrawn) this.#failure = 'what it holds was not drawn within 5 seconds';
    else if (stage.isEmpty(this)) this.#failure = 'what it holds asks nothing';
    else if (mode === 'rules' && !scene.isInView) this.#failure = 'its anchor is not in view';
    return this.#failure ? undefined : scene;
  }

  /** @returns false when it has to wait for another prompt, which one that was asked for does not */
  async #takeTurn(mode: Mode, signal: AbortSignal): Promise<boolean> {
    if (mode === 'preview') return true;
    await this.#watching;
    const release = await this.#scheduler?.take();
    if (signal.aborted) release?.();
    else this.#release = release ?? this.#release;
    return mode === 'asked' || (!!release && (!current || current === this));
  }

  #giveTurnBack(): void {
    this.#release?.();
    this.#release = undefined;
  }

  /** @returns false when the page does not want it now, or when it could not be remembered */
  #announce(mode: Mode): boolean {
    if (!this.#tell('heed-show', { preview: mode === 'preview' })) return false;
    this.#isTold = true;
    return mode === 'preview' || this.#scheduler?.tell('shown') || mode === 'asked';
  }

  async #loadStage(mode: Mode): Promise<Stage> {
    const stage = await loadStage(mode === 'asked');
    if (!stage) throw new Error('what draws it could not be loaded');
    if (!this.#stage) stage.addStyles(this.renderRoot);
    return (this.#stage = stage);
  }

  async #reveal(stage: Stage, scene: Scene, signal: AbortSignal): Promise<void> {
    this.#scene = scene;
    this.#isOpen = true;
    this.requestUpdate();
    this.performUpdate();
    if (scene.look === 'inline') {
      // It bothers nobody who is about to see another one.
      this.#giveTurnBack();
    } else {
      readInputs(this);
      // The turn of the one that it took the place of.
      if (this.#mode === 'asked' && !this.#release) void this.#takeTurn('asked', signal);
    }
    await stage.keepInPlace(this, scene, {
      signal,
      announcement: this.#localizer.t('promptOpened', { title: scene.title }),
      close: () => this.hide(),
      // Nothing that was entered goes out of sight by a click beside it.
      leave: () => {
        if (this.#isAnswered || !this.#isBegun) this.hide('dismissed');
      },
    });
  }

  #end(reason: HideReason): void {
    if (!this.#life) return;
    const wasOpen = this.open;
    const hadFocus = holdsFocus(this);
    this.#life.abort();
    this.#giveTurnBack();
    this.#life = this.#attempt = undefined;
    if (current === this) current = undefined;
    if (wasOpen) {
      this.#isOpen = false;
      this.requestUpdate();
      this.performUpdate();
    }
    if (hadFocus) this.#before?.focus({ preventScroll: true });
    if (this.#mode === 'preview') this.#isUsed = true;
    else if (wasOpen && (reason === 'dismissed' || reason === 'later')) this.#scheduler?.tell(reason);
    if (!this.#isTold) return;
    this.#isTold = false;
    this.#tell('heed-hide', { reason });
  }

  /** @returns false when the page has cancelled it */
  #tell(type: string, more: Record<string, unknown>): boolean {
    const detail = { name: this.name, ...more };
    const cancelable = type === 'heed-show';
    return this.dispatchEvent(new CustomEvent(type, { detail, cancelable, bubbles: true, composed: true }));
  }

  async #showVerdicts(): Promise<void> {
    this.#closePanel?.();
    this.#closePanel = undefined;
    if (!this.isExplained) return;
    const rules = await loadPanel();
    if (this.isExplained) this.#closePanel ??= rules?.panel(this);
  }

  /** In a preview an answer reaches nobody: neither the client nor the page. */
  #onSubmit = (event: HeedSubmitEvent): void => {
    if (this.#mode !== 'preview') return;
    event.stopImmediatePropagation();
    event.respondWith({ state: 'sent' });
  };

  #onOutcome = ({ type, detail }: CustomEvent<OutcomeDetail>): void => {
    if (detail.record.partial) return;
    const outcome = type.slice('heed-'.length) as OutcomeDetail['outcome']['state'];
    if (this.#mode !== 'preview') this.#scheduler?.tell(outcome);
    if (outcome === 'refused') return;
    this.#isAnswered = this.#isUsed = true;
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
