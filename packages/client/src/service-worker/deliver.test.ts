import { expect } from 'chai';
import { closeAll, makeName, makeRecord, makeSpace, readDisk, startClient } from '../test/fixtures.ts';
import { deliverInBackground } from './deliver.ts';

afterEach(closeAll);

/** Fires a sync as in a worker. @returns the promises of the listeners; empty if none handled it */
function fireSync(tag: string): Promise<void>[] {
  const promised: Promise<void>[] = [];
  const waitUntil = (work: Promise<void>): void => void promised.push(work);
  dispatchEvent(Object.assign(new Event('sync'), { tag, waitUntil }));
  return promised;
}

/** Leaves one record on the device, like a page that is closed. */
async function leaveRecord(project: string): Promise<string> {
  const client = startClient({ endpoint: '/', project, fetch: () => Promise.reject(new TypeError()) });
  const { id, tried } = await client.submit(makeRecord());
  await tried;
  client.close();
  return id;
}

/** The result of a project's sync. */
async function sync(project: string): Promise<'ended' | 'failed'> {
  const promised = fireSync(`heed:${project}`);
  expect(promised).to.have.length(1);
  const [end] = await Promise.allSettled(promised);
  return end?.status === 'fulfilled' ? 'ended' : 'failed';
}

describe('deliverInBackground', () => {
  it('sends the queued records', async () => {
    const { endpoint, heldKeys } = await makeSpace();
    const project = makeName();
    const id = await leaveRecord(project);
    deliverInBackground({ endpoint, project });
    expect(await sync(project)).to.equal('ended');
    expect(await heldKeys()).to.deep.equal(new Set([id]));
    expect(await readDisk(project)).to.deep.equal([]);
  });

  it('fails while records are queued, so that the browser tries again', async () => {
    const { endpoint, script, log } = await makeSpace();
    await script({ status: 404 });
    const project = makeName();
    await leaveRecord(project);
    deliverInBackground({ endpoint, project });
    expect(await sync(project)).to.equal('failed');
    expect(await log()).to.have.length(1);
    expect(await readDisk(project)).to.have.length(1);
  });

  it('does not fail because of a parked record', async () => {
    const { endpoint, script } = await makeSpace();
    await script({ status: 422 });
    const project = makeName();
    await leaveRecord(project);
    deliverInBackground({ endpoint, project });
    expect(await sync(project)).to.equal('ended');
    expect(await readDisk(project)).to.have.length(1);
  });

  it('sends the records behind one that fails', async () => {
    const { endpoint, script, heldKeys } = await makeSpace();
    const project = makeName();
    const [first, second] = [await leaveRecord(project), await leaveRecord(project)];
    await script({ status: 403, key: first, times: 9 });
    deliverInBackground({ endpoint, project });
    expect(await sync(project)).to.equal('failed');
    expect(await heldKeys()).to.deep.equal(new Set([second]));
  });

  it('does not wait when the endpoint asks for a long pause', async () => {
    const { endpoint, script, log } = await makeSpace();
    const project = makeName();
    await leaveRecord(project);
    await leaveRecord(project);
    await script({ status: 503, headers: { 'retry-after': '3600' } });
    deliverInBackground({ endpoint, project });
    expect(await sync(project)).to.equal('failed');
    expect(await sync(project)).to.equal('failed');
    expect(await log()).to.have.length(1);
  });

  it('ignores syncs with another tag', () => {
    const project = makeName();
    deliverInBackground({ endpoint: '/', project });
    for (const tag of ['own', project, 'heed:', `heed:${project}2`])
      expect(fireSync(tag), tag).to.deep.equal([]);
  });

  it('reads the consent at each sync, and sends nothing without it', async () => {
    const { endpoint, log } = await makeSpace();
    const project = makeName();
    await leaveRecord(project);
    let isGiven = false;
    deliverInBackground({ endpoint, project, consent: () => isGiven });
    expect(await sync(project)).to.equal('ended');
    expect(await log()).to.deep.equal([]);
    isGiven = true;
    expect(await sync(project)).to.equal('ended');
    expect(await log()).to.have.length(1);
  });
});
