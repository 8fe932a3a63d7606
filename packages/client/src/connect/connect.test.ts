import type { Outcome, ResponseRecord, SubmitRequest } from '@heed/core';
import { openSpace, type RemoteSpace } from '@heed/testing/fault-server/remote';
import { warningsDuring } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { connect, type ConnectOptions, type Connection } from './connect.ts';
import {
  closeAll,
  FakeClock,
  makeName,
  makeRecord,
  makeSpace,
  startClient,
  until,
} from '../test/fixtures.ts';

const connections: Connection[] = [];

afterEach(async () => {
  for (const connection of connections.splice(0)) connection.close();
  document.querySelector('meta[name="heed-endpoint"]')?.remove();
  await closeAll();
});

function startConnection(options: ConnectOptions = {}): Connection {
  const connection = connect({ project: makeName(), ...options });
  connections.push(connection);
  return connection;
}

class TestRequest extends CustomEvent<ResponseRecord> implements SubmitRequest<File> {
  readonly endpoint: string | undefined;
  readonly files: readonly File[];
  answer: Promise<Outcome> | undefined;

  constructor(endpoint?: string, record = makeRecord(), files: readonly File[] = []) {
    super('heed-submit', { detail: record, bubbles: true, composed: true, cancelable: true });
    this.endpoint = endpoint;
    this.files = files;
  }

  respondWith(outcome: Outcome | Promise<Outcome>): void {
    this.answer ??= Promise.resolve(outcome);
  }
}

/** The outcome that an element would show; undefined if no listener handled the event. */
function ask(endpoint?: string, record?: ResponseRecord, files?: File[]): Promise<Outcome> | undefined {
  const request = new TestRequest(endpoint, record, files);
  document.body.dispatchEvent(request);
  return request.answer;
}

function setMeta(endpoint: string): void {
  const meta = document.createElement('meta');
  meta.name = 'heed-endpoint';
  meta.content = endpoint;
  document.head.append(meta);
}

const countOf = async (space: RemoteSpace): Promise<number> => (await space.log()).length;

