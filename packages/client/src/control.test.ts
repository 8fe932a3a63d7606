import { expect } from 'chai';
import { createClient, type ClientEvent } from './index.ts';
import {
  closeAll,
  FakeClock,
  makeName,
  makeRecord,
  makeSpace,
  readDisk,
  startClient,
  until,
} from './test/fixtures.ts';

afterEach(closeAll);

async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'no error',
    (error: { code?: string }) => error.code,
  );
}

describe('createClient', () => {
  for (const endpoint of ['feedback', '', 'ftp://a.example/', 'javascript:alert(1)', 'http://', undefined]) {
    it(`throws for the endpoint ${JSON.stringify(endpoint)}`, () => {
      expect(() => createClient({ endpoint: endpoint as string })).to.throw(/HEED_ENDPOINT/);
    });
  }

  for (const endpoint of ['/feedback', 'https://a.example/', new URL('http://a.example/'), () => '/later']) {
    it(`accepts the endpoint ${String(endpoint)}`, () => {
      expect(() => startClient({ endpoint, fetch: () => new Promise(() => {}) })).not.to.throw();
    });
  }
});

describe('submit', () => {
  const options = {
    endpoint: '/nowhere',
    fetch: () => Promise.reject(new TypeError()),
    clock: new FakeClock(),
  };

  it('rejects a record with an invalid id', async () => {
    const client = startClient(options);
    expect(await codeOf(client.submit({ ...makeRecord(), id: 'x' }))).to.equal('HEED_RECORD');
    expect(await client.pending()).to.deep.equal([]);
  });

  it('rejects a value that cannot be serialised as JSON, and stores nothing', async () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    for (const value of [cycle, 1n, undefined, () => 1]) {
      const client = startClient({ ...options, transform: () => value });
      expect(await codeOf(client.submit(makeRecord()))).to.equal('HEED_SERIALISE');
      expect(await client.pending()).to.deep.equal([]);
    }
  });

  it('omits a nested function, as JSON.stringify() does', async () => {
    const client = startClient({ ...options, transform: ({ id }) => ({ id, format: () => 1 }) });
    const { id } = await client.submit(makeRecord());
    const [item] = await client.export();
    expect(item?.body).to.equal(JSON.stringify({ id }));
  });

  it('rejects with the error that redact throws, and stores nothing', async () => {
    const redact = (): never => {
      throw new RangeError('mine');
    };
    const client = startClient({ ...options, redact });
    expect(await client.submit(makeRecord()).catch(String)).to.equal('RangeError: mine');
    expect(await client.pending()).to.deep.equal([]);
  });

  for (const storage of [undefined, null]) {
    it(`rejects a record beyond maxItems and drops none, ${storage === null ? 'in memory' : 'on the device'}`, async () => {
      const client = startClient({ ...options, ...(storage === null && { storage }), maxItems: 2 });
      await client.submit(makeRecord());
      await client.submit(makeRecord());
      const third = makeRecord();
      expect(await codeOf(client.submit(third))).to.equal('HEED_FULL');
      expect(await client.pending()).to.have.length(2);
      expect(client.events).to.deep.include({ id: third.id, state: 'refused', reason: 'HEED_FULL' });
    });
  }

  it('stores and tries once a record that is submitted after close', async () => {
    const space = await makeSpace();
    const client = startClient({ endpoint: space.endpoint });
    client.close();
    const record = makeRecord();
    expect(await client.submit(record)).to.include({ id: record.id, stored: 'disk' });
    await until(async () => (await space.heldKeys()).has(record.id));
  });

  it('sends files as a form by default', async () => {
    const space = await makeSpace();
    const record = makeRecord();
    const files = [new File(['x'], 'x.txt')];
    const { settled } = await startClient({ endpoint: space.endpoint }).submit(record, files);
    expect(await settled).to.include({ state: 'sent' });
    const [entry] = await space.log();
    expect(entry).to.include({ id: record.id, isWhole: true });
    expect(entry?.headers['content-type']).to.match(/^multipart\/form-data; boundary=/);
  });
});

