import { expect } from 'chai';
import { PromptMemory } from './memory.ts';
import { acquireLock } from './prompt-lock.ts';
import {
  createLocks,
  DAY,
  leavePage,
  MINUTE,
  untilIdle,
  dispatch,
  setUp,
  TestStorage,
  TestEnvironment,
} from './test/environment.ts';

const FREE = { quiet: '0', restShown: '0' };

/** Two prompts of the site, in two tabs. */
const twoTabs = (hasLocks: boolean) => {
  const storage = new TestStorage();
  const environments = [new TestEnvironment(storage), new TestEnvironment(storage)] as const;
  const locks = hasLocks ? createLocks() : undefined;
  for (const environment of environments) environment.locks = locks;
  const [left, right] = environments;
  return [
    setUp({ ...FREE, name: 'left', when: "event('left')" }, left),
    setUp({ ...FREE, name: 'right', when: "event('right')" }, right),
  ] as const;
};

const notifyTabs = (): boolean => window.dispatchEvent(new StorageEvent('storage', { key: 'heed-prompts' }));

for (const [kind, hasLocks] of [
  ['with Web Locks', true],
  ['without Web Locks', false],
] as const) {
  describe(`the prompt lock ${kind}`, () => {
    afterEach(leavePage);

    it('is shared by all tabs: a second prompt waits', async () => {
      const [left, right] = twoTabs(hasLocks);
      dispatch('left');
      await untilIdle();
      dispatch('right');
      await untilIdle();
      expect([left.opened, right.opened]).to.deep.equal([1, 0]);
      expect(right.failedRules()).to.include('turn');
    });

    it('is granted to a waiting prompt without another trigger', async () => {
      const [left, right] = twoTabs(hasLocks);
      dispatch('left');
      await untilIdle();
      dispatch('right');
      await untilIdle();
      left.hide();
      notifyTabs();
      await untilIdle();
      expect(right.opened).to.equal(1);
    });

    it('is not acquired by a prompt whose rules no longer allow it', async () => {
      const [left, right] = twoTabs(hasLocks);
      dispatch('left');
      await untilIdle();
      dispatch('right');
      await untilIdle();
      right.scheduler.record('dismissed');
      left.hide();
      notifyTabs();
      await untilIdle();
      expect(right.opened).to.equal(0);
      dispatch('left');
      await untilIdle();
      expect(left.opened).to.equal(2);
    });

    it('is free after a waiting scheduler is closed', async () => {
      const [left, right] = twoTabs(hasLocks);
      dispatch('left');
      await untilIdle();
      dispatch('right');
      await untilIdle();
      right.scheduler.close();
      left.hide();
      await untilIdle();
      dispatch('left');
      await untilIdle();
      expect(left.opened).to.equal(2);
    });

    it('is also acquired for show()', async () => {
      const [left, right] = twoTabs(hasLocks);
      const release = await left.scheduler.acquireLock();
      expect(release).to.be.a('function');
      expect(await right.scheduler.acquireLock()).to.equal(undefined);
      release?.();
      await untilIdle();
      (await right.scheduler.acquireLock())?.();
    });
  });
}

describe('the prompt lock granted while a failed attempt is still running', () => {
  afterEach(leavePage);

  it('is acquired by the next attempt', async () => {
    const [left, right] = twoTabs(true);
    dispatch('left');
    await untilIdle();
    let finish = (): void => {};
    const acquire = right.scheduler.acquireLock.bind(right.scheduler);
    right.scheduler.acquireLock = async () => {
      right.scheduler.acquireLock = acquire;
      const release = await acquire();
      await new Promise<void>((resolve) => (finish = resolve));
      return release;
    };
    dispatch('right');
    await untilIdle();
    left.hide();
    await untilIdle();
    expect(right.opened).to.equal(0);
    finish();
    await untilIdle();
    expect(right.opened).to.equal(1);
    right.hide();
    dispatch('left');
    await untilIdle();
    expect(left.opened).to.equal(2);
  });
});

describe('the prompt lock in a browser that rejects lock requests', () => {
  afterEach(leavePage);

  it('is not acquired, and not requested repeatedly', async () => {
    const environment = new TestEnvironment();
    let requests = 0;
    const request = (): Promise<never> => {
      requests++;
      return Promise.reject(new DOMException('no', 'SecurityError'));
    };
    environment.locks = { request } as unknown as LockManager;
    const prompt = setUp({ when: "event('a')" }, environment);
    dispatch('a');
    await untilIdle();
    expect(prompt.opened).to.equal(0);
    const before = requests;
    await untilIdle();
    expect(requests).to.equal(before);
  });
});

describe('the prompt lock without Web Locks', () => {
  afterEach(leavePage);

  const tab = (storage: TestStorage) => {
    const environment = new TestEnvironment(storage);
    environment.locks = undefined;
    return new PromptMemory(environment);
  };

  it('expires half an hour after a tab has crashed', async () => {
    const storage = new TestStorage();
    await acquireLock(tab(storage));
    const other = tab(storage);
    const environment = other.environment as TestEnvironment;
    environment.setClock(environment.time + 30 * MINUTE - 1);
    expect(await acquireLock(other)).to.equal(undefined);
    environment.setClock(environment.time + 1);
    expect(await acquireLock(other)).to.be.a('function');
  });

  it('expires if the clock was set back by years', async () => {
    const storage = new TestStorage();
    await acquireLock(tab(storage));
    const other = tab(storage);
    const environment = other.environment as TestEnvironment;
    environment.setClock(environment.time - 3 * 365 * DAY);
    other.change(() => {});
    environment.setClock(environment.time + 30 * MINUTE);
    expect(await acquireLock(other)).to.be.a('function');
  });

  it('is released when the page is left', async () => {
    const storage = new TestStorage();
    await acquireLock(tab(storage));
    dispatchEvent(new Event('pagehide'));
    expect(await acquireLock(tab(storage))).to.be.a('function');
  });

  it('is not acquired without storage', async () => {
    const storage = Object.assign(new TestStorage(), { isFull: true });
    expect(await acquireLock(tab(storage))).to.equal(undefined);
  });
});
