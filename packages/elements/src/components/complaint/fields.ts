import { warnOnce } from '../../shared/base/warn.ts';
import type { ComplaintStrings } from '../../locales/strings.ts';

/** Where a field stands when a complaint is asked in steps, with the key of the step's title. */
export const STEPS = { what: 'whatStep', solution: 'solutionStep', contact: 'contactStep' } as const;
export type Step = keyof typeof STEPS;

interface FieldPlan {
  step: Step;
  /** Kind of its answer in the record. */
  kind: 'choice' | 'text' | 'date-time' | 'attachment' | 'consent';
  /** Key of the words that ask for it. */
  label: keyof ComplaintStrings;
}

/** All that a complaint can ask for. */
export const FIELDS = {
  category: { step: 'what', kind: 'choice', label: 'category' },
  severity: { step: 'what', kind: 'choice', label: 'severity' },
  details: { step: 'what', kind: 'text', label: 'details' },
  'happened-at': { step: 'what', kind: 'date-time', label: 'happenedAt' },
  order: { step: 'what', kind: 'text', label: 'order' },
  attachments: { step: 'what', kind: 'attachment', label: 'attachments' },
  remedy: { step: 'solution', kind: 'choice', label: 'remedy' },
  contact: { step: 'contact', kind: 'text', label: 'contact' },
  'contact-time': { step: 'contact', kind: 'choice', label: 'contactTime' },
  consent: { step: 'contact', kind: 'consent', label: 'consent' },
} as const satisfies Record<string, FieldPlan>;

export type Field = keyof typeof FIELDS;
export type TextField = Exclude<Field, 'attachments' | 'consent'>;

/** Asked where the page names no fields: as little as a complaint can be handled with. */
export const USUAL_FIELDS: readonly Field[] = [
  'category',
  'severity',
  'details',
  'order',
  'remedy',
  'contact',
  'consent',
];
export const USUAL_REQUIRED: readonly Field[] = ['category', 'details'];

export function isField(name: string): name is Field {
  return Object.hasOwn(FIELDS, name);
}

/** What the page wants to be asked, and what of it is needed, which is one field in any case. */
export function readFields(
  host: HTMLElement & Record<'fields' | 'requiredFields', string | null | undefined>,
): [shown: readonly Field[], needed: readonly Field[]] {
  const shown = readList(host, 'fields', host.fields, USUAL_FIELDS);
  const wanted = readList(host, 'required-fields', host.requiredFields, USUAL_REQUIRED);
  const needed = wanted.filter((field) => shown.includes(field));
  return [shown, needed.length > 0 ? needed : shown.slice(0, 1)];
}

function readList(
  host: HTMLElement,
  attribute: string,
  list: string | null | undefined,
  defaults: readonly Field[],
): readonly Field[] {
  if (list == null) return defaults;
  const names = [...new Set(list.split(/[\s,]+/).filter(Boolean))];
  const fields = names.filter(isField);
  if (fields.length === 0 || fields.length < names.length) {
    const known = Object.keys(FIELDS).join(' ');
    warnOnce(host, 'HEED_LIST', `"${attribute}" must list some of ${known}, got "${list}"`);
  }
  return fields.length > 0 ? fields : defaults;
}

/** The fields of each step that has any. */
export function toSteps(fields: readonly Field[]): { step: Step; fields: Field[] }[] {
  return (Object.keys(STEPS) as Step[])
    .map((step) => ({ step, fields: fields.filter((field) => FIELDS[field].step === step) }))
    .filter((group) => group.fields.length > 0);
}
