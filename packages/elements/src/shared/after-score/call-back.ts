import { html, nothing, type TemplateResult } from 'lit';
import { renderError } from '../form/field-error.ts';

/** The user's input: consent and contact details. */
export interface CallBack {
  agreed: boolean;
  contact: string;
}

/** Asks for consent, and then for contact details. */
export function renderCallBack(
  { agreed, contact }: CallBack,
  strings: { offer: string; contact: string; error: string },
  { isLocked: disabled, attempt }: { isLocked: boolean; attempt: number },
): TemplateResult {
  return html`<label part="consent">
      <input
        type="checkbox"
        id="agreed"
        .checked=${agreed || nothing}
        ?disabled=${disabled}
      />${strings.offer}
    </label>
    ${
      agreed
        ? html`<div part="field">
            <label part="label" for="contact">${strings.contact}</label>
            <input
              part="input"
              id="contact"
              autocomplete="email"
              aria-describedby="contact-error"
              aria-invalid=${strings.error !== ''}
              .value=${contact}
              ?disabled=${disabled}
            />
            ${renderError('contact-error', strings.error, attempt)}
          </div>`
        : nothing
    }`;
}
