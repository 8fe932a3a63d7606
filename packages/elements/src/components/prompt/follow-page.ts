/** Reacts to the page and the user while a prompt is open. */
import { containsFocus } from '../../shared/overlay/contains-focus.ts';
import { matchesSelector } from '../../shared/overlay/dom-fallbacks.ts';
import { PHONE_QUERY } from '../../shared/overlay/phone-query.ts';
import { avoidFocusedControl } from './avoid-focused-control.ts';
import { onClickOutside } from './click-outside.ts';
import { listPositions, type Placement } from './placement.ts';
import type { PromptOptions } from './prompt-options.ts';
import { restoreAfterMoves } from './restore-after-move.ts';
import { findPanel, togglePanel } from './toggle-panel.ts';
import { followVirtualKeyboard } from './virtual-keyboard.ts';

const ANNOUNCEMENT_DELAY_MS = 100;

interface OpenPrompt {
  /** Aborts when the prompt closes. */
  readonly signal: AbortSignal;
  /** For screen readers, while the focus is outside the prompt. */
  readonly announcement: string;
  onAnchorGone(): void;
  onClickOutside(): void;
}

/** Keeps the open panel in its place. Resolves once the panel is there. */
export async function followPage(
  prompt: PromptOptions,
  placement: Placement,
  { signal, announcement, ...callbacks }: OpenPrompt,
): Promise<void> {
  const { display, followAnchor } = placement;
  if (display !== 'modal') announce(prompt, announcement, signal);
  const panel = findPanel(prompt);
  if (!panel) return;
  restoreAfterMoves(prompt, panel, () => showAgain(prompt, panel), signal);
  if (display === 'inline') return;
  resetPanel(panel, placement);
  const stop = await followAnchor?.(panel, callbacks.onAnchorGone);
  if (stop) signal.addEventListener('abort', stop);
  if (signal.aborted) stop?.();
  if (display === 'modal' || display === 'popover') onClickOutside(panel, callbacks.onClickOutside, signal);
  if (display !== 'modal') avoidFocusedControl(prompt, panel, () => listPositions(placement, panel), signal);
  followVirtualKeyboard(panel, signal);
  PHONE_QUERY?.addEventListener('change', () => prompt.requestUpdate(), { signal });
}

/** The browser removes a moved panel from the top layer; a moved dialog stays open, but is no longer modal. */
function showAgain(prompt: Element, panel: HTMLElement): void {
  if (!matchesSelector(panel, ':modal')) panel.removeAttribute('open');
  togglePanel(prompt, true);
}

/** Removes the styles, attributes and arrow of the last session. */
function resetPanel(panel: HTMLElement, placement: Placement): void {
  for (const name of ['style', 'data-afar']) panel.removeAttribute(name);
  panel.querySelector(':scope > [part=arrow]')?.remove();
  panel.dataset['place'] = listPositions(placement)[0] ?? '';
}

/** Fills the status region after a delay: screen readers announce only changes of a region that they already know. */
function announce(prompt: Element, text: string, signal: AbortSignal): void {
  const region = prompt.shadowRoot?.querySelector('[role=status]');
  const clear = (): void => region?.replaceChildren();
  // A user whose focus is inside has already heard the name of the dialog.
  const timer = setTimeout(
    () => containsFocus(prompt) || region?.replaceChildren(text),
    ANNOUNCEMENT_DELAY_MS,
  );
  prompt.addEventListener('heed-moved', clear, { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    clear();
  });
}
