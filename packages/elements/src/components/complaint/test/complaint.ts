/** Actions on the questions inside a complaint. */
import type { Outcome, ResponseRecord } from '@heed/core';
import { sendKeys } from '@heed/tooling/commands';
import { toDataTransfer } from '../../attachment/test/files.ts';
import { clickOn, inside, mount, until } from '@heed/testing/suites/page';
import type { HeedComplaint } from '../complaint.ts';

export type Question = HTMLElement & { value: unknown; updateComplete: Promise<unknown> };

/** Returns the question element, or the native input, with a name. */
export const question = (element: Element, name: string): Question =>
  inside<Question>(element, `[name=${name}]`);

export const option = (element: Element, name: string, value: string): HTMLInputElement =>
  inside<HTMLInputElement>(question(element, name), `input[value="${value}"]`);

/** Returns the native input or textarea of a field. */
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

/** Returns the validation message of a field; empty if it is valid. */
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

/** Fills in the required fields. */
export async function answer(element: Element): Promise<void> {
  await choose(element, 'category', 'delivery');
  await type(element, 'details', 'Late');
}

export const setUp = (attributes: Record<string, string> = {}): Promise<HeedComplaint> =>
  mount<HeedComplaint>('heed-complaint', { survey: `survey-${Math.random()}`, ...attributes });

/** Collects submitted records and files, and responds with an outcome. */
export function receive(
  element: HeedComplaint,
  outcome: Outcome | Promise<Outcome>,
): { records: ResponseRecord[]; files: File[][] } {
  const submitted: { records: ResponseRecord[]; files: File[][] } = { records: [], files: [] };
  element.addEventListener('heed-submit', (event) => {
    submitted.records.push(event.detail);
    submitted.files.push([...event.files]);
    event.respondWith(outcome);
  });
  return submitted;
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

/** Chooses files like a browser after its picker is closed, and waits until they are listed. */
export async function attach(element: HeedComplaint, ...files: File[]): Promise<void> {
  const picker = inside<HTMLInputElement>(question(element, 'attachments'), 'input[type=file]');
  picker.files = toDataTransfer(...files).files;
  picker.dispatchEvent(new Event('change', { bubbles: true }));
  await until('the files', () => element.value?.some(({ value }) => Array.isArray(value)));
}

/** Enters a time like a browser when the time is complete. */
export async function enterTime(element: HeedComplaint, time: string): Promise<void> {
  const input = field(element, 'happened-at');
  input.value = time;
  for (const name of ['input', 'change']) {
    input.dispatchEvent(new Event(name, { bubbles: true, composed: name === 'input' }));
  }
  await element.updateComplete;
}

/** Returns the texts of the error summary; empty if it is not shown. */
export const errorSummary = (element: Element): string[] =>
  Array.from(
    element.shadowRoot?.querySelectorAll('[part=summary] a') ?? [],
    (link) => link.textContent ?? '',
  );

/** Returns the name of the focused field; empty if no field is focused. */
export const focused = (element: Element): string =>
  element.shadowRoot?.activeElement?.getAttribute('name') ?? '';
