import { recordMoment, promptPastOf, type History } from '@heed/core/prompts';
import { expect } from 'chai';
import { PromptMemory } from './memory.ts';
import {
  DAY,
  leavePage,
  MINUTE,
  untilIdle,
  dispatch,
  nextTask,
  setUp,
  START,
  TestStorage,
  TestEnvironment,
} from './test/environment.ts';

const KEY = 'heed-prompts';

const readHistoryOf = (memory: PromptMemory): History => {
  const history = memory.read();
  if (!history) throw new Error('there is no history');
  return history;
};
const kept = (storage: TestStorage): Record<string, unknown> => JSON.parse(storage.getItem(KEY) ?? 'null');

describe('PromptMemory', () => {
  afterEach(leavePage);

  it('stores one key with the documented members', async () => {
    const storage = new TestStorage();
    const prompt = setUp(
      { name: 'after-order', when: "event('a')", sample: '50%' },
      new TestEnvironment(storage),
    );
    dispatch('a');
    await untilIdle();
    prompt.scheduler.record('dismissed');
    expect([...storage.entries.keys()]).to.deep.equal([KEY]);
    expect(kept(storage)).to.deep.equal({
      v: 1,
      visits: 1,
      seen: START,
      busy: 0,
      prompts: {
        'after-order': { times: 1, visit: 1, inVisit: 1, draw: 0, shown: START, dismissed: START },
      },
    });
  });

  it('stores a showing before the prompt opens, so that a crash cannot cause another one', async () => {
    const storage = new TestStorage();
    const prompt = setUp({ when: "event('a')" }, new TestEnvironment(storage));
    let isKept = false;
    const record = prompt.scheduler.record.bind(prompt.scheduler);
    prompt.scheduler.record = (event) => {
      const isRecorded = record(event);
      isKept = !prompt.element.open && storage.getItem(KEY)?.includes('"times":1') === true;
      return isRecorded;
    };
    dispatch('a');
    await untilIdle();
    expect(isKept).to.equal(true);
    expect(prompt.opened).to.equal(1);
  });

  it('counts a new visit after 30 minutes without activity', async () => {
    const environment = new TestEnvironment();
    const { memory } = setUp({}, environment);
    for (let time = 0; time < 4; time++) {
      await environment.pass(29 * MINUTE);
      document.dispatchEvent(new Event('scroll'));
    }
    await environment.show(false);
    await environment.pass(29 * MINUTE);
    await environment.show(true);
    expect(readHistoryOf(memory).visits).to.equal(1);
    await environment.show(false);
    await environment.pass(31 * MINUTE);
    await environment.show(true);
    expect(readHistoryOf(memory).visits).to.equal(2);
  });

  it('counts a new visit in a page without input for 30 minutes', async () => {
    const environment = new TestEnvironment();
    const { memory } = setUp({}, environment);
    await environment.pass(DAY);
    document.dispatchEvent(new Event('pointermove'));
    expect(readHistoryOf(memory).visits).to.equal(2);
    document.dispatchEvent(new Event('pointermove'));
    expect(readHistoryOf(memory).visits).to.equal(2);
    await environment.pass(DAY);
    await environment.show(false);
    const next = setUp({}, environment);
    await environment.show(true);
    expect(readHistoryOf(next.memory).visits).to.equal(3);
  });

  it('does not end a visit that continues in another tab', async () => {
    const storage = new TestStorage();
    const [left, right] = [new TestEnvironment(storage), new TestEnvironment(storage)];
    const { memory } = setUp({}, left);
    await left.pass(20 * MINUTE);
    right.time = left.time;
    setUp({}, right);
    await left.pass(20 * MINUTE);
    document.dispatchEvent(new Event('keydown'));
    expect(readHistoryOf(memory).visits).to.equal(1);
  });

  it('counts no visit when the clock is set back by years', async () => {
    const environment = new TestEnvironment();
    const { memory } = setUp({}, environment);
    environment.setClock(START - 900 * DAY);
    document.dispatchEvent(new Event('keydown'));
    await environment.show(false);
    await environment.show(true);
    expect(readHistoryOf(memory).visits).to.equal(1);
  });

  it('counts a page opened in the background once it comes into view', async () => {
    const environment = new TestEnvironment();
    setUp({}, environment);
    await environment.show(false);
    leavePage();
    await environment.pass(DAY);
    const { memory } = setUp({}, environment);
    expect(readHistoryOf(memory).visits).to.equal(1);
    await environment.show(true);
    expect(readHistoryOf(memory).visits).to.equal(2);
  });

  describe('without storage', () => {
    for (const [state, storage] of [
      ['is full', Object.assign(new TestStorage(), { isFull: true })],
      ['is denied', Object.assign(new TestStorage(), { isDenied: true })],
    ] as const) {
      it(`keeps a prompt closed when storage ${state}`, async () => {
        const prompt = setUp({ when: "event('a')" }, new TestEnvironment(storage));
        dispatch('a');
        await untilIdle();
        expect(prompt.opened).to.equal(0);
        expect(prompt.failedRules()).to.include('memory');
        expect(prompt.result('memory').reason).to.equal('The device cannot store data.');
      });
    }

    it('keeps a prompt closed when its showing cannot be stored', async () => {
      const storage = new TestStorage();
      const prompt = setUp({ when: "event('a')" }, new TestEnvironment(storage));
      storage.isFull = true;
      dispatch('a');
      await untilIdle();
      expect(prompt.opened).to.equal(0);
      expect(prompt.failedRules()).to.include('memory');
    });

    it('opens the prompt once storage works again', async () => {
      const storage = new TestStorage();
      const prompt = setUp({ when: "event('a')" }, new TestEnvironment(storage));
      storage.isFull = true;
      dispatch('a');
      await untilIdle();
      storage.isFull = false;
      await prompt.environment.show(true);
      dispatch('a');
      await untilIdle();
      expect(prompt.opened).to.equal(1);
    });
  });

  describe('with an invalid entry', () => {
    for (const [what, text] of [
      ['invalid JSON', '{"v":1,'],
      ['an array', '[1,2,3]'],
      ['invalid members', '{"v":1,"visits":"x","prompts":{"a":"shown","__proto__":{"times":9}}}'],
      ['deep nesting', '['.repeat(50_000)],
      ['ten megabytes', `{"v":1,"x":"${'x'.repeat(1e7)}"}`],
    ] as const) {
      it(`starts with an empty history after ${what}`, async () => {
        const storage = new TestStorage();
        storage.setItem(KEY, text);
        const prompt = setUp({ when: "event('a')", max: '1' }, new TestEnvironment(storage));
        dispatch('a');
        await untilIdle();
        expect(prompt.opened).to.equal(1);
        expect(kept(storage)).to.have.nested.property('prompts.a.times', 1);
        expect(storage.getItem(KEY)).to.have.lengthOf.below(500);
      });
    }

    it('keeps the entry of a later version unchanged, and the prompt closed', async () => {
      const storage = new TestStorage();
      storage.setItem(KEY, '{"v":2,"more":true}');
      const prompt = setUp({ when: "event('a')" }, new TestEnvironment(storage));
      dispatch('a');
      await untilIdle();
      expect(prompt.opened).to.equal(0);
      expect(prompt.failedRules()).to.include('memory');
      expect(kept(storage)).to.deep.equal({ v: 2, more: true });
    });

    it('treats a time in the future as now, permanently', async () => {
      const storage = new TestStorage();
      const future = START + 9 * 365 * DAY;
      const row = { times: 1, visit: 1, inVisit: 1, shown: future, dismissed: future };
      storage.setItem(
        KEY,
        JSON.stringify({ v: 1, visits: 1, seen: future, busy: future, prompts: { a: row } }),
      );
      const prompt = setUp({}, new TestEnvironment(storage));
      expect(prompt.result('rest').until).to.equal(START + 30 * DAY);
      prompt.environment.setClock(START + 30 * DAY);
      expect(prompt.result('rest').ok).to.equal(true);
    });
  });

  describe('in two tabs', () => {
    const twoTabs = (settings: Parameters<typeof setUp>[0]) => {
      const storage = new TestStorage();
      const [left, right] = [new TestEnvironment(storage), new TestEnvironment(storage)];
      right.locks = left.locks;
      return [setUp(settings, left), setUp(settings, right)] as const;
    };

    it('shares events between tabs', async () => {
      const [left, right] = twoTabs({ when: "event('a')" });
      left.scheduler.record('later');
      expect(right.result('rest')).to.deep.include({ ok: false, until: START + 7 * DAY });
    });

    it('opens a prompt in one tab only when the event happens in both', async () => {
      const [left, right] = twoTabs({ when: "event('a')" });
      dispatch('a');
      await untilIdle();
      expect(left.opened + right.opened).to.equal(1);
      left.hide();
      right.hide();
      await untilIdle();
      expect(left.opened + right.opened).to.equal(1);
    });

    it('checks the rules again after a change in another tab', async () => {
      const [, right] = twoTabs({ when: "event('a')" });
      await nextTask();
      let checks = 0;
      right.element.addEventListener('heed-checked', () => checks++);
      window.dispatchEvent(new StorageEvent('storage', { key: KEY }));
      await nextTask();
      expect(checks).to.equal(1);
      window.dispatchEvent(new StorageEvent('storage', { key: 'another' }));
      await nextTask();
      expect(checks).to.equal(1);
    });
  });

  describe('before consent', () => {
    const consent = (content: string): HTMLMetaElement => {
      const meta =
        document.querySelector<HTMLMetaElement>('meta[name="heed-consent"]') ??
        document.createElement('meta');
      Object.assign(meta, { name: 'heed-consent', content });
      document.head.append(meta);
      return meta;
    };
    afterEach(() => document.querySelector('meta[name="heed-consent"]')?.remove());

    it('stores nothing and applies limits to the page view', async () => {
      consent('required');
      const storage = new TestStorage();
      const prompt = setUp(
        { when: "event('a')", max: '1', sample: '50%', delay: '1s' },
        new TestEnvironment(storage),
      );
      dispatch('a');
      await nextTask();
      await prompt.environment.pass(1000);
      await untilIdle();
      prompt.scheduler.record('dismissed');
      prompt.hide();
      expect(prompt.opened).to.equal(1);
      expect(prompt.failedRules()).to.include.members(['max', 'rest', 'quiet']);
      expect(prompt.result('consent').reason).to.contain('this page view only');
      expect(storage.writes).to.equal(0);
    });

    it('does not read the entry of an earlier visit', () => {
      consent('required');
      const storage = new TestStorage();
      storage.getItem = () => {
        throw new Error('was read');
      };
      expect(setUp({}, new TestEnvironment(storage)).failedRules()).to.deep.equal(['trigger']);
    });

    it('adds the events of the page view to the stored history once consent is given', async () => {
      const storage = new TestStorage();
      const earlier = new PromptMemory(new TestEnvironment(storage));
      earlier.change((history, now) => recordMoment(history, 'a', 'shown', now));
      const meta = consent('required');
      const prompt = setUp({ when: "event('a')", sample: '50%' }, new TestEnvironment(storage));
      dispatch('a');
      await untilIdle();
      prompt.scheduler.record('dismissed');
      expect(kept(storage)).to.have.nested.property('prompts.a.times', 1);
      meta.content = 'given';
      await nextTask();
      expect(kept(storage)).to.have.nested.property('prompts.a.times', 2);
      expect(kept(storage)).to.have.nested.property('prompts.a.dismissed', START);
      expect(kept(storage)).to.have.nested.property('prompts.a.draw', 0);
      expect(prompt.result('consent').reason).to.equal('Counters may be stored.');
    });

    it('deletes the entry when consent is withdrawn, and keeps the history for the page view', async () => {
      const storage = new TestStorage();
      const meta = consent('given');
      const prompt = setUp({ when: "event('a')", max: '1' }, new TestEnvironment(storage));
      dispatch('a');
      await untilIdle();
      prompt.hide();
      expect(storage.length).to.equal(1);
      meta.content = 'required';
      await nextTask();
      expect(storage.length).to.equal(0);
      expect(prompt.failedRules()).to.include('max');
      prompt.scheduler.record('dismissed');
      expect(storage.length).to.equal(0);
    });

    it('deletes the entry when the page requires consent later', async () => {
      const storage = new TestStorage();
      setUp({}, new TestEnvironment(storage));
      expect(storage.length).to.equal(1);
      consent('required');
      await nextTask();
      expect(storage.length).to.equal(0);
    });
  });

  it('stops listening when the last prompt is closed', async () => {
    const storage = new TestStorage();
    const environment = new TestEnvironment(storage);
    setUp({}, environment);
    leavePage();
    const { writes } = storage;
    await environment.show(true);
    expect(storage.writes).to.equal(writes);
  });

  it('reads storage each time', () => {
    const storage = new TestStorage();
    const { memory } = setUp({}, new TestEnvironment(storage));
    storage.clear();
    expect(promptPastOf(readHistoryOf(memory), 'a').times).to.equal(0);
    expect(readHistoryOf(memory).visits).to.equal(0);
  });
});
