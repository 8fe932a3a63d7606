/**
 * Registers an element once. A second copy of the library in one page leaves the first one in charge instead of
 * throwing.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
