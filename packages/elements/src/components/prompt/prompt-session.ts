import { containsFocus } from '../../shared/overlay/contains-focus.ts';
import type { Localizer } from '../../shared/localization/localizer.ts';
import type { promptEnglish } from '../../locales/en/prompt.ts';
import { followPage } from './follow-page.ts';
import type { Placement } from './placement.ts';
import { prepareOpening } from './prepare-opening.ts';
import type { PromptOptions } from './prompt-options.ts';
import type { ReleaseLock } from './rules/prompt-lock.ts';
import type { PromptScheduler } from './rules/scheduler.ts';

/** Why a prompt was closed: it was answered, dismissed or put off by the user, or closed by the page. */
export type HideReason = 'answered' | 'dismissed' | 'later' | 'closed';
/** What opens a prompt: its rules, `show()`, or `preview()`. */
export type OpenMode = 'rules' | 'asked' | 'preview';

/** The state of the slotted content. It outlives a session. */
export interface ContentState {
  /** The user entered something, so a click outside does not close the prompt. */
  hasInput: boolean;
  /** It was answered, or tried out in a preview: it is reset before the next opening. */
  isUsed: boolean;
}

/** What a session needs of its prompt. */
export interface SessionHost {
  readonly prompt: PromptOptions;
  readonly localizer: Localizer<keyof typeof promptEnglish>;
  readonly content: ContentState;
  /** Settles once the rules are loaded, or could not be loaded. */
  whenScheduled(): Promise<unknown>;
  getScheduler(): PromptScheduler | undefined;
  /** Renders synchronously. */
  render(): void;
}

/** The session of the prompt that lies over the page: there is at most one. */
let topmost: PromptSession | undefined;

function bringToTop(session: PromptSession): void {
  topmost?.hide('closed');
  topmost = session;
}

/** One opening of a prompt, from the attempt to the close. It owns everything that must end with it. */
export class PromptSession {
  readonly mode: OpenMode;
  /** Resolves to true once the prompt is open, or to false if it stays closed. */
  readonly opened: Promise<boolean>;
  isOpen = false;
  isAnswered = false;
  /** Why the prompt is not open yet, or did not open. */
  obstacle: string | undefined;
  placement: Placement | undefined;
  readonly #host: SessionHost;
  readonly #ending: AbortController;
  readonly #signal: AbortSignal;
  #releaseLock: ReleaseLock | undefined;
  #previousFocus: HTMLElement | undefined;
  /** "heed-show" was dispatched, and "heed-hide" was not yet. */
  #isAnnounced = false;

  /**
   * @param ending aborted when the session ends
   * @param placement the place of the previous session, which is rendered until this one has found a place
   */
  constructor(host: SessionHost, mode: OpenMode, ending: AbortController, placement: Placement | undefined) {
    const { prompt } = (this.#host = host);
    this.mode = mode;
    this.placement = placement;
    this.#ending = ending;
    this.#signal = ending.signal;
    prompt.addEventListener(
      'focusin',
      ({ relatedTarget }) => {
        if (relatedTarget instanceof HTMLElement && !prompt.contains(relatedTarget))
          this.#previousFocus = relatedTarget;
      },
      { signal: this.#signal },
    );
    this.opened = this.#open();
  }

  get isEnded(): boolean {
    return this.#signal.aborted;
  }

  /** Ends the session and everything that runs with it. Does nothing if it has ended. */
  end(reason: HideReason): void {
    if (this.isEnded) return;
    const { prompt, content, getScheduler, render } = this.#host;
    const wasOpen = this.isOpen;
    const hadFocus = containsFocus(prompt);
    this.#ending.abort();
    this.#releaseLock?.();
    if (topmost === this) topmost = undefined;
    this.isOpen = false;
    if (wasOpen) render();
    if (hadFocus) this.#previousFocus?.focus({ preventScroll: true });
    if (this.mode === 'preview') content.isUsed = true;
    else if (wasOpen && (reason === 'dismissed' || reason === 'later')) getScheduler()?.record(reason);
    if (this.#isAnnounced) this.#dispatch('heed-hide', { reason });
  }

  /** Closes the prompt. An answer takes precedence over any other reason. */
  hide(reason: HideReason): void {
    this.end(this.isAnswered ? 'answered' : reason);
  }

  async #open(): Promise<boolean> {
    const { prompt, localizer, content } = this.#host;
    try {
      const placement = await prepareOpening({
        prompt,
        content,
        mode: this.mode,
        defaultTitle: localizer.t('feedback'),
        signal: this.#signal,
        acquireLock: () => this.#acquireLock(),
        report: (obstacle) => {
          this.obstacle = obstacle;
        },
      });
      if (placement && !this.isEnded && this.#announce()) await this.#reveal(placement);
    } catch (error) {
      // A file could not be loaded, or an element inside could not be rendered.
      this.obstacle = String(error);
    }
    if (!this.isOpen) this.end('closed');
    return this.isOpen;
  }

  /** Returns false if the prompt has to wait for another one. A prompt opened with `show()` never waits. */
  async #acquireLock(): Promise<boolean> {
    if (this.mode === 'preview') return true;
    await this.#host.whenScheduled();
    const release = await this.#host.getScheduler()?.acquireLock();
    if (this.isEnded) release?.();
    else this.#releaseLock ??= release;
    return this.mode === 'asked' || (!!release && !topmost);
  }

  /** Returns false if the page cancelled "heed-show" or closed the prompt, or if the showing could not be recorded. */
  #announce(): boolean {
    const isPreview = this.mode === 'preview';
    if (!this.#dispatch('heed-show', { preview: isPreview }) || this.isEnded) return false;
    this.#isAnnounced = true;
    return isPreview || this.#host.getScheduler()?.record('shown') || this.mode === 'asked';
  }

  async #reveal(placement: Placement): Promise<void> {
    const { prompt, localizer, content, render } = this.#host;
    this.placement = placement;
    this.isOpen = true;
    render();
    if (placement.display === 'inline') {
      // It does not keep other prompts from opening.
      this.#releaseLock?.();
      this.#releaseLock = undefined;
    } else {
      bringToTop(this);
      // The prompt that was just closed held the lock.
      if (this.mode === 'asked' && !this.#releaseLock) void this.#acquireLock();
    }
    await followPage(prompt, placement, {
      signal: this.#signal,
      announcement: localizer.t('promptOpened', { title: placement.title }),
      onAnchorGone: () => this.hide('closed'),
      // A click outside must not hide the user's input.
      onClickOutside: () => {
        if (this.isAnswered || !content.hasInput) this.hide('dismissed');
      },
    });
  }

  /** Returns false if the page cancelled the event. */
  #dispatch(type: string, more: Record<string, unknown>): boolean {
    const { prompt } = this.#host;
    const detail = { name: prompt.name, ...more };
    const cancelable = type === 'heed-show';
    return prompt.dispatchEvent(new CustomEvent(type, { detail, cancelable, bubbles: true, composed: true }));
  }
}
