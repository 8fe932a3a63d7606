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
import type { Placement, Platform, Rect, Side } from '@floating-ui/dom';
import { POLL_MS } from './usable.ts';
import { boxOf, zoomOf } from './zoom.ts';

const GAP_PX = 12;
const MARGIN_PX = 8;
const TIP_PX = 12;

/** How far the tip is turned that points up by itself. */
const TURNS: Readonly<Record<Side, string>> = {
  bottom: '45deg',
  left: '135deg',
  top: '225deg',
  right: '315deg',
};
const OPPOSITE: Readonly<Record<Side, Side>> = { bottom: 'top', left: 'right', top: 'bottom', right: 'left' };

/**
 * Keeps a panel beside its anchor while the page scrolls and changes; in a corner while the anchor is out of sight, since
 * a panel that nobody sees can be neither used nor closed.
 *
 * @param position a side, `start` and `end` among them, or a side with an alignment such as `bottom-start`
 * @param gone called when the anchor is no longer drawn, nor moved
 * @returns what ends it, once it stands there
 */
export async function follow(
  host: Element,
  panel: HTMLElement,
  anchor: Element,
  position: string,
  gone: () => void,
): Promise<() => void> {
  const tip = makeTip(panel);
  const isRtl = getComputedStyle(anchor).direction === 'rtl';
  const placement = toPlacement(position, isRtl);
  let leaving: ReturnType<typeof setTimeout>;
  const isDrawn = (): boolean => anchor.getClientRects().length > 0;
  const place = async (): Promise<void> => {
    clearTimeout(leaving);
    if (!isDrawn()) {
      // Unless the page only moves it.
      leaving = setTimeout(() => isDrawn() || gone(), POLL_MS);
      return;
    }
    const found = await computePosition(anchor, panel, {
      strategy: 'fixed',
      platform: inPixelsOf(panel),
      placement,
      middleware: [
        offset(GAP_PX),
        flip({ padding: MARGIN_PX, fallbackAxisSideDirection: 'end' }),
        shift({ padding: MARGIN_PX }),
        size({
          padding: MARGIN_PX,
          apply: ({ availableHeight }) => {
            panel.style.setProperty('--_room', `${Math.max(160, availableHeight)}px`);
          },
        }),
        arrow({ element: tip, padding: 12 }),
        hide(),
      ],
    });
    const { x, y, middlewareData } = found;
    panel.style.setProperty('--_x', `${x}px`);
    panel.style.setProperty('--_y', `${y}px`);
    setAfar(panel, !!middlewareData.hide?.referenceHidden);
    const side = found.placement.split('-')[0] as Side;
    Object.assign(tip.style, {
      inset: '',
      left: toPx(middlewareData.arrow?.x),
      top: toPx(middlewareData.arrow?.y),
      [OPPOSITE[side]]: `${-TIP_PX / 2}px`,
      rotate: TURNS[side],
    });
  };
  const watch = (): (() => void) => autoUpdate(anchor, panel, () => void place());
  await place();
  // It leaves from where it stood.
  let stop = watch();
  const arrive = (): void => {
    stop();
    stop = watch();
  };
  host.addEventListener('heed-moved', arrive);
  return () => {
    host.removeEventListener('heed-moved', arrive);
    clearTimeout(leaving);
    stop();
  };
}

/** All lengths in the pixels that the styles of the panel count in. */
function inPixelsOf(panel: HTMLElement): Platform {
  const zoom = zoomOf(panel);
  const shrink = ({ x, y, width, height }: Rect): Rect => ({
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
      reference: shrink(boxOf(reference as Element)),
      floating: { x: 0, y: 0, ...getDimensions(panel) },
    }),
    // The platform keeps a cache in `this`.
    async getClippingRect(options) {
      return shrink(await platform.getClippingRect.call(this, options));
    },
  };
}

/** The place of what is not seen any more, until it is. */
function setAfar(panel: HTMLElement, isAfar: boolean): void {
  if (isAfar === panel.hasAttribute('data-afar')) return;
  panel.toggleAttribute('data-afar', isAfar);
  if (panel.dataset['place'] !== 'away') panel.dataset['place'] = isAfar ? 'bottom-end' : '';
}

function toPlacement(position: string, isRtl: boolean): Placement {
  if (position === 'start') return isRtl ? 'right' : 'left';
  if (position === 'end') return isRtl ? 'left' : 'right';
  return position as Placement;
}

function toPx(length: number | undefined): string {
  return length === undefined ? '' : `${length}px`;
}

/** The corner of a square, in the colours of the panel. */
function makeTip(panel: HTMLElement): HTMLElement {
  const tip = panel.appendChild(document.createElement('i'));
  tip.setAttribute('part', 'arrow');
  return tip;
}
