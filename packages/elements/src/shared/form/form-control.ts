import type { PropertyDeclarations } from 'lit';
import { FormAssociatedElement, reflectedFlag } from './form-associated.ts';

/** A validation failure: the `ValidityState` flag to set and the message to show. */
export interface ValidityError {
  flag: keyof ValidityStateFlags;
  message: string;
  /** The inner control that the browser's validation message points to. */
  anchor?: HTMLElement | undefined;
}

/**
 * A form control with constraint validation, as `<input>` has it.
 *
 * @event {Event} invalid - Validation failed, as on a native control. Does not bubble.
 */
export abstract class FormControl extends FormAssociatedElement {
  static override properties: PropertyDeclarations = { required: reflectedFlag };

  /** Requires an answer before the form can be submitted. */
  declare required: boolean;

  /** Validation messages are shown: the user has tried to submit. From then on the messages are kept up to date. */
  protected showsErrors = false;
  /** Number of failed attempts; a change announces the same error again. Negative if something else announces it. */
  protected attempt = 0;
  #customError = '';

  constructor() {
    super();
    this.required = false;
    this.addEventListener('invalid', () => {
      this.showsErrors = true;
      this.attempt += 1;
      this.requestUpdate();
    });
  }

  get validity(): ValidityState {
    return this.#validated.validity;
  }
  get validationMessage(): string {
    return this.#validated.validationMessage;
  }
  get willValidate(): boolean {
    return this.internals.willValidate;
  }
  checkValidity(): boolean {
    return this.#validated.checkValidity();
  }
  reportValidity(): boolean {
    return this.#validated.reportValidity();
  }
  /** Marks the element as invalid with a message from the page. An empty string removes it. */
  setCustomValidity(message: string): void {
    if (message === this.#customError) return;
    this.#customError = message;
    this.updateForm();
    this.requestUpdate();
  }

  override formResetCallback(): void {
    this.showsErrors = false;
    super.formResetCallback();
  }

  /** Returns what is wrong with the current value; `undefined` if it is valid. */
  protected abstract findValidityError(): ValidityError | undefined;

  /** The error of the value, or else the page's custom error. */
  protected get validityError(): ValidityError | undefined {
    const message = this.#customError;
    return this.findValidityError() ?? (message ? { flag: 'customError', message } : undefined);
  }

  /** The validation message to show; empty until errors are shown. */
  protected get errorText(): string {
    return (this.showsErrors && this.validityError?.message) || '';
  }

  protected override updateForm(): void {
    super.updateForm();
    const { flag, message, anchor } = (this.isActive && this.validityError) || {};
    this.internals.setValidity?.(flag ? { [flag]: true } : {}, message, anchor);
  }

  /** The internals with the current validity, not the validity at the last update. */
  get #validated(): ElementInternals {
    this.updateForm();
    return this.internals;
  }
}
