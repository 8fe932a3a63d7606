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
 * Asks for a permission, with a link to what it means. It is never given beforehand.
 *
 * ```html
 * <heed-consent name="contact" statement="You may contact me about my answer." href="/privacy"></heed-consent>
 * ```
 *
 * @tag heed-consent
 * @slot question - The statement, when it needs more than plain text.
 * @event {Event} input - The visitor gave the permission or took it back.
 * @event {Event} change - The same.
 * @csspart field - The statement with its box and link.
 * @csspart consent - The box and the statement: what can be pressed.
 * @csspart question - The statement.
 * @csspart link - The link to what it means.
 * @csspart error - What is missing or wrong.
 */
export class HeedConsent extends HeedElement<keyof ConsentStrings> {
  static override styles = [tokens('consent'), HeedElement.styles, consentStyles];
  static override properties: PropertyDeclarations = {
    formText: { attribute: 'value' },
    statement: {},
    href: {},
    linkLabel: { attribute: 'link-label' },
  };

  /** What a form gets under the name once the permission is given: attribute `value`. Absent: `on`. */
  declare formText: string | null | undefined;
  /** What is permitted, in the words of the visitor: the `question` by its better name. Absent: usual words. */
  declare statement: string | undefined;
  /** An http(s) address of what the permission means. It opens in a new tab, so that nothing typed is lost. Absent: none. */
  declare href: string | undefined;
  /** The words of that link. Absent: usual ones in the page's language. */
  declare linkLabel: string | undefined;

  protected override readonly localizer = new Localizer<keyof typeof consentEnglish>(this, consentEnglish);
  #value = false;
  #address: string | undefined;

  /** The permission is given. Nothing else than true gives it. */
  get value(): boolean {
    this.syncInputs();
    return this.#value;
  }
  set value(value: boolean) {
    this.syncInputs();
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
    return [{ name: this.#key, kind: 'consent', value: this.value, question }];
  }

  override get consent(): Consent {
    return { [this.#key]: this.value };
  }

  protected override findValidityError(): ValidityError | undefined {
    if (!this.required || this.value) return undefined;
    return { flag: 'valueMissing', message: this.t('consentNeeded'), anchor: this.#box };
  }

  /** A box that is ticked when the answer is sent gives the permission, whoever ticked it. */
  protected override readInputs(): void {
    this.#value = this.#box?.checked ?? this.#value;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('statement')) this.question = this.statement;
    this.#address = this.href ? httpAddress(this, 'href', this.href) : undefined;
  }

  protected override updated(): void {
    // Not by a binding: that would not notice what the visitor did and the page took back.
    if (this.#box) this.#box.checked = this.#value;
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

  get #key(): string {
    return this.name || 'consent';
  }

  get #box(): HTMLInputElement | undefined {
    return this.find<HTMLInputElement>('input');
  }

  /** A box knows no read-only: a click, which keys cause too, is taken back. */
  #onClick = (event: Event): void => {
    if (this.readonly) event.preventDefault();
  };
}

/** What a form gets where the page does not say, as for a native box. */
const GIVEN = 'on';

declare global {
  interface HTMLElementTagNameMap {
    'heed-consent': HeedConsent;
  }
}
