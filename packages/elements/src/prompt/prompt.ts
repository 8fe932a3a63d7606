import {
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { flag } from '../internal/flag.ts';
import { icon } from '../internal/icons.ts';
import { baseStyles } from '../internal/styles/base.styles.ts';
import { tokens } from '../internal/styles/tokens.ts';
import type { HeedSubmitEvent, OutcomeDetail } from '../internal/submit-event.ts';
import { warnOnce } from '../internal/warn.ts';
import { Localizer } from '../internal/words.ts';
import type { Words } from '../locales/words.ts';
import { fill, findTitle, startOver, whenDrawn } from './content.ts';
import { holdsFocus, keepClear } from './keep-clear.ts';
import { oneOf } from './one-of.ts';
import { PHONE } from './phone.ts';
import { promptStyles } from './prompt.styles.ts';
import { promptEnglish } from './prompt.words.ts';
import type { Gate, Verdict } from './rules/gate.ts';
import { followKeyboard, onClickOutside, whenPageIsFree } from './surroundings.ts';

const DISPLAYS = ['corner', 'popover', 'modal', 'sheet', 'inline'] as const;
const CORNERS = ['bottom-end', 'bottom-start', 'top-end', 'top-start'] as const;
const SIDES = ['bottom', 'top', 'start', 'end'] as const;
const CLOSE = 'M6.5 6.5l11 11M17.5 6.5l-11 11';
/** No visitor is shown a prompt whose files have not arrived by then. */
const DRAWN_LIMIT_MS = 5000;
/** What a change of is a new beginning for the rules. */
const RULES = [
  'name',
  'when',
  'delay',
  'showIf',
  'max',
  'maxPerSession',
  'restShown',
  'restAnswered',
  'restDismissed',
  'restLater',
  'quiet',
  'sample',
];

export type PromptDisplay = (typeof DISPLAYS)[number];
export type PromptPosition = (typeof CORNERS)[number] | (typeof SIDES)[number];
/** Why a prompt was closed: after an answer, by the visitor, put off by the visitor, or by the page. */
export type HideReason = 'answered' | 'dismissed' | 'later' | 'closed';

/** Who wants it open: its rules, the page or the visitor, or the team that looks at it. */
type Mode = 'rules' | 'asked' | 'preview';

/** The one that lies over the page: there is never more than one. */
let current: HeedPrompt | undefined;

function takeOver(prompt: HeedPrompt): void {
  current?.hide();
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
 * @cssprop [--heed-prompt-inset-block=16px] - From the upper and lower edge of the window.
 * @cssprop [--heed-prompt-inset-inline=16px] - From the edges at its sides.
 */
export class HeedPrompt extends LitElement {
  static override styles = [tokens('prompt'), baseStyles, promptStyles];
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
    traits: { attribute: false, hasChanged: (now, before) => JSON.stringify(now) !== JSON.stringify(before) },
    words: { attribute: false },
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
  /** A selector of what it is about. It follows that, and closes when that goes away. */
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
  /** Own words of the team by key, which win over every language: `{ later: 'Not now' }`. */
  declare words: Partial<Words> | undefined;

  readonly #localizer = new Localizer(this, promptEnglish);
  #gate: Gate | undefined;
  /** From the attempt to open until it closes; ends what goes on meanwhile. */
  #life: AbortController | undefined;
  #attempt: Promise<boolean> | undefined;
  /** Undefined while it is closed. */
  #look: PromptDisplay | undefined;
  #title = '';
  #mode: Mode = 'asked';
  #isAnswered = false;
  /** What is inside was answered or tried out, and has to be asked anew. */
  #isUsed = false;
  /** Something was entered since it opened, which a click beside it must not close. */
  #isBegun = false;
  /** What had the focus before it came in. */
  #before: HTMLElement | undefined;
  /** The page was told that it opens, and not yet that it has closed. */
  #isTold = false;
  /** Why the last attempt did not succeed. */
  #failure: string | undefined;
  #closePanel: (() => void) | undefined;

  constructor() {
    super();
    this.name = '';
    this.noLater = this.isExplained = this.isPreview = false;
    this.addEventListener('heed-submit', this.#onSubmit, true);
    for (const type of ['heed-sent', 'heed-stored', 'heed-refused'] as const)
      this.addEventListener(type, this.#onOutcome);
    this.addEventListener('input', () => {
      this.#isBegun = true;
    });
    this.addEventListener('focusin', ({ relatedTarget }) => {
      if (relatedTarget instanceof HTMLElement && !this.contains(relatedTarget)) this.#before = relatedTarget;
    });
  }

  /** It is open. Shown as an attribute for the page's styles. */
  get open(): boolean {
    return this.#look !== undefined;
  }

  /**
   * Opens it, whatever its rules say: for a visitor's own act. Counts as shown.
   *
   * @returns true once it is open; false when `heed-show` was cancelled or its content did not load
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
  explain(): Verdict[] {
    const verdicts = this.#gate?.explain() ?? [];
    const reason = this.#failure;
    return reason ? [...verdicts, { rule: 'content', ok: false, reason }] : verdicts;
  }

  /** Forgets what its counters know about this visitor. */
  forget(): void {
    this.#gate?.forget();
  }

  override focus(options?: FocusOptions): void {
    this.#panel?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.hide();
    this.#gate?.close();
    this.#gate = undefined;
  }

  protected override willUpdate(): void {
    this.#localizer.overrides = this.words ?? {};
  }

  protected override updated(changed: PropertyValues): void {
    if (RULES.some((rule) => changed.has(rule))) this.#gate?.reset();
    else if (changed.has('traits')) this.#gate?.check();
    if (changed.has('isPreview') && this.isPreview) void this.preview();
    if (changed.has('isExplained')) void this.#showVerdicts();
    const { open } = this;
    this.toggleAttribute('open', open);
    const panel = this.#panel;
    if (panel instanceof HTMLDialogElement) {
      if (panel.open === open) return;
      panel[open ? 'showModal' : 'close']();
      // Not the button that closes it.
      if (open) panel.focus();
    } else if (panel?.popover && this.isConnected) panel.togglePopover(open);
  }

  protected override render(): TemplateResult {
    return html`${this.#renderPanel()}
      <div role="status">
        ${
          this.open && this.#look !== 'modal'
            ? this.#localizer.say('promptOpened', { title: this.#title })
            : nothing
        }
      </div>`;
  }

  #renderPanel(): TemplateResult {
    const look = this.#look ?? this.#wanted;
    const inner = this.#renderInner();
    const isHidden = !this.open;
    if (look === 'modal')
      return html`<dialog
        part="panel"
        class="modal"
        aria-label=${this.#title}
        tabindex="-1"
        ?hidden=${isHidden}
        @keydown=${this.#onKey}
        @close=${() => this.hide('dismissed')}
      >
        ${inner}
      </dialog>`;
    return html`<div
      part="panel"
      class=${look === 'corner' && PHONE?.matches ? 'sheet' : look}
      data-place=${this.#places[0] ?? nothing}
      role=${look === 'inline' ? 'region' : 'dialog'}
      aria-label=${this.#title}
      tabindex="-1"
      popover=${look === 'inline' ? nothing : 'manual'}
      ?hidden=${isHidden}
      @keydown=${this.#onKey}
    >
      ${inner}
    </div>`;
  }

  #renderInner(): unknown {
    const say = (key: keyof typeof promptEnglish): string => this.#localizer.say(key);
    const isPutOff = this.#mode === 'rules' && !this.noLater && !this.#isAnswered;
    return html`<button
        part="close"
        type="button"
        aria-label=${say('close')}
        @click=${() => this.hide('dismissed')}
      >
        ${icon(CLOSE)}
      </button>
      <div part="content"><slot></slot></div>
      ${
        isPutOff
          ? html`<button part="later" type="button" @click=${() => this.hide('later')}>
              ${say('later')}
            </button>`
          : nothing
      }
      ${this.#mode === 'preview' ? html`<p part="preview">${say('preview')}</p>` : nothing}`;
  }

  get #panel(): HTMLElement | undefined {
    return this.renderRoot?.querySelector<HTMLElement>('[part=panel]') ?? undefined;
  }

  /** Where it appears, as far as that is known before it opens. */
  get #wanted(): PromptDisplay {
    return oneOf(this, 'display', this.display, DISPLAYS) ?? (this.anchor ? 'popover' : 'corner');
  }

  /** The corners, the wanted one first; none on a phone, where a card would be a sheet far from the thumb. */
  get #places(): readonly string[] {
    if (this.#look !== 'corner' || PHONE?.matches) return [];
    const wanted = oneOf(this, 'position', this.position, CORNERS);
    return [...(wanted ? [wanted] : []), ...CORNERS];
  }

  /** What it is about. A prompt that finds nothing to stand beside stands in a corner. */
  #findAnchor(): Element | undefined {
    try {
      const anchor = (this.getRootNode() as ParentNode).querySelector(this.anchor ?? '');
      if (anchor) return anchor;
    } catch {
      // Not a selector.
    }
    warnOnce(this, 'HEED_ANCHOR', `anchor must select an element of the page; got "${this.anchor}"`);
    return undefined;
  }

  async #watch(): Promise<void> {
    const rules = await import('./rules/gate.ts').catch(() => undefined);
    if (!this.isConnected || this.#gate) return;
    this.#gate = rules?.openGate(this, () => this.#start('rules'));
  }

  /** Resolves true once it is open. */
  #start(mode: Mode): Promise<boolean> {
    if (!this.isConnected || this.open) return Promise.resolve(this.open);
    if (this.#attempt && (mode === this.#mode || mode === 'rules')) return this.#attempt;
    // Who asks for it comes before its rules.
    this.#end('closed');
    this.#mode = mode;
    this.#life = new AbortController();
    return (this.#attempt = this.#tryToOpen(mode, this.#life));
  }

  async #tryToOpen(mode: Mode, life: AbortController): Promise<boolean> {
    const isReady = await this.#prepare(mode, life.signal);
    // It was closed meanwhile, and may be about to open again.
    if (life.signal.aborted) return false;
    if (isReady) await this.#reveal(life.signal);
    else this.#end('closed');
    return this.open;
  }

  /** Everything that comes before a visitor sees it. */
  async #prepare(mode: Mode, signal: AbortSignal): Promise<boolean> {
    await this.#localizer.ready;
    if (mode === 'rules') await whenPageIsFree(this, signal);
    const turn = mode === 'preview' ? undefined : await this.#gate?.take();
    if (signal.aborted) turn?.();
    else if (turn) signal.addEventListener('abort', turn);
    if (signal.aborted || (mode === 'rules' && !turn)) return false;
    fill(this);
    if (this.#isUsed) {
      startOver(this);
      this.#isUsed = this.#isAnswered = this.#isBegun = false;
    }
    this.#failure = undefined;
    // Whoever loads elements hears of those from a template before it is told to load them.
    await this.updateComplete;
    if (signal.aborted || !this.#tell('heed-show', { preview: mode === 'preview' })) return false;
    this.#isTold = true;
    if (!(await whenDrawn(this, DRAWN_LIMIT_MS))) {
      this.#failure = 'what it holds was not loaded and drawn within 5 seconds';
      return false;
    }
    return mode === 'preview' || this.#gate?.tell('shown') || mode === 'asked';
  }

  async #reveal(signal: AbortSignal): Promise<void> {
    const look = this.#wanted;
    const anchor = look === 'popover' ? this.#findAnchor() : undefined;
    const anchored = anchor && (await import('./anchored.ts').catch(() => undefined));
    if (signal.aborted) return;
    this.#title = findTitle(this) ?? this.#localizer.say('feedback');
    this.#look = look === 'popover' && !anchored ? 'corner' : look;
    this.requestUpdate();
    this.performUpdate();
    const panel = this.#panel;
    if (!panel || this.#look === 'inline') return;
    takeOver(this);
    if (anchor && anchored) {
      const stop = anchored.follow(this, panel, anchor, this.position ?? 'bottom', () => this.hide());
      signal.addEventListener('abort', stop);
    }
    if (look === 'modal' || look === 'popover') onClickOutside(panel, () => this.#leave(), signal);
    if (look !== 'modal') keepClear(this, panel, () => this.#places, signal);
    followKeyboard(panel, signal);
    PHONE?.addEventListener('change', () => this.requestUpdate(), { signal });
  }

  /** Nothing that was entered goes out of sight by a click beside it. */
  #leave(): void {
    if (this.#isAnswered || !this.#isBegun) this.hide('dismissed');
  }

  #end(reason: HideReason): void {
    if (!this.#life) return;
    const { open } = this;
    const hadFocus = holdsFocus(this);
    this.#life.abort();
    this.#life = this.#attempt = this.#look = undefined;
    if (current === this) current = undefined;
    if (open) {
      this.requestUpdate();
      this.performUpdate();
    }
    if (hadFocus) this.#before?.focus({ preventScroll: true });
    if (this.#mode === 'preview') this.#isUsed = true;
    else if (reason === 'dismissed' || reason === 'later') this.#gate?.tell(reason);
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
    const rules = await import('./rules/panel.ts');
    if (this.isExplained) this.#closePanel ??= rules.panel(this);
  }

  #onKey = (event: KeyboardEvent): void => {
    // Not where it closes something inside, or ends the writing of a Chinese word.
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    this.hide('dismissed');
  };

  /** In a preview an answer reaches nobody: neither the client nor the page. */
  #onSubmit = (event: HeedSubmitEvent): void => {
    if (this.#mode !== 'preview') return;
    event.stopImmediatePropagation();
    event.respondWith({ state: 'sent' });
  };

  #onOutcome = ({ type, detail }: CustomEvent<OutcomeDetail>): void => {
    if (detail.record.partial) return;
    const outcome = type.slice('heed-'.length) as OutcomeDetail['outcome']['state'];
    if (this.#mode !== 'preview') this.#gate?.tell(outcome);
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
