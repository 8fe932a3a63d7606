import type { ComplaintStrings } from '../../locales/strings.ts';
import { isContact, type ComplaintValues } from './values.ts';
import type { Field } from './fields.ts';

/** Rules that a control cannot check, because they depend on another field, the current time or several formats. */
const RULES = {
  'happened-at': ({ 'happened-at': time }, isRequired) => {
    if (!time) return isRequired ? 'required' : undefined;
    // Also reports a value that is not a time.
    return Date.parse(time) <= Date.now() ? undefined : 'happenedLater';
  },
  contact: ({ contact }) => (contact.trim() && !isContact(contact) ? 'contactWrong' : undefined),
  consent: ({ contact, consent }) => (contact.trim() && !consent ? 'consentMissing' : undefined),
} satisfies Partial<Record<Field, Rule>>;

/** The fields with a rule. */
export const FIELDS_WITH_RULES = Object.keys(RULES) as (keyof typeof RULES)[];

/** The string key of a validation message. */
export type Violation = keyof ComplaintStrings | 'required';
type Rule = (values: ComplaintValues, isRequired: boolean) => Violation | undefined;

/** Returns the violation of a field's rule; `undefined` if the field is valid. */
export function findViolation(
  field: keyof typeof RULES,
  values: ComplaintValues,
  isRequired: boolean,
): Violation | undefined {
  const rule: Rule = RULES[field];
  return rule(values, isRequired);
}
