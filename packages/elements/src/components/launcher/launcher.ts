import { css, LitElement, nothing, type PropertyDeclarations } from 'lit';
import { flag } from '../../shared/form/boolean-attribute.ts';
import { later } from '../../shared/loading/later.ts';
import { baseStyles } from '../../shared/styles/base.styles.ts';
import { keepKeys } from '../../shared/keyboard/keep-keys.ts';
import { tokens } from '../../shared/styles/tokens.ts';
import { warnOfObjects, warnOnce } from '../../shared/base/warn.ts';
import { Localizer } from '../../shared/localization/localizer.ts';
import type { Strings } from '../../locales/strings.ts';
import type { HeedPrompt } from '../prompt/prompt.ts';
import { launcherEnglish } from '../../locales/en/launcher.ts';
import type { OverlapAvoidance } from './launcher-view.ts';

export type LauncherPosition = 'bottom-end' | 'bottom-start' | 'top-end' | 'top-start' | 'start' | 'end';

const loadView = later(() => import('./launcher-view.ts'));

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
 * @csspart label - The text of the button.
 * @csspart badge - The dot that marks something new.
 * @csspart hide - The button with which users hide the launcher.
 * @csspart icon - The icons of both buttons.
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
 * @cssprop [--heed-shadow] - The shadow of the launcher. Defaults to two layers.
 * @cssprop [--heed-launcher-inset-block=16px] - The distance from the top and bottom edges of the window.
 * @cssprop [--heed-launcher-inset-inline=16px] - The distance from the left and right edges of the window.
 */
export class HeedLauncher extends LitElement {
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  /** Without a box, it leaves no gap in a grid or flex container. */
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
  /** The text of the button. Defaults to a localised text. */
  declare label: string | undefined;
  /** A corner, or an edge for a tab. Defaults to `bottom-end`. */
  declare position: LauncherPosition | undefined;
  /** Shows a dot that marks something new, until the user opens the prompt. */
  declare badge: boolean;
  /** Lets users hide the launcher, which is remembered on the device. */
  declare hideable: boolean;
  /** Custom strings by key, which override every language: `{ feedback: 'Tell us' }`. */
  declare strings: Partial<Strings> | undefined;

  readonly #localizer = new Localizer(this, launcherEnglish);
  #observer: MutationObserver | undefined;
  #overlapAvoidance: OverlapAvoidance | undefined;
  #stopFollowingConsent: (() => void) | undefined;
  /** The element that had the focus before the launcher. */
  #previousFocus: HTMLElement | undefined;
  #viewLoad: Promise<void> | undefined;
  #view: typeof import('./launcher-view.ts') | undefined;

  constructor() {
    super();
    keepKeys(this);
    this.for = '';
    this.badge = this.hideable = false;
    this.addEventListener('focusin', ({ relatedTarget }) => {
      if (relatedTarget instanceof HTMLElement && relatedTarget !== this) this.#previousFocus = relatedTarget;
    });
  }

  /** Shows the launcher again after the user has hidden it. */
  show(): void {
    this.#setHidden(false);
  }

  /** Focuses the button, since the browser cannot focus an element with `display: contents`. */
  override focus(options?: FocusOptions): void {
    this.#box?.querySelector('button')?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer ??= new MutationObserver(this.#update);
    this.#observer.observe(this.getRootNode(), { attributeFilter: ['open'], subtree: true });
    this.#update();
    this.#viewLoad = this.#loadView();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    this.#view?.PHONE_QUERY?.removeEventListener('change', this.#update);
    this.#overlapAvoidance?.stop();
    this.#overlapAvoidance = undefined;
    this.#stopFollowingConsent?.();
  }

  protected override firstUpdated(): void {
    warnOfObjects(this);
  }

  protected override willUpdate(): void {
    this.#localizer.overrides = this.strings ?? {};
  }

  protected override updated(): void {
    if (!this.#view) this.#viewLoad = this.#loadView();
    this.#overlapAvoidance?.update();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await this.#viewLoad;
    return super.getUpdateComplete();
  }

  protected override render(): unknown {
    const view = this.#view;
    if (!view || (this.hideable && view.isHidden(this.for))) return nothing;
    return view.renderLauncher(this, {
      isOpen: this.#prompt?.hasAttribute('open') ?? false,
      t: (key) => this.#localizer.t(key),
      toggle: this.#toggle,
      hide: () => {
        this.#setHidden(true);
        view.focusNearest(this, this.#previousFocus);
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

  async #loadView(): Promise<void> {
    const view = await loadView();
    if (!view || !this.isConnected || this.#overlapAvoidance) return;
    if (!this.#view) view.addStyles(this.renderRoot);
    this.#view = view;
    this.#stopFollowingConsent = view.followConsent(this.for);
    view.PHONE_QUERY?.addEventListener('change', this.#update);
    this.#overlapAvoidance = view.avoidOverlap({
      host: this,
      getBox: () => this.#box,
      getPlace: () => view.getPlace(this),
      getPrompt: () => this.#prompt,
    });
    this.#update();
  }

  #setHidden(isHidden: boolean): void {
    this.#view?.setHidden(this.for, isHidden);
    this.requestUpdate();
  }

  #update = (): void => this.requestUpdate();

  #toggle = async (): Promise<void> => {
    const prompt = this.#prompt;
    if (!prompt) {
      warnOnce(this, 'HEED_FOR', `for must be the id of a heed-prompt; got "${this.for}"`);
      return;
    }
    // Some browsers, such as Safari, do not focus a button that is clicked.
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
