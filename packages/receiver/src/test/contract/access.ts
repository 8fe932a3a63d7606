import { describe, expect, it } from 'vitest';
import { createTestClient, createRecordId, buildRecord, TOKEN, type Harness } from '../test-client.ts';

const SHOP = 'https://shop.example';
const PRIVATE = ['/responses', '/scores', '/export.jsonl', '/export.csv'];
const FILE = `/responses/${createRecordId()}/files/0`;

/** Access control: token, origins, rate limit, methods. */
export function describeAccess(harness: Harness): void {
  describe('reading', () => {
    it.each(PRIVATE)('accepts the token for %s', async (path) => {
      expect((await createTestClient(harness).get(path)).status).toBe(200);
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
    )('rejects %s with the authorization %j', async (path, authorization) => {
      const response = await createTestClient(harness).get(`${path}`, {
        headers: authorization === undefined ? {} : { authorization },
      });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      expect(await response.json()).toMatchObject({ code: 'unauthorized' });
    });

    it('disables caching and content sniffing', async () => {
      const { headers } = await createTestClient(harness).get('/responses');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    });

    it('sends no CORS header, even to an allowed origin', async () => {
      const response = await createTestClient(harness, { origins: [SHOP] }).get('/responses', {
        headers: { authorization: `Bearer ${TOKEN}`, origin: SHOP },
      });
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    });
  });

  describe('posting', () => {
    it.each([
      ['a non-browser client', {}],
      ['a page of the same origin', { origin: 'http://receiver.example' }],
      [
        'a page of the same origin behind a TLS proxy',
        { origin: 'https://receiver.example', 'sec-fetch-site': 'same-origin' },
      ],
    ])('accepts %s', async (_, headers) => {
      expect((await createTestClient(harness).post(buildRecord(), { headers })).status).toBe(201);
    });

    it('accepts a page of an allowed origin and lets it read the response and Retry-After', async () => {
      const { headers, status } = await createTestClient(harness, { origins: [SHOP] }).post(buildRecord(), {
        headers: { origin: SHOP },
      });
      expect(status).toBe(201);
      expect(headers.get('access-control-allow-origin')).toBe(SHOP);
      expect(headers.get('access-control-expose-headers')).toBe('retry-after');
      expect(headers.get('vary')).toContain('Origin');
    });

    it('lets a page of an allowed origin read an error response', async () => {
      const response = await createTestClient(harness, { origins: [SHOP] }).post('{', {
        headers: { origin: SHOP },
      });
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
    ])('rejects a page of the origin %j', async (origin) => {
      const client = createTestClient(harness, { origins: [SHOP] });
      const record = buildRecord();
      const response = await client.post(record, { headers: { origin, 'sec-fetch-site': 'cross-site' } });
      expect(response.status).toBe(403);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
      expect(await response.json()).toMatchObject({ code: 'origin-not-allowed' });
      const { responses } = await client.list(`survey=${record.survey}`);
      expect(responses).toEqual([]);
    });
  });

  describe('a preflight', () => {
    const preflight = (origin: string, origins: string[]) =>
      createTestClient(harness, { origins }).send('', {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,idempotency-key',
        },
      });

    it('succeeds for an allowed origin and is cached by the browser', async () => {
      const { status, headers } = await preflight(SHOP, ['https://other.example', SHOP]);
      expect(status).toBe(204);
      expect(headers.get('access-control-allow-origin')).toBe(SHOP);
      expect(headers.get('access-control-allow-methods')).toBe('POST');
      expect(headers.get('access-control-allow-headers')).toBe('content-type,idempotency-key');
      expect(Number(headers.get('access-control-max-age'))).toBeGreaterThan(600);
      expect(headers.get('access-control-allow-credentials')).toBeNull();
    });

    it.each([[[]], [[SHOP]]])(
      'fails for another origin, without CORS headers, if %j are allowed',
      async (origins) => {
        const response = await preflight('https://evil.example', origins);
        expect(response.status).toBe(403);
        expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      },
    );
  });

  describe('the rate limit', () => {
    it('responds with 429 and Retry-After, to that address only', async () => {
      const { post } = createTestClient(harness, { postsPerMinute: 3 });
      const from = (address: string) => post(buildRecord(), { info: { address } });
      for (let count = 0; count < 3; count++) expect((await from('192.0.2.1')).status).toBe(201);
      const rejected = await from('192.0.2.1');
      expect(rejected.status).toBe(429);
      expect(Number(rejected.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(Number(rejected.headers.get('retry-after'))).toBeLessThanOrEqual(60);
      expect(await rejected.json()).toMatchObject({ code: 'too-many-posts' });
      expect((await from('192.0.2.2')).status).toBe(201);
    });

    it('lets a page of an allowed origin read the 429 response', async () => {
      const { post } = createTestClient(harness, { postsPerMinute: 1, origins: [SHOP] });
      const init = { headers: { origin: SHOP }, info: { address: '192.0.2.1' } };
      await post(buildRecord(), init);
      const { status, headers } = await post(buildRecord(), init);
      expect(status).toBe(429);
      expect(headers.get('access-control-allow-origin')).toBe(SHOP);
      expect(headers.get('access-control-expose-headers')).toBe('retry-after');
    });

    it('is disabled by Infinity', async () => {
      const { post } = createTestClient(harness, { postsPerMinute: Infinity });
      for (let count = 0; count < 70; count++) {
        expect((await post('{', { info: { address: '192.0.2.1' } })).status).toBe(400);
      }
    });
  });

  describe('a path', () => {
    it.each(['/nothing', '/responses/1', '/../other'])('responds with 404 to %s', async (path) => {
      const response = await createTestClient(harness).get(path);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: 'not-found' });
    });

    it.each([
      ['GET', '', 'POST, OPTIONS'],
      ['DELETE', '', 'POST, OPTIONS'],
      ['POST', '/responses', 'GET, HEAD, OPTIONS'],
      ['PUT', '/scores', 'GET, HEAD, OPTIONS'],
    ])('responds with 405 and the allowed methods to %s %s', async (method, path, allow) => {
      const response = await createTestClient(harness).send(path, { method });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe(allow);
      expect(await response.json()).toMatchObject({ code: 'method-not-allowed' });
    });

    it('responds to OPTIONS with the allowed methods', async () => {
      const { status, headers } = await createTestClient(harness).send('/scores', { method: 'OPTIONS' });
      expect([status, headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
    });

    it('responds to HEAD like GET, without a body', async () => {
      const response = await createTestClient(harness).get('/export.csv', {
        method: 'HEAD',
        headers: { authorization: `Bearer ${TOKEN}` },
      });
      expect([response.status, await response.text()]).toEqual([200, '']);
    });

    it('may end with a slash', async () => {
      expect((await createTestClient(harness).send('/', { method: 'POST' })).status).toBe(415);
    });

    it.each(['/', '/api/v1/heed'])('supports the base path %s', async (basePath) => {
      const { send } = createTestClient(harness, { basePath });
      const prefix = basePath === '/' ? '' : basePath;
      const response = await send(`/../${prefix}/health`.replace('//', '/'));
      expect(response.status).toBe(200);
    });
  });
}
