import { formSuite } from '../form-suite.ts';
import { FeedbackForm } from './feedback-form.tsx';
import { mountWith } from './mount.tsx';
import { TagForm } from './tags.tsx';

formSuite('React', mountWith(FeedbackForm));
formSuite('React, with tags', mountWith(TagForm));
