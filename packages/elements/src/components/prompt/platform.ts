/**
 * What the supported browsers have and the DOM of a unit test may lack: jsdom and happy-dom draw nothing. Without these
 * a host's test of a page that contains a prompt or a launcher would end in an exception.
 */

/** Where nothing is drawn, everything counts as visible. */
export function isVisible(element: Element, options?: CheckVisibilityOptions): boolean {
  return element.checkVisibility?.(options) ?? true;
}

/** False also where the selector is not known, such as `:modal`. */
export function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}

/** Nothing also where the selector is not known. */
export function findAll(selector: string, root: ParentNode = document): Element[] {
  try {
    return [...root.querySelectorAll(selector)];
  } catch {
    return [];
  }
}

/** Without a top layer it is open as a dialog that is not modal. */
export function showDialog(dialog: Partial<HTMLDialogElement>, isOpen: boolean): void {
  if (!dialog.showModal) dialog.open = isOpen;
  else if (isOpen) dialog.showModal();
  else dialog.close?.();
}

/** False once a unit test is over: its timers may outlive its document. */
export function hasPage(): boolean {
  return !!globalThis.document;
}

/** Acts before the next frame is drawn. */
export function nextFrame(act: () => void): void {
  (globalThis.requestAnimationFrame ?? setTimeout)(() => hasPage() && act());
}

/** Undefined where there is no screen. */
export function media(query: string): MediaQueryList | undefined {
  return globalThis.matchMedia?.(query);
}

/** Undefined where nothing has a size. */
export function watchSize(act: () => void): ResizeObserver | undefined {
  return globalThis.ResizeObserver && new ResizeObserver(act);
}

/** Undefined where nothing is in view. */
export function watchSight(
  act: IntersectionObserverCallback,
  options: IntersectionObserverInit,
): IntersectionObserver | undefined {
  return globalThis.IntersectionObserver && new IntersectionObserver(act, options);
}
