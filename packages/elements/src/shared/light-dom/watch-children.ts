import type { LitElement } from 'lit';
import { HIDDEN, MADE, RECALLED, SET } from './markers.ts';
import { steady } from './steady.ts';

const ATTRIBUTES = [
  'value',
  'label',
  'slot',
  'name',
  'id',
  'show-if',
  'go-to',
  'question',
  'alt',
  'hidden',
  'style',
];
const MARKS = [HIDDEN, MADE, RECALLED, SET];

/**
 * Renders an element again when the page changes what stands inside its tag, and when it takes back what the element has
 * written there: a page that morphs to the HTML of its server does.
 */
export function watchChildren(host: LitElement): void {
  let observer: MutationObserver;
  const update = steady(() => host.requestUpdate());
  host.addController({
    hostConnected() {
      observer ??= new MutationObserver((changes) => changes.some(matters) && update());
      observer.observe(host, {
        attributeFilter: [...ATTRIBUTES, ...MARKS],
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

/** Styles change all the time, and only those of what is hidden have to be right. */
function matters({ attributeName, target }: MutationRecord): boolean {
  return attributeName !== 'style' || (target as Element).hasAttribute(HIDDEN);
}
