import { html, nothing, type TemplateResult } from 'lit';
import type { ComplaintStrings } from '../../locales/strings.ts';
import type { Localizer } from '../../shared/localization/localizer.ts';
import { icon, PATHS } from '../../shared/rendering/icons.ts';
import type { FieldError } from './field-controls.ts';
import { FIELDS, type Field } from './fields.ts';

type Strings = Localizer<keyof ComplaintStrings>;

/**
 * Renders the list of validation errors, with a link to each field. The list stays the same while the user corrects the
 * fields, so that nothing moves.
 *
 * @param attempt the number of the attempt to submit, so that the same errors are announced again
 * @param level the level of the title as a heading
 */
export function renderErrorSummary(
  errors: readonly FieldError[],
  attempt: number,
  level: number,
  strings: Strings,
  focusField: (field: Field) => void,
): unknown {
  if (errors.length === 0) return nothing;
  const summary = renderSummary(errors, level, strings, focusField);
  // In an array, Lit renders the same content as new elements, which are announced again.
  return attempt % 2 ? [summary] : summary;
}

function renderSummary(
  errors: readonly FieldError[],
  level: number,
  strings: Strings,
  focusField: (field: Field) => void,
): TemplateResult {
  const follow = (event: Event, field: Field): void => {
    event.preventDefault();
    focusField(field);
  };
  return html`<div part="summary" id="summary" role="alert" tabindex="-1" aria-labelledby="summary-title">
    ${icon(PATHS.refused)}
    <div>
      <strong part="summary-title" id="summary-title" role="heading" aria-level=${level}
        >${strings.t('summary', {}, errors.length)}</strong
      >
      <ul>
        ${errors.map(
          ({ field, message }) =>
            html`<li>
              <a part="link" href="#${field}" @click=${(event: Event) => follow(event, field)}
                >${joinLabel(strings.t(FIELDS[field].label), message, strings)}</a
              >
            </li>`,
        )}
      </ul>
    </div>
  </div>`;
}

/** Returns a label and a message in one sentence, without the colon if the label ends with a question mark or full stop. */
function joinLabel(label: string, message: string, strings: Strings): string {
  const joined = strings.t('labelled', { label, text: message });
  return /[?？؟;;。.]$/.test(label) ? label + joined.slice(label.length).replace(/^\s*[:：]/, '') : joined;
}
