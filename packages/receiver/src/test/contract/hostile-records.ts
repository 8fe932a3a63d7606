import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import type { ResponseRecord } from '@heed/core';
import { describe, expect, it } from 'vitest';
import { anyRecord } from '../any-record.ts';
import { createTestClient, buildRecord, createSurveyName, NOW, type Harness } from '../test-client.ts';

const HOSTILE = [
  `'); drop table heed_responses; --`,
  `" or 1=1; select pg_sleep(10)`,
  `<script>alert(1)</script><img src=x onerror=alert(1)>`,
  '👩‍👩‍👧‍👦 🇩🇪 \u{1F9FF} é ﷽ العربية 中文 \u202Ereversed',
  'a NUL \u0000 inside, and \u0001\u001f\u007f\u0085',
  'a lone surrogate \ud800 and \udfff',
  '=HYPERLINK("https://evil.example","click")',
  `+cmd|' /C calc'!A0`,
  '-2+3',
  '@SUM(1)',
  '\t=1+1',
  'text;=1+1;more',
  'two\r\nlines\n=1+1',
  '"quoted", and , commas',
  '\\u0000 \\ \\n $1 %s {0}',
  '__proto__',
];

const FORMULA = /(^|[;\t\r\n]) *[=+\-@＝＋－＠]/;

