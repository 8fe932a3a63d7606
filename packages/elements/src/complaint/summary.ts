import { html, type TemplateResult } from 'lit';
import { icon, PATHS } from '../internal/icons.ts';
import type { Mistake } from './controls.ts';
import type { Field } from './fields.ts';

/**
 * What has to be corrected, with a link to each field. It stays as it was at the attempt, so that nothing moves under
 * a visitor who types.
 */
export function renderSummary(
  title: string,
  mistakes: readonly Mistake[],
  lead: (field: Field) => void,
): TemplateResult {
  const follow = (event: Event, field: Field): void => {
    event.preventDefault();
    lead(field);
  };
  return html`<div part="summary" id="summary" role="alert" tabindex="-1" aria-labelledby="summary-title">
    ${icon(PATHS.refused)}
    <div>
      <strong part="summary-title" id="summary-title">${title}</strong>
      <ul>
        ${mistakes.map(
          ({ field, message }) =>
            html`<li>
              <a part="link" href="#${field}" @click=${(event: Event) => follow(event, field)}>${message}</a>
            </li>`,
        )}
      </ul>
    </div>
  </div>`;
}
