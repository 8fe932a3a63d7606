import { parse } from 'csv-parse/sync';
import { referenceOf } from '@heed/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileItem, StoredItem } from '../../responses/stored-item.ts';
import { anyRecord } from '../any-record.ts';
import {
  encodeParts,
  buildFieldParts,
  buildFilePart,
  buildRecordWithFiles,
  postBytes,
  postFiles,
  randomBytes,
} from '../multipart-form.ts';
import {
  createTestClient,
  createRecordId,
  buildRecord,
  type TestClient,
  type Harness,
} from '../test-client.ts';

const PHOTO = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0xff]);

/** Records with files. */
export function describeFiles(harness: Harness): void {
  describe('a post with files', () => {
    it('gets the same response as a post without files', async () => {
      const record = buildRecordWithFiles('a.png');
      const response = await postFiles(createTestClient(harness), record, new File([PHOTO], 'a.png'));
      expect(response.status).toBe(201);
      expect(await response.json()).toEqual({ id: record.id, reference: referenceOf(record.id) });
    });

    it('is listed with the record and the files, without their content', async () => {
      const client = createTestClient(harness);
      const record = buildRecordWithFiles('a.png', 'note.txt');
      const files = [
        new File([PHOTO], 'a.png', { type: 'image/png' }),
        new File([], 'note.txt', { type: 'text/plain' }),
      ];
      await postFiles(client, record, ...files);
      expect(await findItem(client, record.survey)).toMatchObject({
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

    it.each([0, 1, 10, 1_000_000, 9_999_999])('is downloaded unchanged with %i bytes', async (length) => {
      const client = createTestClient(harness);
      const record = buildRecordWithFiles('data.bin');
      const bytes = randomBytes(length);
      expect((await postFiles(client, record, new File([bytes], 'data.bin'))).status).toBe(201);
      const response = await downloadFirst(client, record.survey);
      expect(response.headers.get('content-length')).toBe(String(length));
      expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    });

    it('may contain lines that look like a boundary', async () => {
      const client = createTestClient(harness);
      const record = buildRecordWithFiles('a');
      const content = '\r\n--x\r\n\r\n------heed-form-data-boundary\r\n--\r\n';
      await postBytes(client, encodeParts([...buildFieldParts(record), buildFilePart('a', content)]));
      expect(await (await downloadFirst(client, record.survey)).text()).toBe(content);
    });

    it('is stored once if it is repeated with a different boundary', async () => {
      const client = createTestClient(harness);
      const record = buildRecordWithFiles('a.png');
      const file = new File([PHOTO], 'a.png');
      // The platform creates a new boundary for each form.
      const responses = await Promise.all(Array.from({ length: 8 }, () => postFiles(client, record, file)));
      expect(responses.map(({ status }) => status)).toEqual(Array(8).fill(201));
      const { responses: stored } = await client.list(`survey=${record.survey}`);
      expect(stored).toHaveLength(1);
      expect(stored[0]?.files).toHaveLength(1);
    });

    it.each([
      ['different content', [new File([PHOTO.subarray(1)], 'a.png')]],
      ['a different name', [new File([PHOTO], 'b.png')]],
      ['a different type', [new File([PHOTO], 'a.png', { type: 'image/png' })]],
      ['one more file', [new File([PHOTO], 'a.png'), new File([PHOTO], 'a.png')]],
      ['no file', []],
    ])('is rejected with 422 if the stored record differs: %s', async (_, files) => {
      const client = createTestClient(harness);
      const record = buildRecordWithFiles('a.png');
      await postFiles(client, record, new File([PHOTO], 'a.png'));
      const response = await postFiles(client, record, ...files);
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ code: 'id-taken' });
      const bytes = await (await downloadFirst(client, record.survey)).arrayBuffer();
      expect(new Uint8Array(bytes)).toEqual(PHOTO);
    });

    it('is a duplicate of the same record as JSON if the form has no files', async () => {
      const client = createTestClient(harness);
      const record = buildRecord();
      expect((await postFiles(client, record)).status).toBe(201);
      expect((await client.post(record)).status).toBe(201);
      expect((await findItem(client, record.survey)).files).toBeUndefined();
    });

    it('calls onStored with the files', async () => {
      const received: StoredItem[] = [];
      const client = createTestClient(harness, { onStored: (item) => void received.push(item) });
      const record = buildRecordWithFiles('a.png');
      await postFiles(client, record, new File([PHOTO], 'a.png'));
      expect(received).toEqual([await findItem(client, record.survey)]);
    });

    it('is stored completely or not at all', async () => {
      const client = createTestClient(harness);
      const record = buildRecordWithFiles('a.png');
      const { add } = harness.store;
      // A text column rejects NUL, so the second file fails after the record and the first file were inserted.
      const file = { name: 'a.png', type: 'image/png', bytes: PHOTO };
      const files = [file, { ...file, name: '\u0000' }];
      const response = { record, body: JSON.stringify(record), sha256: 'x', receivedAt: 0, files };
      await expect(add(response)).rejects.toThrow();
      expect((await client.list(`survey=${record.survey}`)).responses).toEqual([]);
    });

    it.each([
      ['names fewer files', buildRecordWithFiles()],
      ['has no attachment', buildRecord()],
      ['names another file', buildRecordWithFiles('redacted')],
    ])('is accepted if the record %s, without assigning the files to an answer', async (_, record) => {
      const client = createTestClient(harness);
      expect((await postFiles(client, record, new File([PHOTO], 'a.png'))).status).toBe(201);
      const { files } = await findItem(client, record.survey);
      expect(files).toEqual([expect.not.objectContaining({ answer: expect.anything() })]);
    });

    it('assigns each file to the answer that names it, even if names occur twice', async () => {
      const client = createTestClient(harness);
      const value = ['a.png'];
      const answers = ['damage', 'receipt'].map((name) => ({ name, kind: 'attachment', value }));
      const record = buildRecord({ answers });
      await postFiles(client, record, ...[1, 2, 3].map(() => new File([PHOTO], 'a.png')));
      const { files } = await findItem(client, record.survey);
      expect(files?.map(({ answer }) => answer)).toEqual(['damage', 'receipt', undefined]);
    });

    it('is accepted as JSON if the record names a file that is not sent', async () => {
      expect((await createTestClient(harness).post(buildRecordWithFiles('a.png'))).status).toBe(201);
    });

    it('is returned unchanged for any valid record', async () => {
      const client = createTestClient(harness);
      await fc.assert(
        fc.asyncProperty(
          anyRecord(),
          fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 3 }),
          async (record, contents) => {
            const files = contents.map((bytes, index) => new File([new Uint8Array(bytes)], `${index}.bin`));
            expect((await postFiles(client, record, ...files)).status).toBe(201);
            const { responses } = await client.list('limit=1');
            expect(responses[0]?.record).toEqual(record);
            for (const [index, bytes] of contents.entries()) {
              const download = await client.get(`/responses/${record.id}/files/${index}`);
              expect(await download.bytes()).toEqual(bytes);
            }
          },
        ),
        { numRuns: 40 },
      );
    });

    it('stores unknown members as text', async () => {
      const client = createTestClient(harness);
      const record = { ...buildRecord(), later: '{"a":1}', __proto__: undefined };
      await postBytes(
        client,
        encodeParts(buildFieldParts(record).filter(({ content }) => content !== undefined)),
      );
      expect((await findItem(client, record.survey)).record).toMatchObject({ later: '{"a":1}' });
    });
  });

  describe('a file', () => {
    it('is served as a download, never as a page', async () => {
      const client = createTestClient(harness);
      const record = buildRecordWithFiles("Foto (1) 'ä'.png");
      await postFiles(client, record, new File([PHOTO], "Foto (1) 'ä'.png", { type: 'image/png' }));
      const { headers } = await downloadFirst(client, record.survey);
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
    ])('of the type %s keeps it in the list and is served as application/octet-stream', async (type) => {
      const client = createTestClient(harness);
      const record = buildRecordWithFiles('a');
      await postFiles(client, record, new File(['<script>alert(1)</script>'], 'a', { type }));
      expect((await findItem(client, record.survey)).files).toMatchObject([{ type }]);
      const { headers } = await downloadFirst(client, record.survey);
      expect(headers.get('content-type')).toBe('application/octet-stream');
    });

    it.each([
      `/responses/${createRecordId()}/files/0`,
      '/responses/not-an-id/files/0',
      '/responses/%27%20or%201=1/files/0',
      `/responses/${createRecordId()}/files/-1`,
      `/responses/${createRecordId()}/files/x`,
      `/responses/${createRecordId()}/files/99999999999999`,
      `/responses/${createRecordId()}/files`,
    ])('does not exist at %s', async (path) => {
      const response = await createTestClient(harness).get(path);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: 'not-found' });
    });

    it('does not exist after the last one', async () => {
      const client = createTestClient(harness);
      const record = buildRecordWithFiles('a.png');
      await postFiles(client, record, new File([PHOTO], 'a.png'));
      expect((await client.get(`/responses/${record.id}/files/1`)).status).toBe(404);
    });
  });

  describe('the export', () => {
    it('contains the names of the files', async () => {
      const client = createTestClient(harness);
      const record = buildRecordWithFiles('a.png', 'b.png');
      await postFiles(client, record, new File([PHOTO], 'a.png'), new File([PHOTO], '=b.png'));
      const csv = await (await client.get(`/export.csv?survey=${record.survey}`)).text();
      expect(parse(csv, { columns: true, bom: true })).toMatchObject([
        { name: 'photos', value: 'a.png; b.png', files: "a.png; '=b.png" },
      ]);
      const line = await (await client.get(`/export.jsonl?survey=${record.survey}`)).text();
      expect(JSON.parse(line)).toEqual(await findItem(client, record.survey));
    });
  });
}

async function findItem(client: TestClient, survey: string): Promise<StoredItem> {
  const { responses } = await client.list(`survey=${survey}`);
  const [item] = responses;
  if (!item || responses.length > 1)
    throw new Error(`Expected 1 response of the survey, got ${responses.length}`);
  return item;
}

async function downloadFirst(client: TestClient, survey: string): Promise<Response> {
  const [file] = (await findItem(client, survey)).files ?? [];
  return client.get((file as FileItem).path);
}
