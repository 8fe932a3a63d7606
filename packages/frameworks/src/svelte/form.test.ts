import { formSuite } from '../form-suite.ts';
import FeedbackForm from './feedback-form.svelte';
import { mountWith } from './mount.ts';

formSuite('Svelte', mountWith(FeedbackForm));
