import { describe, expect, it } from 'vitest';
import { call, newId, newRecord, TOKEN, type Harness } from '../test-client.test-helper.ts';

const SHOP = 'https://shop.example';
const PRIVATE = ['/responses', '/scores', '/export.jsonl', '/export.csv'];
const FILE = `/responses/${newId()}/files/0`;

/** Who may do what. */
export function describeAccess(harness: Harness): void {
  describe('reading', () => {
    it.each(PRIVATE)('%s takes the token', async (path) => {
      expect((await call(harness).get(path)).status).toBe(200);
    });

    it.each(
      [...PRIVATE, FILE].flatMap((path) =>
        [
          undefined,
          '',
          TOKEN,
          `Basic ${TOKEN}`,
          'Bearer',
          'Bearer ',
          `Bearer ${TOKEN}x`,
          `Bearer ${TOKEN.slice(1)}`,
        ].map((header) => [path, header]),
      ),
    )('%s is refused with %j for the authorization', async (path, authorization) => {
      const response = await call(harness).get(`${path}`, {
        headers: authorization === undefined ? {} : { authorization },
      });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      expect(await response.json()).toMatchObject({ code: 'unauthorized' });
    });

    it('is never kept by a cache nor guessed to be something else', async () => {
      const { headers } = await call(harness).get('/responses');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    });

    it('is not for pages of other origins, listed or not', async () => {
      const response = await call(harness, { origins: [SHOP] }).get('/responses', {
        headers: { authorization: `Bearer ${TOKEN}`, origin: SHOP },
      });
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    });
  });

  describe('posting', () => {
    it.each([
      ['a program that is no browser', {}],
      ['a page of the same origin', { origin: 'http://receiver.example' }],
      [
        'a page of the same origin behind a proxy with TLS',
        { origin: 'https://receiver.example', 'sec-fetch-site': 'same-origin' },
      ],
    ])('is open to %s', async (_, headers) => {
      expect((await call(harness).post(newRecord(), { headers })).status).toBe(201);
    });

    it('is open to a page of a listed origin, which may read the answer and when to come back', async () => {
      const { headers, status } = await call(harness, { origins: [SHOP] }).post(newRecord(), {
        headers: { origin: SHOP },
      });
      expect(status).toBe(201);
      expect(headers.get('access-control-allow-origin')).toBe(SHOP);
      expect(headers.get('access-control-expose-headers')).toBe('retry-after');
      expect(headers.get('vary')).toContain('Origin');
    });

    it('tells a page of a listed origin what is wrong, too', async () => {
      const response = await call(harness, { origins: [SHOP] }).post('{', { headers: { origin: SHOP } });
      expect(response.status).toBe(400);
      expect(response.headers.get('access-control-allow-origin')).toBe(SHOP);
    });

    it.each([
      'https://evil.example',
      'http://shop.example',
      'https://shop.example:8443',
      'https://shop.example.evil.example',
      'null',
      '',
    ])('is closed to a page of %j, which is not listed', async (origin) => {
      const caller = call(harness, { origins: [SHOP] });
      const record = newRecord();
      const response = await caller.post(record, { headers: { origin, 'sec-fetch-site': 'cross-site' } });
      expect(response.status).toBe(403);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
      expect(await response.json()).toMatchObject({ code: 'origin-not-allowed' });
      const { responses } = await caller.list(`survey=${record.survey}`);
      expect(responses).toEqual([]);
    });
  });

  describe('a preflight', () => {
    const preflight = (origin: string, origins: string[]) =>
      call(harness, { origins }).send('', {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,idempotency-key',
        },
      });

    it('of a listed origin is granted, and remembered by the browser', async () => {
      const { status, headers } = await preflight(SHOP, ['https://other.example', SHOP]);
      expect(status).toBe(204);
      expect(headers.get('access-control-allow-origin')).toBe(SHOP);
      expect(headers.get('access-control-allow-methods')).toBe('POST');
      expect(headers.get('access-control-allow-headers')).toBe('content-type,idempotency-key');
      expect(Number(headers.get('access-control-max-age'))).toBeGreaterThan(600);
      expect(headers.get('access-control-allow-credentials')).toBeNull();
    });

    it.each([[[]], [[SHOP]]])(
      'of another origin is denied without a CORS header when %j are listed',
      async (origins) => {
        const response = await preflight('https://evil.example', origins);
        expect(response.status).toBe(403);
        expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      },
    );
  });

  describe('the limit', () => {
    it('answers 429 and when to come back, to that address only', async () => {
      const { post } = call(harness, { postsPerMinute: 3 });
      const from = (address: string) => post(newRecord(), { info: { address } });
      for (let count = 0; count < 3; count++) expect((await from('192.0.2.1')).status).toBe(201);
      const refused = await from('192.0.2.1');
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
      expect(await refused.json()).toMatchObject({ code: 'too-many-posts' });
      expect((await from('192.0.2.2')).status).toBe(201);
    });

    it('lets a page of a listed origin read that answer', async () => {
      const { post } = call(harness, { postsPerMinute: 1, origins: [SHOP] });
      const init = { headers: { origin: SHOP }, info: { address: '192.0.2.1' } };
      await post(newRecord(), init);
      const { status, headers } = await post(newRecord(), init);
      expect(status).toBe(429);
      expect(headers.get('access-control-allow-origin')).toBe(SHOP);
      expect(headers.get('access-control-expose-headers')).toBe('retry-after');
    });

    it('can be turned off', async () => {
      const { post } = call(harness, { postsPerMinute: Infinity });
      for (let count = 0; count < 70; count++) {
        expect((await post('{', { info: { address: '192.0.2.1' } })).status).toBe(400);
      }
    });
  });

  describe('an address', () => {
    it.each(['/nothing', '/responses/1', '/../other'])('%s has nothing', async (path) => {
      const response = await call(harness).get(path);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: 'not-found' });
    });

    it.each([
      ['GET', '', 'POST, OPTIONS'],
      ['DELETE', '', 'POST, OPTIONS'],
      ['POST', '/responses', 'GET, HEAD, OPTIONS'],
      ['PUT', '/scores', 'GET, HEAD, OPTIONS'],
    ])('does not take %s %s, and says what it takes', async (method, path, allow) => {
      const response = await call(harness).send(path, { method });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe(allow);
      expect(await response.json()).toMatchObject({ code: 'method-not-allowed' });
    });

    it('answers OPTIONS with what it takes', async () => {
      const { status, headers } = await call(harness).send('/scores', { method: 'OPTIONS' });
      expect([status, headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
    });

    it('answers HEAD like GET, without a body', async () => {
      const response = await call(harness).get('/export.csv', {
        method: 'HEAD',
        headers: { authorization: `Bearer ${TOKEN}` },
      });
      expect([response.status, await response.text()]).toEqual([200, '']);
    });

    it('may end with a slash', async () => {
      expect((await call(harness).send('/', { method: 'POST' })).status).toBe(415);
    });

    it.each(['/', '/api/v1/heed'])('may lie below %s', async (basePath) => {
      const { send } = call(harness, { basePath });
      const prefix = basePath === '/' ? '' : basePath;
      const response = await send(`/../${prefix}/health`.replace('//', '/'));
      expect(response.status).toBe(200);
    });
  });
}
