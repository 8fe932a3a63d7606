import type { Behaviour, RemoteSpace, Rule } from '@heed/testing/fault-server/remote';
import { expect } from 'chai';
import {
  closeAll,
  FakeClock,
  makeName,
  makeRecord,
  makeSpace,
  startClient,
  until,
} from '../test/fixtures.ts';
import type { ClientOptions } from '../index.ts';
import { asText } from '../requests/index.ts';
import { isMixedContent } from './find-cause.ts';

const SECRET = 'a-secret-that-no-console-may-show';
const { warn } = console;
let warnings: string[] = [];

beforeEach(() => {
  warnings = [];
  Object.assign(console, { warn: (...words: unknown[]) => void warnings.push(words.join(' ')) });
});

afterEach(async () => {
  await closeAll();
  Object.assign(console, { warn });
});

/** The first warning about this endpoint. */
async function warningAbout(part: string): Promise<string> {
  await until(() => warnings.some((text) => text.includes(part)), `a warning about ${part}`);
  return warnings.find((text) => text.includes(part)) ?? '';
}

/** Submits a record with a secret to an endpoint that behaves like this, and returns the warning. */
async function explain(behaviour: Rule, options: Partial<ClientOptions> = {}): Promise<string> {
  const space = await makeSpace();
  await space.script(behaviour);
  await submitTo({ endpoint: space.endpoint, ...options });
  return warningAbout(new URL(space.endpoint).pathname);
}

async function submitTo(options: ClientOptions): Promise<void> {
  const { tried } = await startClient(options).submit(makeRecord(SECRET));
  await tried;
}

/** An endpoint on the origin of the page, where nothing accepts a POST: a separate path for each test. */
const here = (): string => `/${makeName()}`;

describe('a warning about a response', () => {
  const replies: [code: string, behaviour: Behaviour][] = [
    ['HEED_NOT_FOUND', { status: 404 }],
    ['HEED_NOT_FOUND', { status: 410 }],
    ['HEED_METHOD', { status: 405 }],
    ['HEED_METHOD', { status: 501 }],
    ['HEED_FORBIDDEN', { status: 401 }],
    ['HEED_FORBIDDEN', { status: 403 }],
    ['HEED_REJECTED', { status: 400 }],
    ['HEED_REJECTED', { status: 422 }],
    ['HEED_TOO_LARGE', { status: 413 }],
    ['HEED_TOO_LARGE', { status: 414 }],
    ['HEED_TOO_LARGE', { status: 431 }],
    ['HEED_MEDIA_TYPE', { status: 415 }],
    ['HEED_RATE_LIMIT', { status: 429 }],
    ['HEED_STATUS', { status: 409 }],
    ['HEED_STATUS', { status: 418 }],
    ['HEED_SERVER', { status: 500 }],
    ['HEED_SERVER', { status: 503, headers: { 'retry-after': '60' } }],
    ['HEED_HTML', { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: SECRET }],
  ];
  for (const [code, behaviour] of replies) {
    it(`names the status ${behaviour.status} and the code ${code}`, async () => {
      const warning = await explain({ body: SECRET, ...behaviour });
      expect(warning).to.contain(`(${code})`).and.contain(`was answered with ${behaviour.status}`);
    });
  }

  it('names a redirect', async () => {
    expect(await explain({ status: 302, headers: { location: `/${SECRET}` } })).to.contain('(HEED_REDIRECT)');
  });

  it('reports that the endpoint is the URL of the page itself', async () => {
    await submitTo({ endpoint: `${location.pathname}?${SECRET}` });
    expect(await warningAbout(location.pathname)).to.contain('the address of the page itself');
  });

  it('reports that a response in the mode "no-cors" cannot be read', async () => {
    const request: ClientOptions['request'] = (message) => ({
      ...asText(message),
      mode: 'no-cors',
      redirect: 'follow',
    });
    expect(await explain({}, { request })).to.contain('(HEED_OPAQUE)');
  });

  const declines: Record<string, NonNullable<ClientOptions['acknowledge']>> = {
    'returns false': () => false,
    throws: () => {
      throw new Error(SECRET);
    },
    rejects: () => Promise.reject(new Error(SECRET)),
  };
  for (const [what, acknowledge] of Object.entries(declines)) {
    it(`reports that "acknowledge" ${what}`, async () => {
      expect(await explain({ body: SECRET }, { acknowledge })).to.contain('(HEED_ACKNOWLEDGE)');
    });
  }
});

