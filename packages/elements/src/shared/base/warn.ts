/** Says each thing once in a page's life, however many elements have the same mistake. */
const said = new Set<string>();

/**
 * Tells a page author about a mistake that the element survived.
 *
 * @param code has a heading in `docs/reference/errors.md`
 * @param message what was expected, what arrived, what to do; never what a visitor typed
 */
export function warnOnce(host: Element, code: string, message: string): void {
  const text = `[heed] <${host.localName}>: ${message} (${code})`;
  if (said.has(text)) return;
  said.add(text);
  // oxlint-disable-next-line no-console -- the console is where a page author looks
  console.warn(text);
}

/** How long a framework may take until it sets the property of what its server has rendered. */
const PATIENCE_MS = 1000;

/** Warns of objects that frameworks or scripts have written as attributes, which hold only their text. */
export function warnOfObjects(host: Element): void {
  setTimeout(() => {
    for (const { name, value } of host.attributes)
      if (value.startsWith('[object ') && typeof host[name as keyof Element] !== 'object')
        warnOnce(host, 'HEED_OBJECT', `set ${name} as a property`);
  }, PATIENCE_MS);
}
