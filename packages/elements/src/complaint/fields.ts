import { html, nothing, type TemplateResult } from 'lit';
import { renderError } from '../internal/field-error.ts';
import { optionParts } from '../internal/option-parts.ts';

/** One field of a form, ready to be drawn. */
export interface FieldState {
  name: string;
  label: string;
  value: string | boolean;
  /** Beside the label, such as "optional"; empty for none. */
  note: string;
  /** What is missing; empty when nothing is. */
  error: string;
  hint?: string;
  disabled: boolean;
  readonly: boolean;
}

export interface Option {
  value: string;
  label: string;
}

/** One of several: native radio buttons as chips in free rows, or as segments of one bar. */
export function renderChoice(
  field: FieldState,
  options: readonly Option[],
  look: 'chips' | 'segments',
): TemplateResult {
  return html`<div
    part="field"
    role="radiogroup"
    aria-labelledby="${field.name}-label"
    aria-describedby="${field.name}-error"
    aria-invalid=${field.error !== ''}
    aria-readonly=${field.readonly}
    @click=${field.readonly ? preventDefault : nothing}
  >
    <span part="label" id="${field.name}-label">${renderLabel(field)}</span>
    <div part="options" class=${look}>${options.map((option) => renderOption(field, option))}</div>
    ${renderError(`${field.name}-error`, field.error)}
  </div>`;
}

function renderOption(field: FieldState, { value, label }: Option): TemplateResult {
  const chosen = value === field.value;
  return html`<label part=${optionParts({ chosen, disabled: field.disabled })}
    ><input
      type="radio"
      name=${field.name}
      .value=${value}
      .checked=${chosen}
      .disabled=${field.disabled}
    />${label}</label
  >`;
}

/** A line of text, or several when `rows` is given. */
export function renderText(
  field: FieldState,
  { rows, autocomplete }: { rows?: number; autocomplete?: AutoFill },
): TemplateResult {
  const described = `${field.name}-error ${field.name}-hint`;
  return html`<div part="field">
    <label part="label" for=${field.name}>${renderLabel(field)}</label>
    ${
      rows
        ? html`<textarea
            part="input"
            id=${field.name}
            name=${field.name}
            rows=${rows}
            aria-describedby=${described}
            aria-invalid=${field.error !== ''}
            ?disabled=${field.disabled}
            ?readonly=${field.readonly}
            .value=${field.value}
          ></textarea>`
        : html`<input
            part="input"
            id=${field.name}
            name=${field.name}
            autocomplete=${autocomplete ?? 'off'}
            aria-describedby=${described}
            aria-invalid=${field.error !== ''}
            ?disabled=${field.disabled}
            ?readonly=${field.readonly}
            .value=${field.value}
          />`
    }
    ${field.hint ? html`<p part="hint" id="${field.name}-hint">${field.hint}</p>` : nothing}
    ${renderError(`${field.name}-error`, field.error)}
  </div>`;
}

export function renderConsent(field: FieldState): TemplateResult {
  return html`<div part="field">
    <label part="consent"
      ><input
        type="checkbox"
        name=${field.name}
        aria-describedby="${field.name}-error"
        aria-invalid=${field.error !== ''}
        ?disabled=${field.disabled}
        .checked=${field.value}
        @click=${field.readonly ? preventDefault : nothing}
      />${field.label}</label
    >
    ${renderError(`${field.name}-error`, field.error)}
  </div>`;
}

function renderLabel({ label, note }: FieldState): TemplateResult {
  return html`${label} ${note ? html`<small>${note}</small>` : nothing}`;
}

function preventDefault(event: Event): void {
  event.preventDefault();
}

type AutoFill = 'off' | 'email';
