/** Positions a panel next to its anchor. Loaded for popovers only. */
import {
  arrow,
  autoUpdate,
  computePosition,
  flip,
  hide,
  offset,
  platform,
  shift,
  size,
} from '@floating-ui/dom';
import type { ComputePositionReturn, Placement, Platform, Rect, Side } from '@floating-ui/dom';
import { getZoom, measureBox } from '../../shared/overlay/css-zoom.ts';
import { POLL_INTERVAL_MS } from '../../shared/overlay/page-dialogs.ts';

const GAP_PX = 12;
const WINDOW_MARGIN_PX = 8;
const ARROW_PX = 12;
const MIN_HEIGHT_PX = 160;

/** The rotation of the arrow for each side of the anchor. */
const ROTATIONS: Readonly<Record<Side, string>> = {
  bottom: '45deg',
  left: '135deg',
  top: '225deg',
  right: '315deg',
};
const OPPOSITES: Readonly<Record<Side, Side>> = {
  bottom: 'top',
  left: 'right',
  top: 'bottom',
  right: 'left',
};

/**
 * Keeps a panel next to its anchor while the page scrolls and changes. While the anchor is out of sight, the panel is in
 * a corner, since a panel out of sight can be neither used nor closed.
 *
 * @param position a side, including `start` and `end`, or a side with an alignment such as `bottom-start`
 * @param onGone called when the anchor is no longer rendered, unless the page only moves it
 * @returns a function that stops it, once the panel is positioned
 */
export async function followAnchor(
  host: Element,
  panel: HTMLElement,
  anchor: Element,
  position: string,
  onGone: () => void,
): Promise<() => void> {
  const arrowTip = appendArrow(panel);
  const placement = toPlacement(position, getComputedStyle(anchor).direction === 'rtl');
  let removalTimer: ReturnType<typeof setTimeout>;
  const isRendered = (): boolean => anchor.getClientRects().length > 0;
  const update = async (): Promise<void> => {
    clearTimeout(removalTimer);
    if (isRendered()) applyPosition(panel, arrowTip, await compute(anchor, panel, arrowTip, placement));
    else removalTimer = setTimeout(() => isRendered() || onGone(), POLL_INTERVAL_MS);
  };
  const watch = (): (() => void) => autoUpdate(anchor, panel, () => void update());
  await update();
  let stop = watch();
  const restart = (): void => {
    stop();
    stop = watch();
  };
  host.addEventListener('heed-moved', restart);
  // Leaves the panel where it is, for the exit transition.
  return () => {
    host.removeEventListener('heed-moved', restart);
    clearTimeout(removalTimer);
    stop();
  };
}

function compute(
  anchor: Element,
  panel: HTMLElement,
  arrowTip: HTMLElement,
  placement: Placement,
): Promise<ComputePositionReturn> {
  return computePosition(anchor, panel, {
    strategy: 'fixed',
    platform: createZoomedPlatform(panel),
    placement,
    middleware: [
      offset(GAP_PX),
      flip({ padding: WINDOW_MARGIN_PX, fallbackAxisSideDirection: 'end' }),
      shift({ padding: WINDOW_MARGIN_PX }),
      size({
        padding: WINDOW_MARGIN_PX,
        apply: ({ availableHeight }) => {
          panel.style.setProperty('--_room', `${Math.max(MIN_HEIGHT_PX, availableHeight)}px`);
        },
      }),
      arrow({ element: arrowTip, padding: ARROW_PX }),
      hide(),
    ],
  });
}

function applyPosition(
  panel: HTMLElement,
  arrowTip: HTMLElement,
  { x, y, placement, middlewareData }: ComputePositionReturn,
): void {
  panel.style.setProperty('--_x', `${x}px`);
  panel.style.setProperty('--_y', `${y}px`);
  setAnchorHidden(panel, !!middlewareData.hide?.referenceHidden);
  const side = placement.split('-')[0] as Side;
  Object.assign(arrowTip.style, {
    inset: '',
    left: toPx(middlewareData.arrow?.x),
    top: toPx(middlewareData.arrow?.y),
    [OPPOSITES[side]]: `${-ARROW_PX / 2}px`,
    rotate: ROTATIONS[side],
  });
}

/** Returns a platform that measures in the panel's own pixels, which its styles use. */
function createZoomedPlatform(panel: HTMLElement): Platform {
  const zoom = getZoom(panel);
  const toOwnPixels = ({ x, y, width, height }: Rect): Rect => ({
    x: x / zoom,
    y: y / zoom,
    width: width / zoom,
    height: height / zoom,
  });
  const getDimensions = ({ offsetWidth, offsetHeight }: HTMLElement): { width: number; height: number } => ({
    width: offsetWidth,
    height: offsetHeight,
  });
  return {
    ...platform,
    getDimensions: (element) => getDimensions(element as HTMLElement),
    getElementRects: ({ reference }) => ({
      reference: toOwnPixels(measureBox(reference as Element)),
      floating: { x: 0, y: 0, ...getDimensions(panel) },
    }),
    // The platform has a cache in `this`.
    async getClippingRect(options) {
      return toOwnPixels(await platform.getClippingRect.call(this, options));
    },
  };
}

/** Moves the panel to a corner while the anchor is out of sight. */
function setAnchorHidden(panel: HTMLElement, isHidden: boolean): void {
  if (isHidden === panel.hasAttribute('data-afar')) return;
  panel.toggleAttribute('data-afar', isHidden);
  if (panel.dataset['place'] !== 'away') panel.dataset['place'] = isHidden ? 'bottom-end' : '';
}

function toPlacement(position: string, isRtl: boolean): Placement {
  if (position === 'start') return isRtl ? 'right' : 'left';
  if (position === 'end') return isRtl ? 'left' : 'right';
  return position as Placement;
}

function toPx(length: number | undefined): string {
  return length === undefined ? '' : `${length}px`;
}

/** The arrow is one corner of a square with the colours of the panel. */
function appendArrow(panel: HTMLElement): HTMLElement {
  const arrowTip = panel.appendChild(document.createElement('i'));
  arrowTip.setAttribute('part', 'arrow');
  return arrowTip;
}
