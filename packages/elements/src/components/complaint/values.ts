import type { Answer, AnswerValue } from '@heed/core';
import type { ComplaintStrings } from '../../locales/strings.ts';
import type { Localizer } from '../../shared/localization/localizer.ts';
import { FIELDS, isField, type Field, type TextField } from './fields.ts';
import { toIsoTime, toLocalTime } from './local-time.ts';

/** The user's input. An empty string means that a field is empty. */
export type ComplaintValues = Record<TextField, string> & {
  attachments: readonly File[];
  /** You may contact the user. */
  consent: boolean;
};

/** A complaint in progress: the values, and the index of the current step. */
export interface Progress {
  values: ComplaintValues;
  step: number;
}

/** The stored draft of a complaint: everything but the files. */
export interface StoredComplaint extends Omit<ComplaintValues, 'attachments'> {
  step: number;
  /** The number of files. */
  files: number;
}

export const EMPTY: ComplaintValues = {
  category: '',
  severity: '',
  details: '',
  'happened-at': '',
  order: '',
  remedy: '',
  contact: '',
  'contact-time': '',
  attachments: [],
  consent: false,
};

export function isEmpty(values: ComplaintValues): boolean {
  return Object.values(values).every(isBlank);
}

export function isBlank(value: ComplaintValues[Field]): boolean {
  return !value || (typeof value === 'object' && value.length === 0);
}

/** Returns the values with the value of a control; `null` and `undefined` empty the field. */
export function withValue(values: ComplaintValues, field: Field, value: unknown): ComplaintValues {
  return { ...values, [field]: value ?? EMPTY[field] };
}

export function toStored({ values: { attachments, ...values }, step }: Progress): StoredComplaint {
  return { ...values, step, files: attachments.length };
}

/** Reads a stored complaint, which can be any value. Members of another type are ignored. */
export function readStored(stored: unknown): Progress & { files: number } {
  const source = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const members = Object.entries(toStored({ values: EMPTY, step: 0 })).map(([name, empty]) => {
    const value = Object.hasOwn(source, name) ? source[name] : empty;
    return [name, typeof value === typeof empty ? value : empty];
  });
  const { step, files, ...values } = Object.fromEntries(members) as StoredComplaint;
  return { values: { ...values, attachments: [] }, step: Math.max(0, Math.trunc(step)), files };
}

/** Reads a stored complaint as JSON. Invalid JSON is an empty complaint. */
export function parseStored(json: string): Progress {
  let stored: unknown;
  try {
    stored = JSON.parse(json);
  } catch {
    // Treated like a missing draft.
  }
  return readStored(stored);
}

/** Returns the answers in the order of the fields. The consent is not an answer, but a separate member of the record. */
export function toAnswers(
  fields: readonly Field[],
  values: ComplaintValues,
  strings: Localizer<keyof ComplaintStrings>,
): Answer[] {
  return fields
    .filter((field) => field !== 'consent')
    .map((field) => ({
      name: field,
      kind: FIELDS[field].kind,
      value: toAnswerValue(field, values),
      question: strings.t(FIELDS[field].label),
    }));
}

/** Returns the values of answers. Unknown names, values of another type and files are ignored. */
export function fromAnswers(answers: unknown): ComplaintValues {
  const list: readonly Partial<Answer>[] = Array.isArray(answers) ? answers : [];
  let values = EMPTY;
  for (const { name = '', value } of list) {
    const isValid = isField(name) && name !== 'attachments' && typeof value === typeof EMPTY[name];
    if (isValid)
      values = withValue(values, name, name === 'happened-at' ? toLocalTime(String(value)) : value);
  }
  return values;
}

/** Returns the form data. Each entry is named after the complaint and the field. */
export function toFormData(name: string, answers: readonly Answer[], values: ComplaintValues): FormData {
  const data = new FormData();
  if (!name) return data;
  for (const { name: field, kind, value } of answers) {
    if (kind !== 'attachment' && value !== null) data.append(`${name}-${field}`, String(value));
  }
  for (const file of values.attachments) data.append(`${name}-attachments`, file);
  if (values.consent) data.append(`${name}-consent`, 'on');
  return data;
}

function toAnswerValue(field: Exclude<Field, 'consent'>, values: ComplaintValues): AnswerValue {
  if (field === 'attachments') {
    const names = values.attachments.map(({ name }) => name);
    return names.length > 0 ? names : null;
  }
  const text = values[field].trim() || null;
  return text && field === 'happened-at' ? toIsoTime(text) : text;
}

/** Returns whether a text can be an email address or a phone number. Both have too many notations for a stricter check. */
export function isContact(text: string): boolean {
  return /^\S+@\S+$/.test(text.trim()) || /(\p{Nd}\P{Nd}*){3}/u.test(text);
}
