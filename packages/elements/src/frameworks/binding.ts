/** Applies the props of a component to an element, before and after its class is registered. */

export type Props = Readonly<Record<string, unknown>>;

/** Returns whether a prop must be set as a property: attributes can only contain strings, numbers and booleans. */
export function isProperty(name: string, value: unknown): boolean {
  if (name === 'defaultValue') return true;
  if (name === 'value') return typeof value !== 'string' && typeof value !== 'number';
  return typeof value === 'object' || typeof value === 'function';
}

/**
 * Returns a function that sets the properties of one element; call it with all props after each rendering.
 *
 * `value` is always a property. If a server has rendered it as an attribute, the attribute is removed, because a form would
 * reset the element to it.
 */
export function createBinding(): (element: HTMLElement, props: Props) => void {
  const managed = new Set(['value']);
  let before: Props = {};
  let isBound = false;
  return (element, props) => {
    const isEarly = !isBound && isAnswered(element, props['value']);
    if (isEarly) report(element);
    for (const [name, value] of Object.entries(props)) if (isProperty(name, value)) managed.add(name);
    for (const name of managed) {
      if (before[name] === props[name] || (isEarly && name === 'value')) continue;
      Reflect.set(element, name, props[name]);
    }
    if (!isBound && props['value'] !== undefined) dropAttribute(element);
    isBound = true;
    before = props;
  };
}

/** Listeners by event type. */
export type Listeners = Readonly<Record<string, EventListener>>;

/** Adds listeners. Returns a function that removes them. */
export function listen(element: HTMLElement, listeners: Listeners): () => void {
  const all = Object.entries(listeners);
  for (const [type, listener] of all) element.addEventListener(type, listener);
  return () => {
    for (const [type, listener] of all) element.removeEventListener(type, listener);
  };
}

type Control = HTMLElement & { hasUpdated?: boolean; value?: unknown };

/** Returns whether the user has answered a server-rendered element before hydration. */
function isAnswered({ hasUpdated, value }: Control, rendered: unknown): boolean {
  if (!hasUpdated || rendered === undefined) return false;
  const isEmpty = value === undefined || value === null || value === false;
  return !isEmpty && (isProperty('value', rendered) || String(value) !== String(rendered));
}

/** Reports that answer to the framework after it has added its listeners. */
function report(element: HTMLElement): void {
  queueMicrotask(() => {
    element.dispatchEvent(new CustomEvent('input', { bubbles: true, composed: true }));
    element.dispatchEvent(new CustomEvent('change', { bubbles: true }));
  });
}

function dropAttribute(element: Control): void {
  if (!element.hasAttribute('value')) return;
  const { value } = element;
  element.removeAttribute('value');
  Reflect.set(element, 'value', value);
}
