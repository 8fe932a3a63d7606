/** Walks the page as it is rendered, through slots and shadow roots. */

/** Returns the element and all its ancestors in the flat tree, innermost first. */
export function listAncestors(element: Element | null): Element[] {
  const ancestors: Element[] = [];
  for (let at = element; at; at = at.assignedSlot ?? at.parentElement ?? getHost(at)) ancestors.push(at);
  return ancestors;
}

/** Returns the host of the shadow root that contains the element; `null` for an element outside shadow roots. */
export function getHost(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Returns the focused element, also within shadow roots. */
export function getActiveElement(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Returns the topmost element at a point of the window, also within shadow roots. */
export function getElementAt(x: number, y: number, root: Document | ShadowRoot = document): Element | null {
  const found = root.elementFromPoint?.(x, y) ?? null;
  // A shadow root may return an element outside itself.
  const inner = found?.getRootNode() === root ? found.shadowRoot : null;
  return inner ? (getElementAt(x, y, inner) ?? found) : found;
}
