import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import type { OutcomeDetail } from '@heed/elements';

/** Must not compile. `check.ts` lists the expected errors. */
@Component({
  selector: 'wrong-events',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <heed-nps survey="checkout" (heed-submit)="point($event)"></heed-nps>
    <heed-nps survey="checkout" (heed-submit)="($event.detail.score)"></heed-nps>
    <heed-nps survey="checkout" (heed-sent)="report($event)"></heed-nps>
  `,
})
export class WrongEvents {
  protected point(event: MouseEvent): void {
    void event.clientX;
  }

  protected report(detail: OutcomeDetail): void {
    void detail.record;
  }
}
