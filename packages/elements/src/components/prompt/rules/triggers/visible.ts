import { watchSight } from '../../platform.ts';
import { oncePerFrame } from '../listen.ts';

/** Fires when half of such an element is in view, or it fills half of the view; it may come into the page later. */
export function watchVisible(selector: string, fire: () => void): () => void {
  const sight = watchSight((entries) => entries.some(isInView) && fire(), {
    threshold: [0, 0.1, 0.2, 0.3, 0.4, 0.5],
  });
  const find = (): void => document.querySelectorAll(selector).forEach((found) => sight?.observe(found));
  const growth = new MutationObserver(oncePerFrame(find));
  find();
  growth.observe(document, { childList: true, subtree: true });
  return () => {
    growth.disconnect();
    sight?.disconnect();
  };
}

function isInView({
  intersectionRatio,
  intersectionRect,
  isIntersecting,
}: IntersectionObserverEntry): boolean {
  return isIntersecting && (intersectionRatio >= 0.5 || intersectionRect.height >= innerHeight / 2);
}
