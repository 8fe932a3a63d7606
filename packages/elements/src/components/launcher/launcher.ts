import { css, LitElement, nothing, type PropertyDeclarations } from 'lit';
import { flag } from '../../shared/form/boolean-attribute.ts';
import { LazyHost, LazyPart } from '../../shared/loading/lazy-part.ts';
import { lazyImport } from '../../shared/loading/lazy-import.ts';
import { baseStyles } from '../../shared/styles/base.styles.ts';
import { keepKeys } from '../../shared/keyboard/keep-keys.ts';
import { tokens } from '../../shared/styles/tokens.ts';
import { warnOfObjects, warnOnce } from '../../shared/base/warn.ts';
import { Localizer } from '../../shared/localization/localizer.ts';
import type { Strings } from '../../locales/strings.ts';
import type { HeedPrompt } from '../prompt/prompt.ts';
import { launcherEnglish } from '../../locales/en/launcher.ts';
import type { Dodging } from './look.ts';

export type LauncherPosition = 'bottom-end' | 'bottom-start' | 'top-end' | 'top-start' | 'start' | 'end';

const loadLook = lazyImport(() => import('./look.ts'));

/**
 * The button that opens a prompt: a pill in a corner, or a tab at the edge of the window.
 *
 * ```html
 * <heed-launcher for="feedback"></heed-launcher>
 * ```
 *
 * @tag heed-launcher
 * @csspart base - The pill or tab.
 * @csspart button - The button that opens and closes the prompt.
 * @csspart label - Its words.
 * @csspart badge - The dot that says that there is something new.
 * @csspart hide - The button with which a visitor removes it.
 * @csspart icon - The drawings on both.
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
 * @cssprop [--heed-launcher-inset-block=16px] - From the upper and lower edge of the window.
 * @cssprop [--heed-launcher-inset-inline=16px] - From the edges at its sides.
 */
export class HeedLauncher extends LazyHost {
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  /** Without a box of its own, as a prompt is. */
  static override styles = [
    tokens('launcher'),
    baseStyles,
    css`
      :host {
        display: contents;
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    for: {},
    label: {},
    position: {},
    badge: { type: Boolean, converter: flag },
    hideable: { type: Boolean, converter: flag },
    strings: { attribute: false },
  };

  /** The id of the prompt. */
  declare for: string;
  /** Its words. Absent: usual ones in the page's language. */
  declare label: string | undefined;
  /** A corner, or an edge for a tab. Absent: `bottom-end`. */
  declare position: LauncherPosition | undefined;
  /** Says that there is something new, until it is opened. */
  declare badge: boolean;
  /** A visitor may remove it, which is remembered on the device. */
  declare hideable: boolean;
  /** Custom strings by key, which override every language: `{ feedback: 'Tell us' }`. */
  declare strings: Partial<Strings> | undefined;

  readonly #localizer = new Localizer(this, launcherEnglish);
  #observer: MutationObserver | undefined;
  #dodging: Dodging | undefined;
  #stopFollowing: (() => void) | undefined;
  /** What had the focus before. */
  #before: HTMLElement | undefined;
  /** The rendering, which is loaded after the page's first questions. */
  readonly #look = new LazyPart(this, loadLook, (look) => {
    look.addStyles(this.renderRoot);
    return look;
  });

  constructor() {
    super();
    keepKeys(this);
    this.for = '';
    this.badge = this.hideable = false;
    this.addEventListener('focusin', ({ relatedTarget }) => {
      if (relatedTarget instanceof HTMLElement && relatedTarget !== this) this.#before = relatedTarget;
    });
  }

  /** Shows it again to a visitor who has removed it. */
  show(): void {
    this.#setHidden(false);
  }

  /** It has no box of its own that a browser could give the focus to. */
  override focus(options?: FocusOptions): void {
    this.#box?.querySelector('button')?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer ??= new MutationObserver(this.#follow);
    this.#observer.observe(this.getRootNode(), { attributeFilter: ['open'], subtree: true });
    this.#follow();
    void this.#draw();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    this.#look.value?.PHONE?.removeEventListener('change', this.#follow);
    this.#dodging?.stop();
    this.#dodging = undefined;
    this.#stopFollowing?.();
  }

  protected override firstUpdated(): void {
    warnOfObjects(this);
  }

  protected override willUpdate(): void {
    this.#localizer.overrides = this.strings ?? {};
  }

  protected override updated(): void {
    void this.#draw();
    this.#dodging?.follow();
  }

  protected override render(): unknown {
    const look = this.#look.value;
    if (!look || (this.hideable && look.isHidden(this.for))) return nothing;
    return look.renderLauncher(this, {
      isOpen: this.#prompt?.hasAttribute('open') ?? false,
      t: (key) => this.#localizer.t(key),
      toggle: this.#toggle,
      remove: () => {
        this.#setHidden(true);
        look.focusBeside(this, this.#before);
      },
    });
  }

  get #box(): HTMLElement | undefined {
    return this.renderRoot?.querySelector<HTMLElement>('[part=base]') ?? undefined;
  }

  get #prompt(): HeedPrompt | undefined {
    const found = (this.getRootNode() as Document | ShadowRoot).getElementById?.(this.for);
    return found?.localName === 'heed-prompt' ? (found as HeedPrompt) : undefined;
  }

  async #draw(): Promise<void> {
    const look = await this.#look.load();
    if (!look || !this.isConnected || this.#dodging) return;
    this.#stopFollowing = look.followConsent(this.for);
    look.PHONE?.addEventListener('change', this.#follow);
    this.#dodging = look.dodge({
      host: this,
      getBox: () => this.#box,
      getPlace: () => look.placeOf(this),
      getPrompt: () => this.#prompt,
    });
    this.#follow();
  }

  #setHidden(isGone: boolean): void {
    this.#look.value?.setHidden(this.for, isGone);
    this.requestUpdate();
  }

  #follow = (): void => this.requestUpdate();

  #toggle = async (): Promise<void> => {
    const prompt = this.#prompt;
    if (!prompt) {
      warnOnce(this, 'HEED_FOR', `for must be the id of a heed-prompt; got "${this.for}"`);
      return;
    }
    // Not every browser gives the focus to a button that is pressed.
    this.focus();
    await customElements.whenDefined('heed-prompt');
    if (prompt.open) {
      prompt.hide('dismissed');
      return;
    }
    this.badge = false;
    if (await prompt.show()) prompt.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'heed-launcher': HeedLauncher;
  }
}
