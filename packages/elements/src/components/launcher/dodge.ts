import { holdsFocus } from '../prompt/holds-focus.ts';
import { nextFrame, watchSize } from '../prompt/platform.ts';
import { boxOf, zoomOf } from '../prompt/zoom.ts';
import { isStuck, listCovered } from './covered.ts';
import { lay } from './layer.ts';

const GAP_PX = 8;
/** Between it and the card above it. */
const LIFT_PX = 12;
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

/** What is asked of a launcher. */
interface Launcher {
  host: Element;
  getBox(): HTMLElement | undefined;
  /** Where it stands if nothing is in the way. */
  getPlace(): string;
  getPrompt(): (HTMLElement & { readonly position?: string | undefined }) | undefined;
}

export interface Dodging {
  /** For a change of the launcher or its prompt: has a card that is open in the same corner stand above it. */
  follow(): void;
  stop(): void;
}

/** Keeps the launcher off what it would cover: it moves up, into the other corner, or shrinks to its icon. */
export function dodge({ host, getBox, getPlace, getPrompt }: Launcher): Dodging {
  const observer = watchSize(() => later());
  /** Fills the window, or what of the page the launcher is confined to. */
  let ruler: Element | null | undefined;
  const layer = (): void => {
    const box = getBox();
    if (box && ruler !== box.nextElementSibling) {
      if (ruler) observer?.unobserve(ruler);
      ruler = box.nextElementSibling;
      if (ruler) observer?.observe(ruler);
    }
    if (box && ruler) lay(host, box, ruler);
  };
  const choose = (): void => {
    const box = getBox();
    layer();
    // Not from under a hand that is about to press it.
    if (box && !box.matches(':hover') && !holdsFocus(host)) settle(host, box, getPlace());
  };
  let timer: ReturnType<typeof setTimeout>;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => nextFrame(() => signal.aborted || choose()), REST_MS);
  };
  const end = new AbortController();
  const { signal } = end;
  const options = { signal, capture: true, passive: true };
  for (const type of ['scroll', 'focusin', 'focusout']) document.addEventListener(type, later, options);
  window.addEventListener('resize', later, options);
  observer?.observe(document.documentElement);
  // Such as a chat, which comes when the page has long been there.
  const widgets = new MutationObserver(later);
  widgets.observe(document.body, { childList: true });
  return {
    follow() {
      layer();
      const [box, prompt] = [getBox(), getPrompt()];
      if (box && prompt) prompt.style.setProperty('--_lift', `${measureLift(box, prompt)}px`);
    },
    stop() {
      end.abort();
      observer?.disconnect();
      widgets.disconnect();
      clearTimeout(timer);
    },
  };
}

/** How far from the edge of the window a card may begin; 0 where it stands elsewhere. */
function measureLift(box: HTMLElement, prompt: Element & { position?: string | undefined }): number {
  const { place = '' } = box.dataset;
  const { top, bottom } = boxOf(box);
  if (!prompt.matches('[open]') || (prompt.position ?? 'bottom-end') !== place) return 0;
  return LIFT_PX + (place.startsWith('top') ? bottom : innerHeight - top) / zoomOf(prompt);
}

function settle(host: Element, box: HTMLElement, wanted: string): void {
  for (const isSmall of [false, true])
    for (const place of [wanted, otherSide(wanted)])
      for (let upPx = 0; upPx < HIGHEST * innerHeight;) {
        stand(box, { place, upPx, isSmall });
        const covered = listCovered(host, boxOf(box));
        const inTheWay = covered.filter((control) => isStuck(control, place));
        // It does not jump about while the user scrolls: it covers as little as it can.
        if (inTheWay.length === 0) return stand(box, { place, upPx, isSmall: covered.length > 0 });
        upPx += clearance(boxOf(box), inTheWay, place);
      }
  stand(box, { place: wanted, upPx: 0, isSmall: true });
}

function stand(box: HTMLElement, { place, upPx, isSmall }: Stand): void {
  box.dataset['place'] = place;
  box.style.setProperty('--_up', `${upPx / zoomOf(box)}px`);
  box.classList.toggle('small', isSmall);
}

/** How far it has to move, away from its edge of the window, to leave all of them free. */
function clearance(box: DOMRect, controls: readonly Element[], place: string): number {
  const boxes = controls.map(boxOf);
  const lengthPx = place.startsWith('top')
    ? Math.max(...boxes.map(({ bottom }) => bottom)) - box.top
    : box.bottom - Math.min(...boxes.map(({ top }) => top));
  return Math.max(1, Math.ceil(lengthPx)) + GAP_PX;
}

function otherSide(place: string): string {
  return place.endsWith('end') ? place.replace(/end$/, 'start') : place.replace(/start$/, 'end');
}
