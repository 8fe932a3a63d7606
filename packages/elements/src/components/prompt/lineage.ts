/** Where an element stands in the page as it is drawn, through slots and shadow roots. */

/** The element and everything that it is drawn in, from inside out. */
export function lineage(element: Element | null): Element[] {
  const line: Element[] = [];
  for (let at = element; at; at = at.assignedSlot ?? at.parentElement ?? hostOf(at)) line.push(at);
  return line;
}

export function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** The element that has the focus, also within shadow roots. */
export function findActive(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** What lies uppermost at a point of the window, also within shadow roots. */
export function findAt(x: number, y: number, root: Document | ShadowRoot = document): Element | null {
  const found = root.elementFromPoint?.(x, y) ?? null;
  // A browser may name what is around the root.
  const inner = found?.getRootNode() === root ? found.shadowRoot : null;
  return inner ? (findAt(x, y, inner) ?? found) : found;
}
