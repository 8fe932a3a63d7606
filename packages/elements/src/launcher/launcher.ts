import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { flag } from '../internal/flag.ts';
import { icon } from '../internal/icons.ts';
import { baseStyles } from '../internal/styles/base.styles.ts';
import { tokens } from '../internal/styles/tokens.ts';
import { warnOnce } from '../internal/warn.ts';
import { Localizer } from '../internal/words.ts';
import type { Words } from '../locales/words.ts';
import { oneOf } from '../prompt/one-of.ts';
import type { HeedPrompt } from '../prompt/prompt.ts';
import { launcherStyles } from './launcher.styles.ts';
import { launcherEnglish } from './launcher.words.ts';

const PLACES = ['bottom-end', 'bottom-start', 'top-end', 'top-start', 'start', 'end'] as const;
const BUBBLE =
  'M20 11.5a8 7 0 0 1-8 7c-1 0-2-.2-2.900-.5L4.500 20l1-3.800A6.600 6.600 0 0 1 4 11.500a8 7 0 0 1 16 0';

export type LauncherPosition = (typeof PLACES)[number];

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
 * @cssprop [--heed-launcher-inset-block=16px] - From the upper and lower edge of the window.
 * @cssprop [--heed-launcher-inset-inline=16px] - From the edges at its sides.
 */
export class HeedLauncher extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [tokens('launcher'), baseStyles, launcherStyles];
  static override properties: PropertyDeclarations = {
    for: {},
    label: {},
    position: {},
    badge: { type: Boolean, converter: flag },
    hideable: { type: Boolean, converter: flag },
    words: { attribute: false },
  };

  /** The id of the prompt. */
  declare for: string;
  /** Its words. Absent: usual ones in the page's language. */
  declare label: string | undefined;
  /** A corner, or an edge for a tab. Absent: `bottom-end`. */
  declare position: LauncherPosition | undefined;
  /** Says that there is something new, until it is opened. */
  declare badge: boolean;
  /** A visitor may remove it; this is remembered on the device. */
  declare hideable: boolean;
  /** Own words of the team by key, which win over every language: `{ feedback: 'Tell us' }`. */
  declare words: Partial<Words> | undefined;

  readonly #localizer = new Localizer(this, launcherEnglish);

  constructor() {
    super();
    this.for = '';
    this.badge = this.hideable = false;
  }

  protected override willUpdate(): void {
    this.#localizer.overrides = this.words ?? {};
  }

  protected override render(): TemplateResult {
    const place = oneOf(this, 'position', this.position, PLACES) ?? 'bottom-end';
    const say = (key: keyof typeof launcherEnglish): string => this.#localizer.say(key);
    return html`<div part="base" class=${place.includes('-') ? 'pill' : 'tab'} data-place=${place}>
      <button part="button" type="button" aria-haspopup="dialog" @click=${this.#onClick}>
        ${icon(BUBBLE)}<span part="label">${this.label ?? say('feedback')}</span>
        ${this.badge ? html`<span part="badge" role="img" aria-label=${say('unread')}></span>` : nothing}
      </button>
    </div>`;
  }

  get #prompt(): HeedPrompt | null {
    return (this.getRootNode() as Document | ShadowRoot).getElementById(this.for) as HeedPrompt | null;
  }

  #onClick = async (): Promise<void> => {
    const prompt = this.#prompt;
    if (prompt?.localName !== 'heed-prompt') {
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
