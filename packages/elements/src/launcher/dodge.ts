import { holdsFocus } from '../prompt/holds-focus.ts';
import { listCovered } from './covered.ts';

const GAP_PX = 8;
/** It does not go higher than this part of the window. */
const HIGHEST = 0.5;
/** After the last scrolling or change of focus. */
const REST_MS = 120;

/** How it stands in its place: a value of `data-place`, how far up from there, and whether as an icon alone. */
interface Stand {
  place: string;
  upPx: number;
  isSmall: boolean;
}

/**
 * Keeps the launcher off what it would cover: it moves up, into the other corner, or is no more than its icon.
 *
 * @param place gives where it stands if nothing is in the way
 * @returns what ends it
 */
export function dodge(
  host: Element,
  getBox: () => HTMLElement | undefined,
  getPlace: () => string,
): () => void {
  const choose = (): void => {
    const box = getBox();
    // Not from under a hand that is about to press it.
    if (box && !box.matches(':hover') && !holdsFocus(host)) settle(host, box, getPlace());
  };

  let timer: ReturnType<typeof setTimeout>;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => requestAnimationFrame(() => signal.aborted || choose()), REST_MS);
  };
  const end = new AbortController();
  const { signal } = end;
  const options = { signal, capture: true, passive: true };
  for (const type of ['scroll', 'focusin', 'focusout']) document.addEventListener(type, later, options);
  window.addEventListener('resize', later, options);
  const observer = new ResizeObserver(later);
  observer.observe(document.documentElement);
  return () => {
    end.abort();
    observer.disconnect();
    clearTimeout(timer);
  };
}

function settle(host: Element, box: HTMLElement, wanted: string): void {
  for (const isSmall of [false, true])
    for (const place of [wanted, otherSide(wanted)])
      for (let upPx = 0; upPx < HIGHEST * innerHeight;) {
        stand(box, { place, upPx, isSmall });
        const inTheWay = listCovered(host, box.getBoundingClientRect(), place);
        if (inTheWay.length === 0) return;
        upPx += clearance(box.getBoundingClientRect(), inTheWay, place);
      }
  stand(box, { place: wanted, upPx: 0, isSmall: true });
}

function stand(box: HTMLElement, { place, upPx, isSmall }: Stand): void {
  box.dataset['place'] = place;
  box.style.setProperty('--_up', `${upPx}px`);
  box.classList.toggle('small', isSmall);
}

/** How far it has to move, away from its edge of the window, to leave all of them free. */
function clearance(box: DOMRect, controls: readonly Element[], place: string): number {
  const boxes = controls.map((control) => control.getBoundingClientRect());
  const lengthPx = place.startsWith('top')
    ? Math.max(...boxes.map(({ bottom }) => bottom)) - box.top
    : box.bottom - Math.min(...boxes.map(({ top }) => top));
  return Math.max(1, Math.ceil(lengthPx)) + GAP_PX;
}

function otherSide(place: string): string {
  return place.endsWith('end') ? place.replace(/end$/, 'start') : place.replace(/start$/, 'end');
}
