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

/** Warns of objects that were written as text: frameworks and scripts do so with `setAttribute`. */
export function warnOfObjects(host: Element): void {
  for (const { name, value } of host.attributes)
    if (value.startsWith('[object '))
      warnOnce(host, 'HEED_OBJECT', `set ${name} as a property, got "${value}"`);
}
