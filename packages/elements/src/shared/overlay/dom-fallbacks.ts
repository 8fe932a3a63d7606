/**
 * Wraps browser features that jsdom and happy-dom may lack, since they render nothing. Without these wrappers, a unit
 * test of a page that contains a prompt or a launcher would throw.
 */

/** Returns true where nothing is rendered. */
export function isVisible(element: Element, options?: CheckVisibilityOptions): boolean {
  return element.checkVisibility?.(options) ?? true;
}

/** Returns false if the selector is not supported, for example `:modal`. */
export function matchesSelector(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}

/** Returns an empty array if the selector is not supported. */
export function queryAll(selector: string, root: ParentNode = document): Element[] {
  try {
    return [...root.querySelectorAll(selector)];
  } catch {
    return [];
  }
}

/** Opens or closes a modal dialog; without a top layer, it opens as a non-modal one. */
export function toggleDialog(dialog: Partial<HTMLDialogElement>, isOpen: boolean): void {
  if (!dialog.showModal) dialog.open = isOpen;
  else if (isOpen) dialog.showModal();
  else dialog.close?.();
}

/** Returns false after a unit test has ended: its timers may outlive its document. */
export function hasDocument(): boolean {
  return !!globalThis.document;
}

/** Calls back before the browser paints the next frame. */
export function runBeforeNextFrame(callback: () => void): void {
  (globalThis.requestAnimationFrame ?? setTimeout)(() => hasDocument() && callback());
}

/** Returns `undefined` where there is no screen. */
export function getMediaQuery(query: string): MediaQueryList | undefined {
  return globalThis.matchMedia?.(query);
}

/** Returns `undefined` where elements have no size. */
export function createResizeObserver(callback: () => void): ResizeObserver | undefined {
  return globalThis.ResizeObserver && new ResizeObserver(callback);
}

/** Returns `undefined` where elements have no position. */
export function createIntersectionObserver(
  callback: IntersectionObserverCallback,
  options: IntersectionObserverInit,
): IntersectionObserver | undefined {
  return globalThis.IntersectionObserver && new IntersectionObserver(callback, options);
}
