/** Renders the components on the server. */
import { DETAILS, FORM, QUESTION } from '@heed/testing/frameworks/props';
import { createSSRApp, type Component } from 'vue';
import { renderToString } from 'vue/server-renderer';
import DeliveryQuestion from '../src/delivery-question.vue';
import DetailsForm from '../src/details-form.vue';
import FeedbackForm from '../src/feedback-form.vue';

const render = (component: Component, props: object): Promise<string> =>
  renderToString(createSSRApp(component, { ...props }));

export async function renderPages(): Promise<Record<string, string>> {
  return {
    form: await render(FeedbackForm, FORM),
    details: await render(DetailsForm, DETAILS),
    question: await render(DeliveryQuestion, QUESTION),
  };
}
