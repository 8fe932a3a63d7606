/** Space below a step, so that the next thing of the page shows. */
const MARGIN_PX = 12;

/**
 * Scrolls a step into view together with its statement. Both have to be clear of the
 * end labels, which stay at the edge of the window and have any height.
 */
export function showStatement(step: HTMLElement, row: HTMLElement, ends: HTMLElement | undefined): void {
  if (!ends) return;
  const { order, insetBlockStart } = getComputedStyle(ends);
  const { top, height } = step.getBoundingClientRect();
  // One statement at a time, the end labels are below it.
  const head = order === '0' ? ends.offsetHeight + (Number.parseFloat(insetBlockStart) || 0) : 0;
  const above = top - row.getBoundingClientRect().top + head;
  // Where there is not enough room for all, the step itself comes first.
  const room = innerHeight - height - MARGIN_PX;
  step.style.scrollMarginBlock = `${Math.min(above, room)}px ${MARGIN_PX}px`;
  const show = (): void => step.scrollIntoView?.({ block: 'nearest' });
  show();
  // WebKit scrolls by itself afterwards, and not by the margin.
  globalThis.requestAnimationFrame?.(show);
}
