import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import '@heed/elements/define/nps';

@Component({
  selector: 'app-question',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <heed-nps
      survey="checkout"
      endpoint="/feedback"
      [respondent]="{ id: 'u-42' }"
      (heed-submit)="note($event)"
      (heed-sent)="note($event)"
    ></heed-nps>
    <p id="events">{{ events().join(' ') }}</p>
  `,
})
export class Question {
  readonly events = signal<string[]>([]);

  protected note({ type }: Event): void {
    this.events.update((before) => [...before, type]);
  }
}
