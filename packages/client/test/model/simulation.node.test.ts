import { describe, expect, it } from 'vitest';
import { Channels } from './channels.ts';
import { Device } from './device.ts';
import { Locks } from './locks.ts';
import type { Tab } from './tab.ts';
import { Time } from './time.ts';

/** As much of a tab as storage, locks and channels know of. */
function makeTab(time: Time): Tab {
  const frozen: (() => void)[] = [];
  const tab = {
    state: 'open',
    deliver(act: () => void) {
      if (tab.state === 'frozen') frozen.push(act);
      else if (tab.state === 'open') act();
    },
    deliverSoon: (act: () => void) => time.soon(() => tab.deliver(act)),
    thaw() {
      tab.state = 'open';
      for (const act of frozen.splice(0)) act();
    },
  };
  return tab as unknown as Tab;
}

describe('the locks', () => {
  type Request = LockManager['request'];

  /** Holds, waits, gives up and steals. @returns who had the lock, in order, and how it ended for each */
  async function play(request: Request): Promise<[holders: string[], ends: string[]]> {
    const log: string[] = [];
    const ends = new Map<string, () => void>();
    const ask = (who: string, options: LockOptions = {}): Promise<unknown> =>
      request('lock', options, () => {
        log.push(`${who} has it`);
        return new Promise<void>((resolve) => ends.set(who, resolve));
      }).then(
        () => log.push(`${who} gave it back`),
        (error: unknown) => log.push(`${who}: ${(error as Error).name}`),
      );
    const turn = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 1));
    const until = async (entry: string): Promise<void> => {
      while (!log.includes(entry)) await turn();
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

  it('are given, awaited and stolen as those of Node', async () => {
    const tab = makeTab(new Time());
    expect(await play(new Locks().of(tab).request)).toEqual(
      await play(navigator.locks.request.bind(navigator.locks)),
    );
  });

  it('go on to the next tab when one is gone, and to none when it is frozen', async () => {
    const time = new Time();
    const locks = new Locks();
    const tabs = [makeTab(time), makeTab(time), makeTab(time)] as const;
    const log: string[] = [];
    for (const [index, tab] of tabs.entries())
      void locks.of(tab).request('lock', () => (log.push(String(index)), new Promise(() => {})));
    await time.rest();
    tabs[1].state = 'frozen';
    tabs[0].state = 'gone';
    locks.drop(tabs[0]);
    await time.rest();
    expect(log).toEqual(['0']);
    tabs[1].thaw();
    await time.rest();
    expect(log).toEqual(['0', '1']);
  });
});

describe('a channel', () => {
  it('reaches every other tab of its name, a frozen one when it thaws, and none that is gone', async () => {
    const time = new Time();
    const channels = new Channels();
    const log: string[] = [];
    const tabs = ['a', 'b', 'c', 'd'].map((name) => {
      const tab = makeTab(time);
      const channel = new (channels.of(tab))(name === 'd' ? 'other' : 'name');
      channel.onmessage = ({ data }) => void log.push(`${name} hears ${String(data)}`);
      return { tab, channel };
    });
    const [a, b, c] = tabs as [(typeof tabs)[0], (typeof tabs)[0], (typeof tabs)[0]];
    b.tab.state = 'frozen';
    c.tab.state = 'gone';
    channels.drop(c.tab);
    a.channel.postMessage('one');
    await time.rest();
    expect(log).toEqual([]);
    b.tab.thaw();
    expect(log).toEqual(['b hears one']);
  });
});

describe('the device', () => {
  const NAME = 'database';

  function open(device: Device, tab: Tab): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      const request = device.of(tab).open(NAME);
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

  it('keeps what was committed and forgets what was not when a tab is gone', async () => {
    const time = new Time();
    const device = new Device(time);
    const tab = makeTab(time);
    const connection = await open(device, tab);
    expect(await put(connection, 'committed').isOver).toBe('complete');
    put(connection, 'open');
    tab.state = 'gone';
    device.drop(tab);
    await time.rest();
    expect([...(await device.read(NAME)).keys()]).toEqual(['committed']);
  });

  it('leaves no database without a store behind when a tab is gone while it makes it', async () => {
    const time = new Time();
    const device = new Device(time);
    const tab = makeTab(time);
    void open(device, tab);
    tab.state = 'gone';
    await time.rest();
    expect(await put(await open(device, makeTab(time)), 'key').isOver).toBe('complete');
  });

  it('undoes what a failing write or deletion had done', async () => {
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

  it('serves what hangs when the fault is over, and refuses what fails', async () => {
    const time = new Time();
    const device = new Device(time);
    const tab = makeTab(time);
    device.fault = 'open';
    await expect(open(device, tab)).rejects.toThrow();
    device.fault = 'hang';
    const late = open(device, tab);
    await time.rest();
    expect(await Promise.race([late, 'hangs'])).toBe('hangs');
    device.fault = 'none';
    expect((await late).name).toBe(NAME);
  });

  it('deletes the database under connections that give way', async () => {
    const time = new Time();
    const device = new Device(time);
    const connection = await open(device, makeTab(time));
    await put(connection, 'key').isOver;
    connection.onversionchange = () => connection.close();
    let isDeleted = false;
    device.delete(NAME, () => (isDeleted = true));
    await time.rest();
    expect(isDeleted).toBe(true);
    expect(await device.read(NAME)).toEqual(new Map());
  });
});
