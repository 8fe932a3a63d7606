// Angular packages are published partially compiled. The compiler finishes them in the page.
import '@angular/compiler';
import { complaintSuite } from '@heed/testing/frameworks/complaint-suite';
import { ComplaintForm } from '../src/complaint-form.ts';
import { mountWith } from './mount.ts';

complaintSuite(
  'Angular',
  mountWith(ComplaintForm, ({ answers }, { start }) => answers.setValue(start ?? null)),
);