describe('connect', () => {
  it('resolves with sent and the texts of the response after a confirmation', async () => {
    const space = await makeSpace();
    await space.script({ body: { reference: 'A-1', message: 'Thank you' } });
    startConnection({ endpoint: space.endpoint });
    expect(await ask()).to.deep.equal({ state: 'sent', reference: 'A-1', message: 'Thank you' });
  });

  for (const body of [
    { reference: 1, message: ['x'], statusUrl: 'javascript:alert(1)' },
    { reference: 'x'.repeat(100_000) },
    '{"reference":',
    'null',
    '',
  ]) {
    it(`ignores the hostile response ${JSON.stringify(body).slice(0, 40)}`, async () => {
      const space = await makeSpace();
      await space.script({ body });
      startConnection({ endpoint: space.endpoint });
      expect(await ask()).to.deep.equal({ state: 'sent' });
    });
  }

  it('resolves with stored when the first attempt fails, and with sent later', async () => {
    const space = await makeSpace();
    await space.script({ status: 500, times: 1 });
    const connection = startConnection({ endpoint: space.endpoint, clock: new FakeClock() });
    const outcome = await ask();
    expect(outcome).to.include({ state: 'stored', durable: true });
    await connection.open()?.flush();
    expect(outcome?.state === 'stored' && (await outcome.settled)).to.deep.equal({ state: 'sent' });
  });

  it('resolves with stored when the endpoint takes longer than waitMs', async () => {
    const space = await makeSpace();
    await space.script({ hang: true });
    startConnection({ endpoint: space.endpoint, waitMs: 20 });
    expect(await ask()).to.include({ state: 'stored', durable: true });
  });

  it('reports that a record is in memory only', async () => {
    const space = await makeSpace();
    await space.script({ status: 500 });
    startConnection({ endpoint: space.endpoint, storage: null, clock: new FakeClock() });
    expect(await ask()).to.include({ state: 'stored', durable: false });
  });

  it('resolves with refused and the message of the endpoint', async () => {
    const space = await makeSpace();
    await space.script({ status: 422, body: { message: 'Too long' } });
    startConnection({ endpoint: space.endpoint });
    expect(await ask()).to.deep.equal({ state: 'refused', message: 'Too long' });
  });

  it('resolves with refused when submit() rejects, and warns', async () => {
    startConnection({ endpoint: '/nowhere', maxItems: 0 });
    const warnings = await warningsDuring(async () =>
      expect(await ask()).to.deep.equal({ state: 'refused' }),
    );
    expect(warnings.join()).to.include('HEED_FULL');
  });

  it('ignores the event when no endpoint is known', () => {
    const connection = startConnection();
    expect([ask(), connection.open()]).to.deep.equal([undefined, undefined]);
  });

  it('ignores the event when the endpoint is invalid, and warns once', async () => {
    startConnection();
    const warnings = await warningsDuring(async () => {
      expect([ask('feedback'), ask('feedback')]).to.deep.equal([undefined, undefined]);
    });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('HEED_ENDPOINT');
  });

  it("prefers the element's endpoint to the page's, and the page's to the client", async () => {
    const [own, page, given] = await Promise.all([makeSpace(), makeSpace(), makeSpace()]);
    const client = startClient({ endpoint: given.endpoint });
    startConnection({ client });
    await ask();
    expect(await countOf(given)).to.equal(1);
    setMeta(page.endpoint);
    await ask();
    await ask(own.endpoint);
    expect(await Promise.all([own, page, given].map(countOf))).to.deep.equal([1, 1, 1]);
  });

  it('sends each record to its own endpoint, even after a reload', async () => {
    const { endpoint } = await makeSpace();
    const { origin } = new URL(endpoint);
    const names = [makeName(), makeName()];
    const [first, second] = names.map((name) => openSpace(origin, name));
    if (!first || !second) throw new Error('two spaces');
    await first.script({ status: 500 });
    const before = startConnection({ clock: new FakeClock() });
    await ask(first.endpoint);
    before.close();
    const after = startConnection();
    await first.script();
    await ask(second.endpoint);
    expect(await countOf(first)).to.equal(1);
    after.open(first.endpoint);
    await until(async () => (await first.heldKeys()).size === 1);
    expect(await countOf(second)).to.equal(1);
  });

  it('delivers files with their record after the network was down', async () => {
    const space = await makeSpace();
    const clock = new FakeClock();
    let isOffline = true;
    const bodies: FormData[] = [];
    const connection = startConnection({
      endpoint: space.endpoint,
      clock,
      fetch: async (input, init) => {
        if (isOffline) throw new TypeError('offline');
        bodies.push(await new Request('/', init).formData());
        return fetch(input, init);
      },
    });
    const record = makeRecord();
    const outcome = await ask(undefined, record, [new File(['bytes'], 'photo.txt', { type: 'text/plain' })]);
    expect(outcome?.state).to.equal('stored');
    isOffline = false;
    await connection.open()?.flush();
    expect(outcome?.state === 'stored' && (await outcome.settled)).to.deep.equal({ state: 'sent' });
    const [entry, ...others] = await space.log();
    expect(others).to.deep.equal([]);
    expect(entry).to.include({ id: record.id, isWhole: true, isHeld: true });
    const [form] = bodies;
    const file = form?.get('file') as File;
    expect([form?.get('id'), file.name, await file.text()]).to.deep.equal([record.id, 'photo.txt', 'bytes']);
    expect(JSON.parse(String(form?.get('answers')))).to.deep.equal(record.answers);
  });

  it('posts JSON when an element has no files', async () => {
    const space = await makeSpace();
    startConnection({ endpoint: space.endpoint });
    await ask(undefined, undefined, []);
    expect((await space.log())[0]?.headers['content-type']).to.equal('application/json');
  });

  describe('with an event without offer()', () => {
    let end: AbortController;
    beforeEach(() => {
      end = new AbortController();
    });
    afterEach(() => end.abort());

    const hear = (target: EventTarget, act: (event: TestRequest) => void): void =>
      target.addEventListener('heed-submit', (event) => act(event as TestRequest), { signal: end.signal });

    for (const [place, target] of [
      ['before it', document.body],
      ['after it', window],
    ] as const) {
      it(`sends nothing when a listener ${place} cancels the event`, async () => {
        const space = await makeSpace();
        startConnection({ endpoint: space.endpoint });
        hear(target, (event) => event.preventDefault());
        expect(await ask()).to.deep.equal({ state: 'refused' });
        end.abort();
        await ask();
        expect(await countOf(space)).to.equal(1);
      });
    }

    it('sends nothing when an earlier listener handles the event', async () => {
      const space = await makeSpace();
      startConnection({ endpoint: space.endpoint });
      hear(document.body, (event) => event.respondWith({ state: 'refused', message: 'mine' }));
      expect(await ask()).to.deep.equal({ state: 'refused', message: 'mine' });
      end.abort();
      await ask();
      expect(await countOf(space)).to.equal(1);
    });

    it('sends once with two connections', async () => {
      const spaces = await Promise.all([makeSpace(), makeSpace()]);
      for (const { endpoint } of spaces) startConnection({ endpoint });
      expect(await ask()).to.deep.equal({ state: 'sent' });
      expect(await Promise.all(spaces.map(countOf))).to.deep.equal([1, 0]);
    });
  });

  it('only makes an offer if the event has offer()', async () => {
    const space = await makeSpace();
    startConnection({ endpoint: space.endpoint });
    const offers: (() => Promise<Outcome>)[] = [];
    const request = Object.assign(new TestRequest(), {
      offer: (send: () => Promise<Outcome>) => offers.push(send),
    });
    document.body.dispatchEvent(request);
    expect([offers.length, request.answer]).to.deep.equal([1, undefined]);
    expect(await offers[0]?.()).to.deep.equal({ state: 'sent' });
    expect(await countOf(space)).to.equal(1);
  });

  it('uses one client per endpoint', async () => {
    const { endpoint } = await makeSpace();
    const connection = startConnection();
    expect(connection.open(endpoint)).to.equal(connection.open(new URL(endpoint).href));
  });

  it('stops listening on close, and leaves the client from the options open', async () => {
    const space = await makeSpace();
    const client = startClient({ endpoint: space.endpoint });
    startConnection({ client }).close();
    expect(ask()).to.equal(undefined);
    expect(await (await client.submit(makeRecord())).settled).to.include({ state: 'sent' });
  });
});
