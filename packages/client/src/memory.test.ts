import type { HeedError } from '@heed/core';
import type { UseStore } from 'idb-keyval';
import { expect } from 'chai';
import {
  closeAll,
  FakeClock,
  makeName,
  makeRecord,
  makeSpace,
  readDisk,
  startClient,
  states,
  until,
} from './test/fixtures.ts';
import { openStorage } from './queue/storage.ts';

afterEach(closeAll);

interface Switch {
  storage: UseStore;
  isOn: boolean;
}

/** The device's storage while it is switched on. */
function makeSwitch(project: string): Switch {
  const real = openStorage(`heed:${project}`, new AbortController().signal);
  const control: Switch = {
    isOn: false,
    storage: (mode, callback) =>
      control.isOn ? real(mode, callback) : Promise.reject(new DOMException('', 'QuotaExceededError')),
  };
  return control;
}

describe('a device that stores nothing', () => {
  it('reports it, and sends immediately', async () => {
    const space = await makeSpace();
    const client = startClient({ endpoint: space.endpoint, storage: null });
    const record = makeRecord();
    const { stored, settled } = await client.submit(record);
    expect(stored).to.equal('memory');
    expect(await settled).to.include({ state: 'sent' });
    expect(states(client, record.id)).to.deep.equal(['volatile', 'sent']);
  });

  it('keeps the record in memory and retries', async () => {
    const space = await makeSpace();
    await space.script({ status: 500, times: 1 });
    const clock = new FakeClock();
    const client = startClient({ endpoint: space.endpoint, storage: null, clock });
    const record = makeRecord();
    const { tried, settled } = await client.submit(record);
    await tried;
    const [item] = await client.pending();
    expect(item).to.include({ id: record.id, stored: 'memory', state: 'retrying', tries: 1 });
    await until(() => clock.idleMs !== undefined);
    clock.advance(clock.idleMs ?? 0);
    expect(await settled).to.include({ state: 'sent' });
    expect(await client.pending()).to.deep.equal([]);
  });

  it('stores the record as soon as possible', async () => {
    const space = await makeSpace();
    await space.script({ status: 500 });
    const project = makeName();
    const control = makeSwitch(project);
    const client = startClient({
      endpoint: space.endpoint,
      project,
      storage: control.storage,
      clock: new FakeClock(),
    });
    const record = makeRecord();
    const { stored, tried } = await client.submit(record);
    await tried;
    control.isOn = true;
    await client.flush();
    expect(stored).to.equal('memory');
    expect(await readDisk(project)).to.have.nested.property('[0][0]', record.id);
    expect(states(client, record.id)).to.include('stored');
  });

  it('does not restore a record that is discarded while it is being stored', async () => {
    const project = makeName();
    const control = makeSwitch(project);
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    let waiting = 0;
    const storage: UseStore = async (mode, callback) => {
      if (control.isOn && mode === 'readwrite') {
        waiting++;
        await gate;
      }
      return control.storage(mode, callback);
    };
    let fail = (): void => {};
    const fetch = (): Promise<never> => new Promise((_, reject) => (fail = () => reject(new TypeError())));
    const client = startClient({ endpoint: '/nowhere', project, storage, fetch, clock: new FakeClock() });
    const record = makeRecord();
    expect((await client.submit(record)).stored).to.equal('memory');
    control.isOn = true;
    await until(() => {
      fail();
      return waiting === 1;
    });
    const discarded = client.discard(record.id);
    open();
    await discarded;
    expect(await readDisk(project)).to.deep.equal([]);
    expect(await client.pending()).to.deep.equal([]);
  });

  it('does not wait for a database that never opens', async () => {
    const space = await makeSpace();
    const project = makeName();
    const blocker = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(`heed:${project}`);
      request.onsuccess = () => resolve(request.result);
    });
    // The connection above does not close, so the deletion waits and blocks every later open.
    indexedDB.deleteDatabase(`heed:${project}`);
    const client = startClient({ endpoint: space.endpoint, project });
    const { stored, settled } = await client.submit(makeRecord());
    expect(stored).to.equal('memory');
    expect(await settled).to.include({ state: 'sent' });
    blocker.close();
  }).timeout(15_000);

  it('rejects the same id with other content', async () => {
    const client = startClient({ endpoint: '/nowhere', storage: null, fetch: () => new Promise(() => {}) });
    const record = makeRecord();
    await client.submit(record);
    const code = await client.submit({ ...record, survey: 'other' }).then(
      () => 'none',
      (error: HeedError) => error.code,
    );
    expect(code).to.equal('HEED_RECORD');
  });
});

describe('a database', () => {
  it('can be deleted by another tab, and is created again', async () => {
    const space = await makeSpace();
    const client = startClient({ endpoint: space.endpoint });
    await (
      await client.submit(makeRecord())
    ).settled;
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(`heed:${client.project}`);
      request.onsuccess = resolve;
      request.onblocked = reject;
    });
    const { stored, settled } = await client.submit(makeRecord());
    expect(stored).to.equal('disk');
    expect(await settled).to.include({ state: 'sent' });
  });
});
