import { mount, unmountAll, until } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { followConsent, isHidden, setHidden } from './hidden-launchers.ts';

const isStored = (): boolean => localStorage.getItem('heed-launcher:hidden') !== null;

describe('a hidden launcher', () => {
  let stop: (() => void) | undefined;
  afterEach(() => {
    stop?.();
    unmountAll();
    setHidden('hidden', false);
  });

  const mountConsent = async (content: string): Promise<HTMLElement> =>
    mount<HTMLElement>('meta', { name: 'heed-consent', content }, document.head);

  it('keeps its entry unread before consent', async () => {
    localStorage.setItem('heed-launcher:hidden', '1');
    const meta = await mountConsent('required');
    expect([isHidden('hidden'), isStored()]).to.deep.equal([false, true]);
    meta.setAttribute('content', 'given');
    expect(isHidden('hidden')).to.equal(true);
  });

  it('loses its entry when consent is withdrawn, and stays hidden for the page view', async () => {
    const meta = await mountConsent('given');
    stop = followConsent('hidden');
    setHidden('hidden', true);
    expect(isStored()).to.equal(true);
    meta.setAttribute('content', 'required');
    await until('the deletion', () => !isStored());
    expect(isHidden('hidden')).to.equal(true);
  });

  it('is stored once consent is given', async () => {
    const meta = await mountConsent('required');
    stop = followConsent('hidden');
    setHidden('hidden', true);
    expect(isStored()).to.equal(false);
    meta.setAttribute('content', 'given');
    await until('the entry', isStored);
  });
});
