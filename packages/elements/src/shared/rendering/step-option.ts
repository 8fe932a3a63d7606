import { html, nothing, type TemplateResult } from 'lit';
import { optionParts } from './option-parts.ts';

/** A step of a scale: a native radio button with its look on top. */
export interface StepOption {
  /** The name of the radio group. */
  group: string;
  step: number;
  /** The accessible name. */
  label: string;
  chosen: boolean;
  /** The step is below or at the chosen one. */
  filled?: boolean;
  disabled: boolean;
}

export function renderStepOption(option: StepOption, look: unknown): TemplateResult {
  const { group, step, label, chosen, filled = false, disabled } = option;
  return html`<label part=${optionParts({ chosen, filled, disabled })}
    ><input
      type="radio"
      name=${group}
      .value=${String(step)}
      .checked=${chosen || nothing}
      ?disabled=${disabled}
      aria-label=${label}
    />${look}</label
  >`;
}
