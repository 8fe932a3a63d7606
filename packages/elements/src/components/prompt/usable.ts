/** Whether a prompt could be seen and used where it stands, as the page is now. */
import { findActive, findAt, lineage } from './lineage.ts';
import { findAll, isVisible, matches } from './platform.ts';
import type { PromptDisplay } from './prompt.ts';
import type { Mode } from './view.ts';
import { boxOf } from './zoom.ts';

/** How often the page is looked at again. */
export const POLL_MS = 250;
/** How long a call of `show()` waits, such as for the end of the motion with which a dialog leaves. */
const PATIENCE_MS = 1000;
/** A smaller frame of a page has no room for a question. */
const SMALLEST_PX = 50;
/** The browser's own dialogs, a film on the whole screen, and the dialogs of libraries. */
const DIALOGS = [':modal', '[aria-modal=true]'];
/** What a library sets on everything beside its dialog. */
const SHUT = '[inert], [aria-hidden=true]';

type Prompt = Element & { readonly display?: PromptDisplay | undefined };

/**
 * Waits until a prompt can be seen and used: as long as it takes where it opens by its rules. No event tells of all that
 * may keep it from that, such as a rule of a style sheet that no longer holds, so the page is looked at again and again.
 *
 * @param note called with what is in the way; undefined once nothing is
 */
export async function whenUsable(
  prompt: Prompt,
  mode: Mode,
  note: (obstacle: string | undefined) => void,
  signal: AbortSignal,
): Promise<void> {
  const end = mode === 'rules' ? Infinity : performance.now() + PATIENCE_MS;
  while (!signal.aborted) {
    const obstacle = findObstacle(prompt, mode);
    note(obstacle);
    prompt.dispatchEvent(new CustomEvent('heed-judged'));
    if (!obstacle || performance.now() >= end) return;
    await pause();
  }
}

/** Resolves once a prompt that is being moved is in the page again, or was closed. */
export async function whenConnected(prompt: Element, signal: AbortSignal): Promise<void> {
  while (!prompt.isConnected && !signal.aborted) await pause();
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, POLL_MS));
}

function findObstacle(prompt: Prompt, mode: Mode): string | undefined {
  const isRuled = mode === 'rules';
  if (!prompt.isConnected) return 'It is not in the page.';
  if (Math.min(innerWidth, innerHeight) < SMALLEST_PX) return 'The window is too small.';
  if (!isDrawn(prompt)) return 'It is in a part of the page that is not shown.';
  // A dialog that is asked for lies over those of the page, and is not inert with what it stands in.
  if (prompt.display === 'modal' && !isRuled) return undefined;
  if (isShutOff(prompt))
    return 'It is in a part of the page that is inert, or hidden from assistive technology.';
  // In the flow of the page it is there when the dialog is gone.
  if (prompt.display === 'inline' && !isRuled) return undefined;
  if (isUnderDialog(prompt) || (isRuled && isFrozen())) return 'The page shows a dialog.';
  return undefined;
}

/** The prompt itself has no box, which the browser takes for not drawn. */
function isDrawn({ shadowRoot, display }: Prompt): boolean {
  const probe = shadowRoot?.querySelector('[role=status]');
  // What lies over the page is seen, however transparent the part of the page is that it belongs to.
  return !!probe && isVisible(probe, { visibilityProperty: true, opacityProperty: display === 'inline' });
}

/** Libraries do so while they show a dialog. */
function isFrozen(): boolean {
  return getComputedStyle(document.body).pointerEvents === 'none';
}

/** It cannot be operated, or only by those who see it, as long as the page shows something else. */
export function isBlocked(element: Element): boolean {
  return isShutOff(element) || isUnderDialog(element);
}

function isShutOff(element: Element): boolean {
  return lineage(element).some((each) => each.matches(SHUT));
}

/** The page shows a dialog that this is no part of. */
function isUnderDialog(element: Element): boolean {
  const line = lineage(element);
  return listDialogs().some(
    (dialog) => !line.includes(dialog) && !lineage(dialog).includes(element) && isShown(dialog),
  );
}

/** Also those within shadow roots that have the focus or lie in the middle of the window. */
function listDialogs(): Element[] {
  const found = [findActive(), findAt(innerWidth / 2, innerHeight / 2)].flatMap(lineage);
  return [
    ...DIALOGS.flatMap((dialog) => findAll(dialog)),
    ...found.filter((element) => DIALOGS.some((dialog) => matches(element, dialog))),
  ];
}

/** Many pages hold their dialogs and menus ready: transparent, shut, or beside the window. */
function isShown(dialog: Element): boolean {
  if (dialog.closest(SHUT) || !isVisible(dialog, { visibilityProperty: true, opacityProperty: true }))
    return false;
  return [dialog, ...dialog.querySelectorAll('*')].some(isInWindow);
}

/** Some of it can be seen without scrolling. */
export function isInWindow(element: Element): boolean {
  const { top, bottom, left, right } = boxOf(element);
  const isEmpty = element.getClientRects().length === 0;
  return !isEmpty && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
}
