import { mount, unmountAll, until } from '@heed/testing/suites/page';
import { expect } from 'chai';
import type { Tab } from './test/tab.ts';
import { DAY, rested, START } from './test/environment.ts';

/** Another page of the site: with a script and a document of its own, and the same storage. */
async function openTab(space: string): Promise<Tab & { t(name: string): void }> {
  const frame = await mount<HTMLIFrameElement>('iframe', { name: space });
  const { contentWindow, contentDocument } = frame;
  if (!contentWindow || !contentDocument) throw new Error('no page in the frame');
  const script = contentDocument.createElement('script');
  script.type = 'module';
  script.src = new URL('./test/tab.ts', import.meta.url).href;
  contentDocument.head.append(script);
  const { setUp } = (await until('the page', () => (contentWindow as Window & { tab?: Tab }).tab)) as Tab;
  return { setUp, t: (name) => void contentDocument.dispatchEvent(new CustomEvent(name)) };
}

describe('prompts in two pages of a site', () => {
  afterEach(() => {
    unmountAll();
    // The frames of one page share it, and no test that runs at the same time does.
    sessionStorage.clear();
  });

  it('hear from each other at once what was shown', async () => {
    const space = `tabs-${Math.random()}`;
    const [one, other] = [await openTab(space), await openTab(space)];
    const left = one.setUp({ name: 'left', when: "event('a')" });
    const right = other.setUp({ name: 'right', when: "event('b')" });
    let judged = 0;
    right.element.addEventListener('heed-judged', () => judged++);
    one.t('a');
    await until('the prompt', () => left.opened === 1);
    await until('the news', () => judged > 0);
    expect(right.verdict('quiet')).to.deep.include({ ok: false, until: START + DAY });
  });

  it('open one at a time, and the second where the first is closed', async () => {
    const space = `tabs-${Math.random()}`;
    const [one, other] = [await openTab(space), await openTab(space)];
    const left = one.setUp({ name: 'left', when: "event('a')", quiet: '0' });
    const right = other.setUp({ name: 'right', when: "event('a')", quiet: '0' });
    one.t('a');
    await until('the first prompt', () => left.opened === 1);
    other.t('a');
    await rested();
    expect(right.opened).to.equal(0);
    left.hide();
    await until('the second prompt', () => right.opened === 1);
  });

  it('get the turn back from a page that is gone', async () => {
    const space = `tabs-${Math.random()}`;
    const [one, other] = [await openTab(space), await openTab(space)];
    one.setUp({ name: 'left', when: "event('a')", quiet: '0' });
    const right = other.setUp({ name: 'right', when: "event('a')", quiet: '0' });
    one.t('a');
    await rested();
    other.t('a');
    await rested();
    expect(right.opened).to.equal(0);
    document.querySelector('iframe')?.remove();
    await until('the second prompt', () => right.opened === 1);
  });
});
