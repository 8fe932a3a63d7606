/** For the DOM of a unit test: see there. Here and not in the first file of a page, which has enough to load. */
export async function standIn(
  host: HTMLElement,
  internals: Partial<ElementInternals>,
): Promise<typeof import('../environment/stand-in.ts').complete> {
  const { complete } = await import('../environment/stand-in.ts');
  complete(host, internals);
  return complete;
}

/** The form that each element is in. */
const forms = new WeakMap<Element, HTMLFormElement>();

/**
 * Reads the fields of an element when the user presses a button of the form around it, and when the data of that form
 * is read, which has collected by then what the element said before. A module of its own, which only forms load.
 *
 * @param read returns what the form gets; false when nothing was entered since it was last looked at
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
    // The form's own members may be hidden by fields with such names.
    EventTarget.prototype.addEventListener.call(form, type, onEvent, { capture: true, signal: stop.signal });
  }
}

function replace(all: FormData, name: string, value: FormData | string | null): void {
  const entries: [string, FormDataEntryValue][] =
    value instanceof FormData ? [...value] : value === null || !name ? [] : [[name, value]];
  for (const key of [name, ...entries.map(([key]) => key)]) all.delete(key);
  for (const [key, entry] of entries) all.append(key, entry as string);
}
