import type { ResponseRecord } from '@heed/core';
import { inside, until, warningsDuring } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { flushSync, hydrate, unmount } from 'svelte';
import { FormPage } from '@heed/testing/frameworks/form-page';
import { loadServerPage } from '@heed/testing/frameworks/server-page';
import { FORM, CHOICES, QUESTION } from '@heed/testing/frameworks/props';
import DeliveryQuestion from '../src/delivery-question.svelte';
import FeedbackForm from '../src/feedback-form.svelte';
import ChoiceForm from '../src/choice-form.svelte';

type Csat = HTMLElement & { respondent?: object };

describe('server-rendered Svelte', () => {
  let page: FormPage;
  let app: object | undefined;
  beforeEach(() => (page = new FormPage()));
  afterEach(() => {
    if (app) void unmount(app);
    app = undefined;
    document.body.replaceChildren();
  });

  const show = async (name: string): Promise<void> =>
    void (page.host.innerHTML = await loadServerPage('svelte', name));

  it('shows the answers of a form before and after hydration', async () => {
    const data = Object.entries({ recommend: '0', satisfaction: '4', why: 'Slow' });
    await show('form');
    await page.settle();
    expect(page.data()).to.deep.equal(data);
    app = hydrate(FeedbackForm, { target: page.host, props: FORM });
    flushSync();
    expect(page.data()).to.deep.equal(data);
    await page.choose('heed-nps', '10 of');
    await page.waitForState({ ...FORM.start, recommend: 10 });
  });

  it('sends with its objects and listeners, including answers given before hydration, without a warning', async () => {
    const records: ResponseRecord[] = [];
    await show('question');
    const csat = page.control('heed-csat') as Csat;
    await until('the scale', () => csat.shadowRoot?.querySelector('input'));
    inside<HTMLInputElement>(csat, '[part~=option]:nth-child(2) input').click();
    const onRecord = (record: ResponseRecord): unknown => records.push(record);
    const warnings = await warningsDuring(async () => {
      app = hydrate(DeliveryQuestion, { target: page.host, props: { ...QUESTION, onRecord } });
      flushSync();
      await until('the button', () => csat.shadowRoot?.querySelector('[part=submit]'));
      inside(csat, '[part=submit]').click();
      await until('the thanks', () => csat.matches(':state(sent)'));
    });
    expect(records.map(({ respondent }) => respondent)).to.deep.equal([{ id: 'Ada' }]);
    expect(warnings).to.deep.equal([]);
  });

  it('writes an answer that was given before hydration to the state, and clears it on reset', async () => {
    await show('choices');
    await page.settle();
    await page.choose('heed-nps', '3 of');
    app = hydrate(ChoiceForm, { target: page.host, props: { start: CHOICES } });
    flushSync();
    await page.waitForState({ ...CHOICES, recommend: 3 });
    await page.choose('heed-choice', 'price');
    await page.waitForState({ recommend: 3, reasons: ['price', 'missing'] });
    await page.press('Start again');
    await page.waitForState({ recommend: null, reasons: null });
    await page.settle();
    expect(page.data()).to.deep.equal([]);
  });
});
