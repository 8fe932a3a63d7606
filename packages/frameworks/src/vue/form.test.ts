import { formSuite } from '../form-suite.ts';
import FeedbackForm from './feedback-form.vue';
import { mountWith } from './mount.ts';

formSuite('Vue', mountWith(FeedbackForm));
