/** Runs in a page: brings an element into its states, and collects its public interface. */

import type { Outcome } from '@heed/core';
import type { HeedSubmitEvent } from '@heed/elements';

/** The public interface of an element. */
export interface Observed {
  attributes: string[];
  properties: string[];
  parts: string[];
  customProperties: string[];
}

type Element = HTMLElement & { updateComplete: Promise<unknown>; shadowRoot: ShadowRoot };
type ElementClass = CustomElementConstructor & { observedAttributes: string[] };

/** Attributes that enable optional parts of elements. */
const OPTIONAL_ATTRIBUTES = {
  'follow-up': 'Why?',
  'call-back': '',
  'share-link': '/',
  hint: 'Help',
  counter: '',
  maxlength: '9',
  fields: 'category severity details happened-at order attachments remedy contact contact-time consent',
  wizard: '',
  limits: 'usual',
  other: '',
  href: '/',
};

/** Children for elements that need questions. */
const CONTENT: Record<string, () => HTMLElement[]> = {
  'heed-survey': () => [make('heed-csat', { name: 'one' }), make('heed-text', { name: 'two' })],
  'heed-prompt': () => [make('heed-csat', { survey: 'csat' })],
};

/** Attributes of elements without a question. The element is observed with each set. */
const VARIANTS: Record<string, Record<string, string>[]> = {
  'heed-launcher': [{ badge: '', hideable: '' }],
  'heed-prompt': [
    { name: 'rules', when: 'time(0)', quiet: '0' },
    { name: 'anchored', anchor: 'body', preview: '' },
  ],
};

const OUTCOMES: Outcome[] = [
  { state: 'sent', statusUrl: '/' },
  { state: 'stored', durable: true },
  { state: 'refused' },
];

export async function observe(tag: string): Promise<Observed> {
  const parts = new Set<string>();
  const customProperties = new Set<string>();
  const look = (element: Element): void => {
    const { shadowRoot } = element;
    listCustomProperties(element).forEach((name) => customProperties.add(name));
    for (const { part } of shadowRoot.querySelectorAll('[part]')) part.forEach((name) => parts.add(name));
    for (const inner of shadowRoot.querySelectorAll<Element>('[exportparts]')) {
      listExportedParts(inner).forEach((name) => parts.add(name));
    }
  };
  const element = await add(tag, { disabled: '' });
  look(element);
  // Surveys with the same name share a draft.
  element.remove();
  if (VARIANTS[tag]) await open(tag, VARIANTS[tag], look);
  else await ask(tag, look);
  const { observedAttributes } = customElements.get(tag) as ElementClass;
  return {
    attributes: observedAttributes,
    properties: listProperties(element),
    parts: Array.from(parts),
    customProperties: Array.from(customProperties),
  };
}

async function ask(tag: string, look: (element: Element) => void): Promise<void> {
  // With an answer that can be cleared, as in a form.
  look(await add(tag, { survey: '', name: 'answer', value: 'one' }));
  for (const outcome of OUTCOMES) await answer(await add(tag, OPTIONAL_ATTRIBUTES), outcome, look);
  // Some elements keep a refused answer as a draft, and deleting the draft can be undone.
  const restored = await add(tag, OPTIONAL_ATTRIBUTES);
  look(restored);
  restored.shadowRoot.querySelector<HTMLElement>('[part=start-over]')?.click();
  await restored.updateComplete;
  look(restored);
}

async function open(
  tag: string,
  looks: Record<string, string>[],
  look: (element: Element) => void,
): Promise<void> {
  for (const attributes of looks) {
    const element = await add(tag, attributes);
    while (Reflect.get(element, 'open') === false) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    look(element);
    element.remove();
  }
}

