import { Component } from '@angular/core';
import { FeedbackForm } from './feedback-form';
import { Question } from './question';

@Component({
  selector: 'app-root',
  imports: [FeedbackForm, Question],
  template: `<app-question /><app-feedback-form />`,
})
export class App {}
