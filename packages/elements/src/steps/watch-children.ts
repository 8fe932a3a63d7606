import type { LitElement } from 'lit';

const ATTRIBUTES = ['value', 'label', 'slot', 'name', 'id', 'show-if', 'go-to', 'question', 'alt'];

/** Renders an element again when the page changes what stands inside its tag. */
export function watchChildren(host: LitElement): void {
  let observer: MutationObserver;
  host.addController({
    hostConnected() {
      observer ??= new MutationObserver(() => host.requestUpdate());
      observer.observe(host, {
        attributeFilter: ATTRIBUTES,
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
