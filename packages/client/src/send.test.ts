import { expect } from 'chai';
import {
  closeAll,
  FakeClock,
  lastOf,
  makeRecord,
  makeSpace,
  readDisk,
  startClient,
  states,
  until,
} from './test/fixtures.ts';

afterEach(closeAll);

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

describe('sending', () => {
  it('sends a record once, with its key, its bytes and no cookies, and leaves nothing on the device', async () => {
    const space = await makeSpace();
    const client = startClient({ endpoint: space.endpoint });
    const record = makeRecord('emoji 🧡, NUL \0, right to left שלום, lone surrogate \ud800');
    const { stored, settled } = await client.submit(record);
    expect(stored).to.equal('disk');
    expect(await settled).to.include({ state: 'sent', reason: '201' });
    const [entry, ...others] = await space.log();
    expect(others).to.deep.equal([]);
    expect(entry).to.include({ key: record.id, isWhole: true, sha256: await sha256(JSON.stringify(record)) });
    expect(entry?.headers).to.include({
      'content-type': 'application/json',
      'idempotency-key': `"${record.id}"`,
    });
    expect(entry?.headers).not.to.have.property('cookie');
    expect(await readDisk(client.project)).to.deep.equal([]);
    expect(states(client, record.id)).to.deep.equal(['stored', 'sent']);
  });

  it('sends the same bytes in a page that adds members to all objects and a toJSON() to all arrays', async () => {
    const space = await makeSpace();
    const record = makeRecord();
    const json = JSON.stringify(record);
    const given = { headers: { 'x-wrong': '1' }, maxItems: 0, consent: false, transform: () => ({}) };
    Object.assign(Object.prototype, given);
    Object.assign(Array.prototype, { toJSON: () => 'a text' });
    try {
      const client = startClient({ endpoint: space.endpoint });
      expect(await (await client.submit(record)).settled).to.include({ state: 'sent' });
    } finally {
      for (const name of Object.keys(given)) Reflect.deleteProperty(Object.prototype, name);
      Reflect.deleteProperty(Array.prototype, 'toJSON');
    }
    const [entry, ...others] = await space.log();
    expect(others).to.deep.equal([]);
    expect(entry?.sha256).to.equal(await sha256(json));
    expect(entry?.headers).not.to.have.property('x-wrong');
  });

  it('sends in a browser without AbortSignal.any()', async () => {
    const space = await makeSpace();
    const { any } = AbortSignal;
    Object.assign(AbortSignal, { any: undefined });
    try {
      const { settled } = await startClient({ endpoint: space.endpoint }).submit(makeRecord());
      expect(await settled).to.include({ state: 'sent', reason: '201' });
    } finally {
      Object.assign(AbortSignal, { any });
    }
  });

  it('includes the beginning of the response body in the event', async () => {
    const space = await makeSpace();
    for (const [body, reply] of [
      ['{"reference":"A-1"}', '{"reference":"A-1"}'],
      ['x'.repeat(100_000), 'x'.repeat(4096)],
      ['', ''],
    ]) {
      await space.script({ body });
      const { settled } = await startClient({ endpoint: space.endpoint }).submit(makeRecord());
      expect(await settled).to.include({ state: 'sent', reason: '201', reply });
    }
  });

  it('treats a 2xx whose body breaks off as confirmation', async () => {
    const space = await makeSpace();
    await space.script({ body: { reference: 'A-1' }, reset: 'reply' });
    const { settled } = await startClient({ endpoint: space.endpoint }).submit(makeRecord());
    expect(await settled).to.include({ state: 'sent' });
  });

  it('treats a 2xx whose body exceeds the time limit as confirmation', async () => {
    const space = await makeSpace();
    await space.script({ body: 'x'.repeat(1000), byteMs: 20 });
    const clock = new FakeClock();
    const { settled } = await startClient({ endpoint: space.endpoint, clock }).submit(makeRecord());
    await until(async () => (await space.log()).length === 1);
    const advance = setInterval(() => clock.advance(30_000), 100);
    expect(await settled).to.include({ state: 'sent' });
    clearInterval(advance);
    expect(await space.log()).to.have.length(1);
  });

  it('calls the function headers before each attempt', async () => {
    const space = await makeSpace();
    await space.script({ status: 401, times: 1 });
    let calls = 0;
    const client = startClient({
      endpoint: space.endpoint,
      headers: async () => ({ authorization: `token ${++calls}` }),
    });
    const { id, tried, settled } = await client.submit(makeRecord());
    expect(await lastOf(client, id, tried)).to.include({ state: 'held', reason: '401' });
    await client.flush();
    expect(await settled).to.include({ state: 'sent' });
    expect((await space.log()).map(({ headers }) => headers.authorization)).to.deep.equal([
      'token 1',
      'token 2',
    ]);
  });

  it('posts and stores only the result of transform, which receives the result of redact', async () => {
    const space = await makeSpace();
    await space.script({ status: 500 });
    const client = startClient({
      endpoint: space.endpoint,
      redact: (record) => ({ ...record, answers: [] }),
      transform: ({ id, answers }) => ({ external: id, answers }),
    });
    const record = makeRecord('my card is 4111 1111 1111 1111');
    const { tried } = await client.submit(record);
    await tried;
    const body = JSON.stringify({ external: record.id, answers: [] });
    expect(await readDisk(client.project)).to.have.nested.property('[0][1].body', body);
    expect(await space.log()).to.have.nested.property('[0].sha256', await sha256(body));
  });

  it('sends bodies around and far above the keepalive limit', async () => {
    const space = await makeSpace();
    const client = startClient({ endpoint: space.endpoint });
    for (const size of [59_000, 65_536, 1_000_000]) {
      const { settled } = await client.submit(makeRecord('ä'.repeat(size / 2)));
      expect(await settled).to.include({ state: 'sent' });
    }
  });
});