describe('the queue', () => {
  const offline = { endpoint: '/nowhere', fetch: () => Promise.reject(new TypeError()) };

  it('is listed without answers, and exported with them', async () => {
    const clock = new FakeClock();
    const client = startClient({ ...offline, clock, random: () => 0.5 });
    const record = makeRecord();
    await (
      await client.submit(record)
    ).tried;
    const item = {
      id: record.id,
      state: 'retrying',
      stored: 'disk',
      at: clock.now(),
      tries: 1,
      reason: 'network',
      due: clock.now() + 1000,
      isPause: false,
      v: 2,
    };
    expect(await client.pending()).to.deep.equal([item]);
    const body = JSON.stringify(record);
    expect(await client.export()).to.deep.equal([{ ...item, body, files: undefined, reply: '' }]);
  });

  it('is empty after purge, and nothing is sent afterwards, including the record in progress', async () => {
    const space = await makeSpace();
    await space.script({ delayMs: 200 });
    const client = startClient({ endpoint: space.endpoint });
    const receipts = await Promise.all([1, 2, 3].map(() => client.submit(makeRecord())));
    await until(async () => (await space.log()).length === 1);
    await client.purge();
    expect(await Promise.all(receipts.map(({ settled }) => settled))).to.deep.equal(
      receipts.map(() => ({ id: '', state: 'discarded', reason: 'purge' })),
    );
    await client.flush();
    expect(await client.pending()).to.deep.equal([]);
    expect(await readDisk(client.project)).to.deep.equal([]);
    expect(await space.log()).to.have.length(1);
  });

  it('is purged from the memory of the other tabs', async () => {
    const project = makeName();
    const client = startClient({ ...offline, clock: new FakeClock(), project, storage: null });
    await (
      await client.submit(makeRecord())
    ).tried;
    await startClient({ ...offline, clock: new FakeClock(), project }).purge();
    await until(async () => (await client.pending()).length === 0);
  });
});

describe('onEvent', () => {
  it('receives further events after it throws, and the page reports the error', async () => {
    const space = await makeSpace();
    const reported: string[] = [];
    const onError = (event: ErrorEvent): void => {
      reported.push(event.message);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    addEventListener('error', onError, { capture: true });
    const { onerror } = window;
    window.onerror = null;
    const heard: string[] = [];
    const onEvent = ({ state }: ClientEvent): void => {
      heard.push(state);
      throw new Error('mine');
    };
    const client = createClient({ endpoint: space.endpoint, project: makeName(), onEvent });
    await (
      await client.submit(makeRecord())
    ).settled;
    client.close();
    await until(() => reported.length === 2);
    expect(heard).to.deep.equal(['stored', 'sent']);
    window.onerror = onerror;
    removeEventListener('error', onError, { capture: true });
  });
});

describe('close', () => {
  it('removes the timer and the listeners', async () => {
    const clock = new FakeClock();
    let calls = 0;
    const fetch = (): Promise<Response> => {
      calls++;
      return Promise.reject(new TypeError());
    };
    const client = startClient({ endpoint: '/nowhere', fetch, clock });
    await (
      await client.submit(makeRecord())
    ).tried;
    await until(() => clock.idleMs !== undefined);
    client.close();
    expect(clock.idleMs).to.equal(undefined);
    const before = calls;
    for (const type of ['online', 'pageshow', 'visibilitychange', 'pagehide']) dispatchEvent(new Event(type));
    await client.flush();
    clock.advance(24 * 3_600_000);
    await client.flush();
    expect([calls, clock.idleMs]).to.deep.equal([before, undefined]);
  });
});

describe('page events', () => {
  for (const type of ['online', 'pageshow', 'visibilitychange']) {
    it(`tries queued records at the event ${type}, regardless of navigator.onLine`, async () => {
      const space = await makeSpace();
      await space.script({ reset: 'after' });
      const client = startClient({ endpoint: space.endpoint, clock: new FakeClock() });
      const { tried, settled } = await client.submit(makeRecord());
      await tried;
      await client.flush();
      await space.script();
      dispatchEvent(
        type === 'pageshow' ? new PageTransitionEvent(type, { persisted: true }) : new Event(type),
      );
      expect(await settled).to.include({ state: 'sent' });
    });
  }

  it('makes no second attempt at the pageshow of a page that has just been loaded', async () => {
    const space = await makeSpace();
    await space.script({ status: 500 });
    const client = startClient({ endpoint: space.endpoint, clock: new FakeClock() });
    await (
      await client.submit(makeRecord())
    ).tried;
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    // Runs after anything that the event might have started.
    await (
      await client.submit(makeRecord())
    ).tried;
    expect(await space.log()).to.have.length(2);
  });

  it('continue delivery after the page was suspended and shown again', async () => {
    const space = await makeSpace();
    const client = startClient({ endpoint: space.endpoint });
    dispatchEvent(new Event('pagehide'));
    const { settled } = await client.submit(makeRecord());
    // A page that is suspended sends in the task of the submit, and runs no other.
    expect(await settled).to.include({ state: 'sent' });
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(await (await client.submit(makeRecord())).settled).to.include({ state: 'sent' });
    expect(await space.log()).to.have.length(2);
  });
});
