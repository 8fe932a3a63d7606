/** What a unit test of a page does with its elements. */
import type { Outcome, ResponseRecord } from '@heed/core';
import type { HeedSubmitEvent } from '@heed/elements';
import { vi } from 'vitest';

/** Any element, as far as the tests look at it. */
export type TestElement = HTMLElement & {
  value: unknown;
  readonly updateComplete: Promise<unknown>;
  readonly form: HTMLFormElement | null;
  readonly validity: ValidityState;
  readonly validationMessage: string;
  readonly willValidate: boolean;
  checkValidity(): boolean;
  reportValidity(): boolean;
  setCustomValidity(message: string): void;
};

/** Fails with the last error when it still throws after eight seconds. */
export function until<Result>(check: () => Result | Promise<Result>): Promise<Result> {
  return vi.waitFor(check, { timeout: 8000, interval: 10 });
}

/** Puts markup into the page and returns its first element once that is drawn. */
export async function draw<Type extends HTMLElement = TestElement>(markup: string): Promise<Type> {
  const template = document.createElement('template');
  template.innerHTML = markup;
  document.body.replaceChildren(document.importNode(template.content, true));
  const parts = [...document.body.querySelectorAll<TestElement>('*')];
  for (const { updateComplete } of parts) await updateComplete;
  return document.body.firstElementChild as Type;
}

/** What an element of the page has drawn; throws when nothing matches. */
export function inside<Type extends HTMLElement = HTMLInputElement>(host: Element, selector: string): Type {
  const found = host.shadowRoot?.querySelector<Type>(selector);
  if (!found) throw new Error(`<${host.localName}> contains no ${selector}`);
  return found;
}

/** Types into a field as a user would: the value is there when the event comes. */
export function type(field: HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Takes charge of what an element sends, and collects it. */
export function answerWith(element: Element, outcome: Outcome): ResponseRecord[] {
  const records: ResponseRecord[] = [];
  element.addEventListener('heed-submit', (event) => {
    const { detail, respondWith } = event as HeedSubmitEvent;
    records.push(detail);
    respondWith(outcome);
  });
  return records;
}

/** Collects the events that reach a target from now on. */
export function listen(target: EventTarget, ...types: string[]): Event[] {
  const events: Event[] = [];
  for (const each of types) target.addEventListener(each, (event) => void events.push(event));
  return events;
}
