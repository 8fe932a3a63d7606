import { formSuite } from '@heed/testing/frameworks/form-suite';
import FeedbackForm from '../src/feedback-form.svelte';
import { mountWith } from './mount.ts';

formSuite('Svelte', mountWith(FeedbackForm));
