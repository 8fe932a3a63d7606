import { expect } from 'chai';
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

describe('two clients of one queue', () => {
  it('deliver each record with one request', async () => {
    const space = await makeSpace();
    const project = makeName();
    const clients = [
      startClient({ endpoint: space.endpoint, project }),
      startClient({ endpoint: space.endpoint, project }),
    ];
    const records = Array.from({ length: 40 }, () => makeRecord());
    const receipts = await Promise.all(records.map((record, index) => clients[index % 2]?.submit(record)));
    const ends = await Promise.all(receipts.map((receipt) => receipt?.settled));
    expect(ends.every((end) => end?.state === 'sent')).to.equal(true);
    expect(await space.heldKeys()).to.deep.equal(new Set(records.map(({ id }) => id)));
    expect(await space.log()).to.have.length(40);
    expect(await readDisk(project)).to.deep.equal([]);
  });

  it('receive the events of each other', async () => {
    const space = await makeSpace();
    await space.script({ status: 500, times: 1 }, { body: { reference: 'A-1' } });
    const project = makeName();
    const first = startClient({ endpoint: space.endpoint, project, clock: new FakeClock() });
    const { tried, settled } = await first.submit(makeRecord());
    await tried;
    const second = startClient({ endpoint: space.endpoint, project });
    await second.flush();
    expect(await settled).to.include({ state: 'sent', reply: '{"reference":"A-1"}' });
  });

  it('distinguish a record that the other discards from one that was sent', async () => {
    const project = makeName();
    const options = {
      endpoint: '/nowhere',
      fetch: () => Promise.reject(new TypeError()),
      clock: new FakeClock(),
      project,
    };
    const first = startClient(options);
    const record = makeRecord();
    const { settled } = await first.submit(record);
    await startClient(options).discard(record.id);
    expect(await settled).to.include({ state: 'discarded' });
  });

  it('accept the same record once', async () => {
    const space = await makeSpace();
    const project = makeName();
    await space.script({ status: 500 });
    const record = makeRecord();
    for (const client of [
      startClient({ endpoint: space.endpoint, project }),
      startClient({ endpoint: space.endpoint, project }),
    ]) {
      expect((await client.submit(record)).stored).to.equal('disk');
    }
    expect(await readDisk(project)).to.have.length(1);
    const error = await startClient({ endpoint: space.endpoint, project })
      .submit({ ...record, survey: 'other' })
      .catch((error: unknown) => error);
    expect(error).to.include({ code: 'HEED_RECORD' });
  });
});

describe('the lock', () => {
  const hold = (name: string): Promise<() => void> =>
    new Promise((resolve) => {
      void navigator.locks
        .request(name, () => new Promise<void>((release) => resolve(release)))
        .catch(() => {});
    });

  it('keeps other senders waiting, and is stolen from one that does not release it', async () => {
    const space = await makeSpace();
    const project = makeName();
    await hold(`heed:${project}`);
    const clock = new FakeClock();
    const client = startClient({ endpoint: space.endpoint, project, clock });
    const { settled } = await client.submit(makeRecord());
    await until(async () =>
      ((await navigator.locks.query()).pending ?? []).some(({ name }) => name === `heed:${project}`),
    );
    expect(await space.log()).to.have.length(0);
    clock.advance(60_000);
    expect(await settled).to.include({ state: 'sent' });
  });

  it('stops the sender that loses it, and the record stays', async () => {
    const space = await makeSpace();
    await space.script({ hang: true, times: 1 });
    const clock = new FakeClock();
    const client = startClient({ endpoint: space.endpoint, clock });
    await client.submit(makeRecord());
    await client.submit(makeRecord());
    await until(async () => (await space.log()).length === 1);
    await navigator.locks.request(`heed:${client.project}`, { steal: true }, () => {});
    await client.flush();
    await until(async () => (await space.heldKeys()).size === 2);
    expect(await readDisk(client.project)).to.deep.equal([]);
  });

  it('is released when the page is left during the first round', async () => {
    const space = await makeSpace();
    const project = makeName();
    const before = startClient({
      endpoint: space.endpoint,
      project,
      fetch: () => Promise.reject(new Error()),
    });
    const { tried } = await before.submit(makeRecord());
    await tried;
    before.close();
    await space.script({ hang: true, times: 1 });
    startClient({ endpoint: space.endpoint, project });
    await until(async () => (await space.log()).length === 1);
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await until(async () => {
      const { held = [] } = await navigator.locks.query();
      return !held.some(({ name }) => name === `heed:${project}`);
    });
  });

  it('is released when nothing is left to send', async () => {
    const space = await makeSpace();
    const client = startClient({ endpoint: space.endpoint });
    await (
      await client.submit(makeRecord())
    ).settled;
    await client.flush();
    const { held = [], pending = [] } = await navigator.locks.query();
    expect([...held, ...pending].filter(({ name }) => name?.includes(client.project))).to.deep.equal([]);
  });
});
