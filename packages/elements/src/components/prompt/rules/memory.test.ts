import { recordMoment, promptPastOf, type History } from '@heed/core/prompts';
import { expect } from 'chai';
import { createMemory, type Memory } from './memory.ts';
import {
  DAY,
  leave,
  MINUTE,
  rested,
  t,
  settled,
  setUp,
  START,
  TestStorage,
  TestEnvironment,
} from './test/environment.ts';

const KEY = 'heed-prompts';

const readOf = (memory: Memory): History => {
  const history = memory.read();
  if (!history) throw new Error('nothing is known');
  return history;
};
const kept = (storage: TestStorage): Record<string, unknown> => JSON.parse(storage.getItem(KEY) ?? 'null');

describe('the memory of prompts', () => {
  afterEach(leave);

  it('keeps everything under one key, and no more than what its page of the docs says', async () => {
    const storage = new TestStorage();
    const prompt = setUp(
      { name: 'after-order', when: "event('a')", sample: '50%' },
      new TestEnvironment(storage),
    );
    t('a');
    await rested();
    prompt.scheduler.tell('dismissed');
    expect([...storage.rows.keys()]).to.deep.equal([KEY]);
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

  it('is written before the prompt opens, so that a crash in between cannot make it nag', async () => {
    const storage = new TestStorage();
    const prompt = setUp({ when: "event('a')" }, new TestEnvironment(storage));
    let isKept = false;
    const { tell } = prompt.scheduler;
    prompt.scheduler.tell = (happening) => {
      const told = tell(happening);
      isKept = !prompt.element.open && storage.getItem(KEY)?.includes('"times":1') === true;
      return told;
    };
    t('a');
    await rested();
    expect(isKept).to.equal(true);
    expect(prompt.opened).to.equal(1);
  });

  it('counts a visit for each stay with less than 30 minutes in between', async () => {
    const environment = new TestEnvironment();
    const { memory } = setUp({}, environment);
    for (let time = 0; time < 4; time++) {
      await environment.pass(29 * MINUTE);
      document.dispatchEvent(new Event('scroll'));
    }
    await environment.show(false);
    await environment.pass(29 * MINUTE);
    await environment.show(true);
    expect(readOf(memory).visits).to.equal(1);
    await environment.show(false);
    await environment.pass(31 * MINUTE);
    await environment.show(true);
    expect(readOf(memory).visits).to.equal(2);
  });

  it('ends a visit also in a page that nobody has touched for 30 minutes', async () => {
    const environment = new TestEnvironment();
    const { memory } = setUp({}, environment);
    await environment.pass(DAY);
    document.dispatchEvent(new Event('pointermove'));
    expect(readOf(memory).visits).to.equal(2);
    document.dispatchEvent(new Event('pointermove'));
    expect(readOf(memory).visits).to.equal(2);
    await environment.pass(DAY);
    await environment.show(false);
    const next = setUp({}, environment);
    await environment.show(true);
    expect(readOf(next.memory).visits).to.equal(3);
  });

  it('does not end a visit that goes on in another tab', async () => {
    const storage = new TestStorage();
    const [left, right] = [new TestEnvironment(storage), new TestEnvironment(storage)];
    const { memory } = setUp({}, left);
    await left.pass(20 * MINUTE);
    right.time = left.time;
    setUp({}, right);
    await left.pass(20 * MINUTE);
    document.dispatchEvent(new Event('keydown'));
    expect(readOf(memory).visits).to.equal(1);
  });

  it('counts no visits for a clock that is set back by years', async () => {
    const environment = new TestEnvironment();
    const { memory } = setUp({}, environment);
    environment.setClock(START - 900 * DAY);
    document.dispatchEvent(new Event('keydown'));
    await environment.show(false);
    await environment.show(true);
    expect(readOf(memory).visits).to.equal(1);
  });

  it('counts a page that is opened in the background once it comes into view', async () => {
    const environment = new TestEnvironment();
    setUp({}, environment);
    await environment.show(false);
    leave();
    await environment.pass(DAY);
    const { memory } = setUp({}, environment);
    expect(readOf(memory).visits).to.equal(1);
    await environment.show(true);
    expect(readOf(memory).visits).to.equal(2);
  });

  describe('on a device that keeps nothing', () => {
    for (const [validityError, storage] of [
      ['is full', Object.assign(new TestStorage(), { isFull: true })],
      ['is denied', Object.assign(new TestStorage(), { isDenied: true })],
    ] as const) {
      it(`keeps a prompt closed, because it would come again on each page: storage ${validityError}`, async () => {
        const prompt = setUp({ when: "event('a')" }, new TestEnvironment(storage));
        t('a');
        await rested();
        expect(prompt.opened).to.equal(0);
        expect(prompt.closedBy()).to.include('memory');
        expect(prompt.verdict('memory').reason).to.equal('The device keeps nothing.');
      });
    }

    it('stays closed when storage fails in the very moment of showing', async () => {
      const storage = new TestStorage();
      const prompt = setUp({ when: "event('a')" }, new TestEnvironment(storage));
      storage.isFull = true;
      t('a');
      await rested();
      expect(prompt.opened).to.equal(0);
      expect(prompt.closedBy()).to.include('memory');
    });

    it('goes on once there is room again', async () => {
      const storage = new TestStorage();
      const prompt = setUp({ when: "event('a')" }, new TestEnvironment(storage));
      storage.isFull = true;
      t('a');
      await rested();
      storage.isFull = false;
      await prompt.environment.show(true);
      t('a');
      await rested();
      expect(prompt.opened).to.equal(1);
    });
  });

  describe('of which others have written', () => {
    for (const [what, text] of [
      ['no JSON', '{"v":1,'],
      ['something else', '[1,2,3]'],
      ['rows that are none', '{"v":1,"visits":"x","prompts":{"a":"shown","__proto__":{"times":9}}}'],
      ['deep brackets', '['.repeat(50_000)],
      ['ten megabytes', `{"v":1,"x":"${'x'.repeat(1e7)}"}`],
    ] as const) {
      it(`begins anew when it finds ${what}`, async () => {
        const storage = new TestStorage();
        storage.setItem(KEY, text);
        const prompt = setUp({ when: "event('a')", max: '1' }, new TestEnvironment(storage));
        t('a');
        await rested();
        expect(prompt.opened).to.equal(1);
        expect(kept(storage)).to.have.nested.property('prompts.a.times', 1);
        expect(storage.getItem(KEY)).to.have.lengthOf.below(500);
      });
    }

    it('leaves alone what a later version has written, and keeps the prompt closed', async () => {
      const storage = new TestStorage();
      storage.setItem(KEY, '{"v":2,"more":true}');
      const prompt = setUp({ when: "event('a')" }, new TestEnvironment(storage));
      t('a');
      await rested();
      expect(prompt.opened).to.equal(0);
      expect(prompt.closedBy()).to.include('memory');
      expect(kept(storage)).to.deep.equal({ v: 2, more: true });
    });

    it('takes a time in the future for now, for good', async () => {
      const storage = new TestStorage();
      const future = START + 9 * 365 * DAY;
      const row = { times: 1, visit: 1, inVisit: 1, shown: future, dismissed: future };
      storage.setItem(
        KEY,
        JSON.stringify({ v: 1, visits: 1, seen: future, busy: future, prompts: { a: row } }),
      );
      const prompt = setUp({}, new TestEnvironment(storage));
      expect(prompt.verdict('rest').until).to.equal(START + 30 * DAY);
      prompt.environment.setClock(START + 30 * DAY);
      expect(prompt.verdict('rest').ok).to.equal(true);
    });
  });

  describe('over two tabs', () => {
    const twoTabs = (settings: Parameters<typeof setUp>[0]) => {
      const storage = new TestStorage();
      const [left, right] = [new TestEnvironment(storage), new TestEnvironment(storage)];
      right.locks = left.locks;
      return [setUp(settings, left), setUp(settings, right)] as const;
    };

    it('knows in one what happened in the other', async () => {
      const [left, right] = twoTabs({ when: "event('a')" });
      left.scheduler.tell('later');
      expect(right.verdict('rest')).to.deep.include({ ok: false, until: START + 7 * DAY });
    });

    it('opens in one of them only, when the same happens in both', async () => {
      const [left, right] = twoTabs({ when: "event('a')" });
      t('a');
      await rested();
      expect(left.opened + right.opened).to.equal(1);
      left.hide();
      right.hide();
      await rested();
      expect(left.opened + right.opened).to.equal(1);
    });

    it('judges again when the other has changed something', async () => {
      const [, right] = twoTabs({ when: "event('a')" });
      await settled();
      let judged = 0;
      right.element.addEventListener('heed-judged', () => judged++);
      window.dispatchEvent(new StorageEvent('storage', { key: KEY }));
      await settled();
      expect(judged).to.equal(1);
      window.dispatchEvent(new StorageEvent('storage', { key: 'another' }));
      await settled();
      expect(judged).to.equal(1);
    });
  });

  describe('in a page that waits for consent', () => {
    const consent = (content: string): HTMLMetaElement => {
      const meta =
        document.querySelector<HTMLMetaElement>('meta[name="heed-consent"]') ??
        document.createElement('meta');
      Object.assign(meta, { name: 'heed-consent', content });
      document.head.append(meta);
      return meta;
    };
    afterEach(() => document.querySelector('meta[name="heed-consent"]')?.remove());

    it('stores nothing, and holds its limits for the page view', async () => {
      consent('required');
      const storage = new TestStorage();
      const prompt = setUp(
        { when: "event('a')", max: '1', sample: '50%', delay: '1s' },
        new TestEnvironment(storage),
      );
      t('a');
      await settled();
      await prompt.environment.pass(1000);
      await rested();
      prompt.scheduler.tell('dismissed');
      prompt.hide();
      expect(prompt.opened).to.equal(1);
      expect(prompt.closedBy()).to.include.members(['max', 'rest', 'quiet']);
      expect(prompt.verdict('consent').reason).to.contain('this page view only');
      expect(storage.writes).to.equal(0);
    });

    it('does not read what an earlier visit has kept', () => {
      consent('required');
      const storage = new TestStorage();
      storage.getItem = () => {
        throw new Error('was read');
      };
      expect(setUp({}, new TestEnvironment(storage)).closedBy()).to.deep.equal(['trigger']);
    });

    it('adds what happened meanwhile to what is kept, once consent is given', async () => {
      const storage = new TestStorage();
      const earlier = createMemory(new TestEnvironment(storage));
      earlier.change((history, now) => recordMoment(history, 'a', 'shown', now));
      const meta = consent('required');
      const prompt = setUp({ when: "event('a')", sample: '50%' }, new TestEnvironment(storage));
      t('a');
      await rested();
      prompt.scheduler.tell('dismissed');
      expect(kept(storage)).to.have.nested.property('prompts.a.times', 1);
      meta.content = 'given';
      await settled();
      expect(kept(storage)).to.have.nested.property('prompts.a.times', 2);
      expect(kept(storage)).to.have.nested.property('prompts.a.dismissed', START);
      expect(kept(storage)).to.have.nested.property('prompts.a.draw', 0);
      expect(prompt.verdict('consent').reason).to.equal('None is needed.');
    });

    it('deletes the key when consent is taken back, and goes on for the page view', async () => {
      const storage = new TestStorage();
      const meta = consent('given');
      const prompt = setUp({ when: "event('a')", max: '1' }, new TestEnvironment(storage));
      t('a');
      await rested();
      prompt.hide();
      expect(storage.length).to.equal(1);
      meta.content = 'required';
      await settled();
      expect(storage.length).to.equal(0);
      expect(prompt.closedBy()).to.include('max');
      prompt.scheduler.tell('dismissed');
      expect(storage.length).to.equal(0);
    });

    it('obeys a page that asks for consent only later', async () => {
      const storage = new TestStorage();
      setUp({}, new TestEnvironment(storage));
      expect(storage.length).to.equal(1);
      consent('required');
      await settled();
      expect(storage.length).to.equal(0);
    });
  });

  it('stops listening with the last prompt', async () => {
    const storage = new TestStorage();
    const environment = new TestEnvironment(storage);
    setUp({}, environment);
    leave();
    const { writes } = storage;
    await environment.show(true);
    expect(storage.writes).to.equal(writes);
  });

  it('is asked anew each time, not remembered by a page', () => {
    const storage = new TestStorage();
    const { memory } = setUp({}, new TestEnvironment(storage));
    storage.clear();
    expect(promptPastOf(readOf(memory), 'a').times).to.equal(0);
    expect(readOf(memory).visits).to.equal(0);
  });
});
