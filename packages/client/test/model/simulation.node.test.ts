import { describe, expect, it } from 'vitest';
import { Channels } from './channels.ts';
import { Device } from './device.ts';
import { Locks } from './locks.ts';
import type { Tab } from './tab.ts';
import { Time } from './time.ts';

/** Returns the part of a tab that the simulated storage, locks and channels use. */
function makeTab(time: Time): Tab {
  const frozen: (() => void)[] = [];
  const tab = {
    state: 'open',
    deliver(callback: () => void) {
      if (tab.state === 'frozen') frozen.push(callback);
      else if (tab.state === 'open') callback();
    },
    deliverSoon: (callback: () => void) => time.runInNextTurn(() => tab.deliver(callback)),
    thaw() {
      tab.state = 'open';
      for (const callback of frozen.splice(0)) callback();
    },
  };
  return tab as unknown as Tab;
}

describe('locks', () => {
  type Request = LockManager['request'];

  /**
   * Grants, queues, aborts and steals a lock.
   *
   * @returns the owners of the lock in order, and the result of each request
   */
  async function play(request: Request): Promise<[owners: string[], ends: string[]]> {
    const log: string[] = [];
    const ends = new Map<string, () => void>();
    const ask = (who: string, options: LockOptions = {}): Promise<unknown> =>
      request('lock', options, () => {
        log.push(`${who} has it`);
        return new Promise<void>((resolve) => ends.set(who, resolve));
      }).then(
        () => log.push(`${who} released it`),
        (error: unknown) => log.push(`${who}: ${(error as Error).name}`),
      );
    const waitForTurn = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 1));
    const until = async (entry: string): Promise<void> => {
      while (!log.includes(entry)) await waitForTurn();
    };
    const controller = new AbortController();
    const all = [ask('first'), ask('second'), ask('third', { signal: controller.signal }), ask('fourth')];
    await until('first has it');
    controller.abort();
    await all[2];
    ends.get('first')?.();
    await until('second has it');
    const thief = ask('thief', { steal: true });
    await all[1];
    await until('thief has it');
    ends.get('thief')?.();
    await until('fourth has it');
    ends.get('fourth')?.();
    await Promise.all([...all, thief, ask('late', { signal: AbortSignal.abort() })]);
    const isGain = (entry: string): boolean => entry.endsWith('has it');
    return [log.filter(isGain), log.filter((entry) => !isGain(entry)).sort()];
  }

  it('behave like the locks of Node when granted, queued, aborted and stolen', async () => {
    const tab = makeTab(new Time());
    expect(await play(new Locks().forTab(tab).request)).toEqual(
      await play(navigator.locks.request.bind(navigator.locks)),
    );
  });

  it('pass from a tab that is gone to the next tab, which runs once it thaws', async () => {
    const time = new Time();
    const locks = new Locks();
    const tabs = [makeTab(time), makeTab(time), makeTab(time)] as const;
    const log: string[] = [];
    for (const [index, tab] of tabs.entries())
      void locks.forTab(tab).request('lock', () => (log.push(String(index)), new Promise(() => {})));
    await time.waitUntilIdle();
    tabs[1].state = 'frozen';
    tabs[0].state = 'gone';
    locks.removeTab(tabs[0]);
    await time.waitUntilIdle();
    expect(log).toEqual(['0']);
    tabs[1].thaw();
    await time.waitUntilIdle();
    expect(log).toEqual(['0', '1']);
  });
});

describe('channels', () => {
  it('deliver to other tabs with the same name, to frozen tabs after a thaw, and never to gone tabs', async () => {
    const time = new Time();
    const channels = new Channels();
    const log: string[] = [];
    const tabs = ['a', 'b', 'c', 'd'].map((name) => {
      const tab = makeTab(time);
      const channel = new (channels.forTab(tab))(name === 'd' ? 'other' : 'name');
      channel.onmessage = ({ data }) => void log.push(`${name} receives ${String(data)}`);
      return { tab, channel };
    });
    const [a, b, c] = tabs as [(typeof tabs)[0], (typeof tabs)[0], (typeof tabs)[0]];
    b.tab.state = 'frozen';
    c.tab.state = 'gone';
    channels.removeTab(c.tab);
    a.channel.postMessage('one');
    await time.waitUntilIdle();
    expect(log).toEqual([]);
    b.tab.thaw();
    expect(log).toEqual(['b receives one']);
  });
});

describe('device', () => {
  const NAME = 'database';

  function open(device: Device, tab: Tab): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      const request = device.forTab(tab).open(NAME);
      request.onupgradeneeded = () => request.result.createObjectStore('rows');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error as Error);
    });
  }

  function put(connection: IDBDatabase, key: string): { isOver: Promise<string>; store: IDBObjectStore } {
    const store = connection.transaction('rows', 'readwrite').objectStore('rows');
    store.put('value', key);
    const isOver = new Promise<string>((resolve) => {
      store.transaction.oncomplete = () => resolve('complete');
      store.transaction.onabort = () => resolve(String(store.transaction.error?.name));
    });
    return { isOver, store };
  }

  it('keeps committed values and aborts open transactions when a tab is gone', async () => {
    const time = new Time();
    const device = new Device(time);
    const tab = makeTab(time);
    const connection = await open(device, tab);
    expect(await put(connection, 'committed').isOver).toBe('complete');
    put(connection, 'open');
    tab.state = 'gone';
    device.removeTab(tab);
    await time.waitUntilIdle();
    expect([...(await device.read(NAME)).keys()]).toEqual(['committed']);
  });

  it('does not leave a database without a store when a tab is gone during its creation', async () => {
    const time = new Time();
    const device = new Device(time);
    const tab = makeTab(time);
    void open(device, tab);
    tab.state = 'gone';
    await time.waitUntilIdle();
    expect(await put(await open(device, makeTab(time)), 'key').isOver).toBe('complete');
  });

  it('aborts the transaction of a failing write or deletion', async () => {
    const device = new Device(new Time());
    const connection = await open(device, makeTab(new Time()));
    await put(connection, 'old').isOver;
    device.fault = 'write';
    expect(await put(connection, 'new').isOver).toBe('QuotaExceededError');
    device.fault = 'delete';
    const store = connection.transaction('rows', 'readwrite').objectStore('rows');
    store.clear();
    await new Promise((resolve) => (store.transaction.onabort = resolve));
    expect([...(await device.read(NAME)).keys()]).toEqual(['old']);
  });

  it('rejects requests during the fault "open", and delays them during "hang"', async () => {
    const time = new Time();
    const device = new Device(time);
    const tab = makeTab(time);
    device.fault = 'open';
    await expect(open(device, tab)).rejects.toThrow();
    device.fault = 'hang';
    const late = open(device, tab);
    await time.waitUntilIdle();
    expect(await Promise.race([late, 'hangs'])).toBe('hangs');
    device.fault = 'none';
    expect((await late).name).toBe(NAME);
  });

  it('deletes the database when open connections close', async () => {
    const time = new Time();
    const device = new Device(time);
    const connection = await open(device, makeTab(time));
    await put(connection, 'key').isOver;
    connection.onversionchange = () => connection.close();
    let isDeleted = false;
    device.delete(NAME, () => (isDeleted = true));
    await time.waitUntilIdle();
    expect(isDeleted).toBe(true);
    expect(await device.read(NAME)).toEqual(new Map());
  });
});
