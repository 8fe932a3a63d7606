import { formSuite } from '@heed/testing/frameworks/form-suite';
import FeedbackForm from '../src/feedback-form.vue';
import { mountWith } from './mount.ts';
import TagForm from '../src/tag-form.vue';

formSuite('Vue', mountWith(FeedbackForm));
formSuite('Vue, with tags', mountWith(TagForm));
