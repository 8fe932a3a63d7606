import { mount, unmountAll, until } from '@heed/testing/suites/page';
import { expect } from 'chai';
import type { Tab } from './test/tab.ts';
import { DAY, untilIdle, START } from './test/environment.ts';

/** Opens another page of the site in a frame, with its own script and document and the same storage. */
async function openTab(space: string): Promise<Tab & { dispatch(name: string): void }> {
  const frame = await mount<HTMLIFrameElement>('iframe', { name: space });
  const { contentWindow, contentDocument } = frame;
  if (!contentWindow || !contentDocument) throw new Error('no page in the frame');
  const script = contentDocument.createElement('script');
  script.type = 'module';
  script.src = new URL('./test/tab.ts', import.meta.url).href;
  contentDocument.head.append(script);
  const { setUp } = (await until('the page', () => (contentWindow as Window & { tab?: Tab }).tab)) as Tab;
  return { setUp, dispatch: (name) => void contentDocument.dispatchEvent(new CustomEvent(name)) };
}

describe('prompts in two pages of a site', () => {
  afterEach(() => {
    unmountAll();
    // Shared by the frames of one page, and not with tests that run at the same time.
    sessionStorage.clear();
  });

  it('share a showing immediately', async () => {
    const space = `tabs-${Math.random()}`;
    const [one, other] = [await openTab(space), await openTab(space)];
    const left = one.setUp({ name: 'left', when: "event('a')" });
    const right = other.setUp({ name: 'right', when: "event('b')" });
    let checks = 0;
    right.element.addEventListener('heed-checked', () => checks++);
    one.dispatch('a');
    await until('the prompt', () => left.opened === 1);
    await until('the check', () => checks > 0);
    expect(right.result('quiet')).to.deep.include({ ok: false, until: START + DAY });
  });

  it('open one at a time, the second after the first has closed', async () => {
    const space = `tabs-${Math.random()}`;
    const [one, other] = [await openTab(space), await openTab(space)];
    const left = one.setUp({ name: 'left', when: "event('a')", quiet: '0' });
    const right = other.setUp({ name: 'right', when: "event('a')", quiet: '0' });
    one.dispatch('a');
    await until('the first prompt', () => left.opened === 1);
    other.dispatch('a');
    await untilIdle();
    expect(right.opened).to.equal(0);
    left.hide();
    await until('the second prompt', () => right.opened === 1);
  });

  it('release the lock of a page that is closed', async () => {
    const space = `tabs-${Math.random()}`;
    const [one, other] = [await openTab(space), await openTab(space)];
    one.setUp({ name: 'left', when: "event('a')", quiet: '0' });
    const right = other.setUp({ name: 'right', when: "event('a')", quiet: '0' });
    one.dispatch('a');
    await untilIdle();
    other.dispatch('a');
    await untilIdle();
    expect(right.opened).to.equal(0);
    document.querySelector('iframe')?.remove();
    await until('the second prompt', () => right.opened === 1);
  });
});
