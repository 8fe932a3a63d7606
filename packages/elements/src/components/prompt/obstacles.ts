/** Detects what keeps a prompt from being seen and used at its place in the page. */
import { isVisible } from '../../shared/overlay/dom-fallbacks.ts';
import { isInert, isUnderDialog, POLL_INTERVAL_MS } from '../../shared/overlay/page-dialogs.ts';
import type { PromptDisplay } from './prompt-options.ts';
import type { OpenMode } from './prompt-session.ts';

/** How long `show()` waits, for example for the exit animation of a dialog. */
const PATIENCE_MS = 1000;
/** A smaller frame has no room for a question. */
const MIN_WINDOW_PX = 50;

type Prompt = Element & { readonly display?: PromptDisplay | undefined };

/**
 * Waits until a prompt can be seen and used; without a time limit if it opens by its rules. The page is polled, because
 * no event reports every change that matters, such as a CSS rule that no longer matches.
 *
 * @param report called with the current obstacle, or `undefined` if there is none
 */
export async function whenUsable(
  prompt: Prompt,
  mode: OpenMode,
  report: (obstacle: string | undefined) => void,
  signal: AbortSignal,
): Promise<void> {
  const end = mode === 'rules' ? Infinity : performance.now() + PATIENCE_MS;
  while (!signal.aborted) {
    const obstacle = findObstacle(prompt, mode);
    report(obstacle);
    prompt.dispatchEvent(new CustomEvent('heed-checked'));
    if (!obstacle || performance.now() >= end) return;
    await pause();
  }
}

/** Resolves once a prompt that is being moved is back in the page, or its session has ended. */
export async function whenConnected(prompt: Element, signal: AbortSignal): Promise<void> {
  while (!prompt.isConnected && !signal.aborted) await pause();
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
}

function findObstacle(prompt: Prompt, mode: OpenMode): string | undefined {
  const isByRules = mode === 'rules';
  if (!prompt.isConnected) return 'The prompt is not in the page.';
  if (Math.min(innerWidth, innerHeight) < MIN_WINDOW_PX) return 'The window is too small.';
  if (!isRendered(prompt)) return 'The prompt is in a part of the page that is not rendered.';
  // A modal opened with show() lies over the page's dialogs, and is not inert even if its ancestors are.
  if (prompt.display === 'modal' && !isByRules) return undefined;
  if (isInert(prompt))
    return 'The prompt is in a part of the page that is inert or hidden from assistive technology.';
  // An inline prompt opened with show() can be used once the dialog is closed.
  if (prompt.display === 'inline' && !isByRules) return undefined;
  if (isUnderDialog(prompt) || (isByRules && isPointerDisabled())) return 'The page shows a dialog.';
  return undefined;
}

/** Checks an element inside the prompt, since the prompt has `display: contents` and counts as not rendered. */
function isRendered({ shadowRoot, display }: Prompt): boolean {
  const probe = shadowRoot?.querySelector('[role=status]');
  // An overlay is visible even if the part of the page that contains the prompt is transparent.
  return !!probe && isVisible(probe, { visibilityProperty: true, opacityProperty: display === 'inline' });
}

/** Libraries disable the pointer on the body while they show a dialog. */
function isPointerDisabled(): boolean {
  return getComputedStyle(document.body).pointerEvents === 'none';
}
