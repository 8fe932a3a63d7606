import { html, type TemplateResult } from 'lit';

/** The icons of the outcomes, on a 24 px grid, drawn with strokes in the text colour. */
export const PATHS = {
  sent: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0M8 12.4l2.7 2.7L16 9.6',
  stored: 'M12 4v10m-4-4 4 4 4-4M4 15v5h16v-5',
  refused: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0M12 7.4v5.4M12 16.4v.1',
};

export function icon(path: string): TemplateResult {
  return html`<svg part="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;
}
