import { html, nothing, type TemplateResult } from 'lit';
import { renderError } from '../../shared/form/field-error.ts';
import type { Strings } from '../../locales/strings.ts';
import type { ChoiceOption } from '../choice/options.ts';
import type { Entries } from './entries.ts';
import type { Field } from './fields.ts';
import { toLocalTime } from './time.ts';

/** What every field is drawn with. */
export interface FieldState {
  name: Field;
  label: string;
  /** Stands beside the label of what is not needed. */
  optional: string;
  required: boolean;
  disabled: boolean;
  readonly: boolean;
  /** Words that the question elements inside say. */
  strings: Partial<Strings>;
  hint?: string | undefined;
  /** See `HeedElement.attempt`. */
  attempt: number;
}

/** Draws the question element for a field, or the native one where there is no such question. */
export function renderField(
  field: FieldState,
  entries: Entries,
  options: readonly ChoiceOption[],
  error: string,
): TemplateResult {
  const { name } = field;
  if (name === 'attachments') return renderAttachment(field);
  if (name === 'consent') return renderConsent(field, entries[name]);
  if (name === 'happened-at') return renderTime(field, entries[name], error);
  return options.length > 0 ? renderChoice(field, entries[name], options) : renderText(field, entries[name]);
}

/** More do not fit side by side on a phone. */
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

/**
 * A time that has passed, as the platform asks for it.
 *
 * @param error empty when nothing is wrong
 */
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
