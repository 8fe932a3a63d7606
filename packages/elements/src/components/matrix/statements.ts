import type { Statement } from '@heed/core/batteries';
import { listOptions, valueOf } from '../../shared/light-dom/original-text.ts';

/** The statements that a page writes as `<option value="name">words</option>`. */
export function readStatements(host: Element): Statement[] {
  return listOptions(host).map((option) => ({ name: valueOf(option), text: option.text }));
}
