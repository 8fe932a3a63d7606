import { html, type TemplateResult } from 'lit';
import { renderStepOption } from '../../shared/rendering/step-option.ts';
import type { LabelledStep } from './scale.ts';

/** Renders the steps of a row. */
export function renderScale(
  row: number,
  steps: readonly LabelledStep[],
  chosen: number | undefined,
  disabled: boolean,
): TemplateResult {
  return html`<div part="scale">
    ${steps.map(({ step, label, text }) => {
      const option = { group: `${row}`, step, label, chosen: step === chosen, disabled };
      return renderStepOption(option, html`<span aria-hidden="true">${text}</span>`);
    })}
  </div>`;
}

/** Renders the labels of both ends, which the accessible names of the steps already contain. */
export function renderEnds(steps: readonly LabelledStep[]): TemplateResult {
  const ends = [steps[0], steps.at(-1)].map((step) => html`<span><b>${step?.text}</b> ${step?.end}</span>`);
  return html`<div part="ends" aria-hidden="true">${ends}</div>`;
}
