import '../define/csat.ts';
import '../define/nps.ts';
import '../define/text.ts';
import { findAxeViolations } from '@heed/testing/suites/axe';
import { inside, mount, unmountAll } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { applyTheme, THEMES } from './index.ts';

const CASES: [tag: string, attributes: Record<string, string>][] = [
  ['heed-nps', { survey: 'theme', value: '9' }],
  ['heed-csat', { name: 'faces', display: 'faces', value: '2' }],
  ['heed-text', { survey: 'theme', type: 'long', hint: 'Help', counter: '', maxlength: '9' }],
];

describe('themes', () => {
  afterEach(unmountAll);

  for (const [name, theme] of Object.entries(THEMES)) {
    for (const colours of ['light', 'dark']) {
      it(`have no axe violations in "${name}", ${colours}`, async () => {
        const place = await mount('div');
        place.style.colorScheme = colours;
        place.style.background = colours === 'dark' ? '#11131a' : '#fff';
        applyTheme(place, theme);
        for (const [tag, attributes] of CASES) {
          const element = await mount<HTMLElementTagNameMap['heed-text']>(tag, attributes, place);
          element.checkValidity();
          await element.updateComplete;
          expect(await findAxeViolations(element)).to.deep.equal([]);
        }
      });
    }
  }

  it('make controls smaller in "compact"', async () => {
    const place = await mount('div');
    applyTheme(place, THEMES.compact);
    const element = await mount('heed-nps', { name: 'score' }, place);
    expect(inside(element, '[part~=option]').offsetHeight).to.equal(33);
    applyTheme(place, THEMES.default);
    expect(inside(element, '[part~=option]').offsetHeight).to.equal(44);
  });

  it('can be overridden for one element type', async () => {
    const place = await mount('div');
    place.style.setProperty('--heed-radius', '1px');
    place.style.setProperty('--heed-nps-radius', '9px');
    const [nps, csat] = [
      await mount('heed-nps', { name: 'score' }, place),
      await mount('heed-csat', { name: 'stars', display: 'numbers' }, place),
    ];
    const radiusOf = (element: Element): string =>
      getComputedStyle(inside(element, '[part~=option]')).borderTopLeftRadius;
    expect([radiusOf(nps), radiusOf(csat)]).to.deep.equal(['9px', '1px']);
  });
});
