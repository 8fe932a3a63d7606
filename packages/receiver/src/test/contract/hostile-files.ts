import { describe, expect, it } from 'vitest';
import type { ProblemDetails } from '../../http/problem.ts';
import {
  encodeParts,
  buildFieldParts,
  buildFilePart,
  buildRecordWithFiles,
  postBytes,
  postFiles,
  randomBytes,
  type RawPart,
} from '../multipart-form.ts';
import { createTestClient, buildRecord, readJson, type TestClient, type Harness } from '../test-client.ts';

const LATIN = new Uint8Array([0x22, 0xe4, 0x22]);
const NAMELESS: RawPart = { headers: 'Content-Type: text/plain', content: 'x' };

/** Malformed and hostile forms that no client of ours sends. */
export function describeHostileFiles(harness: Harness): void {
  describe('a form is rejected', () => {
    it.each<[string, (fields: RawPart[]) => Uint8Array]>([
      [
        'if it ends in the middle of a file',
        (fields) => encodeParts([...fields, buildFilePart('a')], '').subarray(0, -4),
      ],
      ['without a closing boundary', (fields) => encodeParts([...fields, buildFilePart('a')], '')],
      ['with a different boundary', () => new TextEncoder().encode('--other\r\n\r\n\r\n--other--')],
      ['if it is empty', () => new Uint8Array()],
      ['if it is JSON', () => new TextEncoder().encode(JSON.stringify(buildRecord()))],
      ['if a part has no name', (fields) => encodeParts([...fields, NAMELESS])],
      ['if a member occurs twice', (fields) => encodeParts([...fields, ...fields.slice(0, 1)])],
      ['if the record occurs twice', (fields) => encodeParts([...fields, ...fields])],
      [
        'if a member is not valid JSON',
        (fields) => encodeParts([...fields.slice(0, -1), buildField('answers', '[')]),
      ],
      [
        'if a member has text after its JSON',
        (fields) => encodeParts([...fields.slice(0, -1), buildField('answers', '[],"partial":true')]),
      ],
      [
        'if a member is not encoded in UTF-8',
        (fields) => encodeParts([...fields, { ...buildField('note', ''), content: LATIN }]),
      ],
      ['if a name is not encoded in UTF-8', (fields) => encodeWithLatinName(fields)],
      ['with 9,000 bytes of headers', (fields) => encodeParts([...fields, buildFilePart('a'.repeat(9_000))])],
    ])('with 400 %s', async (_, encode) => {
      const client = createTestClient(harness);
      const record = buildRecord();
      const response = await postBytes(client, encode(buildFieldParts(record)));
      expect([response.status, (await readJson<ProblemDetails>(response)).code]).toEqual([
        400,
        'malformed-body',
      ]);
      expect((await client.list(`survey=${record.survey}`)).responses).toEqual([]);
    });

    it.each([
      'multipart/form-data',
      'multipart/form-data; boundary=',
      `multipart/form-data; boundary=${'x'.repeat(71)}`,
    ])('with 400 for the content type %s', async (type) => {
      const response = await postBytes(
        createTestClient(harness),
        encodeParts(buildFieldParts(buildRecord())),
        type,
      );
      expect(await response.json()).toMatchObject({ status: 400, code: 'malformed-body' });
    });

    it('with 400 and the same problems as JSON if it has no record', async () => {
      const client = createTestClient(harness);
      const form = await postBytes(client, encodeParts([buildFilePart('a')]));
      const json = await client.post({});
      expect(form.status).toBe(400);
      expect(await form.json()).toEqual(await json.json());
    });

    it('with 400 and the same problems as JSON if the record is invalid', async () => {
      const client = createTestClient(harness);
      const record = { ...buildRecord(), survey: '', answers: [{ name: 'a', kind: 'nps', value: 'secret' }] };
      const form = await postFiles(client, record, new File(['x'], 'secret.png'));
      const text = await form.text();
      expect(text).toBe(await (await client.post(record)).text());
      expect(text).not.toContain('secret');
    });

    it('with 400 and the unsupported version', async () => {
      const response = await postFiles(createTestClient(harness), { ...buildRecord(), v: 2 });
      expect(await response.json()).toMatchObject({ status: 400, code: 'unknown-version' });
    });

    it('with 400 if the Idempotency-Key is another id', async () => {
      const { send } = createTestClient(harness);
      const body = encodeParts(buildFieldParts(buildRecord()));
      const headers = {
        'content-type': 'multipart/form-data; boundary=----heed-form-data-boundary-0',
        'idempotency-key': `"${buildRecord().id}"`,
      };
      const response = await send('', { method: 'POST', body: body as Uint8Array<ArrayBuffer>, headers });
      expect(await response.json()).toMatchObject({ status: 400, code: 'key-mismatch' });
    });
  });

  describe('a form is rejected with 413', () => {
    const limits = { maxBodyBytes: 2_000, maxFiles: 3, maxFileBytes: 1_000, maxFilesBytes: 2_500 };
    const post = (...files: File[]): Promise<Response> =>
      postFiles(createTestClient(harness, limits), buildRecordWithFiles(), ...files);

    it('if it has one file more than the maximum', async () => {
      const files = Array.from({ length: 4 }, (_, index) => new File(['x'], `${index}.txt`));
      expect((await post(...files.slice(1))).status).toBe(201);
      await expectProblem(await post(...files), 413, 'too-many-files');
    });

    it('if a file has one byte more than the maximum', async () => {
      expect((await post(createFile(1_000))).status).toBe(201);
      await expectProblem(await post(createFile(1_001)), 413, 'file-too-large');
    });

    it('if all files together have one byte more than the maximum', async () => {
      expect((await post(createFile(1_000), createFile(1_000), createFile(500))).status).toBe(201);
      await expectProblem(
        await post(createFile(1_000), createFile(1_000), createFile(501)),
        413,
        'file-too-large',
      );
    });

    it('if the record exceeds its own limit', async () => {
      const record = buildRecord({ answers: [{ name: 'why', kind: 'text', value: 'x'.repeat(2_000) }] });
      await expectProblem(await postFiles(createTestClient(harness, limits), record), 413, 'body-too-large');
    });

    it('if it has any file and maxFiles is 0', async () => {
      const client = createTestClient(harness, { ...limits, maxFiles: 0 });
      expect((await postFiles(client, buildRecord())).status).toBe(201);
      await expectProblem(await postFiles(client, buildRecord(), createFile(1)), 413, 'too-many-files');
    });

    it.each([
      ['fields', (index: number) => buildField(`member-${index}`, 'x'), 'body-too-large'],
      ['files', (index: number) => buildFilePart(`${index}`), 'too-many-files'],
    ])('if it has 1,000 %s', async (_, partOf, code) => {
      const parts = Array.from({ length: 1_000 }, (_, index) => partOf(index));
      const response = await postBytes(
        createTestClient(harness),
        encodeParts([...buildFieldParts(buildRecord()), ...parts]),
      );
      await expectProblem(response, 413, code);
    });

    it('if it never ends, without reading it forever', async () => {
      let bytesSent = 0;
      const chunk = randomBytes(100_000);
      const body = new ReadableStream({
        pull(controller) {
          bytesSent += chunk.byteLength;
          controller.enqueue(chunk);
        },
      });
      await expectProblem(await postBytes(createTestClient(harness, limits), body), 413, 'body-too-large');
      expect(bytesSent).toBeLessThan(20_000_000);
    });
  });

  describe('memory', () => {
    it('is limited: further posts with files get 503 until others complete, posts without files are accepted', async () => {
      const client = createTestClient(harness, { maxFilesBytes: 100_000 });
      // A post has at most 1.2 MB, and four of these fit.
      const slow = Array.from({ length: 4 }, () => startPost(client, 1_200_000));
      await Promise.all(slow.map(({ stalled }) => stalled));
      const rejected = await postFiles(client, buildRecordWithFiles(), createFile(1_000));
      await expectProblem(rejected, 503, 'unavailable');
      expect(Number(rejected.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await client.post(buildRecord())).status).toBe(201);
      for (const { end } of slow) end();
      await Promise.all(slow.map(({ answer }) => answer));
      expect((await postFiles(client, buildRecordWithFiles(), createFile(1_000))).status).toBe(201);
    });

    it('is released if a post is interrupted', async () => {
      const client = createTestClient(harness, { maxFilesBytes: 100_000 });
      for (let count = 0; count < 10; count++) {
        const { stalled, fail, answer } = startPost(client, 1_000_000);
        await stalled;
        fail();
        expect((await answer).status).toBe(400);
      }
      expect((await postFiles(client, buildRecordWithFiles(), createFile(1_000))).status).toBe(201);
    });
  });

  describe('the name of a file', () => {
    it.each([
      ['../../etc/passwd', 'passwd'],
      ['/etc/passwd', 'passwd'],
      ['C:\\\\Users\\\\mara\\\\photo.png', 'photo.png'],
      ['..', 'file'],
      ['.', 'file'],
      ['', 'file'],
      [' .htaccess. ', 'htaccess'],
      ['a\u0000b\u0001\u001f\u007f\u0085.png', 'ab.png'],
      ['photo\u202Egpj.exe', 'photogpj.exe'],
      ['a%0D%0Ab%22c.png', 'ab_c.png'],
      ['a<b>:|?*.png', 'a_b_____.png'],
      ['رسالة 谢谢 👩‍👩‍👧.pdf', 'رسالة 谢谢 👩‍👩‍👧.pdf'],
      [`${'ä'.repeat(200)}.jpeg`, `${'ä'.repeat(97)}.jpeg`],
      [`${'x'.repeat(30)}.${'y'.repeat(200)}`, `${'x'.repeat(30)}.${'y'.repeat(169)}`],
      ['%2e%2e%2fpasswd', '%2e%2e%2fpasswd'],
      ['__proto__', '__proto__'],
      [`'); drop table heed_files; --`, `'); drop table heed_files; --`],
    ])('%j becomes %j', async (sent, kept) => {
      const client = createTestClient(harness);
      const record = buildRecord();
      const response = await postBytes(
        client,
        encodeParts([...buildFieldParts(record), buildFilePart(sent)]),
      );
      expect(response.status).toBe(201);
      const { responses } = await client.list(`survey=${record.survey}`);
      expect(responses[0]?.files).toMatchObject([{ name: kept }]);
    });
  });

  describe('the type of a file', () => {
    it.each([
      [undefined, 'application/octet-stream'],
      ['', 'application/octet-stream'],
      ['png', 'application/octet-stream'],
      ['IMAGE/PNG; charset=utf-8', 'image/png'],
      ['text/html, image/png', 'application/octet-stream'],
      ['image/ä', 'application/octet-stream'],
      [`image/${'x'.repeat(100)}`, 'application/octet-stream'],
      ['image/png\r\nX-Other: y', 'image/png'],
    ])('%j becomes %j', async (sent, kept) => {
      const client = createTestClient(harness);
      const record = buildRecord();
      await postBytes(client, encodeParts([...buildFieldParts(record), buildFilePart('a', 'x', sent)]));
      const { responses } = await client.list(`survey=${record.survey}`);
      expect(responses[0]?.files).toMatchObject([{ type: kept }]);
    });
  });
}

