import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import type { Answer } from '@heed/core';
import '@heed/elements/define/complaint';
import { HeedValue } from './heed-value';

@Component({
  selector: 'complaint-form',
  imports: [HeedValue, ReactiveFormsModule],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <form>
      <heed-complaint name="complaint" fields="details order" [formControl]="answers"></heed-complaint>
      <button type="button" (click)="answers.setValue(null)">Rather not</button>
      <pre>{{ tell() }}</pre>
    </form>
  `,
})
export class ComplaintForm {
  readonly answers = new FormControl<Answer[] | null>(null);

  protected tell(): string {
    return JSON.stringify(this.answers.value);
  }
}
