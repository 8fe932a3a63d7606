import { clickOn, mount, unmountAll, warningsDuring } from '@heed/testing/suites/page';
import { expect } from 'chai';
import {
  DAY,
  leavePage,
  MINUTE,
  untilIdle,
  dispatch,
  SECOND,
  nextTask,
  setUp,
  TestEnvironment,
} from './test/environment.ts';

const NO_PAUSES = { quiet: '0', restLater: '0', restShown: '0' };

describe('PromptScheduler', () => {
  afterEach(() => {
    leavePage();
    unmountAll();
  });

  it('opens once the trigger fires and every rule allows it', async () => {
    const prompt = setUp({ when: "event('order-placed')" });
    expect(prompt.failedRules()).to.deep.equal(['trigger']);
    dispatch('order-placed');
    await untilIdle();
    expect(prompt.opened).to.equal(1);
  });

  it('never opens automatically without "when"', async () => {
    const prompt = setUp({});
    await prompt.environment.pass(DAY);
    expect(prompt.opened).to.equal(0);
    expect(prompt.result('trigger').reason).to.contain('Without "when"');
  });

  it('explains every rule', () => {
    const rules = setUp({})
      .scheduler.explain()
      .map(({ rule }) => rule);
    expect(rules).to.deep.equal([
      'name',
      'memory',
      'consent',
      'sample',
      'max',
      'session',
      'rest',
      'quiet',
      'condition',
      'trigger',
      'delay',
      'turn',
    ]);
  });

  it('remembers events until all have happened', async () => {
    const prompt = setUp({ when: "event('a') and (event('b') or event('c'))" });
    dispatch('a');
    await untilIdle();
    expect(prompt.opened).to.equal(0);
    dispatch('c');
    await untilIdle();
    expect(prompt.opened).to.equal(1);
  });

  it('starts over after a showing', async () => {
    const prompt = setUp({ ...NO_PAUSES, when: "event('a') and event('b')" });
    dispatch('a');
    dispatch('b');
    await untilIdle();
    prompt.hide();
    dispatch('b');
    await untilIdle();
    expect(prompt.opened).to.equal(1);
    dispatch('a');
    await untilIdle();
    expect(prompt.opened).to.equal(2);
  });

  it('ignores events while the prompt is open', async () => {
    const prompt = setUp({ ...NO_PAUSES, when: "event('a')" });
    dispatch('a');
    await untilIdle();
    dispatch('a');
    prompt.hide();
    await untilIdle();
    expect(prompt.opened).to.equal(1);
    expect(prompt.failedRules()).to.deep.equal(['trigger']);
  });

  it('supports an event name with a space', async () => {
    const prompt = setUp({ when: "event('order placed')" });
    dispatch('order');
    dispatch('placed');
    await untilIdle();
    expect(prompt.opened).to.equal(0);
    dispatch('order placed');
    await untilIdle();
    expect(prompt.opened).to.equal(1);
  });

  it('ignores events after close()', async () => {
    const prompt = setUp({ when: "event('a')" });
    prompt.scheduler.close();
    dispatch('a');
    await untilIdle();
    expect(prompt.opened).to.equal(0);
  });

  it('reads the traits after the page has handled the event', async () => {
    const prompt = setUp({ when: "click('button')", showIf: "plan = 'free'", traits: { plan: 'free' } });
    const button = await mount('button');
    button.textContent = 'Upgrade';
    button.addEventListener('click', () => Object.assign(prompt.element, { traits: { plan: 'team' } }));
    await clickOn(button);
    await untilIdle();
    expect(prompt.opened).to.equal(0);
    expect(prompt.failedRules()).to.deep.equal(['condition']);
  });

  it('opens when the required traits are set', async () => {
    const prompt = setUp({ when: "event('a')", showIf: 'orders >= 3' });
    dispatch('a');
    await untilIdle();
    expect(prompt.opened).to.equal(0);
    Object.assign(prompt.element, { traits: { orders: 3 } });
    prompt.scheduler.check();
    await untilIdle();
    expect(prompt.opened).to.equal(1);
  });

  it('reads the traits again after another event', async () => {
    const traits = { orders: 2 };
    const prompt = setUp({ when: "event('a')", showIf: 'orders >= 3', traits });
    dispatch('a');
    await untilIdle();
    traits.orders = 3;
    dispatch('a');
    await untilIdle();
    expect(prompt.opened).to.equal(1);
  });

  it('reads the settings again on reset(), and forgets events', async () => {
    const prompt = setUp({ when: "event('a')" });
    dispatch('a');
    Object.assign(prompt.element, { when: "event('b')" });
    prompt.scheduler.reset();
    await untilIdle();
    expect(prompt.opened).to.equal(0);
    dispatch('b');
    await untilIdle();
    expect(prompt.opened).to.equal(1);
  });

  it('dispatches "heed-checked" on the prompt', async () => {
    const prompt = setUp({ when: "event('a')", max: '1' });
    let checks = 0;
    prompt.element.addEventListener('heed-checked', () => checks++);
    dispatch('a');
    await untilIdle();
    expect(checks).to.be.greaterThan(0);
  });

  it('checks the rules again when it acquires the lock', async () => {
    const prompt = setUp({ when: "event('a')", traits: { ordered: false }, showIf: 'ordered = false' });
    const acquire = prompt.scheduler.acquireLock.bind(prompt.scheduler);
    prompt.scheduler.acquireLock = () => {
      Object.assign(prompt.element, { traits: { ordered: true } });
      return acquire();
    };
    dispatch('a');
    await untilIdle();
    expect(prompt.opened).to.equal(0);
    expect(prompt.failedRules()).to.deep.equal(['condition']);
  });

  it('resets the trigger when the page cancels the showing', async () => {
    const prompt = setUp({ when: "event('a')" });
    prompt.scheduler.record = () => false;
    dispatch('a');
    await untilIdle();
    expect(prompt.failedRules()).to.deep.equal(['trigger']);
  });

  describe('with a delay', () => {
    it('opens after the delay, not before', async () => {
      const prompt = setUp({ when: "event('a')", delay: '20s' });
      dispatch('a');
      await untilIdle();
      expect(prompt.result('delay')).to.deep.include({
        ok: false,
        until: prompt.environment.time + 20 * SECOND,
      });
      await prompt.environment.pass(20 * SECOND - 1);
      expect(prompt.opened).to.equal(0);
      await prompt.environment.pass(1);
      await untilIdle();
      expect(prompt.opened).to.equal(1);
    });

    it('checks all rules again when the delay is over', async () => {
      const prompt = setUp({
        when: "event('a')",
        delay: '20s',
        showIf: 'ordered = false',
        traits: { ordered: false },
      });
      dispatch('a');
      await nextTask();
      Object.assign(prompt.element, { traits: { ordered: true } });
      await prompt.environment.pass(20 * SECOND);
      await untilIdle();
      expect(prompt.opened).to.equal(0);
    });

    it('opens on time after the clock was set back', async () => {
      const prompt = setUp({ when: "event('a')", delay: '20s' });
      dispatch('a');
      await nextTask();
      prompt.environment.setClock(prompt.environment.time - 365 * DAY);
      await prompt.environment.pass(20 * SECOND);
      await untilIdle();
      expect(prompt.opened).to.equal(1);
    });

    it('continues the delay after a navigation in the same visit', async () => {
      const environment = new TestEnvironment();
      setUp({ when: "event('a')", delay: '20s' }, environment);
      dispatch('a');
      await nextTask();
      await environment.pass(15 * SECOND);
      leavePage();
      await environment.pass(SECOND);
      const next = setUp({ when: "event('a')", delay: '20s' }, environment);
      await environment.pass(4 * SECOND - 1);
      expect(next.opened).to.equal(0);
      await environment.pass(1);
      await untilIdle();
      expect(next.opened).to.equal(1);
    });

    it('cancels the delay when the path no longer matches', async () => {
      const environment = new TestEnvironment();
      setUp({ when: "event('a') and not route('/checkout*')", delay: '20s' }, environment);
      dispatch('a');
      await nextTask();
      leavePage();
      const start = location.href;
      history.replaceState(null, '', '/checkout');
      const next = setUp({ when: "event('a') and not route('/checkout*')", delay: '20s' }, environment);
      history.replaceState(null, '', start);
      await environment.pass(DAY);
      expect(next.opened).to.equal(0);
      dispatch('a');
      await nextTask();
      await environment.pass(20 * SECOND - 1);
      expect(next.opened).to.equal(0);
    });

    it('does not continue the delay in another visit', async () => {
      const environment = new TestEnvironment();
      setUp({ when: "event('a')", delay: '20s' }, environment);
      dispatch('a');
      await nextTask();
      leavePage();
      await environment.pass(31 * MINUTE);
      const next = setUp({ when: "event('a')", delay: '20s' }, environment);
      await environment.pass(DAY);
      expect(next.opened).to.equal(0);
      expect(next.failedRules()).to.include('trigger');
    });
  });

  describe('in a background page', () => {
    it('waits until the page is in view', async () => {
      const prompt = setUp({ when: "event('a')" });
      await prompt.environment.show(false);
      dispatch('a');
      await untilIdle();
      expect(prompt.opened).to.equal(0);
      expect(prompt.result('condition').reason).to.contain('in the background');
      await prompt.environment.show(true);
      await untilIdle();
      expect(prompt.opened).to.equal(1);
    });
  });

  describe('record()', () => {
    it('counts an answer once it is stored', () => {
      const prompt = setUp({});
      prompt.scheduler.record('stored');
      expect(prompt.result('rest').until).to.equal(prompt.environment.time + 90 * DAY);
      prompt.scheduler.record('sent');
      expect(prompt.result('rest').until).to.equal(prompt.environment.time + 90 * DAY);
    });

    it('does not count a stored answer that is refused', () => {
      const prompt = setUp({});
      prompt.scheduler.record('stored');
      prompt.scheduler.record('refused');
      expect(prompt.result('rest').ok).to.equal(true);
    });

    it('restores the previous answer when a later one is refused', async () => {
      const prompt = setUp({});
      prompt.scheduler.record('sent');
      const end = prompt.environment.time + 90 * DAY;
      await prompt.environment.pass(DAY);
      prompt.scheduler.record('stored');
      prompt.scheduler.record('refused');
      expect(prompt.result('rest').until).to.equal(end);
      prompt.scheduler.record('refused');
      expect(prompt.result('rest').until).to.equal(end);
    });

    it('does not count an answer that is refused immediately', () => {
      const prompt = setUp({});
      prompt.scheduler.record('refused');
      expect(prompt.result('rest').ok).to.equal(true);
    });
  });

  describe('with invalid settings', () => {
    for (const [settings, rule, message] of [
      [{ when: 'tiem(30s)' }, 'trigger', 'when: column 1 of "tiem(30s)": expected one of event'],
      [{ when: "click('#[')" }, 'trigger', 'when: '],
      [
        { when: "event('a')", delay: '20' },
        'delay',
        'delay: expected a duration such as 12h or 7d, got "20"',
      ],
      [{ when: "event('a')", max: 'once' }, 'max', 'max: expected a whole number of at least 1, got "once"'],
      [{ when: "event('a')", maxPerSession: 0 }, 'session', 'max-per-session: expected a whole number'],
      [{ when: "event('a')", restAnswered: '90 days' }, 'rest', 'rest-answered: expected a duration'],
      [{ when: "event('a')", quiet: '' }, 'quiet', 'quiet: expected a duration'],
      [{ when: "event('a')", sample: '0.25' }, 'sample', 'sample: expected a share such as 25%, got "0.25"'],
      [{ when: "event('a')", showIf: 'plan =' }, 'condition', 'show-if: column 7'],
      [{ when: "event('a')", name: '' }, 'name', 'name: required'],
    ] as const) {
      it(`stays closed and warns once: ${JSON.stringify(settings)}`, async () => {
        let prompt;
        const warnings = await warningsDuring(async () => {
          prompt = setUp(settings);
          prompt.scheduler.reset();
          dispatch('a');
          await untilIdle();
        });
        if (!prompt) throw new Error('no prompt');
        const { opened, result } = prompt as ReturnType<typeof setUp>;
        expect(opened).to.equal(0);
        expect(result(rule).ok).to.equal(false);
        expect(result(rule).reason).to.contain(message);
        expect(warnings).to.have.lengthOf(1);
        expect(warnings[0])
          .to.contain(message)
          .and.to.match(/\((HEED_WHEN|HEED_EXPRESSION)\)$/);
      });
    }

    it('does not warn of a missing name without "when"', async () => {
      expect(await warningsDuring(async () => void setUp({ name: '' }))).to.deep.equal([]);
    });
  });
});
