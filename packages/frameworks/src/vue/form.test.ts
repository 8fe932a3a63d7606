import { formSuite } from '../form-suite.ts';
import FeedbackForm from './feedback-form.vue';
import { mountWith } from './mount.ts';
import TagForm from './tags.vue';

formSuite('Vue', mountWith(FeedbackForm));
formSuite('Vue, with tags', mountWith(TagForm));
