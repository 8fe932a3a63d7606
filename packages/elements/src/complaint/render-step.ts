import { html, type TemplateResult } from 'lit';

/** A step with its fields. Steps that are not shown stay in the page, and so does what was entered in them. */
export function renderStep(
  id: string,
  { title, place }: { title: string; place: string },
  isShown: boolean,
  fields: unknown,
): TemplateResult {
  return html`<div part="step" role="group" aria-labelledby=${id} ?hidden=${!isShown}>
    <p part="step-title" id=${id} tabindex="-1"><small>${place}</small> ${title}</p>
    ${fields}
  </div>`;
}
