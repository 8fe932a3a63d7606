import '../../define/launcher.ts';
import '../../define/nps.ts';
import '../../define/prompt.ts';
import '../../define/survey.ts';
import { mount, unmountAll, warningsDuring } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { lazyImport, retryLater, retryListeners } from './lazy-import.ts';

/** A file that cannot be loaded until it is mended. */
function createFile(): { load(): Promise<string>; attempts: number; mend(): void } {
  let isMended = false;
  return {
    attempts: 0,
    async load() {
      this.attempts += 1;
      if (!isMended) throw new Error('out of reach');
      return 'file';
    },
    mend: () => {
      isMended = true;
    },
  };
}

describe('later', () => {
  const native = { setTimeout: window.setTimeout, clearTimeout: window.clearTimeout };
  /** Timers that have not fired, by their pause. */
  let timers: Map<number, { act: () => void; pauseMs: number }>;
  let sought = 0;
  const seek = (): number => (sought += 1);
  const pauses = (): number[] => [...timers.values()].map(({ pauseMs }) => pauseMs);
  const fire = (): void => {
    for (const [id, { act }] of timers) {
      timers.delete(id);
      act();
    }
  };
  const goOnline = (): boolean => dispatchEvent(new Event('online'));

  beforeEach(() => {
    timers = new Map();
    sought = 0;
    let count = 0;
    Object.assign(window, {
      setTimeout: (act: () => void, pauseMs: number) => timers.set((count += 1), { act, pauseMs }) && count,
      clearTimeout: (id: number) => timers.delete(id),
    });
    retryListeners.add(seek);
  });

  afterEach(() => {
    // Nothing of one test is tried again in the next one.
    goOnline();
    retryListeners.delete(seek);
    Object.assign(window, native);
  });

  it('loads a file once', async () => {
    const file = createFile();
    file.mend();
    const get = lazyImport(() => file.load());
    expect([await get(), await get(), await get(true)]).to.deep.equal(['file', 'file', 'file']);
    expect(file.attempts).to.equal(1);
    expect(timers.size).to.equal(0);
  });

  it('gives undefined after a failure, and asks no more until the pause is over', async () => {
    const file = createFile();
    const get = lazyImport(() => file.load());
    expect([await get(), await get()]).to.deep.equal([undefined, undefined]);
    expect(file.attempts).to.equal(1);
    expect(sought).to.equal(0);
    file.mend();
    fire();
    expect(sought).to.equal(1);
    expect(await get()).to.equal('file');
  });

  it('loads nothing after the pause that nobody needs any more', async () => {
    const file = createFile();
    await lazyImport(() => file.load())();
    fire();
    goOnline();
    expect(file.attempts).to.equal(1);
    expect(timers.size).to.equal(0);
    expect(sought).to.equal(1);
  });

  it('doubles the pause with each failure, up to about an hour', async () => {
    const file = createFile();
    const get = lazyImport(() => file.load());
    const seen: number[] = [];
    for (let count = 0; count < 15; count += 1) {
      await get();
      seen.push(...pauses());
      fire();
    }
    expect(seen.slice(0, 5)).to.deep.equal([1000, 2000, 4000, 8000, 16_000]);
    expect(seen.slice(-3)).to.deep.equal([4_096_000, 4_096_000, 4_096_000]);
  });

  it('tries again as soon as the network is back, with short pauses from then on', async () => {
    const file = createFile();
    const get = lazyImport(() => file.load());
    for (let count = 0; count < 5; count += 1) {
      await get();
      fire();
    }
    await get();
    goOnline();
    expect(timers.size).to.equal(0);
    await get();
    expect(pauses()).to.deep.equal([2000]);
    file.mend();
    goOnline();
    expect(await get()).to.equal('file');
  });

  it('waits for nothing when a user asks for it', async () => {
    const file = createFile();
    const get = lazyImport(() => file.load());
    await get();
    file.mend();
    expect(await get(true)).to.equal('file');
    expect(timers.size).to.equal(0);
  });

  it('warns once for each file', async () => {
    const [first, second] = [createFile(), createFile()];
    const files = [lazyImport(() => first.load()), lazyImport(() => second.load())];
    const warnings = await warningsDuring(async () => {
      for (let count = 0; count < 3; count += 1) {
        for (const get of files) await get();
        goOnline();
      }
    });
    expect(warnings).to.deep.equal(Array(2).fill('[heed] retrying after Error: out of reach (HEED_FILE)'));
  });

  it('leaves no listener behind', () => {
    let count = 0;
    const retry = retryLater(0, () => (count += 1));
    retry();
    goOnline();
    fire();
    expect(count).to.equal(1);
  });
});

describe('an element that has left the page', () => {
  for (const tag of ['heed-launcher', 'heed-nps', 'heed-prompt', 'heed-survey'])
    it(`looks for nothing any more: ${tag}`, async () => {
      const before = [...retryListeners];
      await mount(tag, { name: 'left' });
      expect(retryListeners.size).to.be.greaterThan(before.length);
      unmountAll();
      expect([...retryListeners]).to.deep.equal(before);
    });
});
