import '../../define/ces.ts';
import '../../define/csat.ts';
import '../../define/nps.ts';
import { validateRecord, type Outcome, type ResponseRecord } from '@heed/core';
import { sendKeys, setViewport } from '@heed/tooling/commands';
import { findAxeViolations } from '@heed/testing/suites/axe';
import {
  clickOn,
  inside,
  listen,
  mount,
  press,
  unmountAll,
  until,
  warningsDuring,
} from '@heed/testing/suites/page';
import { expect } from 'chai';
import type { HeedNps } from '../../components/nps/nps.ts';

type Scale = HTMLElementTagNameMap['heed-nps' | 'heed-csat' | 'heed-ces'];

const find = (element: Element, selector: string): HTMLElement | null | undefined =>
  element.shadowRoot?.querySelector<HTMLElement>(selector);

const GROUPS = {
  'follow-up': 'Why?',
  'follow-up-detractor': 'What went wrong?',
  'follow-up-promoter': 'What do you value?',
};

async function choose(element: Scale, value: number): Promise<void> {
  await clickOn(inside(element, `input[aria-label^="${value} of"]`));
  await element.updateComplete;
}

/** Sends the answer; the record, once the outcome is shown. */
async function send(element: Scale, outcome: Outcome = { state: 'sent' }): Promise<ResponseRecord> {
  const records: ResponseRecord[] = [];
  element.addEventListener('heed-submit', (event) => {
    records.push(event.detail);
    event.respondWith(outcome);
  });
  inside(element, '[part=submit]').click();
  await until('the outcome', () => find(element, '[part=status-title]'));
  const [record] = records;
  if (!record) throw new Error('nothing was sent');
  expect(validateRecord(record)).to.deep.equal([]);
  return record;
}

