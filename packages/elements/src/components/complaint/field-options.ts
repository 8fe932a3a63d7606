import { isServer } from '../../shared/environment/is-server.ts';
import { splitList, type ChoiceOption } from '../choice/options.ts';
import { listOptions, valueOf } from '../../shared/light-dom/original-text.ts';
import { warnOnce } from '../../shared/base/warn.ts';
import type { ComplaintStrings } from '../../locales/strings.ts';
import type { Localizer } from '../../shared/localization/localizer.ts';
import type { Field } from './fields.ts';
import { withValue, type ComplaintValues } from './values.ts';

type Key = keyof ComplaintStrings | 'other';
type CategoriesHost = HTMLElement & { categories: string | null | undefined };

/** The default options of each choice, as string keys. */
const DEFAULT_OPTIONS = {
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

type ChoiceField = keyof typeof DEFAULT_OPTIONS;

function isChoice(field: string): field is ChoiceField {
  return Object.hasOwn(DEFAULT_OPTIONS, field);
}

/**
 * Returns the options of a field: the page's options or the defaults; empty for a field without options.
 *
 * @param isHydrating ignores the options of the page, which a server cannot read
 */
export function optionsOf(
  host: CategoriesHost,
  field: Field,
  strings: Localizer<Key>,
  isHydrating: boolean,
): readonly ChoiceOption[] {
  if (!isChoice(field)) return [];
  return (isHydrating ? undefined : pageOptions(host, field)) ?? defaultOptions(field, strings);
}

/** Returns the values without options that the page no longer offers. */
export function withoutObsolete(
  values: ComplaintValues,
  fields: readonly Field[],
  optionsOf: (field: Field) => readonly ChoiceOption[],
): ComplaintValues {
  let remaining = values;
  for (const field of fields) {
    const options = optionsOf(field);
    const isOffered = options.length === 0 || options.some(({ value }) => value === values[field]);
    if (!isOffered) remaining = withValue(remaining, field, null);
  }
  return remaining;
}

/** Returns `<option slot="category" value="…">` children or the categories; `undefined` if there are none. */
function pageOptions(host: CategoriesHost, field: ChoiceField): readonly ChoiceOption[] | undefined {
  const children = readChildren(host, field);
  const options = children.length > 0 || field !== 'category' ? children : readCategories(host);
  return options.length > 0 ? options : undefined;
}

/** Returns the default options. Their values are the string keys in kebab case. */
function defaultOptions(field: ChoiceField, strings: Localizer<Key>): ChoiceOption[] {
  return DEFAULT_OPTIONS[field].map((key) => ({
    value: key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    label: strings.t(key),
  }));
}

function readChildren(host: HTMLElement, field: ChoiceField): ChoiceOption[] {
  if (isServer) return [];
  return listOptions(host, field).map((option) => ({ value: valueOf(option), label: option.label }));
}

function readCategories(host: CategoriesHost): ChoiceOption[] {
  const { categories } = host;
  const categoryList = splitList(categories ?? '');
  if (categories != null && categoryList.length === 0) {
    const message = `"categories" must be like "Delivery, Other", got "${categories}"`;
    warnOnce(host, 'HEED_LIST', message);
  }
  return categoryList.map((category) => ({ value: category, label: category }));
}
