import { html, nothing, type TemplateResult } from 'lit';

/** Renders the progress bar. Hidden from assistive technology: the title of each step states the progress. */
export function renderProgress(place: number, count: number): TemplateResult {
  return html`<div part="progress" aria-hidden="true">
    ${[...Array(count)].map((_, index) => html`<i class=${index <= place ? 'done' : nothing}></i>`)}
  </div>`;
}