function buildField(name: string, content: string): RawPart {
  return { headers: `Content-Disposition: form-data; name="${name}"`, content };
}

/** Adds a file whose name contains a byte that is invalid in UTF-8. */
function encodeWithLatinName(fields: RawPart[]): Uint8Array {
  const bytes = encodeParts([...fields, buildFilePart('~.png')]);
  return bytes.map((byte) => (byte === 0x7e ? 0xe4 : byte));
}

function createFile(size: number): File {
  return new File([new Uint8Array(size)], 'zeros.bin');
}

async function expectProblem(response: Response, status: number, code: string): Promise<void> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toMatchObject({ status, code });
  expect(response.status).toBe(status);
}

/** Starts a post that stalls after this number of bytes. */
function startPost(client: TestClient, bytes: number) {
  const { promise: stalled, resolve } = Promise.withResolvers<void>();
  let stream: ReadableStreamDefaultController | undefined;
  let isSent = false;
  const body = new ReadableStream(
    {
      pull(controller) {
        stream = controller;
        if (isSent) return resolve();
        isSent = true;
        controller.enqueue(new Uint8Array(bytes));
      },
    },
    { highWaterMark: 0 },
  );
  const answer = postBytes(client, body);
  return { stalled, answer, end: () => stream?.close(), fail: () => stream?.error(new Error('cut')) };
}
