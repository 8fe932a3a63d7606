import { warnOnce } from '../../shared/base/warn.ts';
import type { ComplaintStrings } from '../../locales/strings.ts';

/** The steps of a complaint with `wizard`, and the string keys of their titles. */
export const STEPS = { what: 'whatStep', solution: 'solutionStep', contact: 'contactStep' } as const;
export type Step = keyof typeof STEPS;

interface FieldDefinition {
  step: Step;
  /** The kind of the answer in the record. */
  kind: 'choice' | 'text' | 'date-time' | 'attachment' | 'consent';
  /** The string key of the label. */
  label: keyof ComplaintStrings;
}

/** All fields of a complaint. */
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
} as const satisfies Record<string, FieldDefinition>;

export type Field = keyof typeof FIELDS;
export type TextField = Exclude<Field, 'attachments' | 'consent'>;

/** The default fields: the minimum to handle a complaint. */
export const DEFAULT_FIELDS: readonly Field[] = [
  'category',
  'severity',
  'details',
  'order',
  'remedy',
  'contact',
  'consent',
];
export const DEFAULT_REQUIRED: readonly Field[] = ['category', 'details'];

export function isField(name: string): name is Field {
  return Object.hasOwn(FIELDS, name);
}

/** Returns the fields of the page, and the required fields, of which there is at least one. */
export function readFields(
  host: HTMLElement & Record<'fields' | 'requiredFields', string | null | undefined>,
): [shown: readonly Field[], required: readonly Field[]] {
  const shown = readList(host, 'fields', host.fields, DEFAULT_FIELDS);
  const wanted = readList(host, 'required-fields', host.requiredFields, DEFAULT_REQUIRED);
  const required = wanted.filter((field) => shown.includes(field));
  return [shown, required.length > 0 ? required : shown.slice(0, 1)];
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

/** Returns the steps that have fields. */
export function toSteps(fields: readonly Field[]): { step: Step; fields: Field[] }[] {
  return (Object.keys(STEPS) as Step[])
    .map((step) => ({ step, fields: fields.filter((field) => FIELDS[field].step === step) }))
    .filter((group) => group.fields.length > 0);
}
