import { Component } from '@angular/core';
import { FeedbackForm } from './feedback-form';
import { Question } from './question';

@Component({
  selector: 'app-root',
  imports: [FeedbackForm, Question],
  template: `
    <h1>{{ title }}</h1>
    <app-question />
    <app-feedback-form />
  `,
})
export class App {
  protected readonly title = 'Thank you for your order';
}
