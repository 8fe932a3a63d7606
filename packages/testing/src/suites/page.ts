/** What browser tests do to a page, as a person would. */
import { sendKeys, sendMouse } from '@heed/tooling/commands';

/** Any Heed element, as far as the suites look at it. */
export type TestElement = HTMLElement & { readonly updateComplete: Promise<unknown> };

/** Makes an element with attributes and children below `parent`; it goes away after the test. */
export async function mount<Type extends HTMLElement = TestElement>(
  tag: string,
  attributes: Record<string, string> = {},
  parent: Element = document.body,
): Promise<Type> {
  const element = document.createElement(tag) as Type;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  parent.append(element);
  mounted.push(element);
  if ('updateComplete' in element) await element.updateComplete;
  return element;
}

const mounted: Element[] = [];

/** Takes away what `mount` made. Call it after each test. */
export function unmountAll(): void {
  for (const element of mounted.splice(0)) element.remove();
}

/** A real click in the middle of an element. */
export async function clickOn(element: Element): Promise<void> {
  while (scrollsIntoView(element)) {
    // Firefox aims at where things were a frame ago, and goes back to a field that was just typed in.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  }
  const { left, top, width, height } = element.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
}

/** @returns false when it stood in the middle already, or as near to that as the page allows */
function scrollsIntoView(element: Element): boolean {
  const before = scrollY;
  element.scrollIntoView({ block: 'center' });
  return scrollY !== before;
}

/** Real key presses, one after the other. */
export async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
}

/** The first match inside an element's shadow root. */
export function inside<Type extends Element = HTMLElement>(element: Element, selector: string): Type {
  const found = element.shadowRoot?.querySelector<Type>(selector);
  if (!found) throw new Error(`<${element.localName}> holds no "${selector}"`);
  return found;
}

/** Waits until the check returns something true; fails after eight seconds with what was waited for. */
export async function until<Result>(what: string, check: () => Result): Promise<Result> {
  for (const deadline = Date.now() + 8000; Date.now() < deadline;) {
    const result = check();
    if (result) return result;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`waited in vain for: ${what}`);
}

/** Every event of these types that reaches the document while the test runs. */
export function listen(...types: string[]): { heard: Event[]; stop(): void } {
  const heard: Event[] = [];
  const hear = (event: Event): number => heard.push(event);
  types.forEach((type) => document.addEventListener(type, hear));
  return { heard, stop: () => types.forEach((type) => document.removeEventListener(type, hear)) };
}

/** What the console was told by `console.warn` during a call. */
export async function warningsDuring(act: (heard: readonly string[]) => Promise<unknown>): Promise<string[]> {
  const warnings: string[] = [];
  const warn = console.warn;
  console.warn = (...words: unknown[]) => void warnings.push(words.join(' '));
  try {
    await act(warnings);
  } finally {
    console.warn = warn;
  }
  return warnings.filter((text) => text.startsWith('[heed]'));
}

/** The native fields inside an element, also those of the elements inside it. */
export function fieldsOf(element: Element): HTMLInputElement[] {
  const inner = Array.from(element.shadowRoot?.querySelectorAll('*') ?? []);
  return inner.flatMap((each) =>
    each.matches('input, textarea') ? [each as HTMLInputElement] : fieldsOf(each),
  );
}

/**
 * Makes the fields of one element show what those of another one show, without an event: as some password managers,
 * dictation and test tools fill in fields.
 *
 * @returns the fields that were changed
 */
export function copyFields(from: Element, to: Element): HTMLInputElement[] {
  const targets = fieldsOf(to);
  return fieldsOf(from).flatMap((source, index) => {
    const target = targets[index];
    if (!target || (target.value === source.value && target.checked === source.checked)) return [];
    if (/radio|checkbox/.test(source.type)) target.checked = source.checked;
    else target.value = source.value;
    return [target];
  });
}
