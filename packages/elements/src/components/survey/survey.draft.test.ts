import '../../define/attachment.ts';
import '../../define/choice.ts';
import '../../define/csat.ts';
import '../../define/matrix.ts';
import '../../define/survey.ts';
import '../../define/text.ts';
import { clickOn, mount, press, unmountAll, until, warningsDuring } from '@heed/testing/suites/page';
import { expect } from 'chai';
import {
  answer,
  build,
  choice,
  choose,
  csat,
  goNext,
  hasPart,
  part,
  question,
  collectRecords,
  send,
  setUp,
  shown,
  text,
} from './test/survey.ts';
import type { HeedSurvey } from './survey.ts';

const KEY = 'heed-draft:visit';
const children = (): HTMLElement[] => [csat(), choice(), text()];
const open = (attributes: Record<string, string> = {}): Promise<HeedSurvey> =>
  setUp({ survey: 'visit', ...attributes }, children());

/** Answers the first question and goes to the second. */
async function answerFirst(survey: HeedSurvey): Promise<void> {
  await answer(survey, 'satisfied', 4);
  await goNext(survey);
}

async function saveDraft(attributes: Record<string, string> = {}): Promise<void> {
  const survey = await open(attributes);
  await answerFirst(survey);
  survey.remove();
}

const setConsent = (content: string): Promise<HTMLElement> =>
  mount<HTMLElement>('meta', { name: 'heed-consent', content }, document.head);

/** Leaves a draft of an earlier visit on the device, in a page that requires consent. */
async function saveDraftBeforeConsent(): Promise<HTMLElement> {
  await saveDraft();
  const draft = localStorage.getItem(KEY) ?? '';
  const meta = await setConsent('required');
  await until('empty storage', () => localStorage.length === 0);
  localStorage.setItem(KEY, draft);
  return meta;
}

const values = (survey: HeedSurvey): unknown[] => survey.answers.map(({ value }) => value);

