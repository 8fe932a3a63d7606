import { Component, CUSTOM_ELEMENTS_SCHEMA, output, signal } from '@angular/core';
import type { ResponseRecord } from '@heed/core';
import type { HeedSubmitEvent } from '@heed/elements';

@Component({
  selector: 'delivery-question',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <heed-csat
      survey="delivery"
      [question]="'How was your delivery, ' + customer() + '?'"
      [max]="7"
      [callBack]="false"
      follow-up="What should we know?"
      [respondent]="{ id: customer() }"
      (heed-submit)="accept($event)"
    ></heed-csat>
  `,
})
export class DeliveryQuestion {
  readonly customer = signal('Ada');
  readonly recorded = output<ResponseRecord>();

  protected accept(event: HeedSubmitEvent): void {
    this.recorded.emit(event.detail);
    event.respondWith({ state: 'sent' });
  }
}