describe('a warning about a request without a response', () => {
  it('names the missing CORS headers of the preflight and the response', async () => {
    const headers = { authorization: SECRET, 'x-tenant': SECRET };
    const warning = await explain({ cors: false, preflight: 'deny' }, { headers });
    expect(warning)
      .to.contain('(HEED_CORS)')
      .and.contain(`"Access-Control-Allow-Origin: ${location.origin}"`)
      .and.contain('"Access-Control-Allow-Methods: POST"')
      .and.contain('"Access-Control-Allow-Headers: authorization, content-type, idempotency-key, x-tenant"');
  });

  it('names the header that the preflight does not allow', async () => {
    const warning = await explain({ allowHeaders: 'content-type' });
    expect(warning)
      .to.contain('(HEED_CORS)')
      .and.contain('Request header field idempotency-key is not allowed');
  });

  it('names a configured header that the preflight does not allow, and never its value', async () => {
    const warning = await explain({}, { headers: { 'x-tenant': SECRET } });
    expect(warning).to.contain('Request header field x-tenant is not allowed');
  });

  it('does not ask for a preflight if the request needs none', async () => {
    const warning = await explain({ cors: false }, { request: asText });
    expect(warning).to.contain('(HEED_CORS)').and.not.contain('OPTIONS');
  });

  it('reports that there is no response', async () => {
    await submitTo({ endpoint: `http://heed.invalid/${makeName()}?${SECRET}` });
    expect(await warningAbout('http://heed.invalid/')).to.contain('(HEED_UNREACHABLE)');
  });

  it('reports that there is no response on the origin of the page', async () => {
    const { fetch } = globalThis;
    globalThis.fetch = () => Promise.reject(new TypeError(SECRET));
    const endpoint = here();
    try {
      await submitTo({ endpoint });
      expect(await warningAbout(endpoint))
        .to.contain('(HEED_UNREACHABLE)')
        .and.not.contain('Access-Control');
    } finally {
      globalThis.fetch = fetch;
    }
  });

  it('reports that the connection breaks off although the server responds to HEAD', async () => {
    const warning = await explain({ raw: '220 mail.example ESMTP\r\n', times: 1 });
    expect(warning).to.contain('(HEED_UNREACHABLE)').and.contain('replies to HEAD');
  });

  it('distinguishes mixed content from an endpoint on this machine', () => {
    const isMixed = (url: string): boolean => isMixedContent(new URL(url), 'https:');
    for (const url of ['http://api.example/', 'http://192.168.0.1/', 'http://localhost.example/'])
      expect(isMixed(url), url).to.equal(true);
    for (const url of [
      'https://api.example/',
      'http://localhost:3000/',
      'http://127.0.0.1/',
      'http://[::1]/',
      'http://api.localhost/',
    ])
      expect(isMixed(url), url).to.equal(false);
    expect(isMixedContent(new URL('http://api.example/'), 'http:')).to.equal(false);
  });

  it('reports a response that is too late', async () => {
    const space = await makeSpace();
    await space.script({ hang: true });
    const clock = new FakeClock();
    void submitTo({ endpoint: space.endpoint, clock });
    await until(async () => (await space.log()).length > 0);
    clock.advance(30_000);
    expect(await warningAbout(space.endpoint)).to.contain('(HEED_TIMEOUT)');
  });

  it('names an invalid header, and not its value', async () => {
    const headers = { 'x-tenant': `${SECRET}\n` + String.fromCharCode(0) };
    expect(await explain({}, { headers })).to.contain('(HEED_REQUEST)');
  });

  it('sends no probe if the option fetch is set', async () => {
    const space = await makeSpace();
    await submitTo({ endpoint: space.endpoint, fetch: () => Promise.reject(new TypeError(SECRET)) });
    expect(await warningAbout(space.endpoint))
      .to.contain('option')
      .and.contain('(HEED_UNREACHABLE)');
    expect(await space.probes()).to.deep.equal([]);
  });

  it('logs nothing while the browser is offline', async () => {
    const space = await makeSpace();
    await space.script({ reset: 'before' });
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      await submitTo({ endpoint: space.endpoint });
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
    // Any warning would come before this one.
    await explain({ status: 404 });
    expect(warnings.filter((text) => text.includes(space.endpoint))).to.deep.equal([]);
    expect(await space.probes()).to.deep.equal([]);
  });

  it('logs nothing about an attempt that is given up', async () => {
    const space = await makeSpace();
    await space.script({ hang: true });
    const client = startClient({ endpoint: space.endpoint });
    const { tried } = await client.submit(makeRecord());
    await until(async () => (await space.log()).length > 0);
    await client.purge();
    await tried;
    await explain({ status: 404 });
    expect(warnings.filter((text) => text.includes(space.endpoint))).to.deep.equal([]);
  });
});

