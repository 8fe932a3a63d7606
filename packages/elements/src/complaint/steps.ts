import { html, nothing, type TemplateResult } from 'lit';

/** How far the visitor is; for the eye alone, the title of each step says it, too. */
export function renderProgress(place: number, count: number): TemplateResult {
  return html`<div part="progress" aria-hidden="true">
    ${Array.from({ length: count }, (_, index) => html`<i class=${index <= place ? 'done' : nothing}></i>`)}
  </div>`;
}

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
