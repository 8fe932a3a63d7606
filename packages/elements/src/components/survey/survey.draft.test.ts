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
  goOn,
  hasPart,
  part,
  question,
  receive,
  send,
  setUp,
  shown,
  text,
} from './test/survey.ts';
import type { HeedSurvey } from './survey.ts';

const KEY = 'heed-draft:kept';
const children = (): HTMLElement[] => [csat(), choice(), text()];
const open = (attributes: Record<string, string> = {}): Promise<HeedSurvey> =>
  setUp({ survey: 'kept', ...attributes }, children());

/** Answers the first question and comes to the second. */
async function begin(survey: HeedSurvey): Promise<void> {
  await answer(survey, 'satisfied', 4);
  await goOn(survey);
}

async function keepDraft(attributes: Record<string, string> = {}): Promise<void> {
  const survey = await open(attributes);
  await begin(survey);
  survey.remove();
}

const setConsent = (content: string): Promise<HTMLElement> =>
  mount<HTMLElement>('meta', { name: 'heed-consent', content }, document.head);

/** A draft of an earlier visit, in a page that has required consent from the start. */
async function keepDraftBeforeConsent(): Promise<HTMLElement> {
  await keepDraft();
  const draft = localStorage.getItem(KEY) ?? '';
  const meta = await setConsent('required');
  await until('an empty device', () => localStorage.length === 0);
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

  it('brings back answers and step, and says so', async () => {
    await keepDraft();
    const survey = await open();
    expect(shown(survey)).to.deep.equal(['reason']);
    expect(values(survey)).to.deep.equal([4, null, null]);
    expect(part(survey, 'notice').textContent).to.contain('We have kept what you entered before.');
    await goOn(survey);
    expect(hasPart(survey, 'notice')).to.equal(false);
  });

  it('is silent while it does', async () => {
    await keepDraft();
    const heard: string[] = [];
    const hear = ({ type }: Event): number => heard.push(type);
    for (const type of ['input', 'change', 'heed-step']) document.addEventListener(type, hear);
    await open();
    for (const type of ['input', 'change', 'heed-step']) document.removeEventListener(type, hear);
    expect(heard).to.deep.equal([]);
    expect(document.activeElement).to.equal(document.body);
  });

  it('brings back every kind of answer, also what is not finished', async () => {
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
    const first = await setUp({ survey: 'kept' }, all());
    for (const [name, value] of entries) await answer(first, name, value);
    first.remove();
    const second = await setUp({ survey: 'kept' }, all());
    for (const [name, value] of entries) expect(question(second, name).value, name).to.deep.equal(value);
  });

  it('says that files are not kept, where there were some', async () => {
    const all = (): HTMLElement[] => [build('heed-attachment', { name: 'photo' }), text()];
    const first = await setUp({ survey: 'kept' }, all());
    (question(first, 'photo') as unknown as { files: File[] }).files = [new File(['x'], 'box.txt')];
    await answer(first, 'why', 'Broken');
    first.remove();
    const second = await setUp({ survey: 'kept' }, all());
    expect(part(second, 'notice').textContent).to.contain('add them again');
    expect(question(second, 'photo').value).to.equal(null);
  });

  it('comes no further than to what has to be corrected', async () => {
    await keepDraft();
    const survey = await setUp({ survey: 'kept' }, [text({ name: 'new', required: '' }), ...children()]);
    expect(shown(survey)).to.deep.equal(['new']);
  });

  it('starts over when the visitor wants that', async () => {
    await keepDraft();
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

  it('brings everything back by the same key, with the step and the draft', async () => {
    await keepDraft();
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

  it('brings back files, and the welcome screen does not come between', async () => {
    const all = (): HTMLElement[] => [
      build('p', { slot: 'welcome' }, 'Welcome'),
      build('heed-attachment', { name: 'photo' }),
      text(),
    ];
    const first = await setUp({ survey: 'kept' }, all());
    await clickOn(part(first, 'next'));
    await until('the first question', () => shown(first).includes('photo'));
    await goOn(first);
    await answer(first, 'why', 'Broken');
    first.remove();
    const second = await setUp({ survey: 'kept' }, all());
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

  it('offers no undo any more after new input', async () => {
    await keepDraft();
    const survey = await open();
    await clickOn(part(survey, 'start-over'));
    await until('the offer', () => hasPart(survey, 'undo'));
    await answer(survey, 'satisfied', 2);
    survey.dispatchEvent(new Event('input'));
    await until('nothing to undo', () => !hasPart(survey, 'undo'));
    expect(hasPart(survey, 'notice')).to.equal(true);
    await goOn(survey);
    expect(hasPart(survey, 'notice')).to.equal(false);
  });

  for (const outcome of [{ state: 'sent' }, { state: 'stored', durable: true }] as const) {
    it(`is forgotten once the answers are ${outcome.state}`, async () => {
      const survey = await setUp({ survey: 'kept' }, [csat()]);
      await answer(survey, 'satisfied', 4);
      await send(survey, outcome);
      survey.remove();
      expect(localStorage.length).to.equal(0);
    });
  }

  it('is kept while the answers are in memory only', async () => {
    const survey = await setUp({ survey: 'kept' }, [csat()]);
    await answer(survey, 'satisfied', 4);
    await send(survey, { state: 'stored', durable: false });
    survey.remove();
    expect(localStorage.getItem(KEY)).to.contain('"satisfied":4');
  });

  it('is kept again when the endpoint refuses what was saved', async () => {
    const survey = await setUp({ survey: 'kept' }, [csat()]);
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

  it('expires after seven days, and is deleted then', async () => {
    await keepDraft();
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
      await keepDraft();
      age(days);
      const old = await open();
      expect(values(old)[0]).to.equal(null);
      expect(localStorage.length).to.equal(0);
      old.remove();
    }
  });

  it('is not kept where the page says so', async () => {
    await keepDraft({ 'no-draft': '' });
    expect(localStorage.length).to.equal(0);
  });

  it('is not kept before the consent that the page requires', async () => {
    const meta = await setConsent('required');
    await keepDraft();
    expect(localStorage.length).to.equal(0);
    meta.setAttribute('content', 'given');
    await keepDraft();
    expect(localStorage.length).to.equal(1);
  });

  it('is left alone while the page requires consent, and restored once that is given', async () => {
    const meta = await keepDraftBeforeConsent();
    const survey = await open();
    expect(values(survey)).to.deep.equal([null, null, null]);
    meta.setAttribute('content', 'given');
    await until('the draft', () => values(survey).some((value) => value !== null));
    expect(localStorage.length).to.equal(1);
  });

  it('is not restored over what was entered before consent was given', async () => {
    const meta = await keepDraftBeforeConsent();
    const survey = await open();
    await answer(survey, 'satisfied', 1);
    meta.setAttribute('content', 'given');
    await Promise.resolve();
    await survey.updateComplete;
    expect(values(survey)[0]).to.equal(1);
  });

  it('is deleted when consent is taken back', async () => {
    await keepDraft();
    const meta = await setConsent('given');
    await open();
    meta.setAttribute('content', 'required');
    await until('an empty device', () => localStorage.length === 0);
  });

  it('is kept of one survey alone where two have the same name, with a warning', async () => {
    const [first, second] = [await open(), await open()];
    const warnings = await warningsDuring(async () => {
      await begin(first);
      await answer(second, 'satisfied', 1);
    });
    for (const survey of [second, first]) survey.remove();
    expect(localStorage.getItem(KEY)).to.contain('"satisfied":4');
    expect(warnings.length).to.be.at.most(1);
  });

  it('drops what the page does not ask or offer any more', async () => {
    const first = await open();
    await answer(first, 'reason', 'price');
    await answer(first, 'why', 'Dear');
    first.remove();
    const second = await setUp({ survey: 'kept' }, [
      build('heed-choice', { name: 'reason', options: 'quality, speed' }),
      csat(),
    ]);
    expect(values(second)).to.deep.equal([null, null]);
  });

  it('does not disturb another survey of the same page', async () => {
    const [first, second] = [await open(), await open({ name: 'other' })];
    await begin(first);
    expect(shown(second)).to.deep.equal(['satisfied']);
    for (const survey of [first, second]) survey.remove();
    expect(values(await open({ name: 'other' }))[0]).to.equal(null);
  });

  it('may be damaged', async () => {
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

  it('survives a device that keeps nothing', async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const survey = await open();
    await begin(survey);
    survey.remove();
    Storage.prototype.setItem = setItem;
    expect(shown(await open())).to.deep.equal(['satisfied']);
  });

  it('gives a question that is put into the page again what was entered before', async () => {
    const survey = await open();
    await answer(survey, 'satisfied', 4);
    const old = question(survey, 'satisfied');
    old.remove();
    await until('the question to be gone', () => values(survey).length === 2);
    survey.prepend(csat());
    await until('the answer', () => values(survey)[0] === 4);
  });

  it('goes on over a choice made before', async () => {
    await keepDraft();
    const survey = await open();
    await choose(survey, 'reason', 'price');
    const records = receive(survey, { state: 'sent' });
    await goOn(survey);
    await goOn(survey);
    await until('the record', () => records.length === 1);
    expect(records[0]?.answers.map(({ value }) => value)).to.deep.equal([4, 'price', null]);
  });
});
