import '../define/choice.ts';
import '../define/nps.ts';
import { inside, mount, unmountAll, until, type TestElement } from '@heed/testing/suites/page';
import { expect } from 'chai';
import type { HeedNps } from '../nps/nps.ts';

const question = (element: Element): string => inside(element, '[part=question]').textContent?.trim() ?? '';
const untilAsked = (element: Element, words: string): Promise<unknown> =>
  until(`"${words}"`, () => question(element).includes(words));

describe('the language of an element', () => {
  afterEach(() => {
    unmountAll();
    document.documentElement.lang = 'en';
  });

  /** `<div lang=…>` with an element in it. */
  const askIn = async (lang: string, tag = 'heed-nps', attributes = {}): Promise<TestElement> => {
    const place = await mount('div', { lang });
    return mount(tag, { name: 'score', ...attributes }, place);
  };

  it('is that of the nearest element with one, not that of the page', async () => {
    document.documentElement.lang = 'de';
    expect(question(await askIn('tr'))).to.contain('önerme');
  });

  it('is its own before that of what is around it', async () => {
    const element = await askIn('tr', 'heed-nps', { lang: 'it' });
    expect(question(element)).to.contain('consigli');
  });

  it('reaches into shadow roots', async () => {
    const host = await mount('div', { lang: 'ja' });
    const root = host.attachShadow({ mode: 'open' });
    const element = document.createElement('heed-nps') as HeedNps;
    element.name = 'score';
    root.append(element);
    await element.updateComplete;
    expect(question(element)).to.contain('可能性');
  });

  it('follows a change in the page, and keeps what was chosen', async () => {
    const element = (await askIn('ko')) as HeedNps;
    element.value = 0;
    element.parentElement?.setAttribute('lang', 'th');
    await untilAsked(element, 'คุณมีแนวโน้ม');
    expect(element.value).to.equal(0);
  });

  it('follows the element to another place', async () => {
    const element = await askIn('vi');
    const place = await mount('div', { lang: 'id' });
    place.append(element);
    await untilAsked(element, 'merekomendasikan');
  });

  it('is English again where the page takes its own away', async () => {
    const element = await askIn('he');
    element.parentElement?.removeAttribute('lang');
    await untilAsked(element, 'How likely');
  });

  for (const lang of ['tlh', 'not a tag', '', 'hi-Latn']) {
    it(`is English for lang="${lang}", and the element is there`, async () => {
      const element = await askIn(lang);
      expect(question(element)).to.contain('How likely');
      expect(element.getBoundingClientRect().height).to.be.greaterThan(50);
    });
  }

  it('is English as long as its words do not load, and comes with the network', async () => {
    const { maximize } = Intl.Locale.prototype;
    Intl.Locale.prototype.maximize = () => {
      throw new TypeError('The words cannot be loaded.');
    };
    const element = await askIn('sv');
    Intl.Locale.prototype.maximize = maximize;
    expect(question(element)).to.contain('How likely');
    dispatchEvent(new Event('online'));
    await untilAsked(element, 'rekommendera');
  });

  it('gives way to the words of the team', async () => {
    const element = (await askIn('ms')) as HeedNps;
    element.words = { npsQuestion: 'Recommend us?' };
    await untilAsked(element, 'Recommend us?');
    element.words = {};
    await untilAsked(element, 'mengesyorkan');
  });

  it('writes numbers in its digits, unless the page wishes others', async () => {
    const steps = async (lang: string): Promise<string> =>
      inside(await askIn(lang), '[part=scale]').innerText.replace(/\s/g, '');
    expect(await steps('fa')).to.equal('۰۱۲۳۴۵۶۷۸۹۱۰');
    expect(await steps('fa-u-nu-latn')).to.equal('012345678910');
    expect(await steps('hi')).to.equal('012345678910');
  });

  for (const [max, words] of [
    ['1', 'اختر خيارًا واحدًا على الأكثر.'],
    ['2', 'اختر خيارين على الأكثر.'],
    ['3', 'اختر {limit} خيارات على الأكثر.'],
    ['11', 'اختر {limit} خيارًا على الأكثر.'],
  ] as const) {
    it(`has a plural of its own for ${max} in Arabic`, async () => {
      const place = await mount('div', { lang: 'ar' });
      const element = document.createElement('heed-choice') as TestElement;
      element.append(...Array.from({ length: 12 }, (_, index) => new Option(String(index))));
      for (const [name, value] of Object.entries({ name: 'c', multiple: '', max }))
        element.setAttribute(name, value);
      place.append(element);
      // Engines do not agree on the digits of Arabic.
      const expected = words.replace('{limit}', Number(max).toLocaleString('ar'));
      await until(`"${expected}"`, () => element.shadowRoot?.textContent?.includes(expected));
    });
  }
});
