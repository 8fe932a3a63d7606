import { findActive, hostOf, lineage } from '../prompt/lineage.ts';

/**
 * Gives the focus to what stands beside an element that is about to go.
 *
 * @param wanted where the focus came from, if it can still go there; else it goes to the control before, or after it
 */
export function focusBeside(element: Element, wanted: HTMLElement | undefined): void {
  const candidates = [...(wanted ? [wanted] : []), ...listBeside(element)];
  candidates.some((candidate) => {
    candidate.focus({ preventScroll: true });
    return lineage(findActive()).includes(candidate);
  });
}

/** Stops of the Tab key: those before it, the nearest first, then those after it; then those around its shadow root. */
function listBeside(element: Element): HTMLElement[] {
  const root = element.getRootNode() as Document | ShadowRoot;
  const all = [...root.querySelectorAll<HTMLElement>('*')];
  const place = all.indexOf(element as HTMLElement);
  const beside = [...all.slice(0, place).reverse(), ...all.slice(place + 1)].filter(isStop);
  const host = hostOf(element);
  return host ? [...beside, ...listBeside(host)] : beside;
}

function isStop({ tabIndex, shadowRoot }: HTMLElement): boolean {
  return tabIndex >= 0 || !!shadowRoot?.delegatesFocus;
}
