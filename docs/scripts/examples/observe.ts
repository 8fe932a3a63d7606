/** Runs in a page: puts an element through its states and collects what it shows of itself. */

import type { Outcome } from '@heed/core';
import type { HeedSubmitEvent } from '@heed/elements';

/** What can be seen of an element from outside. */
export interface Observed {
  attributes: string[];
  properties: string[];
  parts: string[];
  customProperties: string[];
}

type Element = HTMLElement & { updateComplete: Promise<unknown>; shadowRoot: ShadowRoot };
type ElementClass = CustomElementConstructor & { observedAttributes: string[] };

/** Attributes for what an element shows only where the page asks for it. */
const EXTRAS = {
  'follow-up': 'Why?',
  'call-back': '',
  'share-link': '/',
  hint: 'Help',
  counter: '',
  maxlength: '9',
};

const OUTCOMES: Outcome[] = [{ state: 'sent' }, { state: 'stored', durable: true }, { state: 'refused' }];

export async function observe(tag: string): Promise<Observed> {
  const parts = new Set<string>();
  const look = ({ shadowRoot }: Element): void => {
    for (const { part } of shadowRoot.querySelectorAll('[part]')) part.forEach((name) => parts.add(name));
  };
  const element = await add(tag, { disabled: '' });
  look(element);
  for (const outcome of OUTCOMES) await answer(await add(tag, EXTRAS), outcome, look);
  const { observedAttributes } = customElements.get(tag) as ElementClass;
  return {
    attributes: observedAttributes,
    properties: listProperties(element),
    parts: Array.from(parts),
    customProperties: listCustomProperties(element),
  };
}

async function add(tag: string, attributes: Record<string, string>): Promise<Element> {
  const element = document.createElement(tag) as Element;
  for (const [name, value] of Object.entries({ survey: tag, ...attributes }))
    element.setAttribute(name, value);
  // For what asks for one of a list, or for each of one.
  element.append(new Option('One', 'one'), new Option('Two', 'two'));
  document.body.append(element);
  await element.updateComplete;
  return element;
}

/** Sends without an answer, then with one, and looks after each step. */
async function answer(element: Element, outcome: Outcome, look: (element: Element) => void): Promise<void> {
  const { shadowRoot } = element;
  element.addEventListener('heed-submit', (event: HeedSubmitEvent) => event.respondWith(outcome));
  const ended = new Promise((resolve) => element.addEventListener(`heed-${outcome.state}`, resolve));
  shadowRoot.querySelector('form')?.requestSubmit();
  await element.updateComplete;
  look(element);
  shadowRoot.querySelector<HTMLElement>('[part~=next]')?.click();
  await element.updateComplete;
  look(element);
  const steps = shadowRoot.querySelectorAll<HTMLInputElement>('input[type=radio]');
  // What follows depends on the score: the lowest first, then the highest.
  steps[0]?.click();
  await element.updateComplete;
  look(element);
  steps[steps.length - 1]?.click();
  await element.updateComplete;
  const field = shadowRoot.querySelector<HTMLInputElement | HTMLTextAreaElement>('[part~=input]');
  if (field) {
    field.value = 'text';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  await element.updateComplete;
  look(element);
  shadowRoot.querySelector('form')?.requestSubmit();
  await ended;
  await element.updateComplete;
  look(element);
}

function listProperties(element: object): string[] {
  const parent = Reflect.getPrototypeOf(element);
  return [...Object.getOwnPropertyNames(element), ...(parent ? listProperties(parent) : [])];
}

function listCustomProperties({ shadowRoot }: Element): string[] {
  const rules = shadowRoot.adoptedStyleSheets.flatMap((sheet) =>
    Array.from(sheet.cssRules, (rule) => rule.cssText),
  );
  return Array.from(rules.join('\n').matchAll(/--heed-[a-z-]+/g), ([name]) => name);
}
