/** What the tests of the complaint do to the questions inside it. */
import type { Outcome, ResponseRecord } from '@heed/core';
import { sendKeys } from '@heed/tooling/commands';
import { carry } from '../../attachment/test/files.ts';
import { clickOn, inside, mount, until } from '@heed/testing/suites/page';
import type { HeedComplaint } from '../complaint.ts';

export type Question = HTMLElement & { value: unknown; updateComplete: Promise<unknown> };

/** The question element, or the native field, of a name. */
export const question = (element: Element, name: string): Question =>
  inside<Question>(element, `[name=${name}]`);

export const option = (element: Element, name: string, value: string): HTMLInputElement =>
  inside<HTMLInputElement>(question(element, name), `input[value="${value}"]`);

/** The native control in which the visitor types, or which they tick. */
export function field(element: Element, name: string): HTMLInputElement {
  const found = question(element, name);
  if (found instanceof HTMLInputElement) return found;
  return inside<HTMLInputElement>(found, 'textarea, input:not([type=file])');
}

export const part = (element: Element, name: string): HTMLElement => inside(element, `[part=${name}]`);

export async function choose(element: Element, name: string, value: string): Promise<void> {
  await clickOn(option(element, name, value));
}

export async function type(element: Element, name: string, text: string): Promise<void> {
  await clickOn(field(element, name));
  await sendKeys({ type: text });
}

/** The words beside a field; empty while nothing is wrong. */
export function errorOf(element: Element, name: string): string {
  const found = question(element, name);
  const error =
    found instanceof HTMLInputElement
      ? inside(element, `#${name}-error`)
      : found.shadowRoot?.querySelector<HTMLElement>('[part=error]');
  return !error || error.hidden ? '' : (error.textContent?.trim() ?? '');
}

export const labels = (element: Element, name: string): string[] =>
  Array.from(question(element, name).shadowRoot?.querySelectorAll('[part~=option]') ?? [], (label) =>
    (label.textContent ?? '').trim(),
  );

/** A complaint that can be sent: what it is about and what happened. */
export async function answer(element: Element): Promise<void> {
  await choose(element, 'category', 'delivery');
  await type(element, 'details', 'Late');
}

export const setUp = (attributes: Record<string, string> = {}): Promise<HeedComplaint> =>
  mount<HeedComplaint>('heed-complaint', { survey: `survey-${Math.random()}`, ...attributes });

/** What the page hears, and what it answers with. */
export function receive(
  element: HeedComplaint,
  outcome: Outcome | Promise<Outcome>,
): { records: ResponseRecord[]; files: File[][] } {
  const heard: { records: ResponseRecord[]; files: File[][] } = { records: [], files: [] };
  element.addEventListener('heed-submit', (event) => {
    heard.records.push(event.detail);
    heard.files.push([...event.files]);
    event.respondWith(outcome);
  });
  return heard;
}

export async function send(
  element: HeedComplaint,
  outcome: Outcome | Promise<Outcome>,
): Promise<ResponseRecord> {
  const { records } = receive(element, outcome);
  await clickOn(part(element, 'submit'));
  await until('the record', () => records.length === 1);
  return records[0] as ResponseRecord;
}

/** Chooses files as a browser does once its picker is closed, and waits until they are there. */
export async function attach(element: HeedComplaint, ...files: File[]): Promise<void> {
  const picker = inside<HTMLInputElement>(question(element, 'attachments'), 'input[type=file]');
  picker.files = carry(...files).files;
  picker.dispatchEvent(new Event('change', { bubbles: true }));
  await until('the files', () => element.value?.some(({ value }) => Array.isArray(value)));
}

/** Enters a time as a browser does once all of it is there. */
export async function enterTime(element: HeedComplaint, time: string): Promise<void> {
  const input = field(element, 'happened-at');
  input.value = time;
  for (const name of ['input', 'change']) {
    input.dispatchEvent(new Event(name, { bubbles: true, composed: name === 'input' }));
  }
  await element.updateComplete;
}

/** What the list of mistakes says; empty while there is none. */
export const mistakes = (element: Element): string[] =>
  Array.from(
    element.shadowRoot?.querySelectorAll('[part=summary] a') ?? [],
    (link) => link.textContent ?? '',
  );

/** The field whose control has the focus; empty when none has. */
export const focused = (element: Element): string =>
  element.shadowRoot?.activeElement?.getAttribute('name') ?? '';
