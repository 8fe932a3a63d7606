import '../define/choice.ts';
import '../define/complaint.ts';
import '../define/nps.ts';
import '../define/survey.ts';
import { inside, mount, unmountAll, until, type TestElement } from '@heed/testing/suites/page';
import { expect } from 'chai';
import type { HeedNps } from '../components/nps/nps.ts';

const question = (element: Element): string => inside(element, '[part=question]').textContent?.trim() ?? '';
const untilAsked = (element: Element, strings: string): Promise<unknown> =>
  until(`"${strings}"`, () => question(element).includes(strings));

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
    element.strings = { npsQuestion: 'Recommend us?' };
    await untilAsked(element, 'Recommend us?');
    element.strings = {};
    await untilAsked(element, 'mengesyorkan');
  });

  it('writes numbers in its digits, unless the page wishes others', async () => {
    const steps = async (lang: string): Promise<string> =>
      inside(await askIn(lang), '[part=scale]').innerText.replace(/\s/g, '');
    expect(await steps('fa')).to.equal('۰۱۲۳۴۵۶۷۸۹۱۰');
    expect(await steps('fa-u-nu-latn')).to.equal('012345678910');
    expect(await steps('hi')).to.equal('012345678910');
  });

  /** What is marked as English in the shadow root of an element. */
  const english = (element: Element): string[] =>
    [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[lang=en]') ?? [])].map(
      (each) => each.getAttribute('aria-label') ?? each.innerText.trim(),
    );
  const untilMarked = (element: Element, strings: string): Promise<unknown> =>
    until(`"${strings}" in English`, () => english(element).includes(strings));

  it('marks what is in English in a page of a language without words, and nothing else', async () => {
    const element = await askIn('is', 'heed-nps', { survey: 'is', value: '3', 'high-label': 'Já' });
    await untilMarked(element, 'Send');
    expect(english(element)).to.include.members([
      '0 of 10, Not at all likely',
      'Not at all likely',
      '9 of 10',
    ]);
    const others = [
      ...(element.shadowRoot?.querySelectorAll('[aria-label="10 of 10, Já"], [part=ends] > :last-child') ??
        []),
    ];
    for (const other of others) expect(other.closest<HTMLElement>('[lang]')?.lang).to.equal(undefined);
    expect(others.length).to.be.greaterThan(0);
    // Firefox takes the language of what a radio button is in.
    expect(inside(element, '[aria-label="9 of 10"]').parentElement?.lang).to.equal('en');
    inside(element, '[part=submit]').click();
    await until('the warning', () => element.shadowRoot?.querySelector('[part=status-title]'));
    expect(english(element)).to.include('This could not be sent');
  });

  it('leaves the question of the page in the language of the page', async () => {
    const element = await askIn('is', 'heed-nps', { question: 'Hvernig?' });
    await untilMarked(element, '9 of 10');
    expect(inside(element, '[part=question]').querySelector('[lang]')).to.equal(null);
  });

  it('keeps what the page has put in apart from an English name around it', async () => {
    const element = await askIn('is', 'heed-survey', { survey: 'is' });
    const welcome = Object.assign(document.createElement('p'), { textContent: 'Velkomin' });
    element.append(welcome, Object.assign(document.createElement('heed-nps'), { name: 'a' }));
    await untilMarked(element, 'Survey');
    const [slot] = element.shadowRoot?.querySelectorAll<HTMLElement>('[part=step] slot') ?? [];
    expect(slot?.lang).to.equal('is');
    expect(element.querySelector('[lang]')).to.equal(null);
  });

  it('marks the labels that a complaint gives to its fields, too', async () => {
    const element = await askIn('is', 'heed-complaint', { survey: 'is', categories: 'Afhending, Verð' });
    const field = inside(element, '[name=category]');
    await untilMarked(field, 'What is it about?');
    expect(english(field)).not.to.include('Afhending');
    await untilMarked(inside(element, '[name=details]'), 'What happened?');
  });

  it('marks only the strings that the page does not bring', async () => {
    const element = (await askIn('is', 'heed-nps', { survey: 'is', value: '3' })) as HeedNps;
    element.strings = { send: 'Senda', npsQuestion: 'Mælir þú með okkur?' };
    await untilMarked(element, '9 of 10');
    await until('the own string', () => inside(element, '[part=submit]').innerText === 'Senda');
    expect(english(element)).not.to.include('Senda');
    expect(inside(element, '[part=question] slot').lang).to.equal('');
  });

  it('turns an English sentence in a page from right to left, at the edge of the page', async () => {
    const place = await mount('div', { lang: 'ckb', dir: 'rtl' });
    const element = await mount<HeedNps>('heed-nps', { name: 'score', required: '' }, place);
    element.checkValidity();
    const error = await until('the error', () =>
      element.shadowRoot?.querySelector<HTMLElement>('[part=error] span[lang=en]'),
    );
    expect(error?.dir).to.equal('ltr');
    expect(getComputedStyle(error as Element).textAlign).to.equal('right');
    expect(inside(element, 'input').matches('[dir], [dir] *')).to.equal(false);
  });

  it('marks nothing any more once its words have come', async () => {
    const { maximize } = Intl.Locale.prototype;
    await askIn('is');
    Intl.Locale.prototype.maximize = () => {
      throw new TypeError('The words cannot be loaded.');
    };
    const element = await askIn('uk');
    Intl.Locale.prototype.maximize = maximize;
    await untilMarked(element, '9 of 10');
    dispatchEvent(new Event('online'));
    await untilAsked(element, 'порекоменд');
    expect(english(element)).to.deep.equal([]);
  });

  it('marks nothing in an English page', async () => {
    await askIn('is');
    expect(english(await askIn('en-GB', 'heed-nps', { survey: 'en' }))).to.deep.equal([]);
  });

  for (const [max, strings] of [
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
      const expected = strings.replace('{limit}', Number(max).toLocaleString('ar'));
      await until(`"${expected}"`, () => element.shadowRoot?.textContent?.includes(expected));
    });
  }
});
