import { expect } from 'chai';
import { PromptMemory } from './memory.ts';
import {
  DAY,
  dispatch,
  leavePage,
  MINUTE,
  nextTask,
  SECOND,
  setUp,
  TestEnvironment,
  type TestStorage,
  untilIdle,
} from './test/environment.ts';

const NO_PAUSES = { quiet: '0', restLater: '0', restShown: '0' };

describe('limits and pauses of a prompt', () => {
  afterEach(leavePage);

  it('opens at most "max" times', async () => {
    const prompt = setUp({ ...NO_PAUSES, when: "event('a')", max: 2 });
    for (let time = 0; time < 4; time++) {
      dispatch('a');
      await untilIdle();
      prompt.hide();
    }
    expect(prompt.opened).to.equal(2);
    expect(prompt.failedRules()).to.deep.equal(['max', 'trigger']);
  });

  it('opens at most "max-per-session" times in a visit, and again in the next', async () => {
    const prompt = setUp({ ...NO_PAUSES, when: "event('a')", maxPerSession: '1' });
    for (const pause of [0, MINUTE, 31 * MINUTE]) {
      await prompt.environment.show(false);
      await prompt.environment.pass(pause);
      await prompt.environment.show(true);
      dispatch('a');
      await untilIdle();
      prompt.hide();
    }
    expect(prompt.opened).to.equal(2);
  });

  for (const [event, days] of [
    ['sent', 90],
    ['dismissed', 30],
    ['later', 7],
  ] as const) {
    it(`rests ${days} days after it was ${event} by default`, async () => {
      const prompt = setUp({ when: "event('a')" });
      dispatch('a');
      await untilIdle();
      prompt.scheduler.record(event);
      prompt.hide();
      const end = prompt.environment.time + days * DAY;
      expect(prompt.result('rest')).to.deep.include({ ok: false, until: end });
      prompt.environment.setClock(end);
      expect(prompt.result('rest').ok).to.equal(true);
    });
  }

  it('rests for seven days if it was ignored, or for "rest-later"', async () => {
    const ignored = setUp({ when: "event('a')" });
    dispatch('a');
    await untilIdle();
    expect(ignored.result('rest').until).to.equal(ignored.environment.time + 7 * DAY);
    Object.assign(ignored.element, { restLater: '2d' });
    ignored.scheduler.reset();
    expect(ignored.result('rest').until).to.equal(ignored.environment.time + 2 * DAY);
    Object.assign(ignored.element, { restShown: '1d' });
    ignored.scheduler.reset();
    expect(ignored.result('rest').until).to.equal(ignored.environment.time + DAY);
  });

  it('stays closed for a day after another prompt of the site', async () => {
    const memory = new PromptMemory(new TestEnvironment());
    const environment = memory.environment as TestEnvironment;
    const first = setUp({ name: 'first', when: "event('a')" }, environment, memory);
    const second = setUp({ name: 'second', when: "event('b')" }, environment, memory);
    dispatch('a');
    await untilIdle();
    first.hide();
    dispatch('b');
    await untilIdle();
    expect(second.opened).to.equal(0);
    expect(second.result('quiet')).to.deep.include({ ok: false, until: environment.time + DAY });
  });

  for (const [when, happen] of [
    ["event('b')", () => dispatch('b')],
    ["route('*')", () => {}],
    ['time(5s)', () => {}],
  ] as const) {
    it(`does not make up for a moment within the quiet time: ${when}`, async () => {
      const memory = new PromptMemory(new TestEnvironment());
      const environment = memory.environment as TestEnvironment;
      const first = setUp({ name: 'first', when: "event('a')" }, environment, memory);
      dispatch('a');
      await untilIdle();
      const second = setUp({ name: 'second', when, quiet: '10s', delay: '1s' }, environment, memory);
      happen();
      await nextTask();
      first.hide();
      await environment.pass(8 * SECOND);
      const { writes } = environment.storage as TestStorage;
      await environment.pass(MINUTE);
      await environment.show(false);
      await environment.show(true);
      await untilIdle();
      expect(second.opened).to.equal(0);
      expect(second.failedRules()).to.include('trigger');
      expect((environment.storage as TestStorage).writes - writes).to.equal(2);
    });
  }

  it('opens at the next moment after the quiet time, with the terms that are still true', async () => {
    const memory = new PromptMemory(new TestEnvironment());
    const environment = memory.environment as TestEnvironment;
    const first = setUp({ name: 'first', when: "event('a')" }, environment, memory);
    dispatch('a');
    await untilIdle();
    first.hide();
    const second = setUp(
      { name: 'second', when: "event('b') and time(5s)", quiet: '10s' },
      environment,
      memory,
    );
    dispatch('b');
    await environment.pass(20 * SECOND);
    await untilIdle();
    expect(second.opened).to.equal(0);
    dispatch('b');
    await untilIdle();
    expect(second.opened).to.equal(1);
  });

  it('treats entering a route again as another moment', async () => {
    const memory = new PromptMemory(new TestEnvironment());
    const environment = memory.environment as TestEnvironment;
    const first = setUp({ name: 'first', when: "event('a')" }, environment, memory);
    dispatch('a');
    await untilIdle();
    first.hide();
    const start = location.href;
    const go = async (path: string): Promise<void> => {
      history.replaceState(null, '', path);
      document.dispatchEvent(new Event('pointermove'));
      await untilIdle();
    };
    await go('/cart');
    const second = setUp({ name: 'second', when: "route('/cart')", quiet: '10s' }, environment, memory);
    await environment.pass(20 * SECOND);
    await go('/shop');
    expect(second.opened).to.equal(0);
    await go('/cart');
    history.replaceState(null, '', start);
    expect(second.opened).to.equal(1);
  });

  it('samples the same users each time', () => {
    const environment = new TestEnvironment();
    environment.draw = 0.3;
    expect(setUp({ sample: '25%' }, environment).result('sample').ok).to.equal(false);
    leavePage();
    environment.draw = 0.1;
    expect(setUp({ sample: '25%' }, environment).result('sample').ok).to.equal(false);
    leavePage();
    expect(setUp({ sample: '31%' }, environment).result('sample').ok).to.equal(true);
  });

  it('forgets only its own counters on forget()', async () => {
    const memory = new PromptMemory(new TestEnvironment());
    const environment = memory.environment as TestEnvironment;
    const one = setUp({ name: 'one', when: "event('a')", max: '1', quiet: '0' }, environment, memory);
    const other = setUp({ name: 'other', when: "event('b')", max: '1', quiet: '0' }, environment, memory);
    for (const [name, prompt] of [['a', one] as const, ['b', other] as const]) {
      dispatch(name);
      await untilIdle();
      prompt.hide();
    }
    one.scheduler.forget();
    expect(one.failedRules()).to.deep.equal(['trigger']);
    expect(other.failedRules()).to.include('max');
  });
});
