import { expect } from 'chai';
import {
  closeAll,
  FakeClock,
  lastOf,
  makeRecord,
  makeSpace,
  startClient,
  states,
  until,
} from './test/fixtures.ts';

afterEach(closeAll);

const HOUR_MS = 3_600_000;
const CORS = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after, date' };

describe('an endpoint that fails', () => {
  for (const [name, rule, expected] of [
    ['500', { status: 500 }, { state: 'retrying', reason: '500' }],
    ['429', { status: 429 }, { state: 'retrying', reason: '429' }],
    [
      'a page instead of an answer',
      { status: 200, body: '<p>Welcome to our café', headers: { 'content-type': 'text/html' } },
      { state: 'retrying', reason: 'html' },
    ],
    ['a reset before the body', { reset: 'before' }, { state: 'retrying', reason: 'network' }],
    ['a reset during the body', { reset: 'during' }, { state: 'retrying', reason: 'network' }],
    ['a reset after the body', { reset: 'after' }, { state: 'retrying', reason: 'network' }],
    ['a reply without CORS', { cors: false }, { state: 'retrying', reason: 'network' }],
    ['a denied preflight', { preflight: 'deny' }, { state: 'retrying', reason: 'network' }],
    ['a redirect', { status: 302, headers: { location: '/login' } }, { state: 'held', reason: 'redirect' }],
    ['404', { status: 404 }, { state: 'held', reason: '404' }],
  ] as const) {
    it(`keeps the record after ${name}, emits an event and delivers it automatically`, async () => {
      const space = await makeSpace();
      await space.script(rule);
      const clock = new FakeClock();
      const client = startClient({ endpoint: space.endpoint, clock });
      const record = makeRecord();
      const { id, tried, settled } = await client.submit(record);
      expect(await lastOf(client, id, tried)).to.include(expected);
      expect(await client.pending()).to.have.nested.property('[0].reason', expected.reason);
      await space.script();
      await until(() => clock.idleMs !== undefined);
      clock.advance(HOUR_MS);
      expect(await settled).to.include({ state: 'sent' });
      expect(await client.pending()).to.deep.equal([]);
      expect(await space.heldKeys()).to.deep.equal(new Set([record.id]));
      const copies = (await space.log()).filter(({ isWhole, bytes }) => isWhole && bytes > 0);
      expect(new Set(copies.map(({ sha256 }) => sha256))).to.have.property('size', 1);
    });
  }

  it('keeps the record when there is no response within 30 seconds', async () => {
    const space = await makeSpace();
    await space.script({ hang: true, times: 1 });
    const clock = new FakeClock();
    const client = startClient({ endpoint: space.endpoint, clock });
    const { id, tried, settled } = await client.submit(makeRecord());
    await until(async () => (await space.log()).length === 1);
    clock.advance(30_000);
    expect(await lastOf(client, id, tried)).to.include({ state: 'retrying', reason: 'timeout' });
    await client.flush();
    expect(await settled).to.include({ state: 'sent' });
  });

  it('keeps the record when the connection is refused', async () => {
    const client = startClient({ endpoint: 'http://127.0.0.1:9/feedback', clock: new FakeClock() });
    const { id, stored, tried } = await client.submit(makeRecord());
    expect(stored).to.equal('disk');
    expect(await lastOf(client, id, tried)).to.include({ state: 'retrying', reason: 'network' });
  });

  it('keeps the record when the function headers rejects', async () => {
    const headers = (): never => {
      throw new Error('no token');
    };
    const client = startClient({ endpoint: 'http://127.0.0.1:9/', headers, clock: new FakeClock() });
    const { id, tried } = await client.submit(makeRecord());
    expect(await lastOf(client, id, tried)).to.include({ state: 'retrying', reason: 'network' });
  });

  it('keeps the record until acknowledge returns true', async () => {
    const space = await makeSpace();
    await space.script({ status: 200, body: { ok: false }, times: 1 }, { status: 200, body: { ok: true } });
    const client = startClient({
      endpoint: space.endpoint,
      acknowledge: ({ text }) => (JSON.parse(text) as { ok: boolean }).ok,
      clock: new FakeClock(),
    });
    const { id, tried, settled } = await client.submit(makeRecord());
    expect(await lastOf(client, id, tried)).to.include({ state: 'retrying', reason: '200' });
    await client.flush();
    expect(await settled).to.include({ state: 'sent', reason: '200' });
  });
});

