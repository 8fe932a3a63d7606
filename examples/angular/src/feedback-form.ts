import { Component, CUSTOM_ELEMENTS_SCHEMA, output } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import '@heed/elements/define/csat';
import '@heed/elements/define/nps';
import '@heed/elements/define/text';
import { HeedValue } from './heed-value';

@Component({
  selector: 'feedback-form',
  imports: [HeedValue, ReactiveFormsModule],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <form ngNativeValidate [formGroup]="form" (submit)="send($event)">
      <heed-nps name="recommend" required formControlName="recommend"></heed-nps>
      <heed-csat name="satisfaction" display="faces" formControlName="satisfaction"></heed-csat>
      @if (asksWhy) {
        <heed-text name="why" question="What should we do better?" formControlName="why"></heed-text>
      }
      <button>Send</button>
      <button type="reset">Start again</button>
      <button type="button" (click)="form.controls.recommend.setValue(null)">Rather not</button>
      <pre>{{ tell() }}</pre>
    </form>
  `,
})
export class FeedbackForm {
  readonly form = new FormGroup({
    recommend: new FormControl<number | null>(null),
    satisfaction: new FormControl<number | null>(null),
    why: new FormControl<string | null>(null),
  });
  readonly sent = output<FormData>();

  protected get asksWhy(): boolean {
    const { recommend } = this.form.getRawValue();
    return recommend !== null && recommend < 9;
  }

  protected tell(): string {
    return JSON.stringify(this.form.getRawValue());
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.sent.emit(new FormData(event.currentTarget as HTMLFormElement));
  }
}
