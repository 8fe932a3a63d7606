// The packages of Angular are published half compiled; the rest happens in the page.
import '@angular/compiler';
import { aloneSuite } from '../alone-suite.ts';
import { DeliveryQuestion } from './delivery-question.ts';
import { mountWith } from './mount.ts';

aloneSuite(
  'Angular',
  mountWith(DeliveryQuestion, (question, { customer, onRecord }) => {
    if (customer) question.customer.set(customer);
    if (onRecord) question.recorded.subscribe(onRecord);
  }),
);
