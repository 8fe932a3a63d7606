/** Completes `ElementInternals` in unit tests, see `stand-in.ts`. Imported from here to keep the first file small. */
export async function standIn(
  host: HTMLElement,
  internals: Partial<ElementInternals>,
): Promise<typeof import('../environment/stand-in.ts').complete> {
  const { complete } = await import('../environment/stand-in.ts');
  complete(host, internals);
  return complete;
}

/** The form that contains each element. */
const forms = new WeakMap<Element, HTMLFormElement>();

/**
 * Reads the inner inputs of an element when the user clicks in its form, and when the form data is created. The browser
 * has collected the previous value by then, so this replaces it. Only elements in forms load this module.
 *
 * @param read returns the form value; false if the inputs have not changed since they were last read
 */
export function follow(
  host: HTMLElement & { name: string; form: HTMLFormElement | null },
  form: HTMLFormElement,
  read: () => FormData | string | null | false,
): void {
  if (forms.get(host) === form) return;
  forms.set(host, form);
  const stop = new AbortController();
  const onEvent = ({ formData }: Event & { formData?: FormData }): void => {
    if (host.form !== form) {
      if (forms.get(host) === form) forms.delete(host);
      return stop.abort();
    }
    const value = read();
    if (formData && value !== false) replace(formData, host.name, value);
  };
  for (const type of ['click', 'formdata']) {
    // With the method of the prototype, because a form may contain a field called "addEventListener".
    EventTarget.prototype.addEventListener.call(form, type, onEvent, { capture: true, signal: stop.signal });
  }
}

function replace(all: FormData, name: string, value: FormData | string | null): void {
  const entries: [string, FormDataEntryValue][] =
    value instanceof FormData ? [...value] : value === null || !name ? [] : [[name, value]];
  for (const key of [name, ...entries.map(([key]) => key)]) all.delete(key);
  for (const [key, entry] of entries) all.append(key, entry as string);
}
