// The packages of Angular are published half compiled; the rest happens in the page.
import '@angular/compiler';
import { complaintSuite } from '../complaint-suite.ts';
import { ComplaintForm } from './complaint-form.ts';
import { mountWith } from './mount.ts';

complaintSuite(
  'Angular',
  mountWith(ComplaintForm, ({ answers }, { start }) => answers.setValue(start ?? null)),
);
