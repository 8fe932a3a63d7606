import { cesScore, csatScore, npsScore, type Answer } from '@heed/core';
import { describe, expect, it } from 'vitest';
import {
  createTestClient,
  buildNpsRecord,
  buildRecord,
  createSurveyName,
  type Harness,
} from '../test-client.ts';

/** Scores and time series. */
export function describeScores(harness: Harness): void {
  describe('the scores', () => {
    it('count NPS answers, including 0 and excluding null', async () => {
      const { post, scores } = createTestClient(harness);
      const survey = createSurveyName();
      for (const value of [0, 0, 9, 10, 10, 7, null]) await post(buildNpsRecord(survey, value));
      const counts = { 0: 2, 7: 1, 9: 1, 10: 2 };
      expect(await scores(`survey=${survey}`)).toEqual([
        { survey, name: 'recommend', kind: 'nps', n: 6, counts, score: npsScore(counts) },
      ]);
    });

    it('separate CSAT scales by max, which defaults to 5', async () => {
      const scores = await postAndReadScores(harness, [
        { name: 'visit', kind: 'csat', value: 5 },
        { name: 'visit', kind: 'csat', value: 5, max: 5 },
        { name: 'visit', kind: 'csat', value: 2, max: 2 },
      ]);
      expect(scores).toMatchObject([
        { name: 'visit', kind: 'csat', max: 2, n: 1, counts: { 2: 1 }, score: csatScore({ 2: 1 }, 2) },
        { name: 'visit', kind: 'csat', max: 5, n: 2, counts: { 5: 2 }, score: csatScore({ 5: 2 }) },
      ]);
    });

    it('count CES answers', async () => {
      const scores = await postAndReadScores(harness, [{ name: 'ease', kind: 'ces', value: 6 }]);
      expect(scores).toMatchObject([{ kind: 'ces', n: 1, counts: { 6: 1 }, score: cesScore({ 6: 1 }) }]);
    });

    it('list choices, most frequent first, with the number of answers', async () => {
      const scores = await postAndReadScores(harness, [
        { name: 'what', kind: 'choice', value: 'delivery' },
        { name: 'what', kind: 'choice', value: ['billing', 'delivery', 'delivery'] },
        { name: 'what', kind: 'choice', value: ['delivery', 'other'] },
        { name: 'what', kind: 'choice', value: ['billing'] },
        { name: 'what', kind: 'choice', value: [] },
        { name: 'what', kind: 'choice', value: null },
      ]);
      expect(scores).toMatchObject([
        {
          n: 4,
          values: [
            { value: 'delivery', count: 3 },
            { value: 'billing', count: 2 },
            { value: 'other', count: 1 },
          ],
        },
      ]);
    });

    it('list the 100 most frequent values and count all', async () => {
      const { post, scores } = createTestClient(harness);
      const survey = createSurveyName();
      const answers: Answer[] = Array.from({ length: 150 }, (_, index) => ({
        name: 'what',
        kind: 'choice',
        value: `${index}`,
      }));
      await post(
        buildRecord({ survey, answers: [...answers, { name: 'what', kind: 'choice', value: '149' }] }),
      );
      const [question] = await scores(`survey=${survey}`);
      expect(question).toMatchObject({ n: 151, values: { length: 100, 0: { value: '149', count: 2 } } });
    });

    it('count each row of a matrix', async () => {
      const scores = await postAndReadScores(harness, [
        { name: 'service', kind: 'matrix', value: { speed: 3, care: 5 } },
        { name: 'service', kind: 'matrix', value: { speed: 4 } },
      ]);
      expect(scores).toMatchObject([
        {
          name: 'service',
          kind: 'matrix',
          rows: [
            { row: 'care', n: 1, counts: { 5: 1 } },
            { row: 'speed', n: 2, counts: { 3: 1, 4: 1 } },
          ],
        },
      ]);
    });

    it('omit answers that are neither numbers nor choices', async () => {
      const scores = await postAndReadScores(harness, [
        { name: 'why', kind: 'text', value: 'words' },
        { name: 'ok', kind: 'consent', value: true },
        { name: 'photo', kind: 'attachment', value: ['a.png'] },
      ]);
      expect(scores).toEqual([]);
    });

    it.each([
      ['day', ['2026-11-15', '2026-11-16', '2026-12-01']],
      ['week', ['2026-11-09', '2026-11-16', '2026-11-30']],
      ['month', ['2026-11-01', '2026-12-01']],
    ])('by %s are a time series in UTC with the same figures', async (period, starts) => {
      const { post, scores } = createTestClient(harness, {
        now: () => Date.parse('2026-12-01T13:00:00.000Z'),
      });
      const survey = createSurveyName();
      const times = ['2026-11-15T23:59:59.999Z', '2026-11-16T00:00:00.000Z', '2026-12-01T12:00:00.000Z'];
      for (const time of times) await post(buildNpsRecord(survey, 10, time));
      const first = { 10: starts.length === 2 ? 2 : 1 };
      const figures = { n: first[10], counts: first, score: npsScore(first) };
      expect(await scores(`survey=${survey}&period=${period}`)).toMatchObject([
        {
          n: 3,
          series: [{ ...figures, start: starts[0] }, ...starts.slice(1).map((start) => ({ start, n: 1 }))],
        },
      ]);
    });

    it('count a delayed answer in the period in which it was given', async () => {
      const { post, scores } = createTestClient(harness);
      const survey = createSurveyName();
      await post(buildNpsRecord(survey, 3, '2026-11-19T23:30:00.000Z'));
      expect(await scores(`survey=${survey}&period=day`)).toMatchObject([
        { series: [{ start: '2026-11-19', n: 1 }] },
      ]);
      expect(await scores(`survey=${survey}&to=2026-11-20`)).toMatchObject([{ n: 1 }]);
    });

    it.each([
      ['in the future', '2031-02-01T00:00:00.000Z', '2026-11-22T08:00:00.000Z'],
      ['a minute ahead, over midnight', '2026-11-23T00:00:10.000Z', '2026-11-22T23:59:10.000Z'],
      ['a year behind', '2025-11-22T08:00:00.000Z', '2026-11-22T08:00:00.000Z'],
      ['at zero', '1970-01-01T00:00:00.000Z', '2026-11-22T08:00:00.000Z'],
      ['before the common era', '0000-01-01T00:00:00.000Z', '2026-11-22T08:00:00.000Z'],
    ])('count an answer with a clock %s in the period of its arrival', async (_, time, arrival) => {
      const { post, scores, list, get } = createTestClient(harness, { now: () => Date.parse(arrival) });
      const survey = createSurveyName();
      await post(buildNpsRecord(survey, 10, time));
      for (const [period, start] of [
        ['day', '2026-11-22'],
        ['week', '2026-11-16'],
        ['month', '2026-11-01'],
      ])
        expect(await scores(`survey=${survey}&period=${period}`)).toMatchObject([
          { n: 1, series: [{ start, n: 1 }] },
        ]);
      // Filters use the same time, so that lists and exports contain the responses that a period counts.
      const today = `survey=${survey}&from=2026-11-22&to=2026-11-23`;
      expect((await list(today)).responses).toMatchObject([{ record: { submittedAt: time } }]);
      expect(await (await get(`/export.csv?${today}`)).text()).toContain(time);
      expect(await (await get(`/export.jsonl?${today}`)).text()).toContain(time);
      expect(await scores(`survey=${survey}&from=2026-11-23`)).toEqual([]);
      expect(await scores(`survey=${survey}&to=2026-11-22`)).toEqual([]);
    });

    it('respect the filter', async () => {
      const { post, scores } = createTestClient(harness);
      const survey = createSurveyName();
      await post(buildNpsRecord(survey, 1, '2026-11-20T10:00:00.000Z'));
      await post(buildNpsRecord(survey, 2, '2026-11-21T10:00:00.000Z'));
      expect(await scores(`survey=${survey}&from=2026-11-21`)).toMatchObject([{ n: 1, counts: { 2: 1 } }]);
    });
  });
}

/** Posts one response per answer to a new survey and returns its scores. */
async function postAndReadScores(harness: Harness, answers: Answer[]): Promise<unknown> {
  const { post, scores } = createTestClient(harness);
  const survey = createSurveyName();
  for (const answer of answers) await post(buildRecord({ survey, answers: [answer] }));
  return scores(`survey=${survey}`);
}
