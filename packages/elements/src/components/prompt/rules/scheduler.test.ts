import { clickOn, mount, unmountAll, warningsDuring } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { createMemory } from './memory.ts';
import {
  DAY,
  leave,
  MINUTE,
  rested,
  t,
  SECOND,
  settled,
  setUp,
  type TestStorage,
  TestEnvironment,
} from './test/environment.ts';

const FREE = { quiet: '0', restLater: '0', restShown: '0' };

describe('the gate of a prompt', () => {
  afterEach(() => {
    leave();
    unmountAll();
  });

  it('opens once the trigger fires and every rule agrees', async () => {
    const prompt = setUp({ when: "event('order-placed')" });
    expect(prompt.closedBy()).to.deep.equal(['trigger']);
    t('order-placed');
    await rested();
    expect(prompt.opened).to.equal(1);
  });

  it('never opens by itself without "when"', async () => {
    const prompt = setUp({});
    await prompt.environment.pass(DAY);
    expect(prompt.opened).to.equal(0);
    expect(prompt.verdict('trigger').reason).to.contain('Without "when"');
  });

  it('gives a verdict of every rule', () => {
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

  it('keeps what has happened until all of it has', async () => {
    const prompt = setUp({ when: "event('a') and (event('b') or event('c'))" });
    t('a');
    await rested();
    expect(prompt.opened).to.equal(0);
    t('c');
    await rested();
    expect(prompt.opened).to.equal(1);
  });

  it('begins anew once it was shown', async () => {
    const prompt = setUp({ ...FREE, when: "event('a') and event('b')" });
    t('a');
    t('b');
    await rested();
    prompt.hide();
    t('b');
    await rested();
    expect(prompt.opened).to.equal(1);
    t('a');
    await rested();
    expect(prompt.opened).to.equal(2);
  });

  it('counts nothing that happens while it is open', async () => {
    const prompt = setUp({ ...FREE, when: "event('a')" });
    t('a');
    await rested();
    t('a');
    prompt.hide();
    await rested();
    expect(prompt.opened).to.equal(1);
    expect(prompt.closedBy()).to.deep.equal(['trigger']);
  });

  it('hears an event whose name has a space in it', async () => {
    const prompt = setUp({ when: "event('order placed')" });
    t('order');
    t('placed');
    await rested();
    expect(prompt.opened).to.equal(0);
    t('order placed');
    await rested();
    expect(prompt.opened).to.equal(1);
  });

  it('hears nothing more once it is closed', async () => {
    const prompt = setUp({ when: "event('a')" });
    prompt.scheduler.close();
    t('a');
    await rested();
    expect(prompt.opened).to.equal(0);
  });

  it('lets the page act on the event first, and then asks for its traits', async () => {
    const prompt = setUp({ when: "click('button')", showIf: "plan = 'free'", traits: { plan: 'free' } });
    const button = await mount('button');
    button.textContent = 'Upgrade';
    button.addEventListener('click', () => Object.assign(prompt.element, { traits: { plan: 'team' } }));
    await clickOn(button);
    await rested();
    expect(prompt.opened).to.equal(0);
    expect(prompt.closedBy()).to.deep.equal(['condition']);
  });

  it('opens when the traits that it waits for arrive', async () => {
    const prompt = setUp({ when: "event('a')", showIf: 'orders >= 3' });
    t('a');
    await rested();
    expect(prompt.opened).to.equal(0);
    Object.assign(prompt.element, { traits: { orders: 3 } });
    prompt.scheduler.check();
    await rested();
    expect(prompt.opened).to.equal(1);
  });

  it('looks at the traits again when the same happens again', async () => {
    const traits = { orders: 2 };
    const prompt = setUp({ when: "event('a')", showIf: 'orders >= 3', traits });
    t('a');
    await rested();
    traits.orders = 3;
    t('a');
    await rested();
    expect(prompt.opened).to.equal(1);
  });

  it('reads its settings again on a reset, and forgets what has happened', async () => {
    const prompt = setUp({ when: "event('a')" });
    t('a');
    Object.assign(prompt.element, { when: "event('b')" });
    prompt.scheduler.reset();
    await rested();
    expect(prompt.opened).to.equal(0);
    t('b');
    await rested();
    expect(prompt.opened).to.equal(1);
  });

  it('says on the prompt that it judged again', async () => {
    const prompt = setUp({ when: "event('a')", max: '1' });
    let judged = 0;
    prompt.element.addEventListener('heed-judged', () => judged++);
    t('a');
    await rested();
    expect(judged).to.be.greaterThan(0);
  });

  it('judges again when the turn is taken, since the prompt may have waited for the page', async () => {
    const prompt = setUp({ when: "event('a')", traits: { ordered: false }, showIf: 'ordered = false' });
    const { take } = prompt.scheduler;
    prompt.scheduler.take = () => {
      Object.assign(prompt.element, { traits: { ordered: true } });
      return take();
    };
    t('a');
    await rested();
    expect(prompt.opened).to.equal(0);
    expect(prompt.closedBy()).to.deep.equal(['condition']);
  });

  it('uses the trigger up when the page cancels the showing', async () => {
    const prompt = setUp({ when: "event('a')" });
    prompt.scheduler.tell = () => false;
    t('a');
    await rested();
    expect(prompt.closedBy()).to.deep.equal(['trigger']);
  });

  describe('with a delay', () => {
    it('opens after it, and not before', async () => {
      const prompt = setUp({ when: "event('a')", delay: '20s' });
      t('a');
      await rested();
      expect(prompt.verdict('delay')).to.deep.include({
        ok: false,
        until: prompt.environment.time + 20 * SECOND,
      });
      await prompt.environment.pass(20 * SECOND - 1);
      expect(prompt.opened).to.equal(0);
      await prompt.environment.pass(1);
      await rested();
      expect(prompt.opened).to.equal(1);
    });

    it('judges everything again when it is over', async () => {
      const prompt = setUp({
        when: "event('a')",
        delay: '20s',
        showIf: 'ordered = false',
        traits: { ordered: false },
      });
      t('a');
      await settled();
      Object.assign(prompt.element, { traits: { ordered: true } });
      await prompt.environment.pass(20 * SECOND);
      await rested();
      expect(prompt.opened).to.equal(0);
    });

    it('is not stopped by a clock that is set back', async () => {
      const prompt = setUp({ when: "event('a')", delay: '20s' });
      t('a');
      await settled();
      prompt.environment.setClock(prompt.environment.time - 365 * DAY);
      await prompt.environment.pass(20 * SECOND);
      await rested();
      expect(prompt.opened).to.equal(1);
    });

    it('goes on over a navigation of the same visit', async () => {
      const environment = new TestEnvironment();
      setUp({ when: "event('a')", delay: '20s' }, environment);
      t('a');
      await settled();
      await environment.pass(15 * SECOND);
      leave();
      await environment.pass(SECOND);
      const next = setUp({ when: "event('a')", delay: '20s' }, environment);
      await environment.pass(4 * SECOND - 1);
      expect(next.opened).to.equal(0);
      await environment.pass(1);
      await rested();
      expect(next.opened).to.equal(1);
    });

    it('does not go on where the path does not fit any more', async () => {
      const environment = new TestEnvironment();
      setUp({ when: "event('a') and not route('/checkout*')", delay: '20s' }, environment);
      t('a');
      await settled();
      leave();
      const start = location.href;
      history.replaceState(null, '', '/checkout');
      const next = setUp({ when: "event('a') and not route('/checkout*')", delay: '20s' }, environment);
      history.replaceState(null, '', start);
      await environment.pass(DAY);
      expect(next.opened).to.equal(0);
      t('a');
      await settled();
      await environment.pass(20 * SECOND - 1);
      expect(next.opened).to.equal(0);
    });

    it('does not go on in another visit', async () => {
      const environment = new TestEnvironment();
      setUp({ when: "event('a')", delay: '20s' }, environment);
      t('a');
      await settled();
      leave();
      await environment.pass(31 * MINUTE);
      const next = setUp({ when: "event('a')", delay: '20s' }, environment);
      await environment.pass(DAY);
      expect(next.opened).to.equal(0);
      expect(next.closedBy()).to.include('trigger');
    });
  });

  describe('in a page that is not in view', () => {
    it('waits until it is', async () => {
      const prompt = setUp({ when: "event('a')" });
      await prompt.environment.show(false);
      t('a');
      await rested();
      expect(prompt.opened).to.equal(0);
      expect(prompt.verdict('condition').reason).to.contain('not in view');
      await prompt.environment.show(true);
      await rested();
      expect(prompt.opened).to.equal(1);
    });
  });

  describe('asked how often', () => {
    it('shows at most so many', async () => {
      const prompt = setUp({ ...FREE, when: "event('a')", max: 2 });
      for (let time = 0; time < 4; time++) {
        t('a');
        await rested();
        prompt.hide();
      }
      expect(prompt.opened).to.equal(2);
      expect(prompt.closedBy()).to.deep.equal(['max', 'trigger']);
    });

    it('shows at most so many in a session, and again in the next', async () => {
      const prompt = setUp({ ...FREE, when: "event('a')", maxPerSession: '1' });
      for (const pause of [0, MINUTE, 31 * MINUTE]) {
        await prompt.environment.show(false);
        await prompt.environment.pass(pause);
        await prompt.environment.show(true);
        t('a');
        await rested();
        prompt.hide();
      }
      expect(prompt.opened).to.equal(2);
    });

    for (const [happening, days] of [
      ['sent', 90],
      ['dismissed', 30],
      ['later', 7],
    ] as const) {
      it(`rests ${days} days after it was ${happening}, unless the page says otherwise`, async () => {
        const prompt = setUp({ when: "event('a')" });
        t('a');
        await rested();
        prompt.scheduler.tell(happening);
        prompt.hide();
        const end = prompt.environment.time + days * DAY;
        expect(prompt.verdict('rest')).to.deep.include({ ok: false, until: end });
        prompt.environment.setClock(end);
        expect(prompt.verdict('rest').ok).to.equal(true);
      });
    }

    it('rests for seven days when it was ignored, or as long as after "later"', async () => {
      const ignored = setUp({ when: "event('a')" });
      t('a');
      await rested();
      expect(ignored.verdict('rest').until).to.equal(ignored.environment.time + 7 * DAY);
      Object.assign(ignored.element, { restLater: '2d' });
      ignored.scheduler.reset();
      expect(ignored.verdict('rest').until).to.equal(ignored.environment.time + 2 * DAY);
      Object.assign(ignored.element, { restShown: '1d' });
      ignored.scheduler.reset();
      expect(ignored.verdict('rest').until).to.equal(ignored.environment.time + DAY);
    });

    it('is quiet for a day after another prompt of the site', async () => {
      const memory = createMemory(new TestEnvironment());
      const environment = memory.environment as TestEnvironment;
      const first = setUp({ name: 'first', when: "event('a')" }, environment, memory);
      const second = setUp({ name: 'second', when: "event('b')" }, environment, memory);
      t('a');
      await rested();
      first.hide();
      t('b');
      await rested();
      expect(second.opened).to.equal(0);
      expect(second.verdict('quiet')).to.deep.include({ ok: false, until: environment.time + DAY });
    });

    for (const [when, happen] of [
      ["event('b')", () => t('b')],
      ["route('*')", () => {}],
      ['time(5s)', () => {}],
    ] as const) {
      it(`does not make up later for a moment within a quiet time: ${when}`, async () => {
        const memory = createMemory(new TestEnvironment());
        const environment = memory.environment as TestEnvironment;
        const first = setUp({ name: 'first', when: "event('a')" }, environment, memory);
        t('a');
        await rested();
        const second = setUp({ name: 'second', when, quiet: '10s', delay: '1s' }, environment, memory);
        happen();
        await settled();
        first.hide();
        await environment.pass(8 * SECOND);
        const { writes } = environment.storage as TestStorage;
        await environment.pass(MINUTE);
        await environment.show(false);
        await environment.show(true);
        await rested();
        expect(second.opened).to.equal(0);
        expect(second.closedBy()).to.include('trigger');
        expect((environment.storage as TestStorage).writes - writes).to.equal(2);
      });
    }

    it('takes the next moment after a quiet time, together with what still holds', async () => {
      const memory = createMemory(new TestEnvironment());
      const environment = memory.environment as TestEnvironment;
      const first = setUp({ name: 'first', when: "event('a')" }, environment, memory);
      t('a');
      await rested();
      first.hide();
      const second = setUp(
        { name: 'second', when: "event('b') and time(5s)", quiet: '10s' },
        environment,
        memory,
      );
      t('b');
      await environment.pass(20 * SECOND);
      await rested();
      expect(second.opened).to.equal(0);
      t('b');
      await rested();
      expect(second.opened).to.equal(1);
    });

    it('takes a route that is left and entered again for another moment', async () => {
      const memory = createMemory(new TestEnvironment());
      const environment = memory.environment as TestEnvironment;
      const first = setUp({ name: 'first', when: "event('a')" }, environment, memory);
      t('a');
      await rested();
      first.hide();
      const start = location.href;
      const go = async (path: string): Promise<void> => {
        history.replaceState(null, '', path);
        document.dispatchEvent(new Event('pointermove'));
        await rested();
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

    it('asks the same visitors each time', () => {
      const environment = new TestEnvironment();
      environment.draw = 0.3;
      expect(setUp({ sample: '25%' }, environment).verdict('sample').ok).to.equal(false);
      leave();
      environment.draw = 0.1;
      expect(setUp({ sample: '25%' }, environment).verdict('sample').ok).to.equal(false);
      leave();
      expect(setUp({ sample: '31%' }, environment).verdict('sample').ok).to.equal(true);
    });

    it('forgets its own counters when told to, and those of no other prompt', async () => {
      const memory = createMemory(new TestEnvironment());
      const environment = memory.environment as TestEnvironment;
      const one = setUp({ name: 'one', when: "event('a')", max: '1', quiet: '0' }, environment, memory);
      const other = setUp({ name: 'other', when: "event('b')", max: '1', quiet: '0' }, environment, memory);
      for (const [name, prompt] of [['a', one] as const, ['b', other] as const]) {
        t(name);
        await rested();
        prompt.hide();
      }
      one.scheduler.forget();
      expect(one.closedBy()).to.deep.equal(['trigger']);
      expect(other.closedBy()).to.include('max');
    });
  });

  describe('of an answer', () => {
    it('counts one that is stored at once', () => {
      const prompt = setUp({});
      prompt.scheduler.tell('stored');
      expect(prompt.verdict('rest').until).to.equal(prompt.environment.time + 90 * DAY);
      prompt.scheduler.tell('sent');
      expect(prompt.verdict('rest').until).to.equal(prompt.environment.time + 90 * DAY);
    });

    it('takes one back that is refused in the end', () => {
      const prompt = setUp({});
      prompt.scheduler.tell('stored');
      prompt.scheduler.tell('refused');
      expect(prompt.verdict('rest').ok).to.equal(true);
    });

    it('goes back to the one before when a later one is refused', async () => {
      const prompt = setUp({});
      prompt.scheduler.tell('sent');
      const end = prompt.environment.time + 90 * DAY;
      await prompt.environment.pass(DAY);
      prompt.scheduler.tell('stored');
      prompt.scheduler.tell('refused');
      expect(prompt.verdict('rest').until).to.equal(end);
      prompt.scheduler.tell('refused');
      expect(prompt.verdict('rest').until).to.equal(end);
    });

    it('counts none that was refused at once', () => {
      const prompt = setUp({});
      prompt.scheduler.tell('refused');
      expect(prompt.verdict('rest').ok).to.equal(true);
    });
  });

  describe('with settings that cannot be read', () => {
    for (const [settings, rule, strings] of [
      [{ when: 'tiem(30s)' }, 'trigger', 'when: column 1 of "tiem(30s)": expected one of event'],
      [{ when: "click('#[')" }, 'trigger', 'when: '],
      [{ when: "event('a')", delay: '20' }, 'delay', 'delay: expected a time such as 12h or 7d, got "20"'],
      [{ when: "event('a')", max: 'once' }, 'max', 'max: expected a whole number from 1, got "once"'],
      [{ when: "event('a')", maxPerSession: 0 }, 'session', 'max-per-session: expected a whole number'],
      [{ when: "event('a')", restAnswered: '90 days' }, 'rest', 'rest-answered: expected a time'],
      [{ when: "event('a')", quiet: '' }, 'quiet', 'quiet: expected a time'],
      [{ when: "event('a')", sample: '0.25' }, 'sample', 'sample: expected a share such as 25%, got "0.25"'],
      [{ when: "event('a')", showIf: 'plan =' }, 'condition', 'show-if: column 7'],
      [{ when: "event('a')", name: '' }, 'name', 'name: is needed'],
    ] as const) {
      it(`stays closed and warns once: ${JSON.stringify(settings)}`, async () => {
        let prompt;
        const warnings = await warningsDuring(async () => {
          prompt = setUp(settings);
          prompt.scheduler.reset();
          t('a');
          await rested();
        });
        if (!prompt) throw new Error('no prompt');
        const { opened, verdict } = prompt as ReturnType<typeof setUp>;
        expect(opened).to.equal(0);
        expect(verdict(rule).ok).to.equal(false);
        expect(verdict(rule).reason).to.contain(strings);
        expect(warnings).to.have.lengthOf(1);
        expect(warnings[0])
          .to.contain(strings)
          .and.to.match(/\((HEED_WHEN|HEED_EXPRESSION)\)$/);
      });
    }

    it('warns of no name only where it would open by itself', async () => {
      expect(await warningsDuring(async () => void setUp({ name: '' }))).to.deep.equal([]);
    });
  });
});
