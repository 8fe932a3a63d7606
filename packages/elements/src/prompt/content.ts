/** What stands in a prompt: the page's own elements, or a template of them. */

const LIMIT_MS = 5000;

/** Templates whose content is in the page. They stay where they are, since a framework may have put them there. */
const filled = new WeakSet<Element>();

/** Puts the content of a template into the page, once. */
export function fill(prompt: Element): void {
  const template = prompt.querySelector<HTMLTemplateElement>(':scope > template');
  if (!template || filled.has(template)) return;
  filled.add(template);
  // React puts what stands in a template into the tag itself.
  const { childNodes } = template.content.hasChildNodes() ? template.content : template;
  template.before(...Array.from(childNodes, (node) => document.importNode(node, true)));
}

/** Resolves true as soon as every custom element inside is registered and drawn; false when that takes too long. */
export function whenDrawn(prompt: Element): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, LIMIT_MS, false));
  return Promise.race([late, drawAll(prompt)]);
}

async function drawAll(prompt: Element): Promise<true> {
  for (let next: Element | null; (next = prompt.querySelector(':not(:defined)'));)
    await customElements.whenDefined(next.localName);
  const parts = [...prompt.querySelectorAll<Element & { updateComplete?: Promise<unknown> }>('*')];
  await Promise.all(parts.map(({ updateComplete }) => updateComplete));
  // What is drawn may hold more of them.
  return prompt.querySelector(':not(:defined)') ? drawAll(prompt) : true;
}

/** There is nothing to be shown, or a survey that its author's mistake has closed. */
export function isEmpty(prompt: Element): boolean {
  const closed = prompt.querySelector(':state(closed):not(:has(> [slot=unavailable]))');
  return !!closed || !(prompt.querySelector(':scope > :not(template)') || prompt.textContent?.trim());
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
