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
  goOn,
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

  it('asks one question at a time, and sends all answers at the end', async () => {
    const survey = await setUp({}, [csat(), choice(), text()]);
    expect(shown(survey)).to.deep.equal(['satisfied']);
    await choose(survey, 'satisfied', 4);
    await goOn(survey);
    expect(shown(survey)).to.deep.equal(['reason']);
    await choose(survey, 'reason', 'quality');
    await goOn(survey);
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

  it('goes back without loss', async () => {
    const survey = await setUp({}, [csat(), text()]);
    expect(hasPart(survey, 'back')).to.equal(false);
    await choose(survey, 'satisfied', 2);
    await goOn(survey);
    await answer(survey, 'why', 'Late');
    await goBack(survey);
    expect(shown(survey)).to.deep.equal(['satisfied']);
    expect(question(survey, 'satisfied').value).to.equal(2);
    await goOn(survey);
    expect(question(survey, 'why').value).to.equal('Late');
  });

  it('leads through its steps inside a modal dialog, which stays open', async () => {
    const dialog = await mount<HTMLDialogElement>('dialog');
    dialog.showModal();
    const survey = await setUp({}, [csat(), text()], dialog);
    await choose(survey, 'satisfied', 4);
    await goOn(survey);
    expect(focused(survey)).to.equal('why');
    await sendKeys({ type: 'Sturdy' });
    const record = await send(survey);
    expect(valuesIn(record)).to.deep.equal([
      ['satisfied', 4],
      ['why', 'Sturdy'],
    ]);
    expect([dialog.open, survey.shadowRoot?.activeElement?.id]).to.deep.equal([true, 'outcome']);
  });

  it('can be answered with keys alone', async () => {
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

  /** What the survey's own live region says of the step. */
  const announced = (survey: Element): string =>
    part(survey, 'body').querySelector('[role=status]')?.textContent ?? '';

  it('announces the number of a step that a key in a field has led to', async () => {
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

  it('leaves the number to the name of the step where a button has led to it', async () => {
    const survey = await setUp({}, [csat(), nps()]);
    await goOn(survey);
    expect([focused(survey), announced(survey)]).to.deep.equal(['recommend', '']);
    expect(part(survey, 'step').ariaLabel).to.equal('Step 2 of 2');
  });

  it('reads a step that begins with text', async () => {
    const hint = build('p', { hidden: '' }, 'Not this.');
    const intro = build('div', {}, build('h2', {}, 'Nearly'), build('p', {}, 'done.'), hint);
    const survey = await setUp({}, [csat(), build('section', {}, intro, text(), build('p', {}, 'After.'))]);
    await goOn(survey);
    expect(focused(survey)).to.equal('step');
    await until('the text', () => announced(survey) === 'Nearly done.');
  });

  it('shows where the focus is when a step has it', async () => {
    const survey = await setUp({}, [csat(), build('p', {}, 'Done.')]);
    await goOn(survey);
    expect(focused(survey)).to.equal('step');
    // WebKit under WebDriver takes no focus for one by key.
    const expected = (of: Element): string => (of.matches(':focus-visible') ? 'solid' : 'none');
    const step = part(survey, 'step');
    expect(getComputedStyle(step).outlineStyle).to.equal(expected(step));
    await send(survey);
    const outcome = inside(survey, '#outcome');
    expect(getComputedStyle(outcome).outlineStyle).to.equal(expected(outcome));
  });

  it('has a heading, unless the page brings its own', async () => {
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

  it('reads its ending with the outcome', async () => {
    const survey = await setUp({}, [csat(), build('p', { slot: 'ending' }, 'We read this on Monday.')]);
    await send(survey);
    const ending = inside(survey, '#outcome').getAttribute('aria-labelledby')?.split(' ')[1];
    const [slot] = survey.shadowRoot?.querySelectorAll<HTMLSlotElement>(`#${ending} slot`) ?? [];
    expect(slot?.assignedElements()[0]?.textContent).to.equal('We read this on Monday.');
  });

  it('stays at a step in which something is missing, and leads there', async () => {
    const survey = await setUp({}, [csat({ required: '' }), text()]);
    await goOn(survey);
    expect(shown(survey)).to.deep.equal(['satisfied']);
    expect(focused(survey)).to.equal('satisfied');
    expect(question(survey, 'satisfied').shadowRoot?.textContent).to.contain('Please choose an answer.');
  });

  it('follows the answers: a condition decides on a step, and what is abandoned is not sent', async () => {
    const survey = await setUp({}, [nps(), text({ 'show-if': 'recommend <= 6' }), choice({ required: '' })]);
    await choose(survey, 'recommend', 3);
    await goOn(survey);
    expect(shown(survey)).to.deep.equal(['why']);
    await answer(survey, 'why', 'Slow');
    await goBack(survey);
    await choose(survey, 'recommend', 9);
    await goOn(survey);
    expect(shown(survey)).to.deep.equal(['reason']);
    await choose(survey, 'reason', 'price');
    expect(valuesIn(await send(survey))).to.deep.equal([
      ['recommend', 9],
      ['reason', 'price'],
    ]);
  });

  it('jumps', async () => {
    const survey = await setUp({}, [
      choice({ 'go-to': "end if reason = 'price'; last" }),
      text(),
      csat({ name: 'last' }),
    ]);
    await choose(survey, 'reason', 'quality');
    await goOn(survey);
    expect(shown(survey)).to.deep.equal(['last']);
    await goBack(survey);
    await choose(survey, 'reason', 'price');
    expect(hasPart(survey, 'submit')).to.equal(true);
  });

  it('repeats an answer in later text, in the words of the visitor, and again when it changes', async () => {
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
    await goOn(survey);
    expect(survey.querySelector('p')?.textContent).to.equal('You said The price.');
    expect(question(survey, 'why').getAttribute('question')).to.equal('Why The price?');
    await goBack(survey);
    await choose(survey, 'reason', 'quality');
    await goOn(survey);
    expect(survey.querySelector('p')?.textContent).to.equal('You said The quality.');
  });

  it('shows everything at once where the page says so', async () => {
    const survey = await setUp({ display: 'page' }, [
      nps(),
      text({ 'show-if': 'recommend <= 6' }),
      choice({ required: '' }),
    ]);
    expect(shown(survey)).to.deep.equal(['recommend', 'reason']);
    await choose(survey, 'recommend', 3);
    expect(shown(survey)).to.deep.equal(['recommend', 'why', 'reason']);
    expect(hasPart(survey, 'next')).to.equal(false);
    await goOn(survey);
    expect(focused(survey)).to.equal('reason');
  });

  it('welcomes, and ends with what the answers ask for', async () => {
    const survey = await setUp({}, [
      build('p', { slot: 'welcome' }, 'Three questions.'),
      nps(),
      build('p', { slot: 'ending', id: 'sorry', 'show-if': 'recommend <= 6' }, 'We are sorry.'),
      build('p', { slot: 'ending', id: 'glad' }, 'We are glad.'),
    ]);
    expect(shown(survey)).to.deep.equal([]);
    expect(part(survey, 'next').textContent?.trim()).to.equal('Start');
    await goOn(survey);
    expect(shown(survey)).to.deep.equal(['recommend']);
    await choose(survey, 'recommend', 3);
    await send(survey);
    const visible = [...survey.querySelectorAll('[slot=ending]')].filter((each) => each.checkVisibility());
    expect(visible.map(({ id }) => id)).to.deep.equal(['sorry']);
    expect(part(survey, 'status').textContent).to.contain('Thank you');
  });

  it('brings back answers and step after a reload', async () => {
    const children = (): HTMLElement[] => [csat(), choice(), text()];
    const first = await setUp({ survey: 'reload' }, children());
    await choose(first, 'satisfied', 4);
    await goOn(first);
    await choose(first, 'reason', 'quality');
    first.remove();
    const second = await setUp({ survey: 'reload' }, children());
    expect(shown(second)).to.deep.equal(['reason']);
    expect(second.value?.map(({ value }) => value)).to.deep.equal([4, 'quality', null]);
    expect(part(second, 'notice').textContent).to.contain('We have kept');
  });
});
