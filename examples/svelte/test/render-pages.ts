/** Renders the components on the server. */
import { CHOICES, FORM, QUESTION } from '@heed/testing/frameworks/props';
import { render } from 'svelte/server';
import ChoiceForm from '../src/choice-form.svelte';
import DeliveryQuestion from '../src/delivery-question.svelte';
import FeedbackForm from '../src/feedback-form.svelte';

export async function renderPages(): Promise<Record<string, string>> {
  return {
    form: (await render(FeedbackForm, { props: FORM })).body,
    choices: (await render(ChoiceForm, { props: { start: CHOICES } })).body,
    question: (await render(DeliveryQuestion, { props: QUESTION })).body,
  };
}
