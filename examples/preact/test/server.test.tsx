import type { ResponseRecord } from '@heed/core';
import type { HeedCsat as HeedElement } from '@heed/elements';
import { HeedCsat } from '@heed/elements/preact';
import { inside, until } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { createRef, hydrate, render, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { FormPage } from '@heed/testing/frameworks/form-page';
import { DeliveryQuestion } from '../src/delivery-question.tsx';
import { FeedbackForm } from '../src/feedback-form.tsx';

type Csat = HTMLElement & { value: unknown; respondent?: object };

describe('server-rendered Preact', () => {
  let page: FormPage;
  beforeEach(() => (page = new FormPage()));
  afterEach(() => {
    render(null, page.host);
    document.body.replaceChildren();
  });

  const csat = (): Csat => page.host.querySelector('heed-csat') as Csat;
  const answer = async (score: number): Promise<void> => {
    await until('the scale', () => csat().shadowRoot?.querySelector('input'));
    inside<HTMLInputElement>(csat(), `[part~=option]:nth-child(${score}) input`).click();
  };
  const show = (app: VNode): string => (page.host.innerHTML = renderToString(app));

  it('shows the answers of a form before and after hydration, and clears them on reset', async () => {
    const start = { recommend: 0, satisfaction: 4, why: 'Slow' };
    const data = Object.entries({ ...start, recommend: '0', satisfaction: '4' });
    const app = <FeedbackForm start={start} disabled={false} onSend={() => {}} />;
    expect(show(app)).to.match(/<heed-nps [^>]*value="0"/);
    await page.settle();
    expect(page.data()).to.deep.equal(data);
    hydrate(app, page.host);
    expect(page.data()).to.deep.equal(data);
    await page.choose('heed-nps', '10 of');
    await page.waitForState({ ...start, recommend: 10 });
    await page.press('Start again');
    await page.waitForState({ recommend: null, satisfaction: null, why: null });
    await page.settle();
    expect(page.data()).to.deep.equal([]);
  });

  it('sends with its objects and listeners, including answers given before hydration', async () => {
    const records: ResponseRecord[] = [];
    const app = <DeliveryQuestion customer="Ada" onRecord={(record) => records.push(record)} />;
    expect(show(app)).not.to.contain('object');
    await answer(2);
    hydrate(app, page.host);
    await until('the button', () => csat().shadowRoot?.querySelector('[part=submit]'));
    inside(csat(), '[part=submit]').click();
    await until('the thanks', () => csat().matches(':state(sent)'));
    expect(records.map(({ respondent }) => respondent)).to.deep.equal([{ id: 'Ada' }]);
  });

  it('sets a ref to the element', () => {
    const ref = createRef<HeedElement>();
    const app = <HeedCsat name="score" ref={ref} />;
    show(app);
    hydrate(app, page.host);
    expect(ref.current).to.equal(csat());
  });
});
