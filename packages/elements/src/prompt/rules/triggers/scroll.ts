import { listen, oncePerFrame } from '../listen.ts';

/** Fires when this share of what can be scrolled has been: in the document, or in what scrolls around the prompt. */
export function watchScroll(prompt: Element, share: number, fire: () => void): () => void {
  let scroller: Element | null;
  const measure = oncePerFrame(() => {
    if (!scroller) return;
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    // Browsers round: the end may be a pixel away.
    if (scrollTop + 1 >= share * (scrollHeight - clientHeight)) fire();
  });
  return listen(document, 'scroll', ({ target }) => {
    scroller = target instanceof Element ? target : document.scrollingElement;
    if (scroller?.contains(prompt)) measure();
  });
}