describe('the draft of <heed-survey>', () => {
  afterEach(() => {
    unmountAll();
    localStorage.clear();
    document.querySelector('meta[name=heed-consent]')?.remove();
  });

  it('restores answers and step, and shows a notice', async () => {
    await saveDraft();
    const survey = await open();
    expect(shown(survey)).to.deep.equal(['reason']);
    expect(values(survey)).to.deep.equal([4, null, null]);
    expect(part(survey, 'notice').textContent).to.contain('We have kept what you entered before.');
    await goNext(survey);
    expect(hasPart(survey, 'notice')).to.equal(false);
  });

  it('fires no events when it is restored', async () => {
    await saveDraft();
    const events: string[] = [];
    const collect = ({ type }: Event): number => events.push(type);
    for (const type of ['input', 'change', 'heed-step']) document.addEventListener(type, collect);
    await open();
    for (const type of ['input', 'change', 'heed-step']) document.removeEventListener(type, collect);
    expect(events).to.deep.equal([]);
    expect(document.activeElement).to.equal(document.body);
  });

  it('restores every kind of answer, including incomplete input', async () => {
    const all = (): HTMLElement[] => [
      choice({ multiple: '', other: '' }),
      build('heed-matrix', { name: 'service' }, build('option', { value: 'speed' }, 'Quick')),
      text({ type: 'email' }),
    ];
    const entries: [string, unknown][] = [
      ['reason', ['price', 'the colour']],
      ['service', { speed: 3 }],
      ['why', 'a@'],
    ];
    const first = await setUp({ survey: 'visit' }, all());
    for (const [name, value] of entries) await answer(first, name, value);
    first.remove();
    const second = await setUp({ survey: 'visit' }, all());
    for (const [name, value] of entries) expect(question(second, name).value, name).to.deep.equal(value);
  });

  it('says that attached files are not kept', async () => {
    const all = (): HTMLElement[] => [build('heed-attachment', { name: 'photo' }), text()];
    const first = await setUp({ survey: 'visit' }, all());
    (question(first, 'photo') as unknown as { files: File[] }).files = [new File(['x'], 'box.txt')];
    await answer(first, 'why', 'Broken');
    first.remove();
    const second = await setUp({ survey: 'visit' }, all());
    expect(part(second, 'notice').textContent).to.contain('add them again');
    expect(question(second, 'photo').value).to.equal(null);
  });

  it('goes to the first invalid question before the step of the draft', async () => {
    await saveDraft();
    const survey = await setUp({ survey: 'visit' }, [text({ name: 'new', required: '' }), ...children()]);
    expect(shown(survey)).to.deep.equal(['new']);
  });

  it('is deleted when the user starts over', async () => {
    await saveDraft();
    const survey = await open();
    await clickOn(part(survey, 'start-over'));
    await until('the notice', () =>
      part(survey, 'notice').textContent?.includes('What you entered has been deleted.'),
    );
    expect(values(survey)).to.deep.equal([null, null, null]);
    expect(shown(survey)).to.deep.equal(['satisfied']);
    survey.remove();
    expect(localStorage.length).to.equal(0);
  });

  it('is restored with answers and step when Enter is pressed again to undo', async () => {
    await saveDraft();
    const survey = await open();
    const button = part(survey, 'start-over');
    button.focus();
    await press('Enter');
    await until('the offer', () => hasPart(survey, 'undo'));
    expect(part(survey, 'undo')).to.equal(button);
    expect(localStorage.getItem(KEY)).to.equal(null);
    await press('Enter');
    await until('the step', () => shown(survey).includes('reason'));
    expect(values(survey)).to.deep.equal([4, null, null]);
    expect(survey.shadowRoot?.activeElement).to.equal(button);
    expect(part(survey, 'start-over')).to.equal(button);
    await until('the draft', () => localStorage.getItem(KEY)?.includes('"satisfied":4'));
  });

  it('restores files on undo, without the welcome screen', async () => {
    const all = (): HTMLElement[] => [
      build('p', { slot: 'welcome' }, 'Welcome'),
      build('heed-attachment', { name: 'photo' }),
      text(),
    ];
    const first = await setUp({ survey: 'visit' }, all());
    await clickOn(part(first, 'next'));
    await until('the first question', () => shown(first).includes('photo'));
    await goNext(first);
    await answer(first, 'why', 'Broken');
    first.remove();
    const second = await setUp({ survey: 'visit' }, all());
    const photo = question(second, 'photo') as unknown as { files: File[] };
    photo.files = [new File(['x'], 'box.txt')];
    await clickOn(part(second, 'start-over'));
    await until('the offer', () => hasPart(second, 'undo'));
    expect(photo.files.length).to.equal(0);
    await clickOn(part(second, 'undo'));
    await until('the step', () => shown(second).includes('why'));
    expect(photo.files.map(({ name }) => name)).to.deep.equal(['box.txt']);
    expect(question(second, 'why').value).to.equal('Broken');
  });

  it('cannot be restored after new input', async () => {
    await saveDraft();
    const survey = await open();
    await clickOn(part(survey, 'start-over'));
    await until('the offer', () => hasPart(survey, 'undo'));
    await answer(survey, 'satisfied', 2);
    survey.dispatchEvent(new Event('input'));
    await until('nothing to undo', () => !hasPart(survey, 'undo'));
    expect(hasPart(survey, 'notice')).to.equal(true);
    await goNext(survey);
    expect(hasPart(survey, 'notice')).to.equal(false);
  });

  for (const outcome of [{ state: 'sent' }, { state: 'stored', durable: true }] as const) {
    it(`is deleted once the answers are ${outcome.state}`, async () => {
      const survey = await setUp({ survey: 'visit' }, [csat()]);
      await answer(survey, 'satisfied', 4);
      await send(survey, outcome);
      survey.remove();
      expect(localStorage.length).to.equal(0);
    });
  }

  it('is kept while the answers are only in memory', async () => {
    const survey = await setUp({ survey: 'visit' }, [csat()]);
    await answer(survey, 'satisfied', 4);
    await send(survey, { state: 'stored', durable: false });
    survey.remove();
    expect(localStorage.getItem(KEY)).to.contain('"satisfied":4');
  });

  it('is saved again when the endpoint refuses the stored answers', async () => {
    const survey = await setUp({ survey: 'visit' }, [csat()]);
    await answer(survey, 'satisfied', 4);
    let refuse: () => void = () => {};
    const settled = new Promise<{ state: 'refused' }>(
      (resolve) => (refuse = () => resolve({ state: 'refused' })),
    );
    await send(survey, { state: 'stored', durable: true, settled });
    refuse();
    await until('the refusal', () => survey.matches(':state(refused)'));
    await survey.updateComplete;
    expect(shown(survey)).to.deep.equal(['satisfied']);
    survey.remove();
    expect(localStorage.getItem(KEY)).to.contain('"satisfied":4');
  });

  it('expires and is deleted after seven days', async () => {
    await saveDraft();
    const day = 24 * 60 * 60 * 1000;
    const age = (days: number): void =>
      localStorage.setItem(
        KEY,
        JSON.stringify({ ...JSON.parse(localStorage.getItem(KEY) ?? ''), at: Date.now() - days * day }),
      );
    age(6.9);
    const young = await open();
    expect(values(young)[0]).to.equal(4);
    young.remove();
    for (const days of [7.1, -7.1]) {
      await saveDraft();
      age(days);
      const old = await open();
      expect(values(old)[0]).to.equal(null);
      expect(localStorage.length).to.equal(0);
      old.remove();
    }
  });

  it('is not saved with no-draft', async () => {
    await saveDraft({ 'no-draft': '' });
    expect(localStorage.length).to.equal(0);
  });

  it('is not saved before the consent that the page requires', async () => {
    const meta = await setConsent('required');
    await saveDraft();
    expect(localStorage.length).to.equal(0);
    meta.setAttribute('content', 'given');
    await saveDraft();
    expect(localStorage.length).to.equal(1);
  });

  it('is not read before consent, and restored once consent is given', async () => {
    const meta = await saveDraftBeforeConsent();
    const survey = await open();
    expect(values(survey)).to.deep.equal([null, null, null]);
    meta.setAttribute('content', 'given');
    await until('the draft', () => values(survey).some((value) => value !== null));
    expect(localStorage.length).to.equal(1);
  });

  it('does not replace input from before consent', async () => {
    const meta = await saveDraftBeforeConsent();
    const survey = await open();
    await answer(survey, 'satisfied', 1);
    meta.setAttribute('content', 'given');
    await Promise.resolve();
    await survey.updateComplete;
    expect(values(survey)[0]).to.equal(1);
  });

  it('is deleted when consent is withdrawn', async () => {
    await saveDraft();
    const meta = await setConsent('given');
    await open();
    meta.setAttribute('content', 'required');
    await until('empty storage', () => localStorage.length === 0);
  });

  it('is saved for one survey only if two have the same name, with a warning', async () => {
    const [first, second] = [await open(), await open()];
    const warnings = await warningsDuring(async () => {
      await answerFirst(first);
      await answer(second, 'satisfied', 1);
    });
    for (const survey of [second, first]) survey.remove();
    expect(localStorage.getItem(KEY)).to.contain('"satisfied":4');
    expect(warnings.length).to.be.at.most(1);
  });

  it('ignores questions and options that the page has removed', async () => {
    const first = await open();
    await answer(first, 'reason', 'price');
    await answer(first, 'why', 'Dear');
    first.remove();
    const second = await setUp({ survey: 'visit' }, [
      build('heed-choice', { name: 'reason', options: 'quality, speed' }),
      csat(),
    ]);
    expect(values(second)).to.deep.equal([null, null]);
  });

  it('does not affect another survey in the same page', async () => {
    const [first, second] = [await open(), await open({ name: 'other' })];
    await answerFirst(first);
    expect(shown(second)).to.deep.equal(['satisfied']);
    for (const survey of [first, second]) survey.remove();
    expect(values(await open({ name: 'other' }))[0]).to.equal(null);
  });

  it('is ignored if it is damaged', async () => {
    const at = Date.now();
    const hostile = {
      satisfied: { a: 1 },
      reason: 7,
      why: ['x'],
      constructor: 1,
      ['__proto__']: { why: 'x' },
    };
    for (const damaged of [
      '{',
      'null',
      '[]',
      JSON.stringify({ at, values: 7 }),
      JSON.stringify({ at, values: { values: 'abc', step: {}, files: 'x', id: 5 } }),
      JSON.stringify({ at, values: { values: hostile, step: '__proto__' } }),
      `{"at":${at},"values":{"values":{"__proto__":{"why":"x"},"satisfied":"99","why":null}}}`,
    ]) {
      localStorage.setItem(KEY, damaged);
      const survey = await open();
      expect(values(survey), damaged).to.deep.equal([null, null, null]);
      expect(shown(survey), damaged).to.deep.equal(['satisfied']);
      expect(question(survey, 'why').shadowRoot?.querySelector('input')).not.to.equal(null);
      survey.remove();
    }
  });

  it('is not required: a full device only loses the draft', async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const survey = await open();
    await answerFirst(survey);
    survey.remove();
    Storage.prototype.setItem = setItem;
    expect(shown(await open())).to.deep.equal(['satisfied']);
  });

  it('restores the answer of a question that is removed and added again', async () => {
    const survey = await open();
    await answer(survey, 'satisfied', 4);
    const old = question(survey, 'satisfied');
    old.remove();
    await until('the question to be gone', () => values(survey).length === 2);
    survey.prepend(csat());
    await until('the answer', () => values(survey)[0] === 4);
  });

  it('lets the user continue and send', async () => {
    await saveDraft();
    const survey = await open();
    await choose(survey, 'reason', 'price');
    const records = collectRecords(survey, { state: 'sent' });
    await goNext(survey);
    await goNext(survey);
    await until('the record', () => records.length === 1);
    expect(records[0]?.answers.map(({ value }) => value)).to.deep.equal([4, 'price', null]);
  });
});
