import '../../define/attachment.ts';
import '../../define/choice.ts';
import '../../define/csat.ts';
import '../../define/survey.ts';
import '../../define/text.ts';
import { validateRecord, type ResponseRecord } from '@heed/core';
import { unmountAll, until } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { answer, build, choice, csat, goNext, collectRecords, setUp, text, valuesIn } from './test/survey.ts';
import type { HeedSurvey } from './survey.ts';

const leave = (): unknown => window.dispatchEvent(new PageTransitionEvent('pagehide'));

async function open(
  attributes: Record<string, string> = {},
  children = [csat(), choice(), text()],
): Promise<{ survey: HeedSurvey; records: ResponseRecord[] }> {
  const survey = await setUp({ survey: 'partial', partial: '', ...attributes }, children);
  return { survey, records: collectRecords(survey, { state: 'sent' }) };
}

describe('partial responses of <heed-survey>', () => {
  afterEach(() => {
    unmountAll();
    localStorage.clear();
  });

  it('are sent up to the current step when the user leaves', async () => {
    const { survey, records } = await open({ endpoint: '/feedback' });
    await answer(survey, 'satisfied', 2);
    await goNext(survey);
    leave();
    expect(records.length).to.equal(1);
    const [record] = records as [ResponseRecord];
    expect(validateRecord(record)).to.deep.equal([]);
    expect(record.partial).to.equal(true);
    expect(valuesIn(record)).to.deep.equal([
      ['satisfied', 2],
      ['reason', null],
    ]);
    expect(survey.matches(':state(sent)')).to.equal(false);
  });

  it('are sent when the page is hidden', async () => {
    const { survey, records } = await open();
    await answer(survey, 'satisfied', 2);
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
    Reflect.deleteProperty(document, 'visibilityState');
    expect(records.length).to.equal(1);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(records.length).to.equal(1);
  });

  it('have the same id as the complete record', async () => {
    const { survey, records } = await open({}, [csat(), text()]);
    await answer(survey, 'satisfied', 2);
    leave();
    await goNext(survey);
    await goNext(survey);
    await until('the complete record', () => records.length === 2);
    expect(records[1]?.id).to.equal(records[0]?.id);
    expect(records[1]).not.to.have.property('partial');
    leave();
    expect(records.length).to.equal(2);
  });

  it('are not sent twice for the same answers, even after a reload', async () => {
    const { survey, records } = await open();
    await answer(survey, 'satisfied', 2);
    leave();
    await goNext(survey);
    leave();
    expect(records.length).to.equal(1);
    survey.remove();
    const again = await open();
    leave();
    expect(again.records.length).to.equal(0);
    await answer(again.survey, 'reason', 'price');
    leave();
    expect(again.records[0]?.id).to.equal(records[0]?.id);
    expect(valuesIn(again.records[0] as ResponseRecord)).to.deep.equal([
      ['satisfied', 2],
      ['reason', 'price'],
    ]);
  });

  it('are sent later if the page cancels the event or does not handle it', async () => {
    const survey = await setUp({ survey: 'partial', partial: '' }, [csat(), choice(), text()]);
    await answer(survey, 'satisfied', 2);
    const events: Event[] = [];
    survey.addEventListener('heed-submit', (event) => {
      if (events.push(event) === 1) event.preventDefault();
    });
    leave();
    leave();
    const records = collectRecords(survey, { state: 'sent' });
    leave();
    leave();
    expect([events.length, records.length]).to.deep.equal([3, 1]);
    survey.remove();
    const again = await open();
    leave();
    expect(again.records).to.deep.equal([]);
  });

  it('are sent again when an answer changes', async () => {
    const { survey, records } = await open();
    for (const value of [2, 3]) {
      await answer(survey, 'satisfied', value);
      leave();
    }
    expect(records.map((record) => valuesIn(record)[0]?.[1])).to.deep.equal([2, 3]);
  });

  it('are not sent before the user has answered', async () => {
    const { records } = await open({}, [
      csat({ value: '3' }),
      build('input', { type: 'hidden', name: 'plan', value: 'team' }),
    ]);
    leave();
    expect(records).to.deep.equal([]);
  });

  it('are not sent without the attribute partial', async () => {
    const survey = await setUp({}, [csat(), text()]);
    const records = collectRecords(survey, { state: 'sent' });
    await answer(survey, 'satisfied', 2);
    leave();
    expect(records).to.deep.equal([]);
  });

  it('contain no files and no abandoned branch', async () => {
    const { survey, records } = await open({ display: 'page' }, [
      csat(),
      text({ 'show-if': 'satisfied <= 2' }),
      build('heed-attachment', { name: 'photo' }),
    ]);
    await answer(survey, 'satisfied', 1);
    await answer(survey, 'why', 'Late');
    await answer(survey, 'satisfied', 5);
    leave();
    expect(valuesIn(records[0] as ResponseRecord)).to.deep.equal([['satisfied', 5]]);
  });

  it('have a new id after the complete record is refused', async () => {
    const survey = await setUp({ partial: '' }, [csat()]);
    const records = collectRecords(survey, { state: 'refused' });
    await answer(survey, 'satisfied', 2);
    leave();
    await goNext(survey);
    await until('the refusal', () => survey.matches(':state(refused)'));
    await survey.updateComplete;
    await goNext(survey);
    await until('the second attempt', () => records.length === 3);
    expect(records[1]?.id).to.equal(records[0]?.id);
    expect(records[2]?.id).not.to.equal(records[0]?.id);
  });
});
