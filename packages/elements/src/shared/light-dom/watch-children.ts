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
 * Updates an element when the page changes its children, or undoes what the element has written there. Pages that morph
 * to the HTML of their server do both.
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

/** Styles change all the time; only those of hidden elements matter. */
function matters({ attributeName, target }: MutationRecord): boolean {
  return attributeName !== 'style' || (target as Element).hasAttribute(HIDDEN);
}