describe('the back-off', () => {
  it('doubles its longest wait with each failure, up to an hour', async () => {
    const space = await makeSpace();
    await space.script({ status: 500 });
    const clock = new FakeClock();
    const client = startClient({ endpoint: space.endpoint, clock, random: () => 0.999_999 });
    await (
      await client.submit(makeRecord())
    ).tried;
    const waits: number[] = [];
    while (waits.length < 14) {
      await until(() => clock.idleMs !== undefined, 'the client sleeps');
      waits.push(Math.round((clock.idleMs ?? 0) / 1000));
      const { length } = client.events;
      clock.advance(clock.idleMs ?? 0);
      await until(() => client.events.length > length, 'one more event');
    }
    expect(waits.slice(0, 6)).to.deep.equal([2, 4, 8, 16, 32, 64]);
    expect(waits.slice(-2)).to.deep.equal([3600, 3600]);
    expect(await space.log()).to.have.length(15);
  });

  for (const [name, value] of [
    ['seconds', '120'],
    ['a date, although the clock of the device is wrong', 'date'],
  ] as const) {
    it(`sends nothing during the Retry-After in ${name}`, async () => {
      const space = await makeSpace();
      const server = Date.UTC(2036, 0, 1);
      const dates = {
        date: new Date(server).toUTCString(),
        'retry-after': new Date(server + 120_000).toUTCString(),
      };
      const headers = { ...CORS, ...(value === 'date' ? dates : { 'retry-after': value }) };
      await space.script({ status: 503, headers, times: 1 });
      const clock = new FakeClock();
      const client = startClient({ endpoint: space.endpoint, clock, random: () => 0 });
      const first = await client.submit(makeRecord());
      await first.tried;
      const second = await client.submit(makeRecord());
      await second.tried;
      await client.flush();
      clock.advance(119_000);
      await client.flush();
      expect(await space.log()).to.have.length(1);
      clock.advance(1000);
      await Promise.all([first.settled, second.settled]);
      expect(await space.heldKeys()).to.have.property('size', 2);
    });
  }

  it('remembers the pause across a reload', async () => {
    const space = await makeSpace();
    await space.script({ status: 429, headers: { ...CORS, 'retry-after': '60' }, times: 1 });
    const clock = new FakeClock();
    const before = startClient({ endpoint: space.endpoint, clock });
    await (
      await before.submit(makeRecord())
    ).tried;
    before.close();
    const after = startClient({ endpoint: space.endpoint, clock, project: before.project });
    await after.flush();
    await (
      await after.submit(makeRecord())
    ).tried;
    expect(await space.log()).to.have.length(1);
    clock.advance(60_000);
    await until(async () => (await space.heldKeys()).size === 2);
  });

  it('does not wait for a time that was written with a wrong clock', async () => {
    const space = await makeSpace();
    await space.script({ status: 500, times: 1 });
    const clock = new FakeClock();
    clock.advance(10 * 365 * 24 * HOUR_MS);
    const before = startClient({ endpoint: space.endpoint, clock });
    await (
      await before.submit(makeRecord())
    ).tried;
    before.close();
    startClient({ endpoint: space.endpoint, clock: new FakeClock(), project: before.project });
    await until(async () => (await space.heldKeys()).size === 1);
  });
});

describe('one record and the others', () => {
  it('parks a record that the endpoint rejects, and sends the next ones', async () => {
    const space = await makeSpace();
    const client = startClient({ endpoint: space.endpoint, clock: new FakeClock() });
    const bad = makeRecord();
    await space.script({ key: bad.id, status: 422, body: { message: 'Too long' } });
    const parked = await client.submit(bad);
    expect(await parked.settled).to.include({
      state: 'parked',
      reason: '422',
      reply: '{"message":"Too long"}',
    });
    const good = await client.submit(makeRecord());
    expect(await good.settled).to.include({ state: 'sent' });
    expect(await client.pending()).to.have.nested.property('[0].state', 'parked');
    await client.flush();
    expect(await space.log()).to.have.length(2);
    await space.script();
    await client.retry(bad.id);
    expect(states(client, bad.id)).to.deep.equal(['stored', 'parked', 'sent']);
  });

  it('sends a parked record again when it is submitted again', async () => {
    const space = await makeSpace();
    await space.script({ status: 400, times: 1 });
    const client = startClient({ endpoint: space.endpoint });
    const record = makeRecord();
    await (
      await client.submit(record)
    ).settled;
    expect(await (await client.submit(record)).settled).to.include({ state: 'sent' });
  });

  it('keeps a held record until the endpoint is corrected', async () => {
    const space = await makeSpace();
    await space.script({ status: 404, times: 1 });
    const client = startClient({ endpoint: `${space.endpoint}/typo`, clock: new FakeClock() });
    const { id, tried, settled } = await client.submit(makeRecord());
    expect(await lastOf(client, id, tried)).to.include({ state: 'held', reason: '404' });
    client.configure({ endpoint: space.endpoint });
    expect(await settled).to.include({ state: 'sent' });
    expect((await space.log()).map(({ path }) => path.endsWith('/typo'))).to.deep.equal([true, false]);
  });

  for (const rule of [{ status: 500 }, { status: 401 }, { reset: 'after' }] as const) {
    it(`makes one attempt per round while the endpoint is down with ${JSON.stringify(rule)}`, async () => {
      const space = await makeSpace();
      await space.script(rule);
      const clock = new FakeClock();
      const client = startClient({ endpoint: space.endpoint, clock });
      await Promise.all(Array.from({ length: 20 }, () => client.submit(makeRecord())));
      await client.flush();
      const { length } = await space.log();
      await client.flush();
      // Browsers may repeat a POST after a connection reset.
      const keys = (await space.log()).slice(length).map(({ key }) => key);
      expect(new Set(keys)).to.have.property('size', 1);
    });
  }

  it('sends the others when some always fail', async () => {
    const space = await makeSpace();
    const bad = Array.from({ length: 4 }, () => makeRecord());
    await space.script(
      ...bad.map(({ id }, index) => ({
        key: id,
        ...(index ? { status: 500 } : { reset: 'after' as const }),
      })),
    );
    const clock = new FakeClock();
    const client = startClient({ endpoint: space.endpoint, clock });
    for (const record of bad) await client.submit(record);
    const good = await client.submit(makeRecord());
    let isSettled = false;
    void good.settled.then(() => (isSettled = true));
    await until(() => {
      clock.advance(clock.idleMs ?? 0);
      return isSettled;
    });
    expect(await good.settled).to.include({ state: 'sent' });
  });
});
