import type { Statement } from '@heed/core/batteries';

/** The statements that a page writes as `<option value="name">words</option>`. */
export function readStatements(host: Element): Statement[] {
  const options = host.querySelectorAll<HTMLOptionElement>(':scope > option');
  return Array.from(options, ({ value: name, text }) => ({ name, text }));
}
