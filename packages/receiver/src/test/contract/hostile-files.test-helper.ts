import { describe, expect, it } from 'vitest';
import type { ProblemDetails } from '../../http/problem.ts';
import {
  encodeParts,
  fieldParts,
  filePart,
  newRecordNaming,
  postBytes,
  postFiles,
  randomBytes,
  type RawPart,
} from '../multipart-form.test-helper.ts';
import { call, newRecord, readJson, type Caller, type Harness } from '../test-client.test-helper.ts';

const LATIN = new Uint8Array([0x22, 0xe4, 0x22]);
const NAMELESS: RawPart = { headers: 'Content-Type: text/plain', content: 'x' };

/** Forms that nobody's client sends. */
export function describeHostileFiles(harness: Harness): void {
  describe('a form is refused', () => {
    it.each<[string, (fields: RawPart[]) => Uint8Array]>([
      [
        'that ends in the middle of a file',
        (fields) => encodeParts([...fields, filePart('a')], '').subarray(0, -4),
      ],
      ['without its closing boundary', (fields) => encodeParts([...fields, filePart('a')], '')],
      ['with another boundary', () => new TextEncoder().encode('--other\r\n\r\n\r\n--other--')],
      ['of nothing', () => new Uint8Array()],
      ['that is JSON', () => new TextEncoder().encode(JSON.stringify(newRecord()))],
      ['with a part without a name', (fields) => encodeParts([...fields, NAMELESS])],
      ['with a member twice', (fields) => encodeParts([...fields, ...fields.slice(0, 1)])],
      ['with the whole record twice', (fields) => encodeParts([...fields, ...fields])],
      [
        'with a member that is no JSON',
        (fields) => encodeParts([...fields.slice(0, -1), broken('answers', '[')]),
      ],
      [
        'with JSON that goes on',
        (fields) => encodeParts([...fields.slice(0, -1), broken('answers', '[],"partial":true')]),
      ],
      [
        'with a member in another encoding',
        (fields) => encodeParts([...fields, { ...broken('note', ''), content: LATIN }]),
      ],
      ['with a name in another encoding', (fields) => latinName(fields)],
      ['with 9,000 bytes of headers', (fields) => encodeParts([...fields, filePart('a'.repeat(9_000))])],
    ])('with 400 %s', async (_, encode) => {
      const caller = call(harness);
      const record = newRecord();
      const response = await postBytes(caller, encode(fieldParts(record)));
      expect([response.status, (await readJson<ProblemDetails>(response)).code]).toEqual([
        400,
        'malformed-body',
      ]);
      expect((await caller.list(`survey=${record.survey}`)).responses).toEqual([]);
    });

    it.each([
      'multipart/form-data',
      'multipart/form-data; boundary=',
      `multipart/form-data; boundary=${'x'.repeat(71)}`,
    ])('with 400 as %s', async (type) => {
      const response = await postBytes(call(harness), encodeParts(fieldParts(newRecord())), type);
      expect(await response.json()).toMatchObject({ status: 400, code: 'malformed-body' });
    });

    it('with 400 and the same problems as JSON when there is no record in it', async () => {
      const caller = call(harness);
      const form = await postBytes(caller, encodeParts([filePart('a')]));
      const json = await caller.post({});
      expect(form.status).toBe(400);
      expect(await form.json()).toEqual(await json.json());
    });

    it('with 400 and the same problems as JSON when the record is wrong', async () => {
      const caller = call(harness);
      const record = { ...newRecord(), survey: '', answers: [{ name: 'a', kind: 'nps', value: 'secret' }] };
      const form = await postFiles(caller, record, new File(['x'], 'secret.png'));
      const text = await form.text();
      expect(text).toBe(await (await caller.post(record)).text());
      expect(text).not.toContain('secret');
    });

    it('with 400 that names the version it does not know', async () => {
      const response = await postFiles(call(harness), { ...newRecord(), v: 2 });
      expect(await response.json()).toMatchObject({ status: 400, code: 'unknown-version' });
    });

    it('with 400 when its key is another id', async () => {
      const { send } = call(harness);
      const body = encodeParts(fieldParts(newRecord()));
      const headers = {
        'content-type': 'multipart/form-data; boundary=----heed-form-data-boundary-0',
        'idempotency-key': `"${newRecord().id}"`,
      };
      const response = await send('', { method: 'POST', body: body as Uint8Array<ArrayBuffer>, headers });
      expect(await response.json()).toMatchObject({ status: 400, code: 'key-mismatch' });
    });
  });

  describe('a form is too large, with 413,', () => {
    const limits = { maxBodyBytes: 2_000, maxFiles: 3, maxFileBytes: 1_000, maxFilesBytes: 2_500 };
    const post = (...files: File[]): Promise<Response> =>
      postFiles(call(harness, limits), newRecordNaming(), ...files);

    it('with a file more, not with the most', async () => {
      const files = Array.from({ length: 4 }, (_, index) => new File(['x'], `${index}.txt`));
      expect((await post(...files.slice(1))).status).toBe(201);
      await expectProblem(await post(...files), 413, 'too-many-files');
    });

    it('with a byte more in a file, not with the most', async () => {
      expect((await post(fileOf(1_000))).status).toBe(201);
      await expectProblem(await post(fileOf(1_001)), 413, 'file-too-large');
    });

    it('with a byte more in all files, not with the most', async () => {
      expect((await post(fileOf(1_000), fileOf(1_000), fileOf(500))).status).toBe(201);
      await expectProblem(await post(fileOf(1_000), fileOf(1_000), fileOf(501)), 413, 'file-too-large');
    });

    it('with a record above its own limit', async () => {
      const record = newRecord({ answers: [{ name: 'why', kind: 'text', value: 'x'.repeat(2_000) }] });
      await expectProblem(await postFiles(call(harness, limits), record), 413, 'body-too-large');
    });

    it('with a file at all where none is taken', async () => {
      const caller = call(harness, { ...limits, maxFiles: 0 });
      expect((await postFiles(caller, newRecord())).status).toBe(201);
      await expectProblem(await postFiles(caller, newRecord(), fileOf(1)), 413, 'too-many-files');
    });

    it.each([
      ['fields', (index: number) => broken(`member-${index}`, 'x'), 'body-too-large'],
      ['files', (index: number) => filePart(`${index}`), 'too-many-files'],
    ])('with 1,000 %s', async (_, partOf, code) => {
      const parts = Array.from({ length: 1_000 }, (_, index) => partOf(index));
      const response = await postBytes(call(harness), encodeParts([...fieldParts(newRecord()), ...parts]));
      await expectProblem(response, 413, code);
    });

    it('when it never ends, and is not read for ever', async () => {
      let bytesSent = 0;
      const chunk = randomBytes(100_000);
      const body = new ReadableStream({
        pull(controller) {
          bytesSent += chunk.byteLength;
          controller.enqueue(chunk);
        },
      });
      await expectProblem(await postBytes(call(harness, limits), body), 413, 'body-too-large');
      expect(bytesSent).toBeLessThan(20_000_000);
    });
  });

  describe('memory', () => {
    it('is bounded: what comes on top is told to come back, a record without files is taken, and it is given back', async () => {
      const caller = call(harness, { maxFilesBytes: 100_000 });
      // One is at most 1.2 MB, and four of these fit.
      const slow = Array.from({ length: 4 }, () => openPost(caller, 1_200_000));
      await Promise.all(slow.map(({ taken }) => taken));
      const refused = await postFiles(caller, newRecordNaming(), fileOf(1_000));
      await expectProblem(refused, 503, 'unavailable');
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await caller.post(newRecord())).status).toBe(201);
      for (const { end } of slow) end();
      await Promise.all(slow.map(({ answer }) => answer));
      expect((await postFiles(caller, newRecordNaming(), fileOf(1_000))).status).toBe(201);
    });

    it('is given back by a post that breaks off', async () => {
      const caller = call(harness, { maxFilesBytes: 100_000 });
      for (let count = 0; count < 10; count++) {
        const { taken, fail, answer } = openPost(caller, 1_000_000);
        await taken;
        fail();
        expect((await answer).status).toBe(400);
      }
      expect((await postFiles(caller, newRecordNaming(), fileOf(1_000))).status).toBe(201);
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
      const caller = call(harness);
      const record = newRecord();
      const response = await postBytes(caller, encodeParts([...fieldParts(record), filePart(sent)]));
      expect(response.status).toBe(201);
      const { responses } = await caller.list(`survey=${record.survey}`);
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
      const caller = call(harness);
      const record = newRecord();
      await postBytes(caller, encodeParts([...fieldParts(record), filePart('a', 'x', sent)]));
      const { responses } = await caller.list(`survey=${record.survey}`);
      expect(responses[0]?.files).toMatchObject([{ type: kept }]);
    });
  });
}

function broken(name: string, content: string): RawPart {
  return { headers: `Content-Disposition: form-data; name="${name}"`, content };
}

/** A file whose name has a byte that UTF-8 does not have. */
function latinName(fields: RawPart[]): Uint8Array {
  const bytes = encodeParts([...fields, filePart('~.png')]);
  return bytes.map((byte) => (byte === 0x7e ? 0xe4 : byte));
}

function fileOf(size: number): File {
  return new File([new Uint8Array(size)], 'zeros.bin');
}

async function expectProblem(response: Response, status: number, code: string): Promise<void> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toMatchObject({ status, code });
  expect(response.status).toBe(status);
}

/** A post of which so many bytes have arrived, and no more come. */
function openPost(caller: Caller, bytes: number) {
  const { promise: taken, resolve } = Promise.withResolvers<void>();
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
  const answer = postBytes(caller, body);
  return { taken, answer, end: () => stream?.close(), fail: () => stream?.error(new Error('cut')) };
}
