/** How an element gets into each state: by what its page or its visitor does, never by its insides. */
import type { Outcome } from '@heed/core';

/** Any Heed element, as far as the gallery knows it. */
export type Element = HTMLElement & {
  value: unknown;
  files?: readonly File[];
  strings: object;
  readonly updateComplete: Promise<unknown>;
  readonly open?: boolean;
  requestSubmit?(): void;
  checkValidity(): boolean;
};

/** What is done once the element is in the page. */
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
    // Where it is asked in steps, only the last has a button that sends.
    (find('submit') ?? find('next'))?.click();
    await new Promise(requestAnimationFrame);
  }
}
