import { html, nothing, type TemplateResult } from 'lit';
import { renderError } from '../internal/field-error.ts';
import type { Words } from '../locales/words.ts';
import type { ChoiceOption } from '../choice/choice.options.ts';
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
  words: Partial<Words>;
  hint?: string | undefined;
}

/** A control of a form, native or our own, as far as the complaint looks at it. */
export type Control = HTMLElement & {
  name: string;
  value: unknown;
  files?: readonly File[];
  validity: ValidityState;
  validationMessage: string;
  checkValidity(): boolean;
  setCustomValidity(message: string): void;
  updateComplete?: Promise<unknown>;
};

/** More do not fit side by side on a phone. */
const MAX_SEGMENTS = 3;

const PARTS = 'question: label, input, hint, options, option, option-chosen, option-disabled, consent, error';

export function renderChoice(
  field: FieldState,
  value: string,
  options: readonly ChoiceOption[],
): TemplateResult {
  return html`<heed-choice
    part="field"
    exportparts=${PARTS}
    name=${field.name}
    question=${field.label}
    display=${field.name === 'severity' && options.length <= MAX_SEGMENTS ? 'segments' : 'chips'}
    .options=${options}
    .words=${field.words}
    .value=${value || null}
    ?required=${field.required}
    ?disabled=${field.disabled}
    ?readonly=${field.readonly}
  ></heed-choice>`;
}

export function renderText(field: FieldState, value: string): TemplateResult {
  return html`<heed-text
    part="field"
    exportparts=${PARTS}
    name=${field.name}
    type=${field.name === 'details' ? 'long' : 'short'}
    autocomplete=${field.name === 'contact' ? 'email' : 'off'}
    question=${field.label}
    .hint=${field.hint}
    .words=${field.words}
    .value=${value}
    ?required=${field.required}
    ?disabled=${field.disabled}
    ?readonly=${field.readonly}
  ></heed-text>`;
}

export function renderAttachment(field: FieldState): TemplateResult {
  return html`<heed-attachment
    part="field"
    exportparts=${PARTS}
    name=${field.name}
    question=${field.label}
    .words=${field.words}
    ?required=${field.required}
    ?disabled=${field.disabled}
    ?readonly=${field.readonly}
  ></heed-attachment>`;
}

export function renderConsent(field: FieldState, value: boolean): TemplateResult {
  return html`<heed-consent
    part="field"
    exportparts=${PARTS}
    name=${field.name}
    statement=${field.label}
    .words=${field.words}
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
export function renderTime(field: FieldState, value: string, error: string): TemplateResult {
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
    <div aria-live="polite">${renderError(`${field.name}-error`, error)}</div>
  </div>`;
}
