import type { ResponseRecord } from '@heed/core';
import { HeedCsat } from '@heed/elements/vue';
import { inside, listen, until } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { createSSRApp, defineComponent, h, ref, type App, type Component } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { FormPage } from '@heed/testing/frameworks/form-page';
import { loadServerPage } from '@heed/testing/frameworks/server-page';
import { DETAILS, FORM, QUESTION } from '@heed/testing/frameworks/props';
import DeliveryQuestion from '../src/delivery-question.vue';
import DetailsForm from '../src/details-form.vue';
import FeedbackForm from '../src/feedback-form.vue';

type Csat = HTMLElement & { value: unknown; respondent?: object; updateComplete: Promise<unknown> };

describe('server-rendered Vue', () => {
  let app: App | undefined;
  let page: FormPage;
  let problems: string[];
  let consoleBefore: object;
  beforeEach(() => {
    page = new FormPage();
    problems = [];
    const record = (...args: unknown[]): void => void problems.push(args.join(' '));
    const { warn, error } = console;
    consoleBefore = { warn, error };
    Object.assign(console, { warn: record, error: record });
  });
  afterEach(() => {
    Object.assign(console, consoleBefore);
    app?.unmount();
    document.body.replaceChildren();
    expect(problems).to.deep.equal([]);
  });

  const csat = (): Csat => page.host.querySelector('heed-csat') as Csat;
  const show = async (name: string): Promise<void> =>
    void (page.host.innerHTML = await loadServerPage('vue', name));
  const render = async (component: Component, props: object): Promise<string> =>
    (page.host.innerHTML = await renderToString(createSSRApp(component, { ...props })));
  const hydrate = (component: Component, props: object): void => {
    app = createSSRApp(component, { ...props });
    app.mount(page.host);
  };
  const answer = async (score: number): Promise<void> => {
    await until('the scale', () => csat().shadowRoot?.querySelector('input'));
    inside<HTMLInputElement>(csat(), `[part~=option]:nth-child(${score}) input`).click();
  };

  it('shows the answers of a form before and after hydration, and clears them on reset', async () => {
    const data = Object.entries({ recommend: '0', satisfaction: '4', why: 'Slow' });
    await show('form');
    await page.settle();
    expect(page.data()).to.deep.equal(data);
    hydrate(FeedbackForm, FORM);
    expect(page.data()).to.deep.equal(data);
    await page.choose('heed-nps', '10 of');
    await page.waitForState({ ...FORM.start, recommend: 10 });
    await page.press('Start again');
    await page.waitForState({ recommend: null, satisfaction: null, why: null });
    await page.settle();
    expect(page.data()).to.deep.equal([]);
  });

  it('hydrates a form with choices, a matrix and a consent', async () => {
    await show('details');
    hydrate(DetailsForm, DETAILS);
    await page.settle();
    expect(page.data()).to.deep.equal([
      ['reasons', 'missing'],
      ['service-help', '5'],
      ['contact', 'on'],
    ]);
    await page.choose('heed-choice', 'It costs too much');
    await page.waitForState({ ...DETAILS.start, reasons: ['price', 'missing'] });
  });

  it('sends with its objects and listeners', async () => {
    const records: ResponseRecord[] = [];
    await show('question');
    await answer(2);
    hydrate(DeliveryQuestion, { ...QUESTION, onRecord: (record: ResponseRecord) => records.push(record) });
    expect(csat().value).to.equal(2);
    await until('the button', () => csat().shadowRoot?.querySelector('[part=submit]'));
    inside(csat(), '[part=submit]').click();
    await until('the thanks', () => csat().matches(':state(sent)'));
    expect(records.map(({ respondent }) => respondent)).to.deep.equal([{ id: 'Ada' }]);
  });

  it('writes an answer that was given before hydration to the state', async () => {
    const score = ref<number | null>(null);
    const Question = defineComponent(() => () => [
      h(HeedCsat, {
        name: 'score',
        modelValue: score.value,
        'onUpdate:modelValue': (value: number | null) => (score.value = value),
      }),
    ]);
    await render(Question, {});
    await answer(3);
    hydrate(Question, {});
    await until('the answer', () => score.value === 3);
    expect(csat().value).to.equal(3);
    score.value = null;
    await until('no answer', () => csat().value === null);
  });

  it('fires no event without an answer before hydration', async () => {
    const Question = (): unknown => h(HeedCsat, { name: 'score', modelValue: 4 });
    await render(Question as Component, {});
    await csat().updateComplete;
    const { heard, stop } = listen('input', 'change');
    hydrate(Question as Component, {});
    await csat().updateComplete;
    stop();
    expect([heard.length, csat().value]).to.deep.equal([0, 4]);
  });
});
