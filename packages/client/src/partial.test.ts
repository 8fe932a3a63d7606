import { createRecord, idempotencyKeyOf, type HeedError, type ResponseRecord } from '@heed/core';
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
  type TestClient,
} from './test/fixtures.ts';
import { openStorage } from './queue/storage.ts';

afterEach(closeAll);

/** Partial versions, one millisecond apart, and the complete record. */
function makeVersions(): [ResponseRecord, ResponseRecord, ResponseRecord] {
  const { id } = makeRecord();
  const [first, second, complete] = [true, true, false].map((partial, index) => {
    const answers = [{ name: 'why', kind: 'text', value: `version ${index}` }];
    return createRecord({ id, survey: 'checkout', answers, partial }, Date.now() + index, new Uint8Array(10));
  });
  return [first, second, complete] as [ResponseRecord, ResponseRecord, ResponseRecord];
}

async function keysOnDisk({ project }: TestClient): Promise<IDBValidKey[]> {
  return (await readDisk(project)).map(([key]) => key);
}

const OFFLINE = { endpoint: '/nowhere', fetch: () => Promise.reject(new TypeError()) };

describe('a partial record', () => {
  it('is posted under its own key, and the complete one under their id', async () => {
    const space = await makeSpace();
    const client = startClient({ endpoint: space.endpoint });
    const versions = makeVersions();
    for (const version of versions) {
      const { id, settled } = await client.submit(version);
      expect(id).to.equal(idempotencyKeyOf(version));
      expect(await settled).to.include({ id, state: 'sent' });
    }
    const log = await space.log();
    expect(log.map(({ key }) => key)).to.deep.equal(versions.map(idempotencyKeyOf));
    expect(new Set(log.map(({ id }) => id))).to.deep.equal(new Set([versions[2].id]));
    expect(await readDisk(client.project)).to.deep.equal([]);
  });

  it('is deleted when a later version is stored', async () => {
    const space = await makeSpace();
    const client = startClient({ ...OFFLINE, clock: new FakeClock() });
    const [first, second, complete] = makeVersions();
    const other = makeRecord();
    for (const record of [first, other, second]) await client.submit(record);
    expect(await keysOnDisk(client)).to.have.members([other.id, idempotencyKeyOf(second)]);
    await client.submit(complete);
    expect(await keysOnDisk(client)).to.have.members([other.id, complete.id]);
    client.close();
    const next = startClient({ endpoint: space.endpoint, project: client.project });
    await until(async () => (await next.pending()).length === 0);
    expect(await space.heldKeys()).to.deep.equal(new Set([other.id, complete.id]));
  });

  it('settles with the complete record that replaced it', async () => {
    const space = await makeSpace();
    await space.script({ status: 500, times: 1 });
    const client = startClient({ endpoint: space.endpoint, clock: new FakeClock() });
    const [first, , complete] = makeVersions();
    const early = await client.submit(first);
    await early.tried;
    await client.submit(complete);
    expect(await early.settled).to.include({ id: complete.id, state: 'sent' });
  });

  it('does not replace a later version', async () => {
    const client = startClient({ ...OFFLINE, clock: new FakeClock() });
    const [first, second, complete] = makeVersions();
    for (const record of [complete, second, first]) await client.submit(record);
    expect(await keysOnDisk(client)).to.have.members([first, second, complete].map(idempotencyKeyOf));
  });

  it('is sent with its bytes if it is in progress, and is not restored', async () => {
    const space = await makeSpace();
    await space.script({ delayMs: 300, times: 1, status: 500 });
    const client = startClient({ endpoint: space.endpoint, clock: new FakeClock() });
    const [first, , complete] = makeVersions();
    const early = await client.submit(first);
    await until(async () => (await space.log()).length === 1);
    const late = await client.submit(complete);
    await early.tried;
    await client.flush();
    expect(await late.settled).to.include({ state: 'sent' });
    expect(await keysOnDisk(client)).to.deep.equal([]);
    expect((await space.log()).map(({ key }) => key)).to.deep.equal([idempotencyKeyOf(first), complete.id]);
  });

  it('stays if a later version is rejected', async () => {
    const client = startClient({ ...OFFLINE, maxItems: 1, clock: new FakeClock() });
    const [first, , complete] = makeVersions();
    await client.submit(first);
    const { code } = (await client.submit(makeRecord()).catch((error: unknown) => error)) as HeedError;
    expect(code).to.equal('HEED_FULL');
    expect(await keysOnDisk(client)).to.deep.equal([idempotencyKeyOf(first)]);
    // The limit does not apply to the version that replaces it.
    await client.submit(complete);
    expect(await keysOnDisk(client)).to.deep.equal([complete.id]);
  });

  it('stays on the device if a later version cannot be stored', async () => {
    const project = makeName();
    const real = openStorage(`heed:${project}`, new AbortController().signal);
    let isFull = false;
    const client = startClient({
      ...OFFLINE,
      project,
      clock: new FakeClock(),
      storage: (mode, callback) =>
        isFull && mode === 'readwrite'
          ? Promise.reject(new DOMException('', 'QuotaExceededError'))
          : real(mode, callback),
    });
    const [first, , complete] = makeVersions();
    await (
      await client.submit(first)
    ).tried;
    isFull = true;
    await client.submit(complete);
    expect(await keysOnDisk(client)).to.include(idempotencyKeyOf(first));
  });

  it("is sent in the task in which the page is left, even if the page's listener was added first", async () => {
    const space = await makeSpace();
    const [first] = makeVersions();
    addEventListener('pagehide', () => void client.submit(first), { once: true });
    let posts = 0;
    const post: typeof fetch = (...request) => {
      posts++;
      return fetch(...request);
    };
    const client = startClient({ endpoint: space.endpoint, fetch: post });
    dispatchEvent(new Event('pagehide'));
    expect(posts).to.equal(1);
    await until(() => states(client, idempotencyKeyOf(first)).includes('sent'));
    expect(await space.heldKeys()).to.deep.equal(new Set([idempotencyKeyOf(first)]));
    await until(async () => (await readDisk(client.project)).length === 0);
  });
});
