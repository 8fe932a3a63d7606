import '../../define/choice.ts';
import '../../define/csat.ts';
import '../../define/nps.ts';
import '../../define/survey.ts';
import '../../define/text.ts';
import { clickOn, inside, listen, mount, press, unmountAll, until } from '@heed/testing/suites/page';
import { submitSuite } from '@heed/testing/suites/submit-suite';
import { expect } from 'chai';
import {
  answer,
  build,
  choose,
  csat,
  focused,
  goBack,
  goNext,
  hasPart,
  nps,
  part,
  question,
  setUp,
  shown,
  text,
} from './test/survey.ts';
import type { HeedSurvey } from './survey.ts';

submitSuite({
  tag: 'heed-survey',
  async answer(element) {
    const survey = element as HeedSurvey;
    survey.append(csat(), text());
    await until('the first question', () => shown(survey).length === 1);
    await choose(survey, 'satisfied', 4);
    await goNext(survey);
    await answer(survey, 'why', 'Quick');
  },
  fill: null,
  answers: [
    ['satisfied', 'csat', 4],
    ['why', 'text', 'Quick'],
  ],
});

describe('<heed-survey> in a form', () => {
  afterEach(() => {
    unmountAll();
    localStorage.clear();
  });

  const open = async (
    children: HTMLElement[],
    attributes: Record<string, string> = {},
  ): Promise<{ form: HTMLFormElement; survey: HeedSurvey; submits: Event[] }> => {
    const form = await mount<HTMLFormElement>('form');
    const submits: Event[] = [];
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submits.push(event);
    });
    return { form, submits, survey: await setUp(attributes, children, form) };
  };
  const dataOf = (form: HTMLFormElement): unknown[] => [...new FormData(form)];

  it('adds the answers to the form data, except questions that are not asked', async () => {
    const { form, survey } = await open([
      nps(),
      text({ 'show-if': 'recommend <= 6' }),
      build('input', { type: 'hidden', name: 'plan', value: 'team' }),
    ]);
    await answer(survey, 'recommend', 3);
    await answer(survey, 'why', 'Slow');
    expect(dataOf(form)).to.deep.equal([
      ['recommend', '3'],
      ['why', 'Slow'],
      ['plan', 'team'],
    ]);
    await answer(survey, 'recommend', 9);
    await until('the answer to be removed', () => dataOf(form).length === 2);
  });

  it('is valid when an inactive question is empty', async () => {
    const { form, survey } = await open([nps(), text({ 'show-if': 'recommend <= 6', required: '' })]);
    await answer(survey, 'recommend', 3);
    expect(form.checkValidity()).to.equal(false);
    await answer(survey, 'recommend', 9);
    await until('validity', () => form.checkValidity());
  });

  it('is valid while it is closed', async () => {
    const { form } = await open([
      csat({ value: '3' }),
      nps({ required: '' }),
      text({ 'show-if': 'unknown = 1', required: '' }),
    ]);
    await until('validity', () => form.checkValidity());
    expect(dataOf(form)).to.deep.equal([]);
  });

  it('submits the form once with the last button', async () => {
    const { survey, submits } = await open([csat(), text()]);
    const { heard, stop } = listen('heed-submit');
    await choose(survey, 'satisfied', 4);
    await goNext(survey);
    expect(submits.length).to.equal(0);
    await goNext(survey);
    stop();
    expect(submits.length).to.equal(1);
    expect(heard).to.deep.equal([]);
  });

  it('goes to the next step on Enter in a question, without submitting the form', async () => {
    const { survey, submits } = await open([text({ name: 'first' }), csat(), text()]);
    question(survey, 'first').focus();
    await press('Enter');
    await until('the second step', () => focused(survey) === 'satisfied');
    await press(' ', 'Enter');
    await until('the third step', () => focused(survey) === 'why');
    expect(submits.length).to.equal(0);
    await press('Enter');
    await until('the form', () => submits.length === 1);
  });

  it("goes to the first invalid question when the form's own button is clicked", async () => {
    const { form, survey, submits } = await open([csat({ required: '' }), nps(), text({ required: '' })]);
    const button = build('button', {}, 'Order');
    form.append(button);
    await goNext(survey);
    expect(shown(survey)).to.deep.equal(['satisfied']);
    await answer(survey, 'satisfied', 4);
    await goNext(survey);
    expect(shown(survey)).to.deep.equal(['recommend']);
    await clickOn(button);
    await until('the invalid question', () => shown(survey)[0] === 'why');
    expect(submits.length).to.equal(0);
  });

  it('has no submit button on one page, because the form has its own', async () => {
    const { survey } = await open([csat(), text()], { display: 'page' });
    expect(hasPart(survey, 'submit')).to.equal(false);
  });

  it('returns to the first step on reset', async () => {
    const { form, survey } = await open([csat(), text()]);
    await choose(survey, 'satisfied', 4);
    await goNext(survey);
    form.reset();
    await until('the first step', () => shown(survey)[0] === 'satisfied');
    expect(survey.value).to.equal(null);
    expect(dataOf(form)).to.deep.equal([]);
  });

  it('saves no draft, because it does not know when the form is sent', async () => {
    const { survey } = await open([csat(), text()]);
    await choose(survey, 'satisfied', 4);
    await goNext(survey);
    survey.remove();
    expect(localStorage.length).to.equal(0);
  });

  it('is disabled in a disabled fieldset', async () => {
    const fieldset = await mount<HTMLFieldSetElement>('fieldset', { disabled: '' });
    const survey = await setUp({}, [csat(), text()], fieldset);
    expect((part(survey, 'next') as HTMLButtonElement).disabled).to.equal(true);
    fieldset.disabled = false;
    await until('the button', () => !(part(survey, 'next') as HTMLButtonElement).disabled);
  });
});

