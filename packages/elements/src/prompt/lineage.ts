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
export function findAt(x: number, y: number): Element | null {
  let element = document.elementFromPoint(x, y);
  for (let inner = element; (inner = inner?.shadowRoot?.elementFromPoint(x, y) ?? null) && inner !== element;)
    element = inner;
  return element;
}
