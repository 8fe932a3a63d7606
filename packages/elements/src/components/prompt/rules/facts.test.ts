import { mount, unmountAll } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { lookUpFact } from './facts.ts';

describe('what a condition of a prompt may ask for', () => {
  afterEach(unmountAll);

  it('is the language at the prompt, without its region', async () => {
    const region = await mount('section', { lang: 'de-AT' });
    const prompt = await mount('div', {}, region);
    expect(lookUpFact('language', prompt, 1)).to.equal('de');
  });

  it('is the device, the visits and the path', async () => {
    const prompt = await mount('div');
    expect(lookUpFact('device', prompt, 1)).to.be.oneOf(['phone', 'tablet', 'desktop']);
    expect(lookUpFact('visits', prompt, 3)).to.equal(3);
    expect(lookUpFact('path', prompt, 3)).to.equal(location.pathname);
  });

  it('is a trait of the page, which cannot pass for one of ours', async () => {
    const prompt = Object.assign(await mount('div'), { traits: { plan: 'free', visits: 99 } });
    expect(lookUpFact('plan', prompt, 3)).to.equal('free');
    expect(lookUpFact('visits', prompt, 3)).to.equal(3);
  });

  it('is nothing where the page says nothing', async () => {
    const prompt = await mount('div');
    for (const name of ['plan', 'toString', '__proto__', 'constructor'])
      expect(lookUpFact(name, Object.assign(prompt, { traits: {} }), 3)).to.equal(null);
  });
});
