import { expect } from 'chai';
import type { UseStore } from 'idb-keyval';
import {
  closeAll,
  FakeClock,
  lastOf,
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

const DAY_MS = 24 * 3_600_000;
const offline = { endpoint: '/nowhere', fetch: () => Promise.reject(new TypeError()) };

describe('maxAgeMs', () => {
  for (const storage of [undefined, null]) {
    const place = storage === null ? 'in memory' : 'on the device';
    it(`discards older records ${place}, emits an event and sends none of them`, async () => {
      const space = await makeSpace();
      await space.script({ status: 500 });
      const clock = new FakeClock();
      const client = startClient({
        endpoint: space.endpoint,
        clock,
        maxAgeMs: DAY_MS,
        ...(storage === null && { storage }),
      });
      const old = await client.submit(makeRecord());
      await old.tried;
      clock.advance(DAY_MS + 1);
      const young = makeRecord();
      await client.submit(young);
      await space.script();
      await client.flush();
      expect(await old.settled).to.deep.equal({ id: old.id, state: 'discarded', reason: 'expired' });
      await until(async () => (await client.pending()).length === 0);
      expect(await space.heldKeys()).to.deep.equal(new Set([young.id]));
    });
  }

  it('defaults to no limit', async () => {
    const clock = new FakeClock();
    const client = startClient({ ...offline, clock });
    const { tried } = await client.submit(makeRecord());
    await tried;
    clock.advance(50 * 365 * DAY_MS);
    await client.flush();
    expect(await client.pending()).to.have.length(1);
  });

  it('discards parked records as well', async () => {
    const space = await makeSpace();
    await space.script({ status: 422 });
    const clock = new FakeClock();
    const client = startClient({ endpoint: space.endpoint, clock, maxAgeMs: DAY_MS });
    const { settled } = await client.submit(makeRecord());
    await settled;
    clock.advance(DAY_MS + 1);
    await client.flush();
    expect(await readDisk(client.project)).to.deep.equal([]);
  });
});

describe('maxItems', () => {
  it('accepts a record again that is already in memory', async () => {
    const project = makeName();
    const real = openStorage(`heed:${project}`, new AbortController().signal);
    let isOn = false;
    const storage: UseStore = (mode, callback) =>
      isOn ? real(mode, callback) : Promise.reject(new DOMException('', 'QuotaExceededError'));
    const client = startClient({ ...offline, project, storage, maxItems: 1, clock: new FakeClock() });
    const record = makeRecord();
    expect((await client.submit(record)).stored).to.equal('memory');
    isOn = true;
    expect((await client.submit(record)).stored).to.equal('disk');
  });
});

describe('consent', () => {
  it('stores and sends nothing before it is given, and everything afterwards', async () => {
    const space = await makeSpace();
    const client = startClient({ endpoint: space.endpoint, consent: false });
    const record = makeRecord();
    const { stored, tried, settled } = await client.submit(record);
    await tried;
    await client.flush();
    dispatchEvent(new Event('pagehide'));
    expect(stored).to.equal('memory');
    expect(await client.pending()).to.have.nested.property('[0].id', record.id);
    expect([await readDisk(client.project), await space.log()]).to.deep.equal([[], []]);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    client.configure({ consent: true });
    expect(await settled).to.include({ state: 'sent' });
    expect(states(client, record.id)).to.deep.equal(['volatile', 'sent']);
  });

  it('leaves the records of an earlier visit on the device', async () => {
    const space = await makeSpace();
    const before = startClient({ ...offline, clock: new FakeClock() });
    await (
      await before.submit(makeRecord())
    ).tried;
    before.close();
    const { project } = before;
    const after = startClient({ endpoint: space.endpoint, project, consent: false });
    await after.flush();
    expect(await space.log()).to.deep.equal([]);
    await after.purge();
    expect(await readDisk(project)).to.deep.equal([]);
  });

  it('can be withdrawn', async () => {
    const space = await makeSpace();
    const client = startClient({ endpoint: space.endpoint });
    client.configure({ consent: false });
    const { stored } = await client.submit(makeRecord());
    await client.flush();
    expect([stored, await space.log()]).to.deep.equal(['memory', []]);
  });
});

describe('retry', () => {
  it('retries a record in memory that the endpoint rejected', async () => {
    const space = await makeSpace();
    await space.script({ status: 422, times: 1 });
    const client = startClient({ endpoint: space.endpoint, storage: null });
    const { id, settled } = await client.submit(makeRecord());
    expect(await settled).to.include({ state: 'parked' });
    await client.retry(id);
    expect(await space.heldKeys()).to.deep.equal(new Set([id]));
    expect(await client.pending()).to.deep.equal([]);
  });

  it('ignores an unknown id', async () => {
    const client = startClient(offline);
    await client.retry(makeRecord().id);
    await client.discard(makeRecord().id);
    expect(await client.pending()).to.deep.equal([]);
  });
});

describe('a pause that the endpoint asks for', () => {
  it('applies to older records, after a reload and in another tab', async () => {
    const space = await makeSpace();
    const [first, second] = [makeRecord(), makeRecord()];
    const headers = {
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'retry-after',
      'retry-after': '3600',
    };
    await space.script({ key: first.id, status: 408 }, { key: second.id, status: 429, headers });
    const project = makeName();
    const clock = new FakeClock();
    const options = { endpoint: space.endpoint, project, clock, random: () => 0.5 };
    const before = startClient(options);
    const other = startClient(options);
    for (const record of [first, second]) {
      const { id, tried } = await before.submit(record);
      expect(await lastOf(before, id, tried)).to.include({ state: 'retrying' });
    }
    await until(() => states(other, second.id).includes('retrying'));
    before.close();
    const { length } = await space.log();
    await other.flush();
    const after = startClient(options);
    await after.flush();
    expect(await space.log()).to.have.length(length);
    await space.script();
    clock.advance(3_600_000);
    await until(async () => (await space.heldKeys()).size === 2);
  });
});

describe('a record with files', () => {
  it('stores the files unchanged across a reload, and passes them to the request', async () => {
    const space = await makeSpace();
    const files = [new File(['\u{1f9e1}', new Uint8Array([0, 255])], 'photo.png', { type: 'image/png' })];
    const before = startClient({ ...offline, clock: new FakeClock(), request: ({ body }) => ({ body }) });
    const record = makeRecord();
    const { stored, tried } = await before.submit(record, files);
    await tried;
    // An ephemeral session of WebKit, such as this one and a private window, stores no files.
    const isKept = !/AppleWebKit(?!.*Chrome)/.test(navigator.userAgent);
    expect(stored).to.equal(isKept ? 'disk' : 'memory');
    if (!isKept) return;
    before.close();
    let seen: readonly File[] = [];
    const after = startClient({
      endpoint: space.endpoint,
      project: before.project,
      request: ({ body, files: given = [] }) => {
        seen = given;
        return { body: new Blob([body, ...given]) };
      },
    });
    await after.flush();
    await until(async () => (await space.log()).length === 1);
    const [file] = seen;
    expect([file?.name, file?.type, file?.size]).to.deep.equal(['photo.png', 'image/png', 6]);
    const [entry] = await space.log();
    expect(entry).to.include({ bytes: JSON.stringify(record).length + 6, key: null });
  });
});

describe('an attempt with files', () => {
  it('gets the time that a slow network needs for them', async () => {
    const limits: number[] = [];
    const clock = new FakeClock();
    const timeout = clock.timeout.bind(clock);
    clock.timeout = (ms) => {
      limits.push(ms);
      return timeout(ms);
    };
    const client = startClient({ ...offline, clock });
    const { tried } = await client.submit(makeRecord(), [new File([new Uint8Array(8_000_000)], 'photo.jpg')]);
    await tried;
    expect(limits).to.include(530_000);
  });
});

describe('the option request', () => {
  it('replaces the body, the headers and the redirect mode', async () => {
    const space = await makeSpace();
    const { endpoint } = space;
    const client = startClient({
      endpoint,
      headers: { authorization: 'a' },
      request: ({ id }) => ({ body: `id=${id}`, headers: { 'content-type': 'text/b' } }),
    });
    const { settled } = await client.submit(makeRecord());
    expect(await settled).to.include({ state: 'sent' });
    const [entry] = await space.log();
    expect(entry?.headers).to.include({ authorization: 'a', 'content-type': 'text/b' });
    expect(entry).to.include({ key: null, bytes: 39 });
  });

  it('can return a form of any size as the body', async () => {
    const space = await makeSpace();
    const form = new FormData();
    form.append('file', new File([new Uint8Array(100_000)], 'a'));
    const client = startClient({ endpoint: space.endpoint, request: () => ({ body: form }) });
    expect(await (await client.submit(makeRecord())).settled).to.include({ state: 'sent' });
  });

  it('keeps the record when it throws', async () => {
    const request = (): never => {
      throw new Error('mine');
    };
    const client = startClient({ endpoint: '/nowhere', request, clock: new FakeClock() });
    const { id, tried } = await client.submit(makeRecord());
    expect(await lastOf(client, id, tried)).to.include({ state: 'retrying', reason: 'network' });
  });
});
