/** What a browser takes from an element that a page moves: its place over the page, the focus, and what was scrolled. */
import { holdsFocus } from './holds-focus.ts';
import { findActive } from './lineage.ts';

/** Of a person at work. Within one question the focus moves without an event that leaves its shadow root. */
const WORK = ['focusin', 'keyup', 'input', 'click'];

/**
 * Gives all of it back when the prompt arrives in its new place.
 *
 * @param show lays the panel over the page again
 */
export function keepThroughMoves(
  prompt: Element,
  panel: HTMLElement,
  show: () => void,
  signal: AbortSignal,
): void {
  const tops = new Map<Element, number>();
  let focused: Element | null = null;

  const noteFocus = (): void => {
    focused = holdsFocus(prompt) ? findActive() : null;
    focused?.addEventListener('scroll', noteScroll, { signal });
  };
  const noteScroll = ({ target }: Event): void => {
    if (target instanceof Element) tops.set(target, target.scrollTop);
  };
  // Chromium takes the focus away before it takes the element out; by then it is in its new place or in none.
  const noteLeave = (): void =>
    queueMicrotask(() => {
      if (prompt.isConnected) noteFocus();
    });
  const arrive = (): void => {
    // A dialog that is shown takes the focus to its first control.
    const before = focused;
    panel.toggleAttribute('data-moved', true);
    show();
    // The styles take hold now, without the motion of an opening.
    panel.getBoundingClientRect();
    panel.toggleAttribute('data-moved', false);
    for (const [element, top] of tops) element.scrollTop = top;
    const { activeElement } = document;
    const isLost = !activeElement || activeElement === document.body || holdsFocus(prompt);
    if (isLost && before instanceof HTMLElement) before.focus({ preventScroll: true });
  };

  noteFocus();
  for (const type of WORK) prompt.addEventListener(type, noteFocus, { signal });
  // Between its own controls the focus moves without an event that leaves the shadow root.
  panel.addEventListener('focusin', noteFocus, { signal });
  prompt.addEventListener('focusout', noteLeave, { signal });
  panel.addEventListener('scroll', noteScroll, { signal, capture: true });
  prompt.addEventListener('heed-moved', arrive, { signal });
}
