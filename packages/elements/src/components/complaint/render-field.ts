import { html, nothing, type TemplateResult } from 'lit';
import { renderError } from '../../shared/form/field-error.ts';
import type { ComplaintStrings, Strings } from '../../locales/strings.ts';
import type { ChoiceOption } from '../choice/options.ts';
import type { Localizer } from '../../shared/localization/localizer.ts';
import { FIELDS, type Field } from './fields.ts';
import { toLocalTime } from './local-time.ts';
import type { ComplaintValues } from './values.ts';

/** The state that all fields share. */
export interface FormState {
  values: ComplaintValues;
  required: readonly Field[];
  disabled: boolean;
  readonly: boolean;
  /** The validation message of the native time field; empty while it is valid. */
  timeError: string;
  /** See `HeedElement.attempt`. */
  attempt: number;
  localizer: Localizer<keyof ComplaintStrings | 'optional'>;
}

type FieldState = Pick<FormState, 'disabled' | 'readonly' | 'attempt'> & {
  name: Field;
  /** Custom strings for the question element. */
  strings: Partial<Strings>;
  label: string;
  /** Shown after the label of an optional field. */
  optional: string;
  required: boolean;
  hint: string | undefined;
};

/** Renders the question element for a field, or a native input if there is no such question. */
export function renderField(name: Field, form: FormState, options: readonly ChoiceOption[]): TemplateResult {
  const { values, localizer } = form;
  const field: FieldState = {
    ...form,
    name,
    label: localizer.t(FIELDS[name].label),
    optional: localizer.t('optional'),
    hint: name === 'contact' ? localizer.t('contactHint') : undefined,
    required: form.required.includes(name),
    strings: stringsOf(name, localizer),
  };
  if (name === 'attachments') return renderAttachment(field);
  if (name === 'consent') return renderConsent(field, values[name]);
  if (name === 'happened-at') return renderTime(field, values[name], form.timeError);
  return options.length > 0 ? renderChoice(field, values[name], options) : renderText(field, values[name]);
}

/** Returns the custom strings, and the complaint's own messages for missing values. */
function stringsOf(name: Field, localizer: FormState['localizer']): Partial<Strings> {
  const strings = localizer.inheritedStrings;
  if (name === 'category') return { ...strings, required: localizer.t('categoryMissing') };
  if (name === 'details') return { ...strings, textMissing: localizer.t('detailsMissing') };
  return strings;
}

/** More segments do not fit on a phone. */
const MAX_SEGMENTS = 3;

const PARTS = 'question: label, input, hint, options, option, option-chosen, option-disabled, consent, error';

function renderChoice(field: FieldState, value: string, options: readonly ChoiceOption[]): TemplateResult {
  return html`<heed-choice
    part="field"
    exportparts=${PARTS}
    name=${field.name}
    question=${field.label}
    display=${field.name === 'severity' && options.length <= MAX_SEGMENTS ? 'segments' : 'chips'}
    .options=${options}
    .strings=${field.strings}
    .value=${value || null}
    ?required=${field.required}
    ?disabled=${field.disabled}
    ?readonly=${field.readonly}
  ></heed-choice>`;
}

function renderText(field: FieldState, value: string): TemplateResult {
  return html`<heed-text
    part="field"
    exportparts=${PARTS}
    name=${field.name}
    type=${field.name === 'details' ? 'long' : 'short'}
    autocomplete=${field.name === 'contact' ? 'email' : 'off'}
    question=${field.label}
    .hint=${field.hint}
    .strings=${field.strings}
    .value=${value}
    ?required=${field.required}
    ?disabled=${field.disabled}
    ?readonly=${field.readonly}
  ></heed-text>`;
}

function renderAttachment(field: FieldState): TemplateResult {
  return html`<heed-attachment
    part="field"
    exportparts=${PARTS}
    name=${field.name}
    question=${field.label}
    .strings=${field.strings}
    ?required=${field.required}
    ?disabled=${field.disabled}
    ?readonly=${field.readonly}
  ></heed-attachment>`;
}

function renderConsent(field: FieldState, value: boolean): TemplateResult {
  return html`<heed-consent
    part="field"
    exportparts=${PARTS}
    name=${field.name}
    statement=${field.label}
    .strings=${field.strings}
    .value=${value}
    ?required=${field.required}
    ?disabled=${field.disabled}
    ?readonly=${field.readonly}
  ></heed-consent>`;
}

/** Renders a native input for a time in the past. */
function renderTime(field: FieldState, value: string, error: string): TemplateResult {
  return html`<div part="field">
    <label part="label" for=${field.name}
      >${field.label} ${field.required ? nothing : html`<small>${field.optional}</small>`}</label
    >
    <input
      part="input"
      type="datetime-local"
      id=${field.name}
      name=${field.name}
      max=${toLocalTime(Date.now())}
      aria-describedby="${field.name}-error"
      aria-invalid=${error !== ''}
      aria-required=${field.required}
      .value=${value}
      ?disabled=${field.disabled}
      ?readonly=${field.readonly}
    />
    ${renderError(`${field.name}-error`, error, field.attempt)}
  </div>`;
}
