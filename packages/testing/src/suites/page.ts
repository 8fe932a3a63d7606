/** Actions of a user in a page, and helpers for browser tests. */
import { sendKeys, sendMouse } from '@heed/tooling/commands';

/** The members of Heed elements that the suites use. */
export type TestElement = HTMLElement & { readonly updateComplete: Promise<unknown> };

/** Adds an element with attributes to `parent`. `unmountAll` removes it. */
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

/** Removes the elements that `mount` has added. Call it after each test. */
export function unmountAll(): void {
  for (const element of mounted.splice(0)) element.remove();
}

/** Clicks in the middle of an element with the real pointer. */
export async function clickOn(element: Element): Promise<void> {
  while (scrollsIntoView(element)) {
    // Firefox uses the layout of the previous frame, and scrolls back to the field that received text.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  }
  const { left, top, width, height } = element.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
}

/** Scrolls an element to the middle. Returns whether the page has scrolled. */
function scrollsIntoView(element: Element): boolean {
  const before = scrollY;
  element.scrollIntoView({ block: 'center' });
  return scrollY !== before;
}

/** Presses real keys, one after the other. */
export async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
}

/** Returns the first match in the shadow root of an element. Throws without a match. */
export function inside<Type extends Element = HTMLElement>(element: Element, selector: string): Type {
  const found = element.shadowRoot?.querySelector<Type>(selector);
  if (!found) throw new Error(`<${element.localName}> does not contain "${selector}".`);
  return found;
}

/** Waits until the check returns a truthy value, and returns it. Throws after eight seconds. */
export async function until<Result>(what: string, check: () => Result): Promise<Result> {
  for (const deadline = Date.now() + 8000; Date.now() < deadline;) {
    const result = check();
    if (result) return result;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`Timed out waiting for: ${what}`);
}

/** Records the events of these types that reach the document until `stop` is called. */
export function listen(...types: string[]): { heard: Event[]; stop(): void } {
  const heard: Event[] = [];
  const record = (event: Event): number => heard.push(event);
  types.forEach((type) => document.addEventListener(type, record));
  return { heard, stop: () => types.forEach((type) => document.removeEventListener(type, record)) };
}

/** Returns the warnings of Heed during a call. Passes them to the call as well. */
export async function warningsDuring(act: (heard: readonly string[]) => Promise<unknown>): Promise<string[]> {
  const warnings: string[] = [];
  const warn = console.warn;
  console.warn = (...args: unknown[]) => void warnings.push(args.join(' '));
  try {
    await act(warnings);
  } finally {
    console.warn = warn;
  }
  return warnings.filter((text) => text.startsWith('[heed]'));
}

/** Returns the native fields in an element and in the elements inside it. */
export function fieldsOf(element: Element): HTMLInputElement[] {
  const inner = Array.from(element.shadowRoot?.querySelectorAll('*') ?? []);
  return inner.flatMap((each) =>
    each.matches('input, textarea') ? [each as HTMLInputElement] : fieldsOf(each),
  );
}

/**
 * Copies the values of the fields in one element to another element without an event, like some password managers,
 * dictation programs and test tools.
 *
 * Returns the changed fields.
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
