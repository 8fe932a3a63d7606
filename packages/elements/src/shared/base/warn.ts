/** Warnings that were logged. Each is logged once per page, for all elements. */
const said = new Set<string>();

/**
 * Warns developers about a problem that the element can handle.
 *
 * @param code an error code with a heading in `docs/reference/errors.md`
 * @param message the expected and the actual value, and what to do. Never contains input of a user.
 */
export function warnOnce(host: Element, code: string, message: string): void {
  const text = `[heed] <${host.localName}>: ${message} (${code})`;
  if (said.has(text)) return;
  said.add(text);
  // oxlint-disable-next-line no-console -- developers look in the console
  console.warn(text);
}

/** How long a framework may take to set a property after server rendering. */
const PATIENCE_MS = 1000;

/** Warns about objects that were set as attributes, which contain only "[object …]". */
export function warnOfObjects(host: Element): void {
  setTimeout(() => {
    for (const { name, value } of host.attributes)
      if (value.startsWith('[object ') && typeof host[name as keyof Element] !== 'object')
        warnOnce(host, 'HEED_OBJECT', `set ${name} as a property`);
  }, PATIENCE_MS);
}
