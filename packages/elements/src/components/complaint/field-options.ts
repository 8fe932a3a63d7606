import { isServer } from '../../shared/environment/is-server.ts';
import { splitList, type ChoiceOption } from '../choice/options.ts';
import { listOptions, valueOf } from '../../shared/light-dom/original-text.ts';
import { warnOnce } from '../../shared/base/warn.ts';
import type { ComplaintStrings } from '../../locales/strings.ts';

type Key = keyof ComplaintStrings | 'other';

/** The usual options of each choice, as keys of their words. */
const USUAL = {
  category: [
    'waiting-time',
    'product-quality',
    'delivery',
    'staff',
    'billing',
    'after-sales',
    'website',
    'other',
  ],
  severity: ['minor', 'moderate', 'severe'],
  remedy: ['refund', 'exchange', 'repair', 'apology', 'callback', 'other'],
  'contact-time': ['morning', 'afternoon', 'evening', 'anyTime'],
} as const satisfies Record<string, readonly Key[]>;

export type ChoiceField = keyof typeof USUAL;

export function isChoice(field: string): field is ChoiceField {
  return Object.hasOwn(USUAL, field);
}

/** The options of the page, `<option slot="category" value="…">` or a list with commas; undefined when it has none. */
export function ownOptions(
  host: HTMLElement & { categories: string | null | undefined },
  field: ChoiceField,
): readonly ChoiceOption[] | undefined {
  const children = readChildren(host, field);
  const options = children.length > 0 || field !== 'category' ? children : readCategories(host);
  return options.length > 0 ? options : undefined;
}

/** The usual options, each with the words for it; values are in kebab-case. */
export function defaultOptions(field: ChoiceField, t: (key: Key) => string): ChoiceOption[] {
  return USUAL[field].map((key) => ({
    value: key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    label: t(key),
  }));
}

function readChildren(host: HTMLElement, field: ChoiceField): ChoiceOption[] {
  if (isServer) return [];
  return listOptions(host, field).map((option) => ({ value: valueOf(option), label: option.label }));
}

function readCategories(host: HTMLElement & { categories: string | null | undefined }): ChoiceOption[] {
  const { categories } = host;
  const strings = splitList(categories ?? '');
  if (categories != null && strings.length === 0) {
    const message = `"categories" must be a list with commas such as "Delivery, Other", got "${categories}"`;
    warnOnce(host, 'HEED_LIST', message);
  }
  return strings.map((word) => ({ value: word, label: word }));
}
