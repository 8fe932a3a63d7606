/** Renders a launcher, and keeps it from covering controls. Loaded after the page's first questions. */
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../shared/rendering/icons.ts';
import { readAllowedValue } from '../../shared/overlay/allowed-value.ts';
import { PHONE_QUERY } from '../../shared/overlay/phone-query.ts';
import type { LauncherPosition } from './launcher.ts';
import { launcherStyles } from './launcher.styles.ts';
import type { launcherEnglish } from '../../locales/en/launcher.ts';

export { avoidOverlap, type OverlapAvoidance } from './avoid-overlap.ts';
export { focusNearest } from './focus-nearest.ts';
export { followConsent, isHidden, setHidden } from './hidden-launchers.ts';
export { PHONE_QUERY } from '../../shared/overlay/phone-query.ts';

const POSITIONS: readonly LauncherPosition[] = [
  'bottom-end',
  'bottom-start',
  'top-end',
  'top-start',
  'start',
  'end',
];
const BUBBLE_ICON =
  'M20 11.5a8 7 0 0 1-8 7c-1 0-2-.2-2.9-.5L4.5 20l1-3.8A6.6 6.6 0 0 1 4 11.5a8 7 0 0 1 16 0';
const CLOSE_ICON = 'M7 7l10 10M17 7L7 17';

/** The properties of a launcher that are rendered. */
interface Launcher extends Element {
  readonly label: string | undefined;
  readonly position: LauncherPosition | undefined;
  readonly badge: boolean;
  readonly hideable: boolean;
}

interface LauncherViewState {
  isOpen: boolean;
  t(key: keyof typeof launcherEnglish): string;
  toggle(): void;
  hide(): void;
}

export function addStyles(root: HTMLElement | DocumentFragment): void {
  const { styleSheet } = launcherStyles;
  if (styleSheet && root instanceof ShadowRoot) root.adoptedStyleSheets.push(styleSheet);
}

/** Returns the preferred position. On a phone, a tab at the side would cover the text of the page. */
export function getPlace(launcher: Launcher): string {
  const place = readAllowedValue(launcher, 'position', launcher.position, POSITIONS) ?? 'bottom-end';
  return PHONE_QUERY?.matches && !place.includes('-') ? `bottom-${place}` : place;
}

export function renderLauncher(
  launcher: Launcher,
  { isOpen, t, toggle, hide }: LauncherViewState,
): TemplateResult {
  const place = getPlace(launcher);
  return html`<div part="base" class=${place.includes('-') ? 'pill' : 'tab'} data-place=${place}>
      <button part="button" type="button" aria-haspopup="dialog" aria-expanded=${isOpen} @click=${toggle}>
        ${icon(BUBBLE_ICON)}<span part="label">${launcher.label ?? t('feedback')}</span>
        ${launcher.badge ? html`<span part="badge" role="img" aria-label=${t('unread')}></span>` : nothing}
      </button>
      ${
        launcher.hideable
          ? html`<button part="hide" type="button" aria-label=${t('hideLauncher')} @click=${hide}>
              ${icon(CLOSE_ICON)}
            </button>`
          : nothing
      }
    </div>
    <div class="window"></div>`;
}
