/** Where a prompt is displayed. */
import { later } from '../../shared/loading/later.ts';
import { warnOnce } from '../../shared/base/warn.ts';
import { readAllowedValue } from '../../shared/overlay/allowed-value.ts';
import { isInWindow } from '../../shared/overlay/page-dialogs.ts';
import { PHONE_QUERY } from '../../shared/overlay/phone-query.ts';
import { whenConnected } from './obstacles.ts';
import { findTitle } from './prompt-content.ts';
import type { PromptDisplay, PromptOptions, PromptPosition } from './prompt-options.ts';

const DISPLAYS: readonly PromptDisplay[] = ['corner', 'popover', 'modal', 'sheet', 'inline'];
const CORNERS: readonly PromptPosition[] = ['bottom-end', 'bottom-start', 'top-end', 'top-start'];
const EDGES: readonly PromptPosition[] = ['bottom', 'top'];
const SIDES: readonly PromptPosition[] = ['bottom', 'top', 'start', 'end'];
const loadAnchorPosition = later(() => import('./anchor-position.ts'));

/** The place of a prompt in one session. */
export interface Placement {
  readonly display: PromptDisplay;
  /** The corners, or the sides of the anchor; the preferred one first. */
  readonly positions: readonly PromptPosition[];
  readonly title: string;
  /** False if the prompt has an anchor that is not visible. */
  readonly isAnchorVisible: boolean;
  /** Keeps the panel next to its anchor. Resolves to a function that stops it. */
  readonly followAnchor: ((panel: HTMLElement, onGone: () => void) => Promise<() => void>) | undefined;
}

/**
 * Returns where the prompt is displayed. Falls back to a corner if there is no visible anchor for a popover.
 *
 * @param defaultTitle the title of content without a heading or question
 */
export async function choosePlacement(
  prompt: PromptOptions,
  defaultTitle: string,
  signal: AbortSignal,
): Promise<Placement> {
  const { anchor: selector, position } = prompt;
  const wanted =
    readAllowedValue(prompt, 'display', prompt.display, DISPLAYS) ?? (selector ? 'popover' : 'corner');
  const isPopover = wanted === 'popover';
  const file = isPopover ? await loadAnchorPosition(true) : undefined;
  await whenConnected(prompt, signal);
  const anchor = isPopover ? findAnchor(prompt, selector ?? '') : undefined;
  const isAnchorVisible = !anchor || isInWindow(anchor);
  const isAnchored = anchor && file && isAnchorVisible;
  const display = isPopover && !isAnchored ? 'corner' : wanted;
  const allowed = display === 'popover' ? [...SIDES, ...CORNERS] : CORNERS;
  const first = readAllowedValue(prompt, 'position', position, allowed);
  const positions = first ? [first, ...allowed] : allowed;
  const side = positions[0] ?? 'bottom';
  return {
    display,
    positions,
    title: findTitle(prompt) ?? defaultTitle,
    isAnchorVisible,
    followAnchor: isAnchored
      ? (panel, onGone) => file.followAnchor(prompt, panel, anchor, side, onGone)
      : undefined,
  };
}

function findAnchor(prompt: Element, selector: string): Element | undefined {
  try {
    const anchor = (prompt.getRootNode() as ParentNode).querySelector(selector);
    if (anchor) return anchor;
  } catch {
    // The selector is invalid.
  }
  warnOnce(prompt, 'HEED_ANCHOR', `anchor must select an element of the page; got "${selector}"`);
  return undefined;
}

/** Returns true for a corner prompt on a phone, which is displayed as a sheet. */
export function isSheetOnPhone(display: PromptDisplay): boolean {
  return display === 'corner' && !!PHONE_QUERY?.matches;
}

/**
 * Returns the values of `data-place` that the panel may have, the preferred one first. A sheet is at the bottom or top
 * edge; `''` is the place next to the anchor.
 */
export function listPositions({ display, positions }: Placement, panel?: HTMLElement): readonly string[] {
  if (display === 'popover') return panel?.hasAttribute('data-afar') ? CORNERS : ['', ...CORNERS];
  if (display === 'sheet' || isSheetOnPhone(display)) return EDGES;
  return display === 'corner' ? positions : [];
}
