import { listen, oncePerFrame } from '../listen.ts';

/** Fires when this share of what can be scrolled has been: in the document, or in what scrolls around the prompt. */
export function watchScroll(prompt: Element, share: number, fire: () => void): () => void {
  let scroller: Element;
  const measure = oncePerFrame(() => {
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    const length = scrollHeight - clientHeight;
    // Browsers round: the end may be a pixel away.
    if (length > 0 && scrollTop + 1 >= share * length) fire();
  });
  return listen(document, ['scroll'], ({ target }) => {
    const scrolled = target instanceof Element ? target : document.scrollingElement;
    if (!scrolled?.contains(prompt)) return;
    scroller = scrolled;
    measure();
  });
}
