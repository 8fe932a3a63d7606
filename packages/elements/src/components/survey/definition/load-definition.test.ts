import { openSpace, type RemoteSpace } from '@heed/testing/fault-server/remote';
import { expect } from 'chai';
import { loadDefinition, readDefinition } from './index.ts';

const SURVEY = { v: 1, survey: 'visit', steps: [{ items: [{ kind: 'nps', name: 'recommend' }] }] };
const OTHER = { ...SURVEY, survey: 'other' };
const CACHE = 'heed-surveys';
const GONE = { reset: 'before' } as const;

async function errorOf(act: () => unknown): Promise<string> {
  try {
    await act();
    return '';
  } catch (error) {
    expect((error as { code?: string }).code).to.equal('HEED_DEFINITION');
    return (error as Error).message;
  }
}

const load = (src: string, integrity?: string): ReturnType<typeof loadDefinition> =>
  loadDefinition(document.body, src, integrity);

async function integrityOf(value: unknown): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(value)));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

describe('readDefinition', () => {
  it('parses a survey', () => {
    expect(readDefinition(JSON.stringify(SURVEY))).to.deep.equal(SURVEY);
  });

  for (const [what, text] of [
    ['text that is not JSON', '{"survey": "my card is 4111'],
    ['an empty text', ''],
    ['JSON that is not a survey', '["my card is 4111"]'],
    ['ten megabytes', JSON.stringify({ ...SURVEY, heading: 'x'.repeat(1e7) })],
    ['deeply nested lists', '['.repeat(200_000)],
    ['a prototype', '{"__proto__": {"v": 1, "survey": "x", "steps": []}}'],
  ] as const) {
    it(`rejects ${what} without quoting it`, async () => {
      const message = await errorOf(() => readDefinition(text));
      expect(message).to.contain('survey: ');
      expect(message).not.to.contain('4111');
      expect(message.length).to.be.lessThan(500);
    });
  }
});

describe('loadDefinition', () => {
  let space: RemoteSpace;
  beforeEach(async () => {
    const { origin } = (await (await fetch('/fault-server.json')).json()) as { origin: string };
    space = openSpace(origin, crypto.randomUUID());
  });
  afterEach(() => caches.delete(CACHE));

  it('fetches a survey without credentials', async () => {
    await space.script({ status: 200, body: SURVEY });
    expect(await load(space.endpoint)).to.deep.equal(SURVEY);
    const [request] = await space.log();
    expect([request?.method, request?.headers['cookie']]).to.deep.equal(['GET', undefined]);
  });

  it('prefers the network, and falls back to the last copy', async () => {
    await space.script({ status: 200, body: SURVEY, times: 1 }, { status: 200, body: OTHER, times: 1 }, GONE);
    expect((await load(space.endpoint)).survey).to.equal('visit');
    expect((await load(space.endpoint)).survey).to.equal('other');
    expect((await load(space.endpoint)).survey).to.equal('other');
  });

  for (const [what, behaviour] of [
    ['is overloaded', { status: 503 }],
    ['closes the connection', { status: 200, body: OTHER, reset: 'reply' }],
  ] as const) {
    it(`returns the copy while the server ${what}`, async () => {
      await space.script({ status: 200, body: SURVEY, times: 1 }, behaviour);
      await load(space.endpoint);
      expect((await load(space.endpoint)).survey).to.equal('visit');
    });
  }

  it('returns the copy while the network does not answer', async () => {
    await space.script({ status: 200, body: SURVEY, times: 1 }, { hang: true });
    await load(space.endpoint);
    expect((await load(space.endpoint)).survey).to.equal('visit');
  });

  it('throws without a network and without a copy', async () => {
    await space.script(GONE);
    expect(await errorOf(() => load(space.endpoint))).to.contain('could not be loaded');
  });

  it('deletes the copy of a survey that is gone', async () => {
    await space.script({ status: 200, body: SURVEY, times: 1 }, { status: 404, times: 1 }, GONE);
    await load(space.endpoint);
    expect(await errorOf(() => load(space.endpoint))).to.contain('no longer exists');
    expect(await errorOf(() => load(space.endpoint))).to.contain('could not be loaded');
  });

  it('throws for an invalid survey instead of returning the copy, and keeps the copy', async () => {
    await space.script({ status: 200, body: SURVEY, times: 1 }, { status: 200, body: '{', times: 1 }, GONE);
    await load(space.endpoint);
    expect(await errorOf(() => load(space.endpoint))).to.contain('expected JSON');
    expect((await load(space.endpoint)).survey).to.equal('visit');
  });

  it('stops reading at the maximum size', async () => {
    await space.script({ status: 200, body: { ...SURVEY, heading: 'x'.repeat(5_000_000) } });
    expect(await errorOf(() => load(space.endpoint))).to.contain('256 KB');
  });

  it('rejects a survey or a copy with another integrity', async () => {
    await space.script({ status: 200, body: SURVEY });
    const [right, wrong] = [await integrityOf(SURVEY), await integrityOf(OTHER)];
    expect((await load(space.endpoint, right)).survey).to.equal('visit');
    expect(await errorOf(() => load(space.endpoint, wrong))).to.contain('could not be loaded');
    await space.script(GONE);
    expect(await errorOf(() => load(space.endpoint, right))).to.contain('could not be loaded');
  });

  it('returns the copy with the same integrity', async () => {
    const right = await integrityOf(SURVEY);
    await space.script({ status: 200, body: SURVEY, times: 1 }, GONE);
    await load(space.endpoint, right);
    expect((await load(space.endpoint, right)).survey).to.equal('visit');
  });

  it('deletes a damaged copy', async () => {
    await space.script({ status: 200, body: SURVEY, times: 1 }, GONE);
    await load(space.endpoint);
    const cache = await caches.open(CACHE);
    await cache.put(space.endpoint, new Response('{"v":1', { headers: { 'heed-integrity': '' } }));
    expect(await errorOf(() => load(space.endpoint))).to.contain('could not be loaded');
    expect(await cache.match(space.endpoint)).to.equal(undefined);
  });

  it('keeps the last 20 copies', async () => {
    await space.script({ status: 200, body: SURVEY });
    for (let version = 0; version < 25; version++) await load(`${space.endpoint}?${version}`);
    const copies = await (await caches.open(CACHE)).keys();
    expect(copies.map(({ url }) => new URL(url).search)).to.deep.equal(
      Array.from({ length: 20 }, (_, index) => `?${index + 5}`),
    );
  });

  it('keeps no copy without the consent that the page requires', async () => {
    const meta = Object.assign(document.createElement('meta'), { name: 'heed-consent', content: 'required' });
    document.head.append(meta);
    await space.script({ status: 200, body: SURVEY });
    await load(space.endpoint);
    meta.remove();
    expect(await (await caches.open(CACHE)).keys()).to.deep.equal([]);
  });

  for (const src of ['javascript:alert(1)', 'data:application/json,{}', 'blob:x', 'http://']) {
    it(`rejects the URL ${src}`, async () => {
      expect(await errorOf(() => load(src))).to.contain('http(s)');
    });
  }
});
