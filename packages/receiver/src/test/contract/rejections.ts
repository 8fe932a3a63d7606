import { describe, expect, it } from 'vitest';
import type { ProblemDetails } from '../../http/problem.ts';
import { createTestClient, buildRecord, type Harness, readJson } from '../test-client.ts';

/** Members that make a record invalid, and the path that is reported. */
const INVALID_MEMBERS: [path: string, members: object][] = [
  ['/id', { id: 7 }],
  ['/id', { id: 'not-a-uuid' }],
  ['/id', { id: '01939F6E-0000-7000-8000-000000000001' }],
  ['/survey', { survey: '' }],
  ['/survey', { survey: 'with \u0000 inside' }],
  ['/survey', { survey: 'with \ud800 inside' }],
  ['/survey', { survey: ['list'] }],
  ['/submittedAt', { submittedAt: 'yesterday' }],
  ['/submittedAt', { submittedAt: '2026-02-30T00:00:00.000Z' }],
  ['/submittedAt', { submittedAt: 0 }],
  ['/answers', { answers: [] }],
  ['/answers', { answers: {} }],
  ['/answers', { answers: null }],
  ['/answers/0', { answers: ['text'] }],
  ['/answers/0/name', { answers: [{ kind: 'text', value: 'x' }] }],
  ['/answers/0/kind', { answers: [{ name: 'a', kind: 'No Kebab', value: 'x' }] }],
  ['/answers/0/value', { answers: [{ name: 'a', kind: 'nps', value: 11 }] }],
  ['/answers/0/value', { answers: [{ name: 'a', kind: 'nps', value: '9' }] }],
  ['/answers/0/value', { answers: [{ name: 'a', kind: 'csat', value: 6 }] }],
  ['/answers/0/value', { answers: [{ name: 'a', kind: 'matrix', value: { row: 'x' } }] }],
  ['/answers/0/max', { answers: [{ name: 'a', kind: 'csat', value: 1, max: 11 }] }],
  ['/respondent', { respondent: 'u-42' }],
  ['/respondent/id', { respondent: { id: 42 } }],
  ['/respondent/traits/tier', { respondent: { traits: { tier: [] } } }],
  ['/context', { context: [] }],
  ['/consent/contact', { consent: { contact: 'yes' } }],
  ['/partial', { partial: 1 }],
];

/** Input that is not a valid record. */
export function describeRejections(harness: Harness): void {
  describe('a post is rejected', () => {
    it.each(INVALID_MEMBERS)('with 400 and the path %s for %j', async (path, members) => {
      const response = await createTestClient(harness).post({ ...buildRecord(), ...members });
      expect(response.status).toBe(400);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      const problem = await readJson<ProblemDetails>(response);
      expect(problem).toMatchObject({
        type: 'urn:heed:problem:invalid-record',
        status: 400,
        code: 'invalid-record',
      });
      expect(problem.problems?.map((one) => one.path)).toContain(path);
      for (const one of problem.problems ?? [])
        expect(Object.keys(one).sort()).toEqual(['expected', 'got', 'path']);
    });

    it.each([
      ['1 problem; the first is at "/survey"', { survey: '' }],
      ['2 problems; the first is at "/survey"', { survey: '', answers: [] }],
    ])('with the detail "The record has %s."', async (detail, members) => {
      const response = await createTestClient(harness).post({ ...buildRecord(), ...members });
      expect(await response.json()).toMatchObject({ detail: `The record has ${detail}.` });
    });

    it.each(['null', '[]', '7', '"text"', 'true'])('with 400 if it is %s', async (body) => {
      const response = await createTestClient(harness).post(body);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: 'invalid-record', problems: [{ path: '' }] });
    });

    it.each(['', '{', '{"v":1,}', 'NaN', '\uFEFF{}', '<html>', `{"a":"\u0000"}`])(
      'with 400 if it is malformed: %j',
      async (body) => {
        const response = await createTestClient(harness).post(body);
        expect(response.status).toBe(400);
        expect(await response.json()).toMatchObject({ code: 'malformed-body' });
      },
    );

    it.each([
      ['a byte that is invalid in UTF-8', [0x22, 0xff, 0x22]],
      ['half a character', [0x22, 0xe2, 0x82, 0x22]],
      ['an encoded surrogate', [0x22, 0xed, 0xa0, 0x80, 0x22]],
      ['an overlong form', [0x22, 0xc0, 0xaf, 0x22]],
    ])('with 400 for %s', async (_, bytes) => {
      const { send } = createTestClient(harness);
      const body = new Uint8Array(bytes);
      const response = await send('', {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: 'malformed-body' });
    });

    it('with 400 and the unsupported version', async () => {
      const response = await createTestClient(harness).post({ ...buildRecord(), v: 2 });
      expect(response.status).toBe(400);
      const problem = await readJson<ProblemDetails>(response);
      expect(problem.code).toBe('unknown-version');
      expect(problem.detail).toContain('version 2');
    });

    it.each(['application/x-www-form-urlencoded', 'multipart/mixed; boundary=x', 'application/jsonp', ''])(
      'with 415 for the content type %j',
      async (type) => {
        const response = await createTestClient(harness).post(buildRecord(), {
          headers: { 'content-type': type },
        });
        expect(response.status).toBe(415);
        expect(await response.json()).toMatchObject({ code: 'unsupported-media-type' });
      },
    );

    it('without any part of the answer in the response', async () => {
      const response = await createTestClient(harness).post({
        ...buildRecord(),
        survey: '',
        answers: [{ name: 'a', kind: 'nps', value: 'secret' }],
      });
      expect(await response.text()).not.toContain('secret');
    });
  });

  describe('the size of the body', () => {
    const maxBodyBytes = 2_000;

    it('may be exactly the limit, in bytes of UTF-8', async () => {
      const { post } = createTestClient(harness, { maxBodyBytes });
      const fitting = padRecord(maxBodyBytes);
      expect((await post(fitting)).status).toBe(201);
      expect((await post(fitting.replace('x', 'ä'))).status).toBe(413);
    });

    it('is measured even if content-length is wrong', async () => {
      const { post } = createTestClient(harness, { maxBodyBytes });
      const response = await post(padRecord(maxBodyBytes + 1), { headers: { 'content-length': '10' } });
      expect(response.status).toBe(413);
      expect(await response.json()).toMatchObject({ code: 'body-too-large' });
    });

    it('is measured without content-length, and an endless body is not read to its end', async () => {
      const { send } = createTestClient(harness, { maxBodyBytes });
      let bytesSent = 0;
      const body = new ReadableStream({
        pull(controller) {
          bytesSent += 100_000;
          controller.enqueue(new Uint8Array(100_000));
        },
      });
      const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'text/plain' } };
      const response = await send('', init as RequestInit);
      expect(response.status).toBe(413);
      expect(bytesSent).toBeLessThan(20_000_000);
    });
  });
}

/** Returns a valid record of this size. */
function padRecord(bytes: number): string {
  const empty = JSON.stringify(buildRecord({ answers: [{ name: 'why', kind: 'text', value: '' }] }));
  return empty.replace('"value":""', `"value":"${'x'.repeat(bytes - empty.length)}"`);
}
