/** What stands in a prompt: the page's own elements, or a template of them. */

import { isBlank } from '../../shared/light-dom/blank.ts';
import { MADE } from '../../shared/light-dom/markers.ts';
import { steady } from '../../shared/light-dom/steady.ts';
import { findAll } from './platform.ts';

const LIMIT_MS = 5000;

/** Also where a text filter has wrapped it. */
const TEMPLATE = ':scope > template, :scope > :is(p, ins) > template';

interface Filling {
  template: HTMLTemplateElement;
  nodes: readonly ChildNode[];
}

/** What came from the template of a prompt, to be put back as it was left. */
const fillings = new WeakMap<Element, Filling>();

/** Puts the content of a template into the page, once; and back, where a page that is morphed has taken it away. */
export function fill(prompt: Element & { open: boolean }): void {
  const isWatched = fillings.has(prompt);
  putIn(prompt);
  if (isWatched || !fillings.has(prompt)) return;
  const putRight = steady(() => {
    putIn(prompt);
    prompt.toggleAttribute('open', prompt.open);
  });
  new MutationObserver(putRight).observe(prompt, { childList: true, attributeFilter: ['open'] });
}

/** The template stays where it is, since a framework may have put it there. */
function putIn(prompt: Element): void {
  const template = prompt.querySelector<HTMLTemplateElement>(TEMPLATE);
  const holder = template?.parentElement;
  if (!template || !holder) return;
  const last = fillings.get(prompt);
  const known = last && isSame(last.template, template) ? last.nodes : findCopy(template, holder);
  const nodes = known ?? copy(template);
  fillings.set(prompt, { template, nodes });
  template.setAttribute(MADE, '');
  const elements = nodes.filter((node) => node instanceof Element);
  const isIn = (elements.length > 0 ? elements : nodes).every((node) => node.parentNode === holder);
  if (!isIn) template.before(...nodes);
}

/** A page that is morphed may get another template that holds the same. */
function isSame(one: HTMLTemplateElement, other: HTMLTemplateElement): boolean {
  return one === other || (one.content.hasChildNodes() && one.content.isEqualNode(other.content));
}

/** React puts what stands in a template into the tag itself. */
function sourceOf({ content, childNodes }: HTMLTemplateElement): ChildNode[] {
  return [...(content.hasChildNodes() ? content.childNodes : childNodes)];
}

/** What is in the page already, where that is a copy or was parsed again; undefined when it is not. */
function findCopy(template: HTMLTemplateElement, holder: Element): ChildNode[] | undefined {
  const made = [...holder.children].filter((child) => child !== template && child.hasAttribute(MADE));
  const isText = !sourceOf(template).some((node) => node instanceof Element);
  return made.length > 0 || (isText && template.hasAttribute(MADE)) ? made : undefined;
}

function copy(template: HTMLTemplateElement): ChildNode[] {
  const nodes = sourceOf(template).map((node) => document.importNode(node, true));
  for (const node of nodes) if (node instanceof Element) node.setAttribute(MADE, '');
  return nodes;
}

/** Resolves true as soon as every custom element inside is registered and drawn; false when that takes too long. */
export function whenDrawn(prompt: Element): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, LIMIT_MS, false));
  return Promise.race([late, drawAll(prompt)]);
}

async function drawAll(prompt: Element): Promise<true> {
  for (let tag: string | undefined; (tag = findUnknown(prompt));) await customElements.whenDefined(tag);
  customElements.upgrade(prompt);
  const parts = [...prompt.querySelectorAll<Element & { updateComplete?: Promise<unknown> }>('*')];
  await Promise.all(parts.map(({ updateComplete }) => updateComplete));
  // What is drawn may hold more of them.
  return findUnknown(prompt) ? drawAll(prompt) : true;
}

/** Not an element whose class is broken: that never gets defined, and would be waited for without end. */
function findUnknown(prompt: Element): string | undefined {
  const tags = [...prompt.querySelectorAll(':not(:defined)')].map(({ localName }) => localName);
  return tags.find((tag) => tag.includes('-') && !customElements.get(tag));
}

/** There is nothing to be shown, or a survey that its author's mistake has closed. */
export function isEmpty(prompt: Element): boolean {
  const closed = findAll(':state(closed):not(:has(> [slot=unavailable]))', prompt);
  return closed.length > 0 || [...prompt.childNodes].every(isNothing);
}

function isNothing(node: Node): boolean {
  return node instanceof Element ? isBlank(node) : !(node instanceof Text && node.data.trim());
}

/** Asks anew, after an answer was given. */
export function startOver(prompt: Element): void {
  for (const element of prompt.querySelectorAll<Element & { formResetCallback?(): void }>('*'))
    element.formResetCallback?.();
}

/** The heading of the team, else the first question; undefined when there is none. */
export function findTitle(prompt: Element): string | undefined {
  const own = [...prompt.querySelectorAll('h1, h2, h3, h4, h5, h6, [slot=question]')];
  const asked = [...prompt.querySelectorAll('*')].map(({ shadowRoot }) =>
    shadowRoot?.querySelector('[part=question]'),
  );
  return [...own, ...asked].map((element) => element?.textContent?.trim()).find(Boolean);
}
