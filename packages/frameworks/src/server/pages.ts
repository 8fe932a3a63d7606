/** What a server makes of the forms of the documentation: their templates are compiled for it as in a project. */
import { createSSRApp, type Component as VueComponent } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { render } from 'svelte/server';
import SvelteQuestion from '../svelte/delivery-question.svelte';
import SvelteForm from '../svelte/feedback-form.svelte';
import SvelteLists from '../svelte/server-form.svelte';
import VueQuestion from '../vue/delivery-question.vue';
import VueDetails from '../vue/details-form.vue';
import VueForm from '../vue/feedback-form.vue';
import { DETAILS, FORM, LISTS, QUESTION } from './props.ts';

const withVue = (component: VueComponent, props: object): Promise<string> =>
  renderToString(createSSRApp(component, { ...props }));

export async function renderPages(): Promise<Record<string, string>> {
  return {
    'vue-form': await withVue(VueForm, FORM),
    'vue-details': await withVue(VueDetails, DETAILS),
    'vue-question': await withVue(VueQuestion, QUESTION),
    'svelte-form': (await render(SvelteForm, { props: FORM })).body,
    'svelte-lists': (await render(SvelteLists, { props: { start: LISTS } })).body,
    'svelte-question': (await render(SvelteQuestion, { props: QUESTION })).body,
  };
}
