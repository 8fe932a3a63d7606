import { arrow, autoUpdate, computePosition, flip, hide, offset, shift, size } from '@floating-ui/dom';
import type { Placement, Side } from '@floating-ui/dom';
import { holdsFocus } from './holds-focus.ts';

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
 * Keeps a panel beside its anchor while the page scrolls and changes.
 *
 * @param position a side, `start` and `end` among them, or a side with an alignment such as `bottom-start`
 * @param gone called when the anchor is no longer drawn
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
  const place = async (): Promise<void> => {
    if (anchor.getClientRects().length === 0) return gone();
    const found = await computePosition(anchor, panel, {
      strategy: 'fixed',
      placement,
      middleware: [
        offset(GAP_PX),
        flip({ padding: MARGIN_PX, fallbackAxisSideDirection: 'end' }),
        shift({ padding: MARGIN_PX }),
        size({
          padding: MARGIN_PX,
          apply: ({ availableHeight }) => {
            panel.style.maxBlockSize = `${Math.max(160, availableHeight)}px`;
          },
        }),
        arrow({ element: tip, padding: 12 }),
        hide(),
      ],
    });
    const { x, y, middlewareData } = found;
    Object.assign(panel.style, { left: `${x}px`, top: `${y}px` });
    // With the anchor scrolled out of sight; but never from under somebody's hands.
    const isGone = middlewareData.hide?.referenceHidden && !holdsFocus(host);
    panel.style.visibility = isGone ? 'hidden' : '';
    const side = found.placement.split('-')[0] as Side;
    Object.assign(tip.style, {
      inset: '',
      left: toPx(middlewareData.arrow?.x),
      top: toPx(middlewareData.arrow?.y),
      [OPPOSITE[side]]: `${-TIP_PX / 2}px`,
      rotate: TURNS[side],
    });
  };
  await place();
  // It leaves from where it stood.
  return autoUpdate(anchor, panel, () => void place());
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
  Object.assign(tip.style, {
    position: 'absolute',
    width: `${TIP_PX}px`,
    height: `${TIP_PX}px`,
    background: 'inherit',
    border: 'inherit',
    clipPath: 'polygon(0 0, 100% 0, 0 100%)',
  });
  return tip;
}
