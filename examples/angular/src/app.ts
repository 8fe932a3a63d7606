import { Component, signal } from '@angular/core';
import type { ResponseRecord } from '@heed/core';
import { ComplaintForm } from './complaint-form.ts';
import { DeliveryQuestion } from './delivery-question.ts';
import { FeedbackForm } from './feedback-form.ts';

@Component({
  selector: 'example-app',
  imports: [ComplaintForm, DeliveryQuestion, FeedbackForm],
  template: `
    <h1>Heed with Angular</h1>
    <h2>A question whose answer the app handles</h2>
    <delivery-question (recorded)="show($event)"></delivery-question>
    <pre>{{ record() }}</pre>
    <h2>A reactive form</h2>
    <feedback-form (sent)="list($event)"></feedback-form>
    <output>{{ sent() }}</output>
    <h2>A complaint</h2>
    <complaint-form></complaint-form>
  `,
})
export class App {
  protected readonly record = signal('');
  protected readonly sent = signal('');

  protected show(record: ResponseRecord): void {
    this.record.set(JSON.stringify(record, null, 2));
  }

  protected list(data: FormData): void {
    this.sent.set(JSON.stringify([...data]));
  }
}
