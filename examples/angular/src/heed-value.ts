import { Directive, ElementRef, forwardRef, inject } from '@angular/core';
import {
  NG_VALIDATORS,
  NG_VALUE_ACCESSOR,
  type ControlValueAccessor,
  type ValidationErrors,
  type Validator,
} from '@angular/forms';
import type { HeedNps } from '@heed/elements';

/**
 * Connects Heed elements to `formControl`, `formControlName` and `ngModel`: the value (`null` if unanswered; 0 is an
 * answer), the disabled state and the validation message.
 */
@Directive({
  selector:
    'heed-ces, heed-choice, heed-complaint, heed-consent, heed-csat, heed-matrix, heed-nps, heed-text',
  providers: [
    { provide: NG_VALUE_ACCESSOR, useExisting: forwardRef(() => HeedValue), multi: true },
    { provide: NG_VALIDATORS, useExisting: forwardRef(() => HeedValue), multi: true },
  ],
  host: { '(input)': 'report()', '(change)': 'report()', '(focusout)': 'leave()' },
})
export class HeedValue implements ControlValueAccessor, Validator {
  readonly #element =
    inject<ElementRef<Pick<HeedNps, 'value' | 'disabled' | 'validity' | 'validationMessage'>>>(ElementRef)
      .nativeElement;
  #change: (value: unknown) => void = () => {};
  protected leave: () => void = () => {};

  writeValue(value: HeedNps['value']): void {
    this.#element.value = value;
  }

  registerOnChange(change: (value: unknown) => void): void {
    this.#change = change;
  }

  registerOnTouched(touched: () => void): void {
    this.leave = touched;
  }

  setDisabledState(disabled: boolean): void {
    this.#element.disabled = disabled;
  }

  validate(): ValidationErrors | null {
    const { validity, validationMessage } = this.#element;
    return validity.valid ? null : { heed: validationMessage };
  }

  protected report(): void {
    this.#change(this.#element.value);
  }
}
