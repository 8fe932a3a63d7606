// Angular packages are published partially compiled. The compiler finishes them in the page.
import '@angular/compiler';
import { formSuite } from '@heed/testing/frameworks/form-suite';
import { FeedbackForm } from '../src/feedback-form.ts';
import { ModelForm } from '../src/model-form.ts';
import { mountWith } from './mount.ts';

formSuite(
  'Angular, reactive',
  mountWith(FeedbackForm, ({ form, sent }, { start, disabled, onSend }) => {
    if (start) form.setValue(start);
    if (disabled) form.controls.recommend.disable();
    else form.controls.recommend.enable();
    if (onSend) sent.subscribe(onSend);
  }),
);

formSuite(
  'Angular, template-driven',
  mountWith(ModelForm, (form, { start, disabled = false, onSend }) => {
    if (start) {
      form.recommend.set(start.recommend);
      form.satisfaction.set(start.satisfaction);
      form.why.set(start.why);
    }
    form.disabled.set(disabled);
    if (onSend) form.sent.subscribe(onSend);
  }),
);
