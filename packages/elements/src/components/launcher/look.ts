/** What a launcher needs once the page stands: how it looks, and how it keeps out of the way. */
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../shared/rendering/icons.ts';
import { oneOf } from '../prompt/one-of.ts';
import { PHONE } from '../prompt/phone.ts';
import type { LauncherPosition } from './launcher.ts';
import { launcherStyles } from './launcher.styles.ts';
import type { launcherEnglish } from '../../locales/en/launcher.ts';

export { dodge, type Dodging } from './dodge.ts';
export { focusBeside } from './focus-beside.ts';
export { followConsent, isHidden, setHidden } from './hidden.ts';
export { PHONE } from '../prompt/phone.ts';

const PLACES: readonly LauncherPosition[] = [
  'bottom-end',
  'bottom-start',
  'top-end',
  'top-start',
  'start',
  'end',
];
const BUBBLE = 'M20 11.5a8 7 0 0 1-8 7c-1 0-2-.2-2.9-.5L4.5 20l1-3.8A6.6 6.6 0 0 1 4 11.5a8 7 0 0 1 16 0';
const CLOSE = 'M7 7l10 10M17 7L7 17';

/** What is asked of a launcher here. */
interface Launcher extends Element {
  readonly label: string | undefined;
  readonly position: LauncherPosition | undefined;
  readonly badge: boolean;
  readonly hideable: boolean;
}

interface View {
  isOpen: boolean;
  t(key: keyof typeof launcherEnglish): string;
  toggle(): void;
  remove(): void;
}

export function addStyles(root: HTMLElement | DocumentFragment): void {
  const { styleSheet } = launcherStyles;
  if (styleSheet && root instanceof ShadowRoot) root.adoptedStyleSheets.push(styleSheet);
}

/** Where it stands if nothing is in the way. On a phone a tab would lie over the text of every page. */
export function placeOf(launcher: Launcher): string {
  const place = oneOf(launcher, 'position', launcher.position, PLACES) ?? 'bottom-end';
  return PHONE?.matches && !place.includes('-') ? `bottom-${place}` : place;
}

export function renderLauncher(launcher: Launcher, { isOpen, t, toggle, remove }: View): TemplateResult {
  const place = placeOf(launcher);
  return html`<div part="base" class=${place.includes('-') ? 'pill' : 'tab'} data-place=${place}>
      <button part="button" type="button" aria-haspopup="dialog" aria-expanded=${isOpen} @click=${toggle}>
        ${icon(BUBBLE)}<span part="label">${launcher.label ?? t('feedback')}</span>
        ${launcher.badge ? html`<span part="badge" role="img" aria-label=${t('unread')}></span>` : nothing}
      </button>
      ${
        launcher.hideable
          ? html`<button part="hide" type="button" aria-label=${t('hideLauncher')} @click=${remove}>
              ${icon(CLOSE)}
            </button>`
          : nothing
      }
    </div>
    <div class="window"></div>`;
}
