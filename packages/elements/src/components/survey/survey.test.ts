import '../../define/choice.ts';
import '../../define/csat.ts';
import '../../define/nps.ts';
import '../../define/survey.ts';
import '../../define/text.ts';
import { inside, mount, press, unmountAll, until } from '@heed/testing/suites/page';
import { sendKeys } from '@heed/tooling/commands';
import { expect } from 'chai';
import {
  answer,
  build,
  choice,
  choose,
  csat,
  focused,
  goBack,
  goNext,
  hasPart,
  nps,
  part,
  question,
  send,
  setUp,
  shown,
  text,
  valuesIn,
} from './test/survey.ts';

describe('<heed-survey>', () => {
  afterEach(() => {
    unmountAll();
    localStorage.clear();
  });

  it('asks one question at a time and sends all answers at the end', async () => {
    const survey = await setUp({}, [csat(), choice(), text()]);
    expect(shown(survey)).to.deep.equal(['satisfied']);
    await choose(survey, 'satisfied', 4);
    await goNext(survey);
    expect(shown(survey)).to.deep.equal(['reason']);
    await choose(survey, 'reason', 'quality');
    await goNext(survey);
    expect(shown(survey)).to.deep.equal(['why']);
    expect(focused(survey)).to.equal('why');
    await sendKeys({ type: 'Sturdy' });
    const record = await send(survey);
    expect(valuesIn(record)).to.deep.equal([
      ['satisfied', 4],
      ['reason', 'quality'],
      ['why', 'Sturdy'],
    ]);
    expect(part(survey, 'status').textContent).to.contain('Thank you');
  });

  it('keeps the answers when the user goes back', async () => {
    const survey = await setUp({}, [csat(), text()]);
    expect(hasPart(survey, 'back')).to.equal(false);
    await choose(survey, 'satisfied', 2);
    await goNext(survey);
    await answer(survey, 'why', 'Late');
    await goBack(survey);
    expect(shown(survey)).to.deep.equal(['satisfied']);
    expect(question(survey, 'satisfied').value).to.equal(2);
    await goNext(survey);
    expect(question(survey, 'why').value).to.equal('Late');
  });

  it('works inside a modal dialog, which stays open', async () => {
    const dialog = await mount<HTMLDialogElement>('dialog');
    dialog.showModal();
    const survey = await setUp({}, [csat(), text()], dialog);
    await choose(survey, 'satisfied', 4);
    await goNext(survey);
    expect(focused(survey)).to.equal('why');
    await sendKeys({ type: 'Sturdy' });
    const record = await send(survey);
    expect(valuesIn(record)).to.deep.equal([
      ['satisfied', 4],
      ['why', 'Sturdy'],
    ]);
    expect([dialog.open, survey.shadowRoot?.activeElement?.id]).to.deep.equal([true, 'outcome']);
  });

  it('can be answered with the keyboard', async () => {
    const survey = await setUp({}, [csat(), nps(), text()]);
    question(survey, 'satisfied').focus();
    await press(' ', 'ArrowRight', 'Enter');
    await until('the second step', () => focused(survey) === 'recommend');
    await press(' ', 'Enter');
    await until('the third step', () => focused(survey) === 'why');
    expect(valuesIn({ answers: survey.answers } as never).slice(0, 2)).to.deep.equal([
      ['satisfied', 2],
      ['recommend', 0],
    ]);
  });

  /** The text of the survey's live region. */
  const announced = (survey: Element): string =>
    part(survey, 'body').querySelector('[role=status]')?.textContent ?? '';

  it('announces the step number after Enter in a field', async () => {
    const survey = await setUp({}, [text(), csat(), nps()]);
    expect(announced(survey)).to.equal('');
    question(survey, 'why').focus();
    await press('a', 'Enter');
    await until('the second step', () => focused(survey) === 'satisfied');
    await until('its number', () => announced(survey) === 'Step 2 of 3');
    await press(' ', 'Enter');
    await until('the third step', () => focused(survey) === 'recommend');
    await until('its number', () => announced(survey) === 'Step 3 of 3');
  });

  it('announces nothing after a button, because the name of the step contains its number', async () => {
    const survey = await setUp({}, [csat(), nps()]);
    await goNext(survey);
    expect([focused(survey), announced(survey)]).to.deep.equal(['recommend', '']);
    expect(part(survey, 'step').ariaLabel).to.equal('Step 2 of 2');
  });

  it('announces the text at the beginning of a step', async () => {
    const hint = build('p', { hidden: '' }, 'Not this.');
    const intro = build('div', {}, build('h2', {}, 'Nearly'), build('p', {}, 'done.'), hint);
    const survey = await setUp({}, [csat(), build('section', {}, intro, text(), build('p', {}, 'After.'))]);
    await goNext(survey);
    expect(focused(survey)).to.equal('step');
    await until('the text', () => announced(survey) === 'Nearly done.');
  });

  it('has a focus outline on a focused step and outcome', async () => {
    const survey = await setUp({}, [csat(), build('p', {}, 'Done.')]);
    await goNext(survey);
    expect(focused(survey)).to.equal('step');
    // WebKit under WebDriver does not treat this focus as keyboard focus.
    const expected = (of: Element): string => (of.matches(':focus-visible') ? 'solid' : 'none');
    const step = part(survey, 'step');
    expect(getComputedStyle(step).outlineStyle).to.equal(expected(step));
    await send(survey);
    const outcome = inside(survey, '#outcome');
    expect(getComputedStyle(outcome).outlineStyle).to.equal(expected(outcome));
  });

  it('has a heading, unless the page has its own', async () => {
    const heading = (survey: Element): unknown => {
      const { role, ariaLevel } = part(survey, 'question');
      return [role, ariaLevel];
    };
    expect(heading(await setUp({ question: 'Your visit' }, [csat()]))).to.deep.equal(['heading', '2']);
    const level = { question: 'Your visit', 'heading-level': '3' };
    expect(heading(await setUp(level, [csat()]))).to.deep.equal(['heading', '3']);
    const own = build('h1', { slot: 'question' }, 'Your visit');
    expect(heading(await setUp({}, [own, csat()]))).to.deep.equal([null, null]);
  });

  it('labels the outcome with the ending, too', async () => {
    const survey = await setUp({}, [csat(), build('p', { slot: 'ending' }, 'We read this on Monday.')]);
    await send(survey);
    const ending = inside(survey, '#outcome').getAttribute('aria-labelledby')?.split(' ')[1];
    const [slot] = survey.shadowRoot?.querySelectorAll<HTMLSlotElement>(`#${ending} slot`) ?? [];
    expect(slot?.assignedElements()[0]?.textContent).to.equal('We read this on Monday.');
  });

  it('stays at a step with a missing answer and focuses the question', async () => {
    const survey = await setUp({}, [csat({ required: '' }), text()]);
    await goNext(survey);
    expect(shown(survey)).to.deep.equal(['satisfied']);
    expect(focused(survey)).to.equal('satisfied');
    expect(question(survey, 'satisfied').shadowRoot?.textContent).to.contain('Please choose an answer.');
  });

  it('shows a step if its condition is true, and does not send answers of an abandoned branch', async () => {
    const survey = await setUp({}, [nps(), text({ 'show-if': 'recommend <= 6' }), choice({ required: '' })]);
    await choose(survey, 'recommend', 3);
    await goNext(survey);
    expect(shown(survey)).to.deep.equal(['why']);
    await answer(survey, 'why', 'Slow');
    await goBack(survey);
    await choose(survey, 'recommend', 9);
    await goNext(survey);
    expect(shown(survey)).to.deep.equal(['reason']);
    await choose(survey, 'reason', 'price');
    expect(valuesIn(await send(survey))).to.deep.equal([
      ['recommend', 9],
      ['reason', 'price'],
    ]);
  });

  it('jumps to the target of go-to', async () => {
    const survey = await setUp({}, [
      choice({ 'go-to': "end if reason = 'price'; last" }),
      text(),
      csat({ name: 'last' }),
    ]);
    await choose(survey, 'reason', 'quality');
    await goNext(survey);
    expect(shown(survey)).to.deep.equal(['last']);
    await goBack(survey);
    await choose(survey, 'reason', 'price');
    expect(hasPart(survey, 'submit')).to.equal(true);
  });

  it('inserts an answer into later text, and updates it when the answer changes', async () => {
    const survey = await setUp({}, [
      choice(),
      build(
        'section',
        { id: 'more' },
        build('p', {}, 'You said {{reason}}.'),
        text({ question: 'Why {{reason|that}}?' }),
      ),
    ]);
    await choose(survey, 'reason', 'price');
    await goNext(survey);
    expect(survey.querySelector('p')?.textContent).to.equal('You said The price.');
    expect(question(survey, 'why').getAttribute('question')).to.equal('Why The price?');
    await goBack(survey);
    await choose(survey, 'reason', 'quality');
    await goNext(survey);
    expect(survey.querySelector('p')?.textContent).to.equal('You said The quality.');
  });

  it('shows all steps with display="page"', async () => {
    const survey = await setUp({ display: 'page' }, [
      nps(),
      text({ 'show-if': 'recommend <= 6' }),
      choice({ required: '' }),
    ]);
    expect(shown(survey)).to.deep.equal(['recommend', 'reason']);
    await choose(survey, 'recommend', 3);
    expect(shown(survey)).to.deep.equal(['recommend', 'why', 'reason']);
    expect(hasPart(survey, 'next')).to.equal(false);
    await goNext(survey);
    expect(focused(survey)).to.equal('reason');
  });

  it('shows the welcome screen first, and the ending that fits the answers last', async () => {
    const survey = await setUp({}, [
      build('p', { slot: 'welcome' }, 'Three questions.'),
      nps(),
      build('p', { slot: 'ending', id: 'sorry', 'show-if': 'recommend <= 6' }, 'We are sorry.'),
      build('p', { slot: 'ending', id: 'glad' }, 'We are glad.'),
    ]);
    expect(shown(survey)).to.deep.equal([]);
    expect(part(survey, 'next').textContent?.trim()).to.equal('Start');
    await goNext(survey);
    expect(shown(survey)).to.deep.equal(['recommend']);
    await choose(survey, 'recommend', 3);
    await send(survey);
    const visible = [...survey.querySelectorAll('[slot=ending]')].filter((each) => each.checkVisibility());
    expect(visible.map(({ id }) => id)).to.deep.equal(['sorry']);
    expect(part(survey, 'status').textContent).to.contain('Thank you');
  });

  it('restores answers and step after a reload', async () => {
    const children = (): HTMLElement[] => [csat(), choice(), text()];
    const first = await setUp({ survey: 'reload' }, children());
    await choose(first, 'satisfied', 4);
    await goNext(first);
    await choose(first, 'reason', 'quality');
    first.remove();
    const second = await setUp({ survey: 'reload' }, children());
    expect(shown(second)).to.deep.equal(['reason']);
    expect(second.value?.map(({ value }) => value)).to.deep.equal([4, 'quality', null]);
    expect(part(second, 'notice').textContent).to.contain('We have kept');
  });
});
