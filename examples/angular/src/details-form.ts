import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import type { Rows } from '@heed/core';
import '@heed/elements/define/choice';
import '@heed/elements/define/consent';
import '@heed/elements/define/matrix';
import { HeedValue } from './heed-value';

@Component({
  selector: 'details-form',
  imports: [HeedValue, ReactiveFormsModule],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <form [formGroup]="form">
      <heed-choice name="reasons" multiple formControlName="reasons">
        @for (option of options(); track option[0]) {
          <option [value]="option[0]">{{ option[1] }}</option>
        }
      </heed-choice>
      <heed-matrix name="service" display="table" formControlName="service">
        <option value="speed">The reply came quickly.</option>
        <option value="help">The reply helped me.</option>
      </heed-matrix>
      <heed-consent name="contact" statement="You may write to me." formControlName="contact"></heed-consent>
      <button type="button" (click)="form.reset()">Rather not</button>
      <pre>{{ tell() }}</pre>
    </form>
  `,
})
export class DetailsForm {
  readonly options = signal<[value: string, label: string][]>([]);
  readonly form = new FormGroup({
    reasons: new FormControl<string | readonly string[] | null>(null),
    service: new FormControl<Rows | null>(null),
    contact: new FormControl(false, { nonNullable: true }),
  });

  protected tell(): string {
    return JSON.stringify(this.form.getRawValue());
  }
}
