import type { LitElement } from 'lit';

/**
 * Renders an element again when the page changes what stands inside its tag.
 *
 * @param attributes of what stands inside, whose changes count as well
 */
export function watchChildren(host: LitElement, attributes = ['value', 'label', 'slot']): void {
  let observer: MutationObserver;
  host.addController({
    hostConnected() {
      observer ??= new MutationObserver(() => host.requestUpdate());
      observer.observe(host, {
        attributeFilter: attributes,
        characterData: true,
        childList: true,
        subtree: true,
      });
    },
    hostDisconnected() {
      observer.disconnect();
    },
  });
}