describe('the buttons of <heed-survey>', () => {
  afterEach(() => {
    unmountAll();
    localStorage.clear();
  });

  it('fire heed-step for each move', async () => {
    const survey = await setUp({ survey: 'moves' }, [csat(), build('p', {}, 'Thanks so far.'), text()]);
    const { heard, stop } = listen('heed-step');
    for (let step = 0; step < 2; step++) await goNext(survey);
    await goBack(survey);
    stop();
    expect(heard.map((event) => (event as CustomEvent).detail)).to.deep.equal([
      { survey: 'moves', step: '2', place: 2, count: 3 },
      { survey: 'moves', step: 'why', place: 3, count: 3 },
      { survey: 'moves', step: '2', place: 2, count: 3 },
    ]);
  });

  it('read fields that were filled in without an event', async () => {
    const survey = await setUp({}, [csat(), text()]);
    for (const [name, fill] of [
      ['satisfied', (field: HTMLInputElement) => (field.checked = true)],
      ['why', (field: HTMLInputElement) => (field.value = 'Quick')],
    ] as const) {
      fill(inside<HTMLInputElement>(question(survey, name), 'input'));
      if (name === 'satisfied') part(survey, 'next').click();
      await until('the last step', () => shown(survey).includes('why'));
    }
    part(survey, 'back').click();
    await until('the first step', () => shown(survey).includes('satisfied'));
    expect(survey.value?.map(({ value }) => value)).to.deep.equal([1, 'Quick']);
  });

  it('work without a "submit" event, which a sandboxed frame does not fire', async () => {
    const survey = await setUp({}, [csat(), text()]);
    const stop = (event: Event): void => event.stopImmediatePropagation();
    for (const element of [survey, question(survey, 'satisfied'), question(survey, 'why')])
      element.shadowRoot?.addEventListener('submit', stop, true);
    const { heard, stop: stopListening } = listen('heed-submit');
    question(survey, 'satisfied').focus();
    await press(' ', 'Enter');
    await until('the last step', () => focused(survey) === 'why');
    await press('O', 'k', 'Enter');
    await until('the record', () => heard.length === 1);
    stopListening();
  });

  it('do not send on a double click on "next"', async () => {
    const survey = await setUp({}, [csat(), text()]);
    const { heard, stop } = listen('heed-submit');
    for (const [name, detail] of [
      ['next', 1],
      ['submit', 2],
    ] as const) {
      part(survey, name).dispatchEvent(
        new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, detail }),
      );
      await survey.updateComplete;
    }
    expect(shown(survey)).to.deep.equal(['why']);
    expect(heard).to.deep.equal([]);
    await goNext(survey);
    stop();
    expect(heard.length).to.equal(1);
  });

  it('do not handle Escape, nor other keys in a field', async () => {
    const survey = await setUp({}, [text({ type: 'long' }), csat()]);
    const keys: string[] = [];
    const collect = ({ key, defaultPrevented }: KeyboardEvent): number =>
      keys.push(`${key} ${defaultPrevented}`);
    document.addEventListener('keydown', collect);
    question(survey, 'why').focus();
    await press('Escape', 'Enter', 'a', 'ArrowDown');
    document.removeEventListener('keydown', collect);
    expect(keys).to.deep.equal(['Escape false']);
    expect(shown(survey)).to.deep.equal(['why']);
    expect(question(survey, 'why').value).to.equal('\na');
  });
});
