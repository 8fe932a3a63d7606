import { html, nothing, type TemplateResult } from 'lit';

/** How far the visitor is; for the eye alone, the title of each step says it, too. */
export function renderProgress(place: number, count: number): TemplateResult {
  return html`<div part="progress" aria-hidden="true">
    ${[...Array(count)].map((_, index) => html`<i class=${index <= place ? 'done' : nothing}></i>`)}
  </div>`;
}
