import type { Answer, Consent } from '@heed/core';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { renderError } from '../../shared/form/field-error.ts';
import { HeedElement, type ValidityError } from '../../shared/base/heed-element.ts';
import { httpAddress } from '../../shared/rendering/http-address.ts';
import { icon } from '../../shared/rendering/icons.ts';
import { tokens } from '../../shared/styles/tokens.ts';
import { Localizer } from '../../shared/localization/localizer.ts';
import type { ConsentStrings } from '../../locales/strings.ts';
import { consentStyles } from './consent.styles.ts';
import { consentEnglish } from '../../locales/en/consent.ts';

const NEW_TAB = 'M13 5h6v6M19 5l-9 9M17 14v5H5V7h5';

/**
 * Asks for a permission, with a link to an explanation. The checkbox is never checked in advance.
 *
 * ```html
 * <heed-consent name="contact" statement="You may contact me about my answer." href="/privacy"></heed-consent>
 * ```
 *
 * @tag heed-consent
 * @slot question - The statement, if it needs markup.
 * @event {Event} input - The user gave or withdrew the permission.
 * @event {Event} change - The user gave or withdrew the permission.
 * @csspart field - The checkbox, its statement and the link.
 * @csspart consent - The label: the checkbox and its statement.
 * @csspart question - The statement.
 * @csspart link - The link to the explanation.
 * @csspart error - The validation message.
 */
export class HeedConsent extends HeedElement<keyof ConsentStrings> {
  static override styles = [tokens('consent'), HeedElement.styles, consentStyles];
  static override properties: PropertyDeclarations = {
    formText: { attribute: 'value' },
    statement: {},
    href: {},
    linkLabel: { attribute: 'link-label' },
  };

  /** The form value when the permission is given (attribute `value`). Defaults to `on`. */
  declare formText: string | null | undefined;
  /** The statement that the user agrees to. Sets `question`. Defaults to a localised statement. */
  declare statement: string | undefined;
  /** The URL of an explanation, http(s) or a path. Opens in a new tab, so that the user's input is not lost. */
  declare href: string | undefined;
  /** The text of the link. Defaults to a localised text. */
  declare linkLabel: string | undefined;

  protected override readonly localizer = new Localizer<keyof typeof consentEnglish>(this, consentEnglish);
  #value = false;
  #address: string | undefined;

  /** Whether the permission is given. Any value other than `true` counts as `false`. */
  get value(): boolean {
    this.sync();
    return this.#value;
  }
  set value(value: boolean) {
    this.sync();
    this.#value = value === true;
    this.updateForm();
    this.requestUpdate();
  }

  formStateRestoreCallback(state: string): void {
    this.value = state === GIVEN;
  }

  protected override clear(): void {
    this.#value = false;
  }

  protected override get formValue(): [string | null, string?] {
    return this.value ? [this.formText ?? GIVEN, GIVEN] : [null];
  }

  override get answers(): Answer[] {
    const question = this.askedOr(this.t('consentStatement'));
    return [{ name: this.#answerName, kind: 'consent', value: this.value, question }];
  }

  override get consent(): Consent {
    return { [this.#answerName]: this.value };
  }

  protected override findValidityError(): ValidityError | undefined {
    if (!this.required || this.value) return undefined;
    return { flag: 'valueMissing', message: this.t('consentNeeded'), anchor: this.#checkbox };
  }

  /** A checkbox that is checked on submit gives the permission, also if a script checked it. */
  protected override readInputs(): void {
    this.#value = this.#checkbox?.checked ?? this.#value;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('statement')) this.question = this.statement;
    this.#address = this.href ? httpAddress(this, 'href', this.href) : undefined;
  }

  protected override updated(): void {
    // A binding does not detect that the page has reset a value that the user chose.
    if (this.#checkbox) this.#checkbox.checked = this.#value;
    super.updated();
  }

  protected override renderContent(): unknown {
    return [this.#renderField(), this.renderSend()];
  }

  #renderField(): TemplateResult {
    const error = this.errorText;
    return html`<div part="field">
      <label part="consent"
        ><input
          type="checkbox"
          aria-describedby="error"
          aria-invalid=${error !== ''}
          aria-readonly=${this.readonly}
          ?required=${this.required}
          ?disabled=${this.isLocked}
          @change=${this.onChange}
          @click=${this.#onClick}
        /><span part="question"
          ><slot name="question">${this.questionOr(this.t('consentStatement'))}</slot></span
        ></label
      >
      ${this.#renderLink()} ${renderError('error', error, this.attempt)}
    </div>`;
  }

  #renderLink(): unknown {
    if (!this.#address) return nothing;
    const label = this.linkLabel ?? this.t('consentLink');
    return html`<a
      part="link"
      href=${this.#address}
      target="_blank"
      rel="noopener"
      aria-label="${label} (${this.t('newTab')})"
      >${label}${icon(NEW_TAB)}</a
    >`;
  }

  get #answerName(): string {
    return this.name || 'consent';
  }

  get #checkbox(): HTMLInputElement | undefined {
    return this.find<HTMLInputElement>('input');
  }

  /** A checkbox has no read-only state: a click, which keys cause too, is cancelled. */
  #onClick = (event: Event): void => {
    if (this.readonly) event.preventDefault();
  };
}

/** The default form value of a native checkbox. */
const GIVEN = 'on';

declare global {
  interface HTMLElementTagNameMap {
    'heed-consent': HeedConsent;
  }
}
