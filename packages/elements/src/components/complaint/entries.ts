import type { Answer, AnswerValue } from '@heed/core';
import { FIELDS, isField, type Field, type TextField } from './fields.ts';
import { toLocalTime, toMoment } from './time.ts';

/** What a visitor entered so far; an empty text where nothing was. */
export type Entries = Record<TextField, string> & {
  attachments: readonly File[];
  /** The team may contact the visitor. */
  consent: boolean;
};

/** What is kept of a complaint that is not sent yet: everything but the files. */
export interface Kept extends Omit<Entries, 'attachments'> {
  /** Of a complaint in steps: the place of the one that was shown. */
  step: number;
  /** How many files there were. */
  files: number;
}

export const EMPTY: Entries = {
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

export function isEmpty(entries: Entries): boolean {
  return Object.values(entries).every(isBlank);
}

export function isBlank(entry: Entries[Field]): boolean {
  return !entry || (typeof entry === 'object' && entry.length === 0);
}

/** With the value that a control has: what it does not have is empty. */
export function withEntry(entries: Entries, field: Field, value: unknown): Entries {
  return { ...entries, [field]: value ?? EMPTY[field] };
}

export function toKept({ attachments, ...entries }: Entries, step: number): Kept {
  return { ...entries, step, files: attachments.length };
}

/** Reads what a browser or a draft kept, which may be anything: members of another type are left out. */
export function readKept(kept: unknown): { entries: Entries; step: number; files: number } {
  const source = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>;
  const members = Object.entries(toKept(EMPTY, 0)).map(([name, empty]) => {
    const value = Object.hasOwn(source, name) ? source[name] : empty;
    return [name, typeof value === typeof empty ? value : empty];
  });
  const { step, files, ...entries } = Object.fromEntries(members) as Kept;
  return { entries: { ...entries, attachments: [] }, step: Math.max(0, Math.trunc(step)), files };
}

/**
 * The answers in the order of the fields. The permission is none of them: it stands in the record by itself.
 *
 * @param ask the words that ask for a field
 */
export function toAnswers(
  fields: readonly Field[],
  entries: Entries,
  ask: (field: Field) => string,
): Answer[] {
  return fields
    .filter((field) => field !== 'consent')
    .map((field) => ({
      name: field,
      kind: FIELDS[field].kind,
      value: toValue(field, entries),
      question: ask(field),
    }));
}

/** The entries of such answers; what is none of them is left out, and files cannot be given so. */
export function fromAnswers(answers: unknown): Entries {
  const list: readonly Partial<Answer>[] = Array.isArray(answers) ? answers : [];
  let entries = EMPTY;
  for (const { name = '', value } of list) {
    const isFitting = isField(name) && name !== 'attachments' && typeof value === typeof EMPTY[name];
    if (isFitting)
      entries = withEntry(entries, name, name === 'happened-at' ? toLocalTime(String(value)) : value);
  }
  return entries;
}

/** What a form gets, under the name of the complaint and that of the field. */
export function toFormData(name: string, answers: readonly Answer[], entries: Entries): FormData {
  const data = new FormData();
  if (!name) return data;
  for (const { name: field, kind, value } of answers) {
    if (kind !== 'attachment' && value !== null) data.append(`${name}-${field}`, String(value));
  }
  for (const file of entries.attachments) data.append(`${name}-attachments`, file);
  if (entries.consent) data.append(`${name}-consent`, 'on');
  return data;
}

function toValue(field: Exclude<Field, 'consent'>, entries: Entries): AnswerValue {
  if (field === 'attachments') {
    const names = entries.attachments.map(({ name }) => name);
    return names.length > 0 ? names : null;
  }
  const text = entries[field].trim() || null;
  return text && field === 'happened-at' ? toMoment(text) : text;
}

/** An e-mail address or a phone number, of which there are too many ways to write to ask for more than this. */
export function isReachable(contact: string): boolean {
  return /^\S+@\S+$/.test(contact.trim()) || /(\p{Nd}\P{Nd}*){3}/u.test(contact);
}