describe('a warning about a function among the options', () => {
  const fail = (): never => {
    throw new Error(SECRET);
  };
  const functions: Partial<Record<string, Partial<ClientOptions>>> = {
    endpoint: { endpoint: fail },
    headers: { headers: fail },
    request: { request: fail },
  };
  for (const [name, options] of Object.entries(functions)) {
    it(`names the function "${name}" that throws`, async () => {
      await submitTo({ endpoint: here(), ...options });
      expect(await warningAbout(`the function "${name}"`)).to.contain('(HEED_FUNCTION)');
    });
  }

  it('names a result of "transform" that cannot be posted with files', async () => {
    const client = startClient({ endpoint: here(), transform: () => null });
    const { tried } = await client.submit(makeRecord(SECRET), [new File([SECRET], `${SECRET}.txt`)]);
    await tried;
    expect(await warningAbout('"transform"'))
      .to.contain('(HEED_REQUEST)')
      .and.not.contain(SECRET);
  });

  it('reports an invalid address', async () => {
    await submitTo({ endpoint: () => 'mailto:team@example.com' });
    expect(await warningAbout('not a valid URL')).to.contain('(HEED_ENDPOINT)');
  });
});

describe('warnings', () => {
  it('appear once per cause and endpoint, across clients, records and retries', async () => {
    const space = await makeSpace();
    await space.script({ status: 500 });
    for (let count = 0; count < 2; count++) {
      const client = startClient({ endpoint: `${space.endpoint}?${count}` });
      await (
        await client.submit(makeRecord())
      ).tried;
      await (
        await client.submit(makeRecord())
      ).tried;
      await client.flush();
    }
    await warningAbout(space.endpoint);
    await explain({ status: 404 });
    expect(warnings.filter((text) => text.includes(space.endpoint))).to.have.length(1);
  });

  it('probe an endpoint once, without the record or the value of a header', async () => {
    const space = await makeSpace();
    await space.script({ allowHeaders: 'content-type, authorization' });
    const client = startClient({ endpoint: space.endpoint, headers: { authorization: SECRET } });
    await (
      await client.submit(makeRecord(SECRET))
    ).tried;
    await warningAbout(space.endpoint);
    const probes = await space.probes();
    await client.flush();
    await explain({ status: 404 });
    expect(await space.probes()).to.deep.equal(probes);
    expect(probes).to.have.length.within(1, 4);
    expect(JSON.stringify(probes)).to.not.contain(SECRET);
    expect(await space.log()).to.deep.equal([]);
  });

  it('contain nothing of a record, a response body, a query or a header value', async () => {
    const behaviours: Behaviour[] = [
      ...[200, 302, 400, 401, 404, 413, 415, 429, 500].map((status) => ({ status })),
      { cors: false, preflight: 'deny' as const },
      { allowHeaders: 'content-type' },
      { reset: 'after' as const },
    ];
    const spaces: RemoteSpace[] = [];
    for (const behaviour of behaviours) {
      const space = await makeSpace();
      spaces.push(space);
      await space.script({
        body: `{"message":"${SECRET}"}`,
        headers: { 'content-type': 'text/html', location: `/${SECRET}` },
        ...behaviour,
      });
      const headers = { authorization: `Bearer ${SECRET}` };
      const { host, pathname } = new URL(space.endpoint);
      await submitTo({ endpoint: `http://${host}${pathname}?key=${SECRET}#${SECRET}`, headers });
    }
    for (const { endpoint } of spaces) await warningAbout(endpoint);
    expect(warnings).to.have.length(behaviours.length);
    for (const warning of warnings) {
      expect(warning).to.not.contain(SECRET).and.not.contain('Fast delivery');
      expect(warning).to.match(/^\[heed\] client: .* \(HEED_[A-Z_]+\)$/s);
    }
  });
});
