import { until, warningsDuring } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { FormPage } from '@heed/testing/frameworks/form-page';
import { FeedbackForm } from '../src/feedback-form.tsx';

describe('a server-rendered React form', () => {
  const start = { recommend: 0, satisfaction: 4, why: 'Slow' };
  let root: Root | undefined;
  afterEach(() => {
    root?.unmount();
    document.body.replaceChildren();
  });

  const render = (): string =>
    renderToString(<FeedbackForm start={start} disabled={false} onSend={() => {}} />);

  it('renders the state as attributes', () => {
    const html = render();
    expect(html).to.contain('<heed-nps name="recommend" required="" value="0">');
    expect(html).to.contain('<heed-csat name="satisfaction" display="faces" value="4">');
  });

  it('shows the answers before and after hydration, and follows the state', async () => {
    const page = new FormPage();
    page.host.innerHTML = render();
    await page.settle();
    expect(page.data()).to.deep.equal(Object.entries({ ...start, recommend: '0', satisfaction: '4' }));
    const errors: unknown[] = [];
    const warnings = await warningsDuring(async () => {
      root = hydrateRoot(page.host, <FeedbackForm start={start} disabled={false} onSend={() => {}} />, {
        onRecoverableError: (error) => errors.push(error),
      });
      await until('React', () =>
        Object.keys(page.control('heed-nps')).some((key) => key.startsWith('__react')),
      );
      expect(page.data()).to.deep.equal(Object.entries({ ...start, recommend: '0', satisfaction: '4' }));
      await page.choose('heed-nps', '10 of');
      await page.waitForState({ ...start, recommend: 10 });
      await page.press('Rather not');
      await page.waitForState({ ...start, recommend: null });
    });
    expect(page.data()).to.deep.equal([['satisfaction', '4']]);
    expect([...errors, ...warnings]).to.deep.equal([]);
  });
});
