/** Controls inside a complaint validate themselves, apart from the rules in `validation-rules.ts`. */
import type { LitElement } from 'lit';
import type { ValidityError } from '../../shared/base/heed-element.ts';
import type { Localizer } from '../../shared/localization/localizer.ts';
import type { Field } from './fields.ts';
import { FIELDS_WITH_RULES, findViolation, type Violation } from './validation-rules.ts';
import { withValue, type ComplaintValues } from './values.ts';

/** A control inside a complaint: the members that native controls and question elements have in common. */
export type Control = HTMLElement & {
  name: string;
  value: unknown;
  files: readonly File[];
  required: boolean;
  validity: ValidityState;
  validationMessage: string;
  checkValidity(): boolean;
  setCustomValidity(message: string): void;
  /** Of a question element: see `HeedElement`. */
  attempt?: number;
  updateComplete?: Promise<unknown>;
};

/** A field and its validation message. */
export interface FieldError {
  field: Field;
  message: string;
}

/** Returns the control of a field; `undefined` before it is rendered and while its class is not loaded. */
export function findControl(host: LitElement, field: Field | undefined): Control | undefined {
  const control = field && host.renderRoot?.querySelector<Control>(`[name=${field}]`);
  return control && 'validity' in control ? control : undefined;
}

/**
 * Returns the current values of the controls. An empty file control is skipped, because it may be about to get its files
 * back: see `settleControls()`. The removal of files is reported by an event.
 */
export function readControls(
  host: LitElement,
  fields: readonly Field[],
  before: ComplaintValues,
): ComplaintValues {
  let values = before;
  for (const field of fields) {
    const control = findControl(host, field);
    const value = field === 'attachments' ? control?.files : control?.value;
    const isUnknown = !control || (field === 'attachments' && control.files.length === 0);
    if (!isUnknown) values = withValue(values, field, value);
  }
  return values;
}

/** Sets the values of the controls synchronously, before the next rendering. */
export function fillControls(host: LitElement, fields: readonly Field[], values: ComplaintValues): void {
  for (const field of fields) {
    const control = findControl(host, field);
    if (!control || field === 'attachments' || (control.value ?? '') === values[field]) continue;
    control.value = values[field];
  }
}

export function findErrors(host: LitElement, fields: readonly Field[]): FieldError[] {
  return fields.flatMap((field) => {
    const control = findControl(host, field);
    return control && !control.validity.valid ? { field, message: control.validationMessage } : [];
  });
}

/** Returns the first invalid field as a validity error of the complaint; `undefined` if all fields are valid. */
export function findFirstError(host: LitElement, fields: readonly Field[]): ValidityError | undefined {
  const [error] = findErrors(host, fields);
  const anchor = findControl(host, error?.field);
  const flag = anchor?.validity.valueMissing ? 'valueMissing' : 'customError';
  return error && { flag, message: error.message, anchor };
}

/** Shows the validation messages next to the fields, and returns them. */
export function reportErrors(host: LitElement, fields: readonly Field[]): FieldError[] {
  for (const field of fields) findControl(host, field)?.checkValidity();
  return findErrors(host, fields);
}

/** Applies the rules that a control cannot check. */
export function applyRules(
  host: LitElement,
  values: ComplaintValues,
  [shown, required]: [readonly Field[], readonly Field[]],
  strings: Localizer<Violation>,
): void {
  for (const field of shown) {
    const control = findControl(host, field);
    // The native control would report a missing value in the browser's language.
    const isRequired = required.includes(field) && field !== 'happened-at';
    if (control && control.required !== isRequired) control.required = isRequired;
  }
  for (const field of FIELDS_WITH_RULES) {
    const violation = findViolation(field, values, required.includes(field));
    findControl(host, field)?.setCustomValidity(violation ? strings.t(violation) : '');
  }
}

/**
 * Resolves when the controls are rendered, which update their validity only then. Gives the files back to a file control
 * that was removed from the page in the meantime: a binding would not detect that the user has removed some of them.
 */
export async function settleControls(
  host: LitElement,
  fields: readonly Field[],
  { attachments }: ComplaintValues,
): Promise<void> {
  const control = findControl(host, 'attachments');
  if (control && attachments.length > 0 && control.files.length === 0) control.files = attachments;
  await Promise.all(fields.map((field) => findControl(host, field)?.updateComplete));
}
