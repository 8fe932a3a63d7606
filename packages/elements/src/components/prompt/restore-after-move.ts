/** Restores what an element loses when the page moves it: its place in the top layer, the focus and scroll positions. */
import { getActiveElement } from '../../shared/overlay/composed-tree.ts';
import { containsFocus } from '../../shared/overlay/contains-focus.ts';

/** Events after which the focus may have moved: within a shadow root it moves without an event on the host. */
const FOCUS_EVENTS = ['focusin', 'keyup', 'input', 'click'];

/**
 * Tracks focus and scroll positions, and restores them when the prompt is connected again.
 *
 * @param show shows the panel in the top layer again
 */
export function restoreAfterMoves(
  prompt: Element,
  panel: HTMLElement,
  show: () => void,
  signal: AbortSignal,
): void {
  const scrollTops = new Map<Element, number>();
  let focused: Element | null = null;

  const trackFocus = (): void => {
    focused = containsFocus(prompt) ? getActiveElement() : null;
    focused?.addEventListener('scroll', trackScroll, { signal });
  };
  const trackScroll = ({ target }: Event): void => {
    if (target instanceof Element) scrollTops.set(target, target.scrollTop);
  };
  // Chromium blurs an element before it removes it. In the microtask, the prompt is either moved or disconnected.
  const trackBlur = (): void =>
    queueMicrotask(() => {
      if (prompt.isConnected) trackFocus();
    });
  const restore = (): void => {
    // Showing a dialog moves the focus to its first control.
    const previous = focused;
    showWithoutTransition(panel, show);
    for (const [element, scrollTop] of scrollTops) element.scrollTop = scrollTop;
    const { activeElement } = document;
    const isFocusLost = !activeElement || activeElement === document.body || containsFocus(prompt);
    if (isFocusLost && previous instanceof HTMLElement) previous.focus({ preventScroll: true });
  };

  trackFocus();
  for (const type of FOCUS_EVENTS) prompt.addEventListener(type, trackFocus, { signal });
  // Between its own controls, the focus moves without an event that leaves the shadow root.
  panel.addEventListener('focusin', trackFocus, { signal });
  prompt.addEventListener('focusout', trackBlur, { signal });
  panel.addEventListener('scroll', trackScroll, { signal, capture: true });
  prompt.addEventListener('heed-moved', restore, { signal });
}

function showWithoutTransition(panel: HTMLElement, show: () => void): void {
  panel.toggleAttribute('data-moved', true);
  show();
  // Forces a layout, so that the styles apply while transitions are off.
  panel.getBoundingClientRect();
  panel.toggleAttribute('data-moved', false);
}
