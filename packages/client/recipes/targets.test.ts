/** What docs/client/endpoints.md says of single targets. */
import type { ClientOptions } from '@heed/client';
import type { TargetName } from '@heed/testing/stand-ins/remote';
import { expect } from 'chai';
import { closeAll, until } from '../src/test/fixtures.test-helper.ts';
import { ATTEMPT_LIMIT_MS, open, OPENING_MS, submit, type Scene } from './test/fixtures.test-helper.ts';
import { formBackEnd } from './form-back-end.ts';
import { googleSheets } from './google-sheets.ts';
import { ownServer } from './own-server.ts';
import { postgrest } from './postgrest.ts';
import { segment } from './segment.ts';
import { slack } from './slack.ts';
import { zendesk } from './zendesk.ts';

afterEach(closeAll);

/** The state of the record once it has been tried. */
async function waitForAttempt({ client }: Scene, id: string): Promise<{ state?: string; reason?: string }> {
  const find = () => client.events.find((event) => event.id === id && 'reply' in event);
  await until(() => find() !== undefined);
  return find() ?? {};
}

describe('what a target refuses', () => {
  const refusals: [string, TargetName, (site: string) => ClientOptions][] = [
    ['your own server', 'ownServer', (site) => ({ ...ownServer(`${site}/feedback`), transform: () => ({}) })],
    ['a function', 'relay', (site) => ({ ...ownServer(`${site}/feedback`), transform: () => ({}) })],
    ['Slack', 'slack', (site) => ({ ...slack(`${site}/services/x`), transform: () => ({ words: 'x' }) })],
    ['a form back end', 'formBackEnd', (site) => ({ ...formBackEnd(`${site}/f/x`), transform: () => ({}) })],
    ['Segment', 'segment', (site) => ({ ...segment('key', site), transform: () => 'x'.repeat(40_000) })],
    ['PostgREST', 'postgrest', (site) => ({ ...postgrest(site), transform: ({ id }) => ({ id, note: '' }) })],
  ];
  for (const [name, target, recipe] of refusals) {
    it(`is parked: ${name}`, async function () {
      this.timeout(OPENING_MS);
      const scene = await open(target, recipe);
      const { settled } = await submit(scene);
      expect(await settled).to.include({ state: 'parked', reason: '400' });
      expect(await scene.client.pending()).to.have.length(1);
    });
  }

  it('is tried again where the page may not read the refusal: Zendesk', async () => {
    const scene = await open('zendesk', (site) => ({ ...zendesk(site), transform: () => ({}) }));
    const { id } = await submit(scene);
    expect(await waitForAttempt(scene, id)).to.include({ state: 'retrying', reason: 'network' });
    expect(await scene.posts()).to.have.nested.property('[0].status', 422);
  });
});

describe('JSON with a key', () => {
  const targets: [TargetName, string][] = [
    ['slack', '/services/T000/B000/secret'],
    ['appsScript', '/macros/s/deployment/exec'],
  ];
  for (const [target, path] of targets) {
    it(`never arrives where the preflight is not answered for it: ${target}`, async () => {
      const scene = await open(target, (site) => ({ endpoint: site + path }));
      const { id } = await submit(scene);
      expect(await waitForAttempt(scene, id)).to.include({ state: 'retrying', reason: 'network' });
      expect(await scene.posts()).to.deep.equal([]);
      expect(await scene.target.seen()).to.have.nested.property('[0].method', 'OPTIONS');
    });
  }
});

describe('a Slack webhook', () => {
  it('posts what a visitor wrote as text, never as a command of Slack', async () => {
    const scene = await open('slack', (site) => slack(`${site}/services/T000/B000/secret`));
    scene.mark += ' <!channel> & "more"';
    await (
      await submit(scene)
    ).settled;
    const [message] = await scene.target.held();
    expect(message).to.match(/ &lt;!channel&gt; &amp; "more"$/);
  });
});

describe('a form back end', () => {
  it('gets the files with the fields, byte by byte the same in each copy', async function () {
    // Firefox, which repeats a post by itself, sometimes hangs over one with files until the client gives it up.
    this.timeout(ATTEMPT_LIMIT_MS + 10_000);
    const scene = await open('formBackEnd', (site) => formBackEnd(`${site}/f/feedback`));
    await scene.target.expect('fail', 'lose the reply');
    const files = [
      new File([new Uint8Array(100_000)], 'photo "1" 🧡.png', { type: 'image/png' }),
      new File(['a\r\nb'], 'log.txt', { type: 'text/plain' }),
    ];
    const { id, settled } = await submit(scene, files);
    expect(await settled).to.include({ state: 'sent' });
    const [submission] = (await scene.target.held()) as { fields: object; files: object[] }[];
    expect(submission?.fields).to.deep.equal({ id, survey: 'checkout', why: scene.mark });
    expect(submission?.files).to.deep.equal([
      { field: 'file', name: 'photo "1" 🧡.png', type: 'image/png', size: 100_000 },
      { field: 'file', name: 'log.txt', type: 'text/plain', size: 4 },
    ]);
    const posts = await scene.posts();
    expect(posts).to.have.length.greaterThan(2);
    expect(new Set(posts.map(({ sha256 }) => sha256))).to.have.length(1);
  });
});

describe('a Google sheet', () => {
  const recipe = (site: string): ClientOptions => googleSheets(`${site}/macros/s/deployment/exec`);

  it('is not confirmed unless the redirect is followed', async () => {
    const scene = await open('appsScript', (site) => {
      const { request, ...options } = recipe(site);
      return { ...options, request: (message) => ({ ...request?.(message), redirect: 'manual' }) };
    });
    const { id } = await submit(scene);
    expect(await waitForAttempt(scene, id)).to.include({ state: 'held', reason: 'redirect' });
  });

  it('computes nothing that a visitor wrote', async () => {
    const scene = await open('appsScript', recipe);
    scene.mark = `=IMPORTXML("https://a.example/${scene.mark}")`;
    const { id, settled } = await submit(scene);
    expect(await settled).to.include({ state: 'sent' });
    const [row] = (await scene.target.held()) as unknown[][];
    expect(row?.[0]).to.equal(id);
    expect(row?.every((cell) => typeof cell === 'string')).to.equal(true);
  });
});

describe('a PostgREST table', () => {
  it('keeps every text, also NUL and half an emoji', async () => {
    const scene = await open('postgrest', postgrest);
    scene.mark += '\0 \ud83e';
    const { id, settled } = await submit(scene);
    expect(await settled).to.include({ state: 'sent' });
    const rows = (await scene.target.held()) as { id: string; record: string }[];
    expect(JSON.parse(rows.find((row) => row.id === id)?.record ?? '')).to.have.nested.property(
      'answers[0].value',
      scene.mark,
    );
  });

  it('gives nobody what others wrote', async () => {
    const { target } = await open('postgrest', postgrest);
    const read = await fetch(`${target.site}/feedback?select=record`);
    expect(read.status).to.equal(401);
  });

  it('refuses copies for ever without the preference', async () => {
    const scene = await open('postgrest', (site) => ({ ...postgrest(site), headers: {} }));
    await scene.target.expect('lose the reply');
    await submit(scene);
    await until(() => scene.client.events.some((event) => 'reason' in event && event.reason === '409'));
    expect(await scene.count()).to.equal(1);
    expect(await scene.client.pending()).to.have.nested.property('[0].state', 'retrying');
  });
});
