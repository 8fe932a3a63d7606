/** Helpers for unit tests of a page with elements. */
import type { Outcome, ResponseRecord } from '@heed/core';
import type { HeedSubmitEvent } from '@heed/elements';
import { vi } from 'vitest';

/** The members of elements that the tests use. */
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

/** Repeats a check until it does not throw. Throws the last error after eight seconds. */
export function until<Result>(check: () => Result | Promise<Result>): Promise<Result> {
  return vi.waitFor(check, { timeout: 8000, interval: 10 });
}

/** Replaces the page with markup. Returns its first element once it has rendered. */
export async function render<Type extends HTMLElement = TestElement>(markup: string): Promise<Type> {
  const template = document.createElement('template');
  template.innerHTML = markup;
  document.body.replaceChildren(document.importNode(template.content, true));
  const parts = [...document.body.querySelectorAll<TestElement>('*')];
  for (const { updateComplete } of parts) await updateComplete;
  return document.body.firstElementChild as Type;
}

/** Returns the first match in the shadow root of an element. Throws without a match. */
export function inside<Type extends HTMLElement = HTMLInputElement>(host: Element, selector: string): Type {
  const found = host.shadowRoot?.querySelector<Type>(selector);
  if (!found) throw new Error(`<${host.localName}> does not contain ${selector}.`);
  return found;
}

/** Types into a field like a user: sets the value, then fires the events. */
export function typeText(field: HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Responds to the submissions of an element with an outcome. Returns a list that collects the records. */
export function respondToSubmit(element: Element, outcome: Outcome): ResponseRecord[] {
  const records: ResponseRecord[] = [];
  element.addEventListener('heed-submit', (event) => {
    const { detail, respondWith } = event as HeedSubmitEvent;
    records.push(detail);
    respondWith(outcome);
  });
  return records;
}

/** Returns a list that collects the events of a target. */
export function collectEvents(target: EventTarget, ...types: string[]): Event[] {
  const events: Event[] = [];
  for (const each of types) target.addEventListener(each, (event) => void events.push(event));
  return events;
}
