import { listen, throttleToFrame } from '../listen.ts';

/** Fires once this share of the scrollable height is reached, in the page or in a scroll container around the prompt. */
export function watchScroll(prompt: Element, share: number, fire: () => void): () => void {
  let container: Element;
  const measure = throttleToFrame(() => {
    const { scrollTop, scrollHeight, clientHeight } = container;
    const scrollableHeight = scrollHeight - clientHeight;
    // Browsers round: the end may be a pixel away.
    if (scrollableHeight > 0 && scrollTop + 1 >= share * scrollableHeight) fire();
  });
  return listen(document, ['scroll'], ({ target }) => {
    const scrolled = target instanceof Element ? target : document.scrollingElement;
    if (!scrolled?.contains(prompt)) return;
    container = scrolled;
    measure();
  });
}
