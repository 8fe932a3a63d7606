import { formSuite } from '@heed/testing/frameworks/form-suite';
import { FeedbackForm } from '../src/feedback-form.tsx';
import { mountWith } from './mount.tsx';

formSuite('Solid', mountWith(FeedbackForm));
