/**
 * Registers an element unless its tag is registered: a second copy of the library in a page does not throw.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
