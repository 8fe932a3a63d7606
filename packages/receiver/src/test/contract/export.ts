import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { StoredItem } from '../../responses/stored-item.ts';
import type { Store } from '../../store/store.ts';
import {
  createTestClient,
  buildNpsRecord,
  buildRecord,
  createSurveyName,
  NOW,
  type Harness,
  readJson,
} from '../test-client.ts';

/** Exports as JSON Lines and CSV. */
export function describeExport(harness: Harness): void {
  describe('the export', () => {
    it.each(['jsonl', 'csv'])('as %s is a download', async (format) => {
      const response = await createTestClient(harness).get(`/export.${format}?survey=${createSurveyName()}`);
      expect(response.headers.get('content-disposition')).toBe(
        `attachment; filename="feedback-2026-11-22.${format}"`,
      );
    });

    it('as JSON Lines contains the items of the list, oldest first', async () => {
      const { get, post, list } = createTestClient(harness);
      const survey = createSurveyName();
      for (const value of [1, 2, 3]) await post(buildNpsRecord(survey, value));
      const text = await (await get(`/export.jsonl?survey=${survey}`)).text();
      const { responses } = await list(`survey=${survey}&after=0`);
      expect(
        text
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line)),
      ).toEqual(responses);
    });

    it('as CSV has one row per answer after a byte order mark and the column names', async () => {
      const { get, post } = createTestClient(harness);
      const record = buildRecord({
        answers: [
          { name: 'recommend', kind: 'nps', value: 0, question: 'How likely?' },
          { name: 'why', kind: 'text', value: 'too, "slow"' },
          { name: 'what', kind: 'choice', value: ['a', 'b'] },
          { name: 'rows', kind: 'matrix', value: { x: -1, y: 2 } },
          { name: 'ok', kind: 'consent', value: false },
          { name: 'left', kind: 'nps', value: null },
        ],
        respondent: { id: 'u-42' },
        context: { locale: 'de', channel: 'web' },
      });
      const { reference } = await readJson<StoredItem>(await post(record));
      const response = await get(`/export.csv?survey=${record.survey}`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const rows: Record<string, string>[] = parse(new TextDecoder().decode(bytes), { columns: true });
      expect(rows.map(({ name, kind, value, question }) => [name, kind, value, question])).toEqual([
        ['recommend', 'nps', '0', 'How likely?'],
        ['why', 'text', 'too, "slow"', ''],
        ['what', 'choice', 'a; b', ''],
        ['rows', 'matrix', 'x: -1; y: 2', ''],
        ['ok', 'consent', 'false', ''],
        ['left', 'nps', '', ''],
      ]);
      expect(rows[0]).toMatchObject({
        id: record.id,
        reference,
        survey: record.survey,
        submittedAt: record.submittedAt,
        receivedAt: new Date(NOW).toISOString(),
        locale: 'de',
        channel: 'web',
        respondentId: 'u-42',
      });
    });

    it('contains all responses of several pages', async () => {
      const { get, post } = createTestClient(harness);
      const survey = createSurveyName();
      const records = Array.from({ length: 450 }, (_, index) => buildNpsRecord(survey, index % 11));
      await Promise.all(records.map((record) => post(record)));
      const text = await (await get(`/export.jsonl?survey=${survey}`)).text();
      const ids = text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).record.id);
      expect(ids.sort()).toEqual(records.map(({ id }) => id).sort());
    });

    it('reads the next page only on demand', async () => {
      const survey = createSurveyName();
      const { post } = createTestClient(harness);
      await Promise.all(Array.from({ length: 450 }, () => post(buildNpsRecord(survey, 5))));
      let pages = 0;
      const store: Store = { ...harness.store, list: (query) => (pages++, harness.store.list(query)) };
      const response = await createTestClient({ store }).get(`/export.jsonl?survey=${survey}`);
      const reader = response.body?.getReader();
      await reader?.read();
      expect(pages).toBe(1);
      await reader?.read();
      expect(pages).toBe(2);
      await reader?.cancel();
    });

    it('aborts the stream if the database fails in the middle', async () => {
      const survey = createSurveyName();
      const lines: string[] = [];
      const { post } = createTestClient(harness);
      await Promise.all(Array.from({ length: 250 }, () => post(buildNpsRecord(survey, 5))));
      let pages = 0;
      const list: Store['list'] = async (query) => {
        if (++pages === 2) throw new Error('secret words');
        return harness.store.list(query);
      };
      const client = createTestClient(
        { store: { ...harness.store, list } },
        { log: (line) => lines.push(line) },
      );
      const response = await client.get(`/export.csv?survey=${survey}`);
      await expect(response.text()).rejects.toThrow();
      expect(lines.join()).toMatch(/export was interrupted/);
      expect(lines.join()).not.toContain('secret');
    });
  });
}
