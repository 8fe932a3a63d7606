import { createIntersectionObserver } from '../../../../shared/overlay/dom-fallbacks.ts';
import { throttleToFrame } from '../listen.ts';

/**
 * Fires when half of a matching element is in view, or the element fills half of the viewport. The element may be added
 * to the page later.
 */
export function watchVisible(selector: string, fire: () => void): () => void {
  const intersections = createIntersectionObserver((entries) => entries.some(isInView) && fire(), {
    threshold: [0, 0.1, 0.2, 0.3, 0.4, 0.5],
  });
  const observeAll = (): void =>
    document.querySelectorAll(selector).forEach((element) => intersections?.observe(element));
  const additions = new MutationObserver(throttleToFrame(observeAll));
  observeAll();
  additions.observe(document, { childList: true, subtree: true });
  return () => {
    additions.disconnect();
    intersections?.disconnect();
  };
}

function isInView({
  intersectionRatio,
  intersectionRect,
  isIntersecting,
}: IntersectionObserverEntry): boolean {
  return isIntersecting && (intersectionRatio >= 0.5 || intersectionRect.height >= innerHeight / 2);
}