function make(tag: string, attributes: Record<string, string>): Element {
  const element = document.createElement(tag) as Element;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

async function add(tag: string, attributes: Record<string, string>): Promise<Element> {
  const element = make(tag, { survey: tag, ...attributes });
  // Options for choices, and statements for a matrix.
  element.append(...(CONTENT[tag]?.() ?? [new Option('One', 'one'), new Option('Two', 'two')]));
  document.body.append(element);
  await element.updateComplete;
  return element;
}

/** Submits without an answer, then with an answer, and observes the element after each step. */
async function answer(element: Element, outcome: Outcome, look: (element: Element) => void): Promise<void> {
  const { shadowRoot } = element;
  element.addEventListener('heed-submit', (event: HeedSubmitEvent) => event.respondWith(outcome));
  const ended = new Promise((resolve) => element.addEventListener(`heed-${outcome.state}`, resolve));
  const settle = async (): Promise<void> => {
    await element.updateComplete;
    look(element);
  };
  shadowRoot.querySelector('form')?.requestSubmit();
  await settle();
  shadowRoot.querySelector<HTMLElement>('[part~=next]')?.click();
  await settle();
  const steps = findAll<HTMLInputElement>(shadowRoot, 'input[type=radio]');
  // The follow-up depends on the score. Chooses the lowest score, then the highest.
  steps[0]?.click();
  await settle();
  steps[steps.length - 1]?.click();
  await settle();
  const [field] = findAll<HTMLInputElement | HTMLTextAreaElement>(shadowRoot, '[part~=input]');
  if (field) {
    field.value = 'text';
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }
  await settle();
  const [picker] = findAll<HTMLInputElement>(shadowRoot, 'input[type=file]');
  if (picker) await attach(element, picker, settle);
  // Once for each step of an element with steps.
  for (let step = 0; step < 3 && !element.matches(`:state(${outcome.state})`); step++) {
    shadowRoot.querySelector('form')?.requestSubmit();
    await settle();
  }
  await ended;
  await settle();
  element.remove();
}

/** Drags an image and a text file over the element, and selects them. */
async function attach(
  element: Element,
  picker: HTMLInputElement,
  settle: () => Promise<void>,
): Promise<void> {
  const canvas = document.createElement('canvas');
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([picture ?? ''], 'picture.png', { type: 'image/png' }));
  dataTransfer.items.add(new File(['text'], 'text.txt'));
  picker.dispatchEvent(new DragEvent('dragenter', { dataTransfer, bubbles: true, composed: true }));
  await settle();
  const chosen = new Promise((resolve) => element.addEventListener('change', resolve, { once: true }));
  picker.files = dataTransfer.files;
  picker.dispatchEvent(new Event('change', { bubbles: true }));
  await chosen;
  await settle();
}

/** Returns all matches in document order, including matches in inner elements. */
function findAll<Found extends HTMLElement>(root: ShadowRoot, selector: string): Found[] {
  return Array.from(root.querySelectorAll<HTMLElement>('*')).flatMap((each) => [
    ...(each.matches(selector) ? [each as Found] : []),
    ...(each.shadowRoot ? findAll<Found>(each.shadowRoot, selector) : []),
  ]);
}

/** Returns the parts that an element exports from an inner element, by their exported names. */
function listExportedParts(inner: Element): string[] {
  const pairs = (inner.getAttribute('exportparts') ?? '')
    .split(',')
    .map((pair) => pair.trim().split(/\s*:\s*/));
  return pairs
    .filter(([name]) => inner.shadowRoot.querySelector(`[part~='${name}']`))
    .map(([name = '', outer = name]) => outer);
}

function listProperties(element: object): string[] {
  const parent = Reflect.getPrototypeOf(element);
  return [...Object.getOwnPropertyNames(element), ...(parent ? listProperties(parent) : [])];
}

/** Omits the variant for one kind of element, which exists for every shared property: `--heed-nps-radius`. */
function listCustomProperties({ localName, shadowRoot }: Element): string[] {
  const rules = shadowRoot.adoptedStyleSheets.flatMap((sheet) =>
    Array.from(sheet.cssRules, (rule) => rule.cssText),
  );
  const names = Array.from(rules.join('\n').matchAll(/--heed-[a-z-]+/g), ([name]) => name);
  const tier = `--${localName}-`;
  return names.filter((name) => !(name.startsWith(tier) && names.includes(name.replace(tier, '--heed-'))));
}
