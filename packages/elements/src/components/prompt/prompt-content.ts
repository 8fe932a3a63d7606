/** The content of a prompt: elements of the page, or a template. */

import { isBlank } from '../../shared/light-dom/blank.ts';
import { MADE } from '../../shared/light-dom/markers.ts';
import { steady } from '../../shared/light-dom/steady.ts';
import { queryAll } from '../../shared/overlay/dom-fallbacks.ts';

const RENDER_TIMEOUT_MS = 5000;

/** Text filters of content management systems may wrap the template. */
const TEMPLATE_SELECTOR = ':scope > template, :scope > :is(p, ins) > template';

interface TemplateCopy {
  template: HTMLTemplateElement;
  nodes: readonly ChildNode[];
}

/** The nodes copied from the template of each prompt, which are reinserted with their state. */
const copies = new WeakMap<Element, TemplateCopy>();

/** Inserts the content of the template into the page once, and again whenever DOM morphing removes it. */
export function fillFromTemplate(prompt: Element & { open?: boolean }): void {
  const isObserved = copies.has(prompt);
  insertCopy(prompt);
  if (isObserved || !copies.has(prompt)) return;
  const restore = steady(() => {
    insertCopy(prompt);
    prompt.toggleAttribute('open', prompt.open);
  });
  new MutationObserver(restore).observe(prompt, { childList: true, attributeFilter: ['open'] });
}

/** Leaves the template in place, since a framework may manage it. */
function insertCopy(prompt: Element): void {
  const template = prompt.querySelector<HTMLTemplateElement>(TEMPLATE_SELECTOR);
  const parent = template?.parentElement;
  if (!template || !parent) return;
  const last = copies.get(prompt);
  const known = last && isSame(last.template, template) ? last.nodes : findCopy(template, parent);
  const nodes = known ?? copy(template);
  copies.set(prompt, { template, nodes });
  template.setAttribute(MADE, '');
  const elements = nodes.filter((node) => node instanceof Element);
  const isInserted = (elements.length > 0 ? elements : nodes).every((node) => node.parentNode === parent);
  if (!isInserted) template.before(...nodes);
}

/** DOM morphing may replace the template with an equal one. */
function isSame(one: HTMLTemplateElement, other: HTMLTemplateElement): boolean {
  return one === other || (one.content.hasChildNodes() && one.content.isEqualNode(other.content));
}

/** React renders the children of a template into the tag itself. */
function listTemplateNodes({ content, childNodes }: HTMLTemplateElement): ChildNode[] {
  return [...(content.hasChildNodes() ? content.childNodes : childNodes)];
}

/** Returns a copy that is already in the page, cloned or parsed again; `undefined` if there is none. */
function findCopy(template: HTMLTemplateElement, parent: Element): ChildNode[] | undefined {
  const made = [...parent.children].filter((child) => child !== template && child.hasAttribute(MADE));
  const isText = !listTemplateNodes(template).some((node) => node instanceof Element);
  return made.length > 0 || (isText && template.hasAttribute(MADE)) ? made : undefined;
}

function copy(template: HTMLTemplateElement): ChildNode[] {
  const nodes = listTemplateNodes(template).map((node) => document.importNode(node, true));
  for (const node of nodes) if (node instanceof Element) node.setAttribute(MADE, '');
  return nodes;
}

/** Resolves to true once every custom element inside is defined and rendered, or to false after five seconds. */
export function whenRendered(prompt: Element): Promise<boolean> {
  const timeout = new Promise<boolean>((resolve) => setTimeout(resolve, RENDER_TIMEOUT_MS, false));
  return Promise.race([timeout, renderAll(prompt)]);
}

async function renderAll(prompt: Element): Promise<true> {
  for (let tag: string | undefined; (tag = findUndefinedTag(prompt));) await customElements.whenDefined(tag);
  customElements.upgrade(prompt);
  const elements = [...prompt.querySelectorAll<Element & { updateComplete?: Promise<unknown> }>('*')];
  await Promise.all(elements.map(({ updateComplete }) => updateComplete));
  // The rendered elements may have added more.
  return findUndefinedTag(prompt) ? renderAll(prompt) : true;
}

/** Ignores elements whose constructor throws: they never match `:defined`, although their tag is registered. */
function findUndefinedTag(prompt: Element): string | undefined {
  const tags = [...prompt.querySelectorAll(':not(:defined)')].map(({ localName }) => localName);
  return tags.find((tag) => tag.includes('-') && !customElements.get(tag));
}

/** Returns true if there is nothing to show, or a survey that is closed because its definition is invalid. */
export function isEmpty(prompt: Element): boolean {
  const closed = queryAll(':state(closed):not(:has(> [slot=unavailable]))', prompt);
  return closed.length > 0 || [...prompt.childNodes].every(isBlankNode);
}

function isBlankNode(node: Node): boolean {
  return node instanceof Element ? isBlank(node) : !(node instanceof Text && node.data.trim());
}

/** Resets every form control of the content, so that its questions can be answered again. */
export function resetContent(prompt: Element): void {
  for (const element of prompt.querySelectorAll<Element & { formResetCallback?(): void }>('*'))
    element.formResetCallback?.();
}

/** Returns the first heading of the page's content, else the first question; `undefined` if there is neither. */
export function findTitle(prompt: Element): string | undefined {
  const headings = [...prompt.querySelectorAll('h1, h2, h3, h4, h5, h6, [slot=question]')];
  const questions = [...prompt.querySelectorAll('*')].map(({ shadowRoot }) =>
    shadowRoot?.querySelector('[part=question]'),
  );
  return [...headings, ...questions].map((element) => element?.textContent?.trim()).find(Boolean);
}
