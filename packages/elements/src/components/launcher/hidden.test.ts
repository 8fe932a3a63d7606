import { mount, unmountAll, until } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { followConsent, isHidden, setHidden } from './hidden.ts';

const isKept = (): boolean => localStorage.getItem('heed-launcher:hidden') !== null;

describe('a launcher that a visitor has removed', () => {
  let stop: (() => void) | undefined;
  afterEach(() => {
    stop?.();
    unmountAll();
    setHidden('hidden', false);
  });

  const require = async (content: string): Promise<HTMLElement> =>
    mount<HTMLElement>('meta', { name: 'heed-consent', content }, document.head);

  it('is left alone on the device while a page has yet to give consent', async () => {
    localStorage.setItem('heed-launcher:hidden', '1');
    const meta = await require('required');
    expect([isHidden('hidden'), isKept()]).to.deep.equal([false, true]);
    meta.setAttribute('content', 'given');
    expect(isHidden('hidden')).to.equal(true);
  });

  it('is forgotten by the device when consent is taken back, not by the page', async () => {
    const meta = await require('given');
    stop = followConsent('hidden');
    setHidden('hidden', true);
    expect(isKept()).to.equal(true);
    meta.setAttribute('content', 'required');
    await until('an empty device', () => !isKept());
    expect(isHidden('hidden')).to.equal(true);
  });

  it('is remembered once consent is given', async () => {
    const meta = await require('required');
    stop = followConsent('hidden');
    setHidden('hidden', true);
    expect(isKept()).to.equal(false);
    meta.setAttribute('content', 'given');
    await until('its row', isKept);
  });
});
