import { html, nothing, type TemplateResult } from 'lit';
import { optionParts } from './option-parts.ts';

/** One step of a scale: a native radio button with what stands over it. */
export interface StepOption {
  /** The name of the radio group. */
  group: string;
  step: number;
  /** What a screen reader says. */
  label: string;
  chosen: boolean;
  /** Up to the chosen one. */
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
