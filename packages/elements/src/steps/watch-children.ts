import type { LitElement } from 'lit';

/** Renders an element again when the page changes what stands inside its tag. */
export function watchChildren(host: LitElement): void {
  let observer: MutationObserver;
  host.addController({
    hostConnected() {
      observer ??= new MutationObserver(() => host.requestUpdate());
      observer.observe(host, {
        attributeFilter: ['value', 'label', 'slot'],
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