describe('what follows a score', () => {
  afterEach(async () => {
    unmountAll();
    await setViewport({ width: 800, height: 600 });
  });

  const questions: [
    tag: Scale['localName'],
    attributes: Record<string, string>,
    value: number,
    asked: string,
  ][] = [
    ['heed-nps', GROUPS, 0, 'What went wrong?'],
    ['heed-nps', GROUPS, 6, 'What went wrong?'],
    ['heed-nps', GROUPS, 7, 'Why?'],
    ['heed-nps', GROUPS, 8, 'Why?'],
    ['heed-nps', GROUPS, 9, 'What do you value?'],
    ['heed-csat', { 'follow-up-low': 'Low?', 'follow-up-high': 'High?' }, 3, 'Low?'],
    ['heed-csat', { 'follow-up-low': 'Low?', 'follow-up-high': 'High?' }, 4, 'High?'],
    ['heed-csat', { display: 'thumbs', 'follow-up-low': 'Low?' }, 1, 'Low?'],
    ['heed-csat', { max: '10', display: 'numbers', 'follow-up-low': 'Low?', 'follow-up': 'Any?' }, 8, 'Any?'],
    ['heed-csat', { threshold: '5', 'follow-up-low': 'Low?', 'follow-up-high': 'High?' }, 4, 'Low?'],
    ['heed-ces', { threshold: '4', 'follow-up-low': 'Low?', 'follow-up-high': 'High?' }, 4, 'High?'],
    ['heed-ces', { 'follow-up-low': 'Low?', 'follow-up-high': 'High?' }, 4, 'Low?'],
    ['heed-ces', { 'follow-up-low': 'Low?', 'follow-up-high': 'High?' }, 5, 'High?'],
  ];
  for (const [tag, attributes, value, asked] of questions) {
    it(`asks "${asked}" after ${value} in <${tag} ${Object.keys(attributes).join(' ')}>, and records that`, async () => {
      const element = await mount<Scale>(tag, { survey: 'groups', ...attributes });
      await choose(element, value);
      expect(inside(element, '[part=label]').textContent).to.contain(asked);
      expect((await send(element)).answers[1]?.question).to.equal(asked);
    });
  }

  it('asks nothing of a group whose question is empty', async () => {
    const element = await mount<HeedNps>('heed-nps', {
      survey: 'groups',
      'follow-up': 'Why?',
      'follow-up-passive': '',
    });
    await choose(element, 7);
    expect(find(element, 'textarea')).to.equal(null);
    expect((await send(element)).answers.length).to.equal(1);
  });

  it('keeps what was typed when another score brings another question', async () => {
    const element = await mount<HeedNps>('heed-nps', { survey: 'groups', ...GROUPS });
    await choose(element, 3);
    inside(element, 'textarea').focus();
    await sendKeys({ type: 'Late' });
    await choose(element, 9);
    expect((await send(element)).answers[1]).to.deep.equal({
      name: 'nps-comment',
      kind: 'text',
      value: 'Late',
      question: 'What do you value?',
    });
  });

  it('says nothing to the page while a comment is typed', async () => {
    const element = await mount<HeedNps>('heed-nps', { survey: 'groups', value: '9', ...GROUPS });
    inside(element, 'textarea').focus();
    const { heard, stop } = listen('input', 'change');
    await press('a', 'b');
    stop();
    expect(heard).to.deep.equal([]);
  });

  const THANKS = { thanks: 'Thanks.', 'thanks-detractor': 'We will put it right.' };
  it('thanks a group with its text, and the other groups with the common text', async () => {
    for (const [value, strings] of [
      ['2', 'We will put it right.'],
      ['8', 'Thanks.'],
    ] as const) {
      const element = await mount<HeedNps>('heed-nps', { survey: 'thanks', value, ...THANKS });
      await send(element);
      expect(inside(element, '[part=status-text]').textContent).to.equal(strings);
    }
  });

  it('does not thank for what is only stored, or refused', async () => {
    for (const outcome of [{ state: 'stored', durable: true }, { state: 'refused' }] as const) {
      const element = await mount<HeedNps>('heed-nps', { survey: 'thanks', value: '2', ...THANKS });
      await send(element, outcome);
      expect(inside(element, '[part=status]').textContent).not.to.contain('put it right');
    }
  });

  const SHARE = { survey: 'share', 'share-link': 'https://example.com/reviews' };
  it('offers its link to promoters once the answer is confirmed or stored', async () => {
    for (const outcome of [{ state: 'sent' }, { state: 'stored', durable: true }] as const) {
      const element = await mount<HeedNps>('heed-nps', { ...SHARE, value: '9', 'share-label': 'Review us' });
      expect(find(element, 'a')).to.equal(null);
      await send(element, outcome);
      expect(inside<HTMLAnchorElement>(element, 'a').href).to.equal('https://example.com/reviews');
      expect(inside(element, 'a').textContent).to.equal('Review us');
      expect(await findAxeViolations(element)).to.deep.equal([]);
    }
  });

  it('offers no link away from the page while the answer is only in memory', async () => {
    const element = await mount<HeedNps>('heed-nps', { ...SHARE, value: '9' });
    await send(element, { state: 'stored', durable: false });
    expect(find(element, 'a')).to.equal(null);
  });

  for (const value of ['0', '8']) {
    it(`offers no link to share after ${value}`, async () => {
      const element = await mount<HeedNps>('heed-nps', { ...SHARE, value });
      await send(element);
      expect(find(element, 'a')).to.equal(null);
    });
  }

  for (const link of ['javascript:alert(1)', 'data:text/html,x', 'https://']) {
    it(`warns of the address "${link}" and shows no link`, async () => {
      const warnings = await warningsDuring(async () => {
        const element = await mount<HeedNps>('heed-nps', { survey: 'share', value: '9', 'share-link': link });
        await send(element);
        expect(find(element, 'a')).to.equal(null);
      });
      expect(warnings.length).to.equal(1);
      expect(warnings[0]).to.contain('(HEED_LINK)');
    });
  }

  const CALL_BACK = { survey: 'call-back', 'call-back': '' };
  it('records the permission to contact a detractor, and where', async () => {
    const element = await mount<HeedNps>('heed-nps', { ...CALL_BACK });
    await choose(element, 2);
    await clickOn(inside(element, '#agreed'));
    await clickOn(await until('the field', () => find(element, '#contact') as HTMLElement));
    await sendKeys({ type: 'me@example.org' });
    const { answers, consent } = await send(element);
    expect(consent).to.deep.equal({ contact: true });
    expect(answers[1]).to.deep.equal({
      name: 'nps-contact',
      kind: 'text',
      value: 'me@example.org',
      question: 'E-mail or phone',
    });
  });

  it('offers no call back where a framework wrote that it should not', async () => {
    const element = await mount<HeedNps>('heed-nps', { survey: 'call', 'call-back': 'false' });
    await choose(element, 2);
    expect(element.callBack).to.equal(false);
    expect(find(element, '[part=call-back]')).to.equal(null);
  });

  it('records that a permission was not given, and no address', async () => {
    const element = await mount<HeedNps>('heed-nps', { ...CALL_BACK, value: '2' });
    const { answers, consent } = await send(element);
    expect(consent).to.deep.equal({ contact: false });
    expect(answers.length).to.equal(1);
  });

  it('offers no call back after a higher score, and takes the permission back with the score', async () => {
    const element = await mount<HeedNps>('heed-nps', { ...CALL_BACK });
    await choose(element, 2);
    await clickOn(inside(element, '#agreed'));
    await choose(element, 7);
    expect(find(element, '#agreed')).to.equal(null);
    const { answers, consent } = await send(element);
    expect(consent).to.equal(undefined);
    expect(answers.length).to.equal(1);
  });

  it('asks for an address where permission was given, and leads to the field', async () => {
    const element = await mount<HeedNps>('heed-nps', { ...CALL_BACK, value: '2' });
    await clickOn(inside(element, '#agreed'));
    await element.updateComplete;
    inside(element, '[part=submit]').click();
    await element.updateComplete;
    expect(inside(element, '#contact-error').textContent).to.contain('how to reach you');
    expect(inside(element, '#contact').getAttribute('aria-invalid')).to.equal('true');
    expect(inside(element, '[role=radiogroup]').getAttribute('aria-invalid')).to.equal('false');
    expect(element.shadowRoot?.activeElement?.id).to.equal('contact');
    expect(await findAxeViolations(element)).to.deep.equal([]);
  });

  it('asks a known respondent for no contact address', async () => {
    const element = await mount<HeedNps>('heed-nps', { ...CALL_BACK, value: '2' });
    element.respondent = { id: 'u-42' };
    await clickOn(inside(element, '#agreed'));
    const { consent } = await send(element);
    expect(consent).to.deep.equal({ contact: true });
  });

  it('offers nothing of it inside a form', async () => {
    const form = await mount<HTMLFormElement>('form');
    const element = await mount<HeedNps>('heed-nps', { name: 'score', ...CALL_BACK, value: '2' }, form);
    expect(find(element, '#agreed')).to.equal(null);
    expect(element.checkValidity()).to.equal(true);
  });

  it('fits a phone with all of it', async () => {
    await setViewport({ width: 320, height: 600 });
    const element = await mount<HeedNps>('heed-nps', {
      ...CALL_BACK,
      value: '2',
      'follow-up-detractor': 'What went wrong? '.repeat(20),
    });
    await clickOn(inside(element, '#agreed'));
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    expect(await findAxeViolations(element)).to.deep.equal([]);
  });
});
