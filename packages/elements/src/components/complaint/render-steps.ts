import { html, type TemplateResult } from 'lit';
import type { ComplaintStrings } from '../../locales/strings.ts';
import type { Localizer } from '../../shared/localization/localizer.ts';
import { renderProgress } from '../../shared/steps/progress.ts';
import { STEPS, toSteps, type Field } from './fields.ts';

/**
 * Renders the fields in steps. Hidden steps stay in the DOM, which keeps their input.
 *
 * @param current the index of the current step
 * @param level the level of the step titles as headings
 */
export function renderSteps(
  shown: readonly Field[],
  current: number,
  level: number,
  strings: Localizer<keyof ComplaintStrings>,
  renderField: (field: Field) => TemplateResult,
): unknown {
  const steps = toSteps(shown);
  const max = strings.number(steps.length);
  return [
    renderProgress(current, steps.length),
    steps.map(({ step, fields }, index) => {
      const place = strings.t('stepOf', { value: strings.number(index + 1), max });
      const id = `step-${index}`;
      return html`<div part="step" role="group" aria-labelledby=${id} ?hidden=${index !== current}>
        <p part="step-title" id=${id} role="heading" aria-level=${level} tabindex="-1">
          <small>${place}</small> ${strings.t(STEPS[step])}
        </p>
        ${fields.map(renderField)}
      </div>`;
    }),
  ];
}
