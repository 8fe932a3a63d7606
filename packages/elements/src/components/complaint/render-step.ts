import { html, type TemplateResult } from 'lit';

/** A step with its fields. Steps that are not shown stay in the page, and so does what was entered in them. */
export function renderStep(
  id: string,
  { title, place, level }: { title: string; place: string; level: number },
  isShown: boolean,
  fields: unknown,
): TemplateResult {
  return html`<div part="step" role="group" aria-labelledby=${id} ?hidden=${!isShown}>
    <p part="step-title" id=${id} role="heading" aria-level=${level} tabindex="-1">
      <small>${place}</small> ${title}
    </p>
    ${fields}
  </div>`;
}
