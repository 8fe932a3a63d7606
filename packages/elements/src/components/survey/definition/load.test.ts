import { openSpace, type RemoteSpace } from '@heed/testing/fault-server/remote';
import { expect } from 'chai';
import { loadDefinition, readDefinition } from './index.ts';

const SURVEY = { v: 1, survey: 'visit', steps: [{ items: [{ kind: 'nps', name: 'recommend' }] }] };
const OTHER = { ...SURVEY, survey: 'other' };
const CACHE = 'heed-surveys';
const GONE = { reset: 'before' } as const;

async function refusal(act: () => unknown): Promise<string> {
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
  it('reads a survey', () => {
    expect(readDefinition(JSON.stringify(SURVEY))).to.deep.equal(SURVEY);
  });

  for (const [what, text] of [
    ['what is no JSON', '{"survey": "my card is 4111'],
    ['nothing', ''],
    ['JSON that is no survey', '["my card is 4111"]'],
    ['ten megabytes', JSON.stringify({ ...SURVEY, heading: 'x'.repeat(1e7) })],
    ['lists in lists in lists', '['.repeat(200_000)],
    ['a prototype', '{"__proto__": {"v": 1, "survey": "x", "steps": []}}'],
  ] as const) {
    it(`refuses ${what} without repeating it`, async () => {
      const message = await refusal(() => readDefinition(text));
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

  it('loads a survey, without credentials', async () => {
    await space.script({ status: 200, body: SURVEY });
    expect(await load(space.endpoint)).to.deep.equal(SURVEY);
    const [request] = await space.log();
    expect([request?.method, request?.headers['cookie']]).to.deep.equal(['GET', undefined]);
  });

  it('takes what is there now, and when there is no network what it has kept', async () => {
    await space.script({ status: 200, body: SURVEY, times: 1 }, { status: 200, body: OTHER, times: 1 }, GONE);
    expect((await load(space.endpoint)).survey).to.equal('visit');
    expect((await load(space.endpoint)).survey).to.equal('other');
    expect((await load(space.endpoint)).survey).to.equal('other');
  });

  for (const [what, behaviour] of [
    ['is overloaded', { status: 503 }],
    ['breaks off in the middle', { status: 200, body: OTHER, reset: 'reply' }],
  ] as const) {
    it(`takes what it has kept while the server ${what}`, async () => {
      await space.script({ status: 200, body: SURVEY, times: 1 }, behaviour);
      await load(space.endpoint);
      expect((await load(space.endpoint)).survey).to.equal('visit');
    });
  }

  it('takes what it has kept while the network does not answer', async () => {
    await space.script({ status: 200, body: SURVEY, times: 1 }, { hang: true });
    await load(space.endpoint);
    expect((await load(space.endpoint)).survey).to.equal('visit');
  });

  it('says so when there is neither network nor anything kept', async () => {
    await space.script(GONE);
    expect(await refusal(() => load(space.endpoint))).to.contain('could not be loaded');
  });

  it('asks a survey no more that the team has taken away', async () => {
    await space.script({ status: 200, body: SURVEY, times: 1 }, { status: 404, times: 1 }, GONE);
    await load(space.endpoint);
    expect(await refusal(() => load(space.endpoint))).to.contain('any more');
    expect(await refusal(() => load(space.endpoint))).to.contain('could not be loaded');
  });

  it('shows a mistake of the author instead of what it has kept, and keeps that', async () => {
    await space.script({ status: 200, body: SURVEY, times: 1 }, { status: 200, body: '{', times: 1 }, GONE);
    await load(space.endpoint);
    expect(await refusal(() => load(space.endpoint))).to.contain('expected JSON');
    expect((await load(space.endpoint)).survey).to.equal('visit');
  });

  it('stops reading where a survey gets too large', async () => {
    await space.script({ status: 200, body: { ...SURVEY, heading: 'x'.repeat(5_000_000) } });
    expect(await refusal(() => load(space.endpoint))).to.contain('256 KB');
  });

  it('takes nothing that has another integrity than it should, also when that was kept', async () => {
    await space.script({ status: 200, body: SURVEY });
    const [right, wrong] = [await integrityOf(SURVEY), await integrityOf(OTHER)];
    expect((await load(space.endpoint, right)).survey).to.equal('visit');
    expect(await refusal(() => load(space.endpoint, wrong))).to.contain('could not be loaded');
    await space.script(GONE);
    expect(await refusal(() => load(space.endpoint, right))).to.contain('could not be loaded');
  });

  it('takes what it has kept with the same integrity', async () => {
    const right = await integrityOf(SURVEY);
    await space.script({ status: 200, body: SURVEY, times: 1 }, GONE);
    await load(space.endpoint, right);
    expect((await load(space.endpoint, right)).survey).to.equal('visit');
  });

  it('drops what it has kept when that is damaged', async () => {
    await space.script({ status: 200, body: SURVEY, times: 1 }, GONE);
    await load(space.endpoint);
    const cache = await caches.open(CACHE);
    await cache.put(space.endpoint, new Response('{"v":1', { headers: { 'heed-integrity': '' } }));
    expect(await refusal(() => load(space.endpoint))).to.contain('could not be loaded');
    expect(await cache.match(space.endpoint)).to.equal(undefined);
  });

  it('keeps no more than 20 surveys, and of these the last', async () => {
    await space.script({ status: 200, body: SURVEY });
    for (let version = 0; version < 25; version++) await load(`${space.endpoint}?${version}`);
    const kept = await (await caches.open(CACHE)).keys();
    expect(kept.map(({ url }) => new URL(url).search)).to.deep.equal(
      Array.from({ length: 20 }, (_, index) => `?${index + 5}`),
    );
  });

  it('keeps nothing while the page has no consent for it', async () => {
    const meta = Object.assign(document.createElement('meta'), { name: 'heed-consent', content: 'required' });
    document.head.append(meta);
    await space.script({ status: 200, body: SURVEY });
    await load(space.endpoint);
    meta.remove();
    expect(await (await caches.open(CACHE)).keys()).to.deep.equal([]);
  });

  for (const src of ['javascript:alert(1)', 'data:application/json,{}', 'blob:x', 'http://']) {
    it(`loads nothing from ${src}`, async () => {
      expect(await refusal(() => load(src))).to.contain('http(s)');
    });
  }
});
