import { html, type TemplateResult } from 'lit';
import { icon, PATHS } from '../../shared/rendering/icons.ts';
import type { Mistake } from './controls.ts';
import type { Field } from './fields.ts';

/** A field with its label and what is wrong with it. */
export interface NamedMistake extends Mistake {
  label: string;
}

/** The strings of the summary. */
export interface SummaryText {
  title: string;
  /** A label and a message as one sentence, as in `Order number: Please fill this in.` */
  join: (label: string, message: string) => string;
}

/**
 * What has to be corrected, with a link to each field. It stays as it was at the attempt, so that nothing moves under
 * a visitor who types.
 */
export function renderSummary(
  { title, join }: SummaryText,
  level: number,
  mistakes: readonly NamedMistake[],
  lead: (field: Field) => void,
): TemplateResult {
  const follow = (event: Event, field: Field): void => {
    event.preventDefault();
    lead(field);
  };
  return html`<div part="summary" id="summary" role="alert" tabindex="-1" aria-labelledby="summary-title">
    ${icon(PATHS.refused)}
    <div>
      <strong part="summary-title" id="summary-title" role="heading" aria-level=${level}>${title}</strong>
      <ul>
        ${mistakes.map(
          ({ field, label, message }) =>
            html`<li>
              <a part="link" href="#${field}" @click=${(event: Event) => follow(event, field)}
                >${joinSentences(label, message, join)}</a
              >
            </li>`,
        )}
      </ul>
    </div>
  </div>`;
}

/** A label that ends with a question mark or a full stop needs no colon. */
function joinSentences(label: string, message: string, join: SummaryText['join']): string {
  const joined = join(label, message);
  return /[?？؟;;。.]$/.test(label) ? label + joined.slice(label.length).replace(/^\s*[:：]/, '') : joined;
}
