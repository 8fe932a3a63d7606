/** Verifies the statements about single targets in docs/client/endpoints.md. */
import type { ClientOptions } from '@heed/client';
import type { TargetName } from '@heed/testing/stand-ins/remote';
import { expect } from 'chai';
import { closeAll, until } from '../src/test/fixtures.ts';
import { ATTEMPT_LIMIT_MS, open, OPENING_MS, submit, type RecipeFixture } from './test/fixtures.ts';
import { formBackEnd } from './form-back-end.ts';
import { googleSheets } from './google-sheets.ts';
import { ownServer } from './own-server.ts';
import { postgrest } from './postgrest.ts';
import { segment } from './segment.ts';
import { slack } from './slack.ts';
import { zendesk } from './zendesk.ts';

afterEach(closeAll);

/** Returns the first event of the record that follows an attempt. */
async function waitForAttempt(
  { client }: RecipeFixture,
  id: string,
): Promise<{ state?: string; reason?: string }> {
  const find = () => client.events.find((event) => event.id === id && 'reply' in event);
  await until(() => find() !== undefined);
  return find() ?? {};
}

describe('a record that a target rejects', () => {
  const refusals: [string, TargetName, (site: string) => ClientOptions][] = [
    ['your own server', 'ownServer', (site) => ({ ...ownServer(`${site}/feedback`), transform: () => ({}) })],
    ['a function', 'relay', (site) => ({ ...ownServer(`${site}/feedback`), transform: () => ({}) })],
    ['Slack', 'slack', (site) => ({ ...slack(`${site}/services/x`), transform: () => ({ message: 'x' }) })],
    ['a form back end', 'formBackEnd', (site) => ({ ...formBackEnd(`${site}/f/x`), transform: () => ({}) })],
    ['Segment', 'segment', (site) => ({ ...segment('key', site), transform: () => 'x'.repeat(40_000) })],
    ['PostgREST', 'postgrest', (site) => ({ ...postgrest(site), transform: ({ id }) => ({ id, note: '' }) })],
  ];
  for (const [name, target, recipe] of refusals) {
    it(`is parked: ${name}`, async function () {
      this.timeout(OPENING_MS);
      const fixture = await open(target, recipe);
      const { settled } = await submit(fixture);
      expect(await settled).to.include({ state: 'parked', reason: '400' });
      expect(await fixture.client.pending()).to.have.length(1);
    });
  }

  it('is retried if the page cannot read the response: Zendesk', async () => {
    const fixture = await open('zendesk', (site) => ({ ...zendesk(site), transform: () => ({}) }));
    const { id } = await submit(fixture);
    expect(await waitForAttempt(fixture, id)).to.include({ state: 'retrying', reason: 'network' });
    expect(await fixture.posts()).to.have.nested.property('[0].status', 422);
  });
});

describe('JSON with an idempotency key', () => {
  const targets: [TargetName, string][] = [
    ['slack', '/services/T000/B000/secret'],
    ['appsScript', '/macros/s/deployment/exec'],
  ];
  for (const [target, path] of targets) {
    it(`never arrives if the preflight does not allow it: ${target}`, async () => {
      const fixture = await open(target, (site) => ({ endpoint: site + path }));
      const { id } = await submit(fixture);
      expect(await waitForAttempt(fixture, id)).to.include({ state: 'retrying', reason: 'network' });
      expect(await fixture.posts()).to.deep.equal([]);
      expect(await fixture.target.log()).to.have.nested.property('[0].method', 'OPTIONS');
    });
  }
});

describe('a Slack webhook', () => {
  it('posts answers as text, never as a Slack command', async () => {
    const fixture = await open('slack', (site) => slack(`${site}/services/T000/B000/secret`));
    fixture.mark += ' <!channel> & "more"';
    await (
      await submit(fixture)
    ).settled;
    const [message] = await fixture.target.stored();
    expect(message).to.match(/ &lt;!channel&gt; &amp; "more"$/);
  });
});

describe('a form back end', () => {
  it('receives files and fields, with the same bytes in each copy', async function () {
    // Firefox repeats requests automatically, and a request with files may hang until the client aborts it.
    this.timeout(ATTEMPT_LIMIT_MS + 10_000);
    const fixture = await open('formBackEnd', (site) => formBackEnd(`${site}/f/feedback`));
    await fixture.target.setFaults('fail', 'lose the reply');
    const files = [
      new File([new Uint8Array(100_000)], 'photo "1" 🧡.png', { type: 'image/png' }),
      new File(['a\r\nb'], 'log.txt', { type: 'text/plain' }),
    ];
    const { id, settled } = await submit(fixture, files);
    expect(await settled).to.include({ state: 'sent' });
    const [submission] = (await fixture.target.stored()) as { fields: object; files: object[] }[];
    expect(submission?.fields).to.deep.equal({ id, survey: 'checkout', why: fixture.mark });
    expect(submission?.files).to.deep.equal([
      { field: 'file', name: 'photo "1" 🧡.png', type: 'image/png', size: 100_000 },
      { field: 'file', name: 'log.txt', type: 'text/plain', size: 4 },
    ]);
    const posts = await fixture.posts();
    expect(posts).to.have.length.greaterThan(2);
    expect(new Set(posts.map(({ sha256 }) => sha256))).to.have.length(1);
  });
});

describe('a Google sheet', () => {
  const recipe = (site: string): ClientOptions => googleSheets(`${site}/macros/s/deployment/exec`);

  it('confirms a record only if the redirect is followed', async () => {
    const fixture = await open('appsScript', (site) => {
      const { request, ...options } = recipe(site);
      return { ...options, request: (message) => ({ ...request?.(message), redirect: 'manual' }) };
    });
    const { id } = await submit(fixture);
    expect(await waitForAttempt(fixture, id)).to.include({ state: 'held', reason: 'redirect' });
  });

  it('does not evaluate answers as formulas', async () => {
    const fixture = await open('appsScript', recipe);
    fixture.mark = `=IMPORTXML("https://a.example/${fixture.mark}")`;
    const { id, settled } = await submit(fixture);
    expect(await settled).to.include({ state: 'sent' });
    const [cells] = (await fixture.target.stored()) as unknown[][];
    expect(cells?.[0]).to.equal(id);
    expect(cells?.every((cell) => typeof cell === 'string')).to.equal(true);
  });
});

describe('a PostgREST table', () => {
  it('stores any text, including NUL and unpaired surrogates', async () => {
    const fixture = await open('postgrest', postgrest);
    fixture.mark += '\0 \ud83e';
    const { id, settled } = await submit(fixture);
    expect(await settled).to.include({ state: 'sent' });
    const stored = (await fixture.target.stored()) as { id: string; record: string }[];
    expect(JSON.parse(stored.find((entry) => entry.id === id)?.record ?? '')).to.have.nested.property(
      'answers[0].value',
      fixture.mark,
    );
  });

  it('does not return stored answers', async () => {
    const { target } = await open('postgrest', postgrest);
    const read = await fetch(`${target.site}/feedback?select=record`);
    expect(read.status).to.equal(401);
  });

  it('rejects copies permanently without the preference', async () => {
    const fixture = await open('postgrest', (site) => ({ ...postgrest(site), headers: {} }));
    await fixture.target.setFaults('lose the reply');
    await submit(fixture);
    await until(() => fixture.client.events.some((event) => 'reason' in event && event.reason === '409'));
    expect(await fixture.count()).to.equal(1);
    expect(await fixture.client.pending()).to.have.nested.property('[0].state', 'retrying');
  });
});
