import { formSuite } from '@heed/testing/frameworks/form-suite';
import { FeedbackForm } from '../src/feedback-form.tsx';
import { mountWith } from './mount.tsx';
import { TagForm } from '../src/tag-form.tsx';

formSuite('React', mountWith(FeedbackForm));
formSuite('React, with tags', mountWith(TagForm));
