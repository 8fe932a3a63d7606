import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import type { OutcomeDetail } from '@heed/elements';

/** What must not compile; `check.ts` says which lines. */
@Component({
  selector: 'wrong-events',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <heed-nps survey="checkout" (heed-submit)="point($event)"></heed-nps>
    <heed-nps survey="checkout" (heed-submit)="($event.detail.score)"></heed-nps>
    <heed-nps survey="checkout" (heed-sent)="tell($event)"></heed-nps>
  `,
})
export class WrongEvents {
  protected point(event: MouseEvent): void {
    void event.clientX;
  }

  protected tell(detail: OutcomeDetail): void {
    void detail.record;
  }
}
