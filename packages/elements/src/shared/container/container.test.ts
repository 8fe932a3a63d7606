import '../../define/nps.ts';
import { inside, mount, unmountAll } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { HeedPrompt } from '../../components/prompt/prompt.ts';
import { HeedSurvey } from '../../components/survey/survey.ts';
import type { HeedNps } from '../../components/nps/nps.ts';
import { findContainer } from './container.ts';

class TestSurvey extends HeedSurvey {}
class TestPrompt extends HeedPrompt {}

const mountNps = (parent: Element): Promise<HeedNps> =>
  mount<HeedNps>('heed-nps', { name: 'score', survey: 'shop', value: '9' }, parent);

/** Sends its own answer: it has a button and a card. */
const isStandalone = (nps: HeedNps): boolean => nps.shadowRoot?.querySelector('.card [part=submit]') !== null;

describe('containers', () => {
  afterEach(unmountAll);

  it('are found by their tag before they are upgraded', async () => {
    for (const tag of ['heed-survey', 'heed-prompt'] as const) {
      expect(customElements.get(tag)).to.equal(undefined);
      const container = await mount(tag);
      const nps = await mountNps(await mount('div', {}, container));
      expect(findContainer(nps, tag)).to.equal(container);
      expect(isStandalone(nps)).to.equal(false);
    }
  });

  it('are found under any tag', async () => {
    customElements.define('test-survey', TestSurvey);
    const survey = await mount<TestSurvey>('test-survey', { survey: 'shop', 'no-draft': '' });
    const nps = await mountNps(survey);
    expect(findContainer(nps, 'heed-survey')).to.equal(survey);
    expect(findContainer(nps, 'heed-prompt')).to.equal(undefined);
    expect(nps.shadowRoot?.querySelector('[part=submit]')).to.equal(null);
    expect(isStandalone(nps)).to.equal(false);
  });

  it('are found under a tag that is registered later', async () => {
    const survey = await mount('late-survey', { survey: 'shop', 'no-draft': '' });
    const nps = await mountNps(survey);
    expect(isStandalone(nps)).to.equal(true);
    customElements.define('late-survey', class extends HeedSurvey {});
    nps.requestUpdate();
    await nps.updateComplete;
    expect(isStandalone(nps)).to.equal(false);
  });

  it('are not found from the outside, or across a shadow root', async () => {
    const nps = await mountNps(document.body);
    expect(isStandalone(nps)).to.equal(true);
    const survey = await mount('heed-survey');
    const host = await mount('div', {}, survey);
    const root = host.attachShadow({ mode: 'open' });
    const inner = document.createElement('heed-nps');
    root.append(inner);
    expect(findContainer(inner, 'heed-survey')).to.equal(undefined);
  });

  it('are found around a form with a field called "parentElement"', async () => {
    const survey = await mount('heed-survey');
    const form = await mount('form', {}, survey);
    form.append(Object.assign(document.createElement('input'), { name: 'parentElement' }));
    const nps = await mountNps(form);
    expect(findContainer(nps, 'heed-survey')).to.equal(survey);
  });

  it('lend their endpoint, as a prompt under another tag does', async () => {
    customElements.define('test-prompt', TestPrompt);
    const prompt = await mount<TestPrompt>('test-prompt', { endpoint: '/of-the-prompt' });
    const nps = await mountNps(prompt);
    const endpoints: (string | undefined)[] = [];
    prompt.addEventListener('heed-submit', (event) => {
      endpoints.push(event.endpoint);
      event.preventDefault();
    });
    inside(nps, '[part=submit]').click();
    expect(endpoints).to.deep.equal(['/of-the-prompt']);
    expect(isStandalone(nps)).to.equal(false);
  });
});
