import { html, type TemplateResult } from 'lit';
import { icon, PATHS } from './icons.ts';

/** What is missing in a field, with an icon, so that it does not depend on colour. Hidden while nothing is. */
export function renderError(id: string, message: string): TemplateResult {
  return html`<p part="error" id=${id} ?hidden=${!message}>${icon(PATHS.refused)}<span>${message}</span></p>`;
}
