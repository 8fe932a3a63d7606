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
  writeDisk,
} from './test/fixtures.ts';

afterEach(closeAll);

describe('records of an earlier page', () => {
  it('are sent by the next client with the same bytes, oldest first', async () => {
    const space = await makeSpace();
    await space.script({ reset: 'after' });
    const before = startClient({ endpoint: space.endpoint, clock: new FakeClock() });
    const records = Array.from({ length: 5 }, () => makeRecord());
    for (const record of records) expect((await before.submit(record)).stored).to.equal('disk');
    before.close();
    await until(async () => (await readDisk(before.project)).length === 5);
    await space.script();
    startClient({ endpoint: space.endpoint, project: before.project });
    await until(async () => (await space.heldKeys()).size === 5);
    const hashes = new Map<string | null, Set<string>>();
    for (const { key, sha256, bytes } of await space.log()) {
      if (bytes > 0) hashes.set(key, (hashes.get(key) ?? new Set()).add(sha256));
    }
    expect([...hashes.values()].every(({ size }) => size === 1)).to.equal(true);
    expect(await space.heldKeys()).to.deep.equal(new Set(records.map(({ id }) => id)));
    await until(async () => (await readDisk(before.project)).length === 0);
  });

  it('are sent to the endpoint and with the headers of the new page', async () => {
    const space = await makeSpace();
    await space.script({ status: 401, times: 1 });
    const headers = { authorization: 'old' };
    const before = startClient({ endpoint: `${space.endpoint}/old`, headers, clock: new FakeClock() });
    await (
      await before.submit(makeRecord())
    ).tried;
    before.close();
    expect(JSON.stringify(await readDisk(before.project))).not.to.match(/old|http/);
    startClient({ endpoint: space.endpoint, headers: { authorization: 'new' }, project: before.project });
    await until(async () => (await space.heldKeys()).size === 1);
    expect((await space.log()).at(-1)?.headers).to.include({ authorization: 'new' });
  });

  it('are ignored by a client of another project', async () => {
    const space = await makeSpace();
    await space.script({ status: 500 });
    const client = startClient({ endpoint: space.endpoint, clock: new FakeClock() });
    await (
      await client.submit(makeRecord())
    ).tried;
    client.close();
    const other = startClient({ endpoint: space.endpoint });
    await other.flush();
    expect(await other.pending()).to.deep.equal([]);
    expect(await space.log()).to.have.length(1);
  });
});

describe('invalid queue entries', () => {
  const id = '01939f6e-0000-7000-8000-000000000001';
  const damaged: [string, IDBValidKey, unknown][] = [
    ['null', id, null],
    ['a text', id, '{"v":1}'],
    ['a list', id, [1, 2]],
    ['without a body', id, { v: 1, at: 1, tries: 0 }],
    ['with a body that is no text', id, { v: 1, body: { a: 1 } }],
    ['of no version', id, { body: '{}' }],
    ['under a key that is no id', 'x\r\ny: z', { v: 1, body: '{}', at: 1, tries: 0 }],
  ];
  for (const [name, key, value] of damaged) {
    it(`skips an entry that is ${name}, and sends the others`, async () => {
      const space = await makeSpace();
      const project = makeName();
      await writeDisk(project, key, value);
      const client = startClient({ endpoint: space.endpoint, project });
      const { settled } = await client.submit(makeRecord());
      expect(await settled).to.include({ state: 'sent' });
      expect(await client.pending()).to.deep.equal([{ id: key, state: 'damaged', stored: 'disk' }]);
      expect(await space.log()).to.have.length(1);
      await client.discard(String(key));
      expect(await client.pending()).to.deep.equal([]);
    });
  }

  it('leaves an entry of a later version unchanged', async () => {
    const space = await makeSpace();
    const project = makeName();
    const value = { v: 3, body: '{}', parts: [] };
    await writeDisk(project, id, value);
    const client = startClient({ endpoint: space.endpoint, project });
    await (
      await client.submit(makeRecord())
    ).settled;
    expect(await client.pending()).to.deep.equal([{ id, state: 'newer', stored: 'disk' }]);
    await client.retry(id);
    expect(await readDisk(project)).to.deep.equal([[id, value]]);
    await client.discard(id);
    expect(await readDisk(project)).to.deep.equal([]);
  });

  it('sends an entry whose times are not numbers', async () => {
    const space = await makeSpace();
    const project = makeName();
    await writeDisk(project, id, {
      v: 1,
      body: '{}',
      at: 'x',
      tries: 'y',
      due: 'z',
      state: 'q',
      reason: 'r',
    });
    startClient({ endpoint: space.endpoint, project });
    await until(async () => (await space.heldKeys()).size === 1);
  });
});
