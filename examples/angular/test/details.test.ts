// Angular packages are published partially compiled. The compiler finishes them in the page.
import '@angular/compiler';
import { detailsSuite } from '@heed/testing/frameworks/details-suite';
import { DetailsForm } from '../src/details-form.ts';
import { mountWith } from './mount.ts';

detailsSuite(
  'Angular',
  mountWith(DetailsForm, (app, { start, options }) => {
    if (start) app.form.setValue(start);
    if (options) app.options.set(Object.entries(options));
  }),
);
