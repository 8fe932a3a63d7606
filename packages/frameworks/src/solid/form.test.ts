import { formSuite } from '../form-suite.ts';
import { FeedbackForm } from './feedback-form.tsx';
import { mountWith } from './mount.tsx';

formSuite('Solid', mountWith(FeedbackForm));
