/** Space below a step, so that the next thing of the page is visible. */
const MARGIN_PX = 12;

/**
 * Scrolls a step into view together with its statement. Both must be clear of the end labels, which stick to the edge of
 * the viewport and can have any height.
 */
export function scrollStepIntoView(step: HTMLElement, row: HTMLElement, ends: HTMLElement | undefined): void {
  if (!ends) return;
  const { order, insetBlockStart } = getComputedStyle(ends);
  const { top, height } = step.getBoundingClientRect();
  // When one statement is shown at a time, the end labels are below it.
  const head = order === '0' ? ends.offsetHeight + (Number.parseFloat(insetBlockStart) || 0) : 0;
  const above = top - row.getBoundingClientRect().top + head;
  // Without room for all of it, the step has priority.
  const room = innerHeight - height - MARGIN_PX;
  step.style.scrollMarginBlock = `${Math.min(above, room)}px ${MARGIN_PX}px`;
  const scroll = (): void => step.scrollIntoView?.({ block: 'nearest' });
  scroll();
  // WebKit scrolls again after the focus event, and ignores the margin.
  globalThis.requestAnimationFrame?.(scroll);
}
