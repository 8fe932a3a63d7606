/** Brings an element into each state with its public API or a click, without its internals. */
import type { Outcome } from '@heed/core';

/** The members of Heed elements that the gallery uses. */
export type Element = HTMLElement & {
  value: unknown;
  files?: readonly File[];
  strings: object;
  readonly updateComplete: Promise<unknown>;
  readonly open?: boolean;
  requestSubmit?(): void;
  checkValidity(): boolean;
};

/** Changes the state of an element in the page. */
type Act = (element: Element, answer: () => void) => Promise<void> | void;

const REFERENCE = 'NW-2087';

export const STATES: Record<string, Act> = {
  empty: () => {},
  chosen: (_, answer) => answer(),
  disabled(element, answer) {
    answer();
    element.toggleAttribute('disabled', true);
  },
  'read-only'(element, answer) {
    answer();
    element.toggleAttribute('readonly', true);
  },
  error(element) {
    if (element.requestSubmit) element.requestSubmit();
    else element.checkValidity();
  },
  sending: (element, answer) => send(element, answer, new Promise<never>(() => {})),
  sent: (element, answer) => send(element, answer, { state: 'sent', reference: REFERENCE }),
  stored: (element, answer) => send(element, answer, { state: 'stored', durable: true }),
  'in memory': (element, answer) => send(element, answer, { state: 'stored', durable: false }),
  refused: (element, answer) => send(element, answer, { state: 'refused' }),
};

async function send(
  element: Element,
  answer: () => void,
  outcome: Outcome | Promise<Outcome>,
): Promise<void> {
  answer();
  element.addEventListener('heed-submit', (event) => event.respondWith(outcome), { once: true });
  for (let step = 0; step < 6; step += 1) {
    await element.updateComplete;
    const find = (part: string) => element.shadowRoot?.querySelector<HTMLElement>(`[part~=${part}]`);
    // With several steps, only the last step has a submit button.
    (find('submit') ?? find('next'))?.click();
    await new Promise(requestAnimationFrame);
  }
}
