import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import '@heed/elements/define/csat';
import { HeedValue } from './heed-value';

@Component({
  selector: 'app-feedback-form',
  imports: [HeedValue, ReactiveFormsModule],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <form ngNativeValidate [formGroup]="form" (submit)="send($event)">
      <heed-csat name="satisfaction" required formControlName="satisfaction"></heed-csat>
      <button>Send</button>
      <button type="reset">Start again</button>
      <p id="value">{{ form.value.satisfaction }}</p>
      <p id="data">{{ data() }}</p>
    </form>
  `,
})
export class FeedbackForm {
  readonly form = new FormGroup({ satisfaction: new FormControl<number | null>(null) });
  readonly data = signal('');

  protected send(event: Event): void {
    event.preventDefault();
    const entries = new FormData(event.currentTarget as HTMLFormElement);
    this.data.set(JSON.stringify(Object.fromEntries(entries)));
  }
}
