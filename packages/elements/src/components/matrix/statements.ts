import type { Statement } from '@heed/core/batteries';
import { listOptions, valueOf } from '../../shared/light-dom/original-text.ts';

/** Reads the statements that a page writes as `<option value="name">text</option>`. */
export function readStatements(host: Element): Statement[] {
  return listOptions(host).map((option) => ({ name: valueOf(option), text: option.text }));
}
