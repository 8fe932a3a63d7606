import { expect } from 'chai';
import { createMemory } from './memory.ts';
import { takeTurn } from './prompt-lock.ts';
import {
  createLocks,
  DAY,
  leave,
  MINUTE,
  rested,
  t,
  setUp,
  TestStorage,
  TestEnvironment,
} from './test/environment.ts';

const FREE = { quiet: '0', restShown: '0' };

/** Two prompts of the site, each in a tab of its own. */
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

const tellOthers = (): boolean => window.dispatchEvent(new StorageEvent('storage', { key: 'heed-prompts' }));

for (const [kind, hasLocks] of [
  ['by the locks of the browser', true],
  ['by an entry in memory, where there are no locks', false],
] as const) {
  describe(`the turn ${kind}`, () => {
    afterEach(leave);

    it('is one over all tabs: a second prompt waits', async () => {
      const [left, right] = twoTabs(hasLocks);
      t('left');
      await rested();
      t('right');
      await rested();
      expect([left.opened, right.opened]).to.deep.equal([1, 0]);
      expect(right.closedBy()).to.include('turn');
    });

    it('goes to the one that waits, without its trigger happening again', async () => {
      const [left, right] = twoTabs(hasLocks);
      t('left');
      await rested();
      t('right');
      await rested();
      left.hide();
      tellOthers();
      await rested();
      expect(right.opened).to.equal(1);
    });

    it('is not taken by one that may not open any more', async () => {
      const [left, right] = twoTabs(hasLocks);
      t('left');
      await rested();
      t('right');
      await rested();
      right.scheduler.tell('dismissed');
      left.hide();
      tellOthers();
      await rested();
      expect(right.opened).to.equal(0);
      t('left');
      await rested();
      expect(left.opened).to.equal(2);
    });

    it('is free again when a gate that waits for it is closed', async () => {
      const [left, right] = twoTabs(hasLocks);
      t('left');
      await rested();
      t('right');
      await rested();
      right.scheduler.close();
      left.hide();
      await rested();
      t('left');
      await rested();
      expect(left.opened).to.equal(2);
    });

    it('is taken for a visitor who opens a prompt by hand, too', async () => {
      const [left, right] = twoTabs(hasLocks);
      const release = await left.scheduler.take();
      expect(release).to.be.a('function');
      expect(await right.scheduler.take()).to.equal(undefined);
      release?.();
      await rested();
      (await right.scheduler.take())?.();
    });
  });
}

describe('the turn that comes while an attempt in vain is still under way', () => {
  afterEach(leave);

  it('is taken by the next attempt', async () => {
    const [left, right] = twoTabs(true);
    t('left');
    await rested();
    let finish = (): void => {};
    const { take } = right.scheduler;
    right.scheduler.take = async () => {
      right.scheduler.take = take;
      const release = await take();
      await new Promise<void>((resolve) => (finish = resolve));
      return release;
    };
    t('right');
    await rested();
    left.hide();
    await rested();
    expect(right.opened).to.equal(0);
    finish();
    await rested();
    expect(right.opened).to.equal(1);
    right.hide();
    t('left');
    await rested();
    expect(left.opened).to.equal(2);
  });
});

describe('the turn of a browser that refuses its locks', () => {
  afterEach(leave);

  it('is not had, and not asked for again and again', async () => {
    const environment = new TestEnvironment();
    let asked = 0;
    const request = (): Promise<never> => {
      asked++;
      return Promise.reject(new DOMException('no', 'SecurityError'));
    };
    environment.locks = { request } as unknown as LockManager;
    const prompt = setUp({ when: "event('a')" }, environment);
    t('a');
    await rested();
    expect(prompt.opened).to.equal(0);
    const before = asked;
    await rested();
    expect(asked).to.equal(before);
  });
});

describe('the turn without locks', () => {
  afterEach(leave);

  const tab = (storage: TestStorage) => {
    const environment = new TestEnvironment(storage);
    environment.locks = undefined;
    return createMemory(environment);
  };

  it('comes back after half an hour from a tab that crashed', async () => {
    const storage = new TestStorage();
    await takeTurn(tab(storage));
    const other = tab(storage);
    const environment = other.environment as TestEnvironment;
    environment.setClock(environment.time + 30 * MINUTE - 1);
    expect(await takeTurn(other)).to.equal(undefined);
    environment.setClock(environment.time + 1);
    expect(await takeTurn(other)).to.be.a('function');
  });

  it('comes back also when the clock was set back by years meanwhile', async () => {
    const storage = new TestStorage();
    await takeTurn(tab(storage));
    const other = tab(storage);
    const environment = other.environment as TestEnvironment;
    environment.setClock(environment.time - 3 * 365 * DAY);
    other.change(() => {});
    environment.setClock(environment.time + 30 * MINUTE);
    expect(await takeTurn(other)).to.be.a('function');
  });

  it('is given back by a page that is left', async () => {
    const storage = new TestStorage();
    await takeTurn(tab(storage));
    dispatchEvent(new Event('pagehide'));
    expect(await takeTurn(tab(storage))).to.be.a('function');
  });

  it('is not taken where nothing can be kept', async () => {
    const storage = Object.assign(new TestStorage(), { isFull: true });
    expect(await takeTurn(tab(storage))).to.equal(undefined);
  });
});
