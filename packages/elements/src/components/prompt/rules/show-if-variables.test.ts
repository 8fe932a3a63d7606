import { mount, unmountAll } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { getVariable } from './show-if-variables.ts';

describe('variables in show-if', () => {
  afterEach(unmountAll);

  it('includes the language at the prompt, without its region', async () => {
    const region = await mount('section', { lang: 'de-AT' });
    const prompt = await mount('div', {}, region);
    expect(getVariable('language', prompt, 1)).to.equal('de');
  });

  it('includes the device, the visits and the path', async () => {
    const prompt = await mount('div');
    expect(getVariable('device', prompt, 1)).to.be.oneOf(['phone', 'tablet', 'desktop']);
    expect(getVariable('visits', prompt, 3)).to.equal(3);
    expect(getVariable('path', prompt, 3)).to.equal(location.pathname);
  });

  it('includes traits, which cannot override built-in variables', async () => {
    const prompt = Object.assign(await mount('div'), { traits: { plan: 'free', visits: 99 } });
    expect(getVariable('plan', prompt, 3)).to.equal('free');
    expect(getVariable('visits', prompt, 3)).to.equal(3);
  });

  it('returns null for a trait that is not set', async () => {
    const prompt = await mount('div');
    for (const name of ['plan', 'toString', '__proto__', 'constructor'])
      expect(getVariable(name, Object.assign(prompt, { traits: {} }), 3)).to.equal(null);
  });
});
