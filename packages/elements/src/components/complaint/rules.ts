import type { ComplaintStrings } from '../../locales/strings.ts';
import { isReachable, type Entries } from './entries.ts';
import type { Field } from './fields.ts';

/** What a field cannot know by itself, because it depends on another one, on the clock, or on several kinds of answer. */
const RULES = {
  'happened-at': ({ 'happened-at': time }, isNeeded) => {
    if (!time) return isNeeded ? 'required' : undefined;
    // What cannot be read as a time is no time that has passed, either.
    return Date.parse(time) <= Date.now() ? undefined : 'happenedLater';
  },
  contact: ({ contact }) => (contact.trim() && !isReachable(contact) ? 'contactWrong' : undefined),
  consent: ({ contact, consent }) => (contact.trim() && !consent ? 'consentMissing' : undefined),
} satisfies Partial<Record<Field, Rule>>;

/** The fields that have such a rule. */
export const RULED = Object.keys(RULES) as (keyof typeof RULES)[];

/** Key of the words for what is wrong. */
export type Violation = keyof ComplaintStrings | 'required';
type Rule = (entries: Entries, isNeeded: boolean) => Violation | undefined;

/** The key of what is wrong with a field; undefined when nothing is. */
export function findViolation(
  field: keyof typeof RULES,
  entries: Entries,
  isNeeded: boolean,
): Violation | undefined {
  const rule: Rule = RULES[field];
  return rule(entries, isNeeded);
}
