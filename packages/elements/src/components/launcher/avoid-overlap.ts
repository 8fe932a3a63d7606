import { containsFocus } from '../../shared/overlay/contains-focus.ts';
import { getZoom, measureBox } from '../../shared/overlay/css-zoom.ts';
import { createResizeObserver, runBeforeNextFrame } from '../../shared/overlay/dom-fallbacks.ts';
import { isStuck, listCoveredControls } from './covered-controls.ts';
import { updateTopLayer } from './top-layer.ts';

/** Distance from a control that the launcher avoids. */
const GAP_PX = 8;
/** Distance from the prompt above the launcher. */
const PROMPT_GAP_PX = 12;
/** The launcher does not move further than this share of the window. */
const MAX_SHIFT_SHARE = 0.5;
/** Time without scrolling or a change of focus before the launcher moves. */
const REST_MS = 120;

/** A position: a value of `data-place`, the distance from there, and whether only the icon is shown. */
interface LauncherPlacement {
  place: string;
  shiftPx: number;
  isSmall: boolean;
}

/** What is needed of a launcher. */
interface Launcher {
  host: Element;
  getBox(): HTMLElement | undefined;
  /** Returns the preferred position. */
  getPlace(): string;
  getPrompt(): (HTMLElement & { readonly position?: string | undefined }) | undefined;
}

export interface OverlapAvoidance {
  /** Call it after a change of the launcher or its prompt: moves an open prompt in the same corner above the launcher. */
  update(): void;
  stop(): void;
}

/** Keeps the launcher from covering controls: moves it up, then to the other corner, then shrinks it to its icon. */
export function avoidOverlap({ host, getBox, getPlace, getPrompt }: Launcher): OverlapAvoidance {
  const ending = new AbortController();
  const { signal } = ending;
  const moveLater = debounce(() => signal.aborted || move());
  const sizes = createResizeObserver(moveLater);
  /** Fills the window, or the part of the page to which the launcher is confined. */
  let ruler: Element | null | undefined;
  const layer = (box: HTMLElement): void => {
    if (ruler !== box.nextElementSibling) {
      if (ruler) sizes?.unobserve(ruler);
      ruler = box.nextElementSibling;
      if (ruler) sizes?.observe(ruler);
    }
    if (ruler) updateTopLayer(host, box, ruler);
  };
  const move = (): void => {
    const box = getBox();
    if (!box) return;
    layer(box);
    // The user may be about to click it.
    if (!box.matches(':hover') && !containsFocus(host)) moveClear(host, box, getPlace());
  };
  const stopWatching = watchPage(moveLater, signal);
  sizes?.observe(document.documentElement);
  return {
    update() {
      const [box, prompt] = [getBox(), getPrompt()];
      if (box) layer(box);
      if (box && prompt) prompt.style.setProperty('--_lift', `${measureLift(box, prompt)}px`);
    },
    stop() {
      ending.abort();
      sizes?.disconnect();
      stopWatching();
    },
  };
}

/** Returns a function that calls back once after a rest, before the next frame. */
function debounce(callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => runBeforeNextFrame(callback), REST_MS);
  };
}

/** Calls back after scrolling, a change of focus or of the window, or when a widget such as a chat is added. */
function watchPage(callback: () => void, signal: AbortSignal): () => void {
  const options = { signal, capture: true, passive: true };
  for (const type of ['scroll', 'focusin', 'focusout']) document.addEventListener(type, callback, options);
  window.addEventListener('resize', callback, options);
  const widgets = new MutationObserver(callback);
  widgets.observe(document.body, { childList: true });
  return () => widgets.disconnect();
}

/** Returns the distance of an open prompt in the same corner from the edge of the window; 0 for any other prompt. */
function measureLift(box: HTMLElement, prompt: Element & { position?: string | undefined }): number {
  const { place = '' } = box.dataset;
  const { top, bottom } = measureBox(box);
  if (!prompt.matches('[open]') || (prompt.position ?? 'bottom-end') !== place) return 0;
  return PROMPT_GAP_PX + (place.startsWith('top') ? bottom : innerHeight - top) / getZoom(prompt);
}

function moveClear(host: Element, box: HTMLElement, preferred: string): void {
  for (const isSmall of [false, true])
    for (const place of [preferred, toOtherSide(preferred)])
      for (let shiftPx = 0; shiftPx < MAX_SHIFT_SHARE * innerHeight;) {
        applyPlacement(box, { place, shiftPx, isSmall });
        const covered = listCoveredControls(host, measureBox(box));
        const stuck = covered.filter((control) => isStuck(control, place));
        // Over controls that can be scrolled away, the launcher shrinks instead of moving with every scroll.
        if (stuck.length === 0) return applyPlacement(box, { place, shiftPx, isSmall: covered.length > 0 });
        shiftPx += measureShift(measureBox(box), stuck, place);
      }
  applyPlacement(box, { place: preferred, shiftPx: 0, isSmall: true });
}

function applyPlacement(box: HTMLElement, { place, shiftPx, isSmall }: LauncherPlacement): void {
  box.dataset['place'] = place;
  box.style.setProperty('--_up', `${shiftPx / getZoom(box)}px`);
  box.classList.toggle('small', isSmall);
}

/** Returns how far the launcher has to move from its edge of the window to uncover the controls. */
function measureShift(box: DOMRect, controls: readonly Element[], place: string): number {
  const boxes = controls.map(measureBox);
  const lengthPx = place.startsWith('top')
    ? Math.max(...boxes.map(({ bottom }) => bottom)) - box.top
    : box.bottom - Math.min(...boxes.map(({ top }) => top));
  return Math.max(1, Math.ceil(lengthPx)) + GAP_PX;
}

function toOtherSide(place: string): string {
  return place.endsWith('end') ? place.replace(/end$/, 'start') : place.replace(/start$/, 'end');
}
