// Angular packages are published partially compiled. The compiler finishes them in the page.
import '@angular/compiler';
import { standaloneSuite } from '@heed/testing/frameworks/standalone-suite';
import { DeliveryQuestion } from '../src/delivery-question.ts';
import { mountWith } from './mount.ts';

standaloneSuite(
  'Angular',
  () => import('@heed/elements/define/csat'),
  mountWith(DeliveryQuestion, (question, { customer, onRecord }) => {
    if (customer) question.customer.set(customer);
    if (onRecord) question.recorded.subscribe(onRecord);
  }),
);
