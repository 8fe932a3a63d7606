import { parse } from 'csv-parse/sync';
import { referenceOf } from '@heed/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileItem, StoredItem } from '../../responses/stored-item.ts';
import { anyRecord } from '../any-record.test-helper.ts';
import {
  encodeParts,
  fieldParts,
  filePart,
  newRecordNaming,
  postBytes,
  postFiles,
  randomBytes,
} from '../multipart-form.test-helper.ts';
import { call, newId, newRecord, type Caller, type Harness } from '../test-client.test-helper.ts';

const PHOTO = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0xff]);

/** Records with files. */
export function describeFiles(harness: Harness): void {
  describe('a post with files', () => {
    it('is confirmed as one without', async () => {
      const record = newRecordNaming('a.png');
      const response = await postFiles(call(harness), record, new File([PHOTO], 'a.png'));
      expect(response.status).toBe(201);
      expect(await response.json()).toEqual({ id: record.id, reference: referenceOf(record.id) });
    });

    it('is listed with the record as it was and each file, without the contents', async () => {
      const caller = call(harness);
      const record = newRecordNaming('a.png', 'note.txt');
      const files = [
        new File([PHOTO], 'a.png', { type: 'image/png' }),
        new File([], 'note.txt', { type: 'text/plain' }),
      ];
      await postFiles(caller, record, ...files);
      expect(await itemOf(caller, record.survey)).toMatchObject({
        record,
        files: [
          {
            name: 'a.png',
            type: 'image/png',
            size: 10,
            answer: 'photos',
            path: `/responses/${record.id}/files/0`,
          },
          {
            name: 'note.txt',
            type: 'text/plain',
            size: 0,
            answer: 'photos',
            path: `/responses/${record.id}/files/1`,
          },
        ],
      });
    });

    it.each([0, 1, 10, 1_000_000, 9_999_999])('gives back %i bytes as they came', async (length) => {
      const caller = call(harness);
      const record = newRecordNaming('data.bin');
      const bytes = randomBytes(length);
      expect((await postFiles(caller, record, new File([bytes], 'data.bin'))).status).toBe(201);
      const response = await downloadFirst(caller, record.survey);
      expect(response.headers.get('content-length')).toBe(String(length));
      expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    });

    it('may hold lines that look like those between parts', async () => {
      const caller = call(harness);
      const record = newRecordNaming('a');
      const content = '\r\n--x\r\n\r\n------heed-form-data-boundary\r\n--\r\n';
      await postBytes(caller, encodeParts([...fieldParts(record), filePart('a', content)]));
      expect(await (await downloadFirst(caller, record.survey)).text()).toBe(content);
    });

    it('is stored once when it is repeated, also in other words between its parts', async () => {
      const caller = call(harness);
      const record = newRecordNaming('a.png');
      const file = new File([PHOTO], 'a.png');
      // Each form of the platform has a boundary of its own.
      const responses = await Promise.all(Array.from({ length: 8 }, () => postFiles(caller, record, file)));
      expect(responses.map(({ status }) => status)).toEqual(Array(8).fill(201));
      const { responses: stored } = await caller.list(`survey=${record.survey}`);
      expect(stored).toHaveLength(1);
      expect(stored[0]?.files).toHaveLength(1);
    });

    it.each([
      ['another content', [new File([PHOTO.subarray(1)], 'a.png')]],
      ['another name', [new File([PHOTO], 'b.png')]],
      ['another type', [new File([PHOTO], 'a.png', { type: 'image/png' })]],
      ['one more', [new File([PHOTO], 'a.png'), new File([PHOTO], 'a.png')]],
      ['none', []],
    ])(
      'is refused with 422 when its id was used with a file of %s, and the first stays',
      async (_, files) => {
        const caller = call(harness);
        const record = newRecordNaming('a.png');
        await postFiles(caller, record, new File([PHOTO], 'a.png'));
        const response = await postFiles(caller, record, ...files);
        expect(response.status).toBe(422);
        expect(await response.json()).toMatchObject({ code: 'id-taken' });
        const bytes = await (await downloadFirst(caller, record.survey)).arrayBuffer();
        expect(new Uint8Array(bytes)).toEqual(PHOTO);
      },
    );

    it('is the same record as JSON when there is no file in the form', async () => {
      const caller = call(harness);
      const record = newRecord();
      expect((await postFiles(caller, record)).status).toBe(201);
      expect((await caller.post(record)).status).toBe(201);
      expect((await itemOf(caller, record.survey)).files).toBeUndefined();
    });

    it('is announced with its files', async () => {
      const heard: StoredItem[] = [];
      const caller = call(harness, { onStored: (item) => void heard.push(item) });
      const record = newRecordNaming('a.png');
      await postFiles(caller, record, new File([PHOTO], 'a.png'));
      expect(heard).toEqual([await itemOf(caller, record.survey)]);
    });

    it('is kept whole or not at all', async () => {
      const caller = call(harness);
      const record = newRecordNaming('a.png');
      const { add } = harness.store;
      // No text column takes NUL, so the second file fails after the record and the first one.
      const file = { name: 'a.png', type: 'image/png', bytes: PHOTO };
      const files = [file, { ...file, name: '\u0000' }];
      const response = { record, body: JSON.stringify(record), sha256: 'x', receivedAt: 0, files };
      await expect(add(response)).rejects.toThrow();
      expect((await caller.list(`survey=${record.survey}`)).responses).toEqual([]);
    });

    it.each([
      ['names fewer', newRecordNaming()],
      ['names none', newRecord()],
      ['names another', newRecordNaming('redacted')],
    ])('is taken when the record %s, and the files belong to no answer', async (_, record) => {
      const caller = call(harness);
      expect((await postFiles(caller, record, new File([PHOTO], 'a.png'))).status).toBe(201);
      const { files } = await itemOf(caller, record.survey);
      expect(files).toEqual([expect.not.objectContaining({ answer: expect.anything() })]);
    });

    it('has each file at the answer that names it, also when names occur twice', async () => {
      const caller = call(harness);
      const value = ['a.png'];
      const answers = ['damage', 'receipt'].map((name) => ({ name, kind: 'attachment', value }));
      const record = newRecord({ answers });
      await postFiles(caller, record, ...[1, 2, 3].map(() => new File([PHOTO], 'a.png')));
      const { files } = await itemOf(caller, record.survey);
      expect(files?.map(({ answer }) => answer)).toEqual(['damage', 'receipt', undefined]);
    });

    it('is taken in the content type of a record without, as ever, when there is a name and no file', async () => {
      expect((await call(harness).post(newRecordNaming('a.png'))).status).toBe(201);
    });

    it('of any valid shape comes back equal', async () => {
      const caller = call(harness);
      await fc.assert(
        fc.asyncProperty(
          anyRecord(),
          fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 3 }),
          async (record, contents) => {
            const files = contents.map((bytes, index) => new File([new Uint8Array(bytes)], `${index}.bin`));
            expect((await postFiles(caller, record, ...files)).status).toBe(201);
            const { responses } = await caller.list('limit=1');
            expect(responses[0]?.record).toEqual(record);
            for (const [index, bytes] of contents.entries()) {
              const download = await caller.get(`/responses/${record.id}/files/${index}`);
              expect(await download.bytes()).toEqual(bytes);
            }
          },
        ),
        { numRuns: 40 },
      );
    });

    it('keeps members of a later version as the texts that came', async () => {
      const caller = call(harness);
      const record = { ...newRecord(), later: '{"a":1}', __proto__: undefined };
      await postBytes(caller, encodeParts(fieldParts(record).filter(({ content }) => content !== undefined)));
      expect((await itemOf(caller, record.survey)).record).toMatchObject({ later: '{"a":1}' });
    });
  });

  describe('a file', () => {
    it('is saved, never shown as a page', async () => {
      const caller = call(harness);
      const record = newRecordNaming("Foto (1) 'ä'.png");
      await postFiles(caller, record, new File([PHOTO], "Foto (1) 'ä'.png", { type: 'image/png' }));
      const { headers } = await downloadFirst(caller, record.survey);
      expect(headers.get('content-disposition')).toBe(
        "attachment; filename*=UTF-8''Foto%20%281%29%20%27%C3%A4%27.png",
      );
      expect(headers.get('content-type')).toBe('image/png');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
      expect(headers.get('cache-control')).toBe('no-store');
    });

    it.each([
      'text/html',
      'image/svg+xml',
      'application/xhtml+xml',
      'text/xml',
      'text/javascript',
      'multipart/mixed',
    ])('that says it is %s keeps that in the list, and is served as mere bytes', async (type) => {
      const caller = call(harness);
      const record = newRecordNaming('a');
      await postFiles(caller, record, new File(['<script>alert(1)</script>'], 'a', { type }));
      expect((await itemOf(caller, record.survey)).files).toMatchObject([{ type }]);
      const { headers } = await downloadFirst(caller, record.survey);
      expect(headers.get('content-type')).toBe('application/octet-stream');
    });

    it.each([
      `/responses/${newId()}/files/0`,
      '/responses/not-an-id/files/0',
      '/responses/%27%20or%201=1/files/0',
      `/responses/${newId()}/files/-1`,
      `/responses/${newId()}/files/x`,
      `/responses/${newId()}/files/99999999999999`,
      `/responses/${newId()}/files`,
    ])('at %s is none', async (path) => {
      const response = await call(harness).get(path);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: 'not-found' });
    });

    it('after the last is none', async () => {
      const caller = call(harness);
      const record = newRecordNaming('a.png');
      await postFiles(caller, record, new File([PHOTO], 'a.png'));
      expect((await caller.get(`/responses/${record.id}/files/1`)).status).toBe(404);
    });
  });

  describe('the export', () => {
    it('names the files', async () => {
      const caller = call(harness);
      const record = newRecordNaming('a.png', 'b.png');
      await postFiles(caller, record, new File([PHOTO], 'a.png'), new File([PHOTO], '=b.png'));
      const csv = await (await caller.get(`/export.csv?survey=${record.survey}`)).text();
      expect(parse(csv, { columns: true, bom: true })).toMatchObject([
        { name: 'photos', value: 'a.png; b.png', files: "a.png; '=b.png" },
      ]);
      const line = await (await caller.get(`/export.jsonl?survey=${record.survey}`)).text();
      expect(JSON.parse(line)).toEqual(await itemOf(caller, record.survey));
    });
  });
}

async function itemOf(caller: Caller, survey: string): Promise<StoredItem> {
  const { responses } = await caller.list(`survey=${survey}`);
  const [item] = responses;
  if (!item || responses.length > 1)
    throw new Error(`There are ${responses.length} responses of this survey`);
  return item;
}

async function downloadFirst(caller: Caller, survey: string): Promise<Response> {
  const [file] = (await itemOf(caller, survey)).files ?? [];
  return caller.get((file as FileItem).path);
}
