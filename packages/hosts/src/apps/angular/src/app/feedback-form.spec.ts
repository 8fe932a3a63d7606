import { TestBed } from '@angular/core/testing';
import type { HeedCsat } from '@heed/elements';
import { FeedbackForm } from './feedback-form';

test('keeps the score', async () => {
  const fixture = TestBed.createComponent(FeedbackForm);
  await fixture.whenStable();
  const host = fixture.nativeElement as HTMLElement;
  const csat = host.querySelector<HeedCsat>('heed-csat')!;
  await csat.updateComplete;
  csat.shadowRoot!.querySelectorAll('input')[3]!.click();
  await fixture.whenStable();
  expect(fixture.componentInstance.form.value).toEqual({ satisfaction: 4 });
});