/** Text with SQL, HTML, formulas and control characters, and unusual records. */
export function describeHostileRecords(harness: Harness): void {
  describe('hostile text', () => {
    it.each(HOSTILE)('is returned unchanged: %j', async (text) => {
      const { get, post, list } = createTestClient(harness);
      const record = fillRecord(text);
      expect((await post(record)).status).toBe(201);
      const { responses } = await list(`survey=${record.survey}`);
      expect(responses[0]?.record).toEqual(record);
      const lines = await (await get(`/export.jsonl?survey=${record.survey}`)).text();
      expect(lines.split('\n')).toHaveLength(2);
      expect(JSON.parse(lines).record).toEqual(record);
    });

    it.each(HOSTILE)('is counted unchanged: %j', async (text) => {
      const { post, scores } = createTestClient(harness);
      const record = fillRecord(text);
      await post(record);
      const result = await scores(`survey=${record.survey}&period=day`);
      expect(result.find(({ name }) => name === 'one')).toMatchObject({
        n: 1,
        values: [{ value: text, count: 1 }],
      });
      expect(result.find(({ name }) => name === 'rows')).toMatchObject({
        rows: [{ row: text, n: 1, counts: { 3: 1 } }],
      });
    });

    it.each(HOSTILE)('is not a formula in a spreadsheet: %j', async (text) => {
      const { get, post } = createTestClient(harness);
      const record = fillRecord(text);
      await post(record);
      const csv = await (await get(`/export.csv?survey=${record.survey}`)).text();
      const rows: string[][] = parse(csv, { bom: true });
      expect(rows).toHaveLength(1 + record.answers.length);
      for (const cell of rows.flat()) expect(cell).not.toMatch(FORMULA);
    });

    it.each(HOSTILE)('matches nothing as a filter: %j', async (text) => {
      const { get } = createTestClient(harness);
      const response = await get(`/responses?${new URLSearchParams({ survey: text })}`);
      expect([200, 400]).toContain(response.status);
      if (response.ok) expect(await response.json()).toMatchObject({ responses: [] });
    });

    it('is stored as the name of a survey and of a question', async () => {
      const { post, scores } = createTestClient(harness);
      const survey = `'; drop table heed_values; -- <b>${createSurveyName()}</b> 👩‍👧`;
      const record = buildRecord({ survey, answers: [{ name: `"'=1;<i>`, kind: 'nps', value: 0 }] });
      expect((await post(record)).status).toBe(201);
      expect(await scores(`${new URLSearchParams({ survey })}`)).toMatchObject([
        { survey, name: `"'=1;<i>`, kind: 'nps', counts: { 0: 1 } },
      ]);
    });
  });

  describe('an unusual record', () => {
    it('of the year 0000 or 9999 is stored and listed', async () => {
      const { get, post, list } = createTestClient(harness);
      const survey = createSurveyName();
      for (const submittedAt of ['0000-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z']) {
        expect((await post(buildRecord({ survey, submittedAt }))).status).toBe(201);
      }
      const { responses } = await list(`survey=${survey}&from=${new Date(NOW).toISOString()}`);
      expect(responses).toMatchObject([
        { record: { submittedAt: '9999-12-31T23:59:59.999Z' } },
        { record: { submittedAt: '0000-01-01T00:00:00.000Z' } },
      ]);
      expect((await get(`/scores?survey=${survey}&period=week`)).status).toBe(200);
    });

    it('with a deeply nested unknown member is stored and listed', async () => {
      const { get, post } = createTestClient(harness);
      const record = buildRecord();
      const depth = 100_000;
      const body = JSON.stringify(record).replace('{', `{"later":${'['.repeat(depth)}${']'.repeat(depth)},`);
      expect((await post(body)).status).toBe(201);
      const text = await (await get(`/responses?survey=${record.survey}`)).text();
      expect(text).toContain(body);
      expect((await get(`/export.csv?survey=${record.survey}`)).status).toBe(200);
    });

    it('with line breaks is one line of the export', async () => {
      const { get, post } = createTestClient(harness);
      const record = buildRecord();
      await post(JSON.stringify(record, null, 2).replaceAll('\n', '\r\n'));
      const lines = await (await get(`/export.jsonl?survey=${record.survey}`)).text();
      expect(lines.trimEnd()).not.toMatch(/[\r\n]/);
      expect(JSON.parse(lines).record).toEqual(record);
    });

    it('with numbers off any scale is stored and counted', async () => {
      const { post, scores } = createTestClient(harness);
      const record = buildRecord({
        answers: [
          { name: 'huge', kind: 'slider', value: 1e300 },
          { name: 'part', kind: 'slider', value: -0.5 },
          { name: 'rows', kind: 'matrix', value: { a: 1e21 } },
        ],
      });
      expect((await post(record)).status).toBe(201);
      expect(await scores(`survey=${record.survey}`)).toEqual([
        { survey: record.survey, name: 'huge', kind: 'slider', n: 1, counts: { '1e+300': 1 } },
        { survey: record.survey, name: 'part', kind: 'slider', n: 1, counts: { '-0.5': 1 } },
        {
          survey: record.survey,
          name: 'rows',
          kind: 'matrix',
          rows: [{ row: 'a', n: 1, counts: { '1e+21': 1 } }],
        },
      ]);
    });

    it('with 100,000 matrix rows is stored', async () => {
      const value = Object.fromEntries(Array.from({ length: 100_000 }, (_, row) => [row, 1]));
      const response = await createTestClient(harness, { maxBodyBytes: 2_000_000 }).post(
        buildRecord({ answers: [{ name: 'rows', kind: 'matrix', value }] }),
      );
      expect(response.status).toBe(201);
    });

    it('of any valid shape is returned unchanged', async () => {
      const { get, post, list } = createTestClient(harness);
      await fc.assert(
        fc.asyncProperty(anyRecord(), async (record) => {
          expect((await post(record)).status).toBe(201);
          const { responses } = await list('limit=1');
          expect(responses[0]?.record).toEqual(record);
        }),
        { numRuns: 60 },
      );
      for (const path of ['/scores?period=month', '/export.csv', '/export.jsonl']) {
        expect((await get(path)).status).toBe(200);
      }
    });
  });
}

/** Returns a record with the text in every place that allows any text. */
function fillRecord(text: string): ResponseRecord {
  return buildRecord({
    answers: [
      { name: 'why', kind: 'text', value: text, question: text },
      { name: 'one', kind: 'choice', value: text },
      { name: 'many', kind: 'choice', value: [text, 'other', text] },
      { name: 'rows', kind: 'matrix', value: Object.fromEntries([[text, 3]]) },
      { name: 'files', kind: 'attachment', value: [text] },
      { name: 'own', kind: 'own-kind', value: text },
    ],
    respondent: { traits: Object.fromEntries([[text, text]]) },
    context: Object.fromEntries([
      [text, text],
      ['url', text],
      ['locale', text],
      ['channel', text],
    ]),
    consent: Object.fromEntries([[text, true]]),
  });
}
