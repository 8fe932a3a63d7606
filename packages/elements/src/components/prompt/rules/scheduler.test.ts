import { clickOn, mount, unmountAll, warningsDuring } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { createMemory } from './memory.ts';
import {
  DAY,
  leave,
  MINUTE,
  rested,
  say,
  SECOND,
  settled,
  setUp,
  type TestStorage,
  TestWorld,
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
    say('order-placed');
    await rested();
    expect(prompt.opened).to.equal(1);
  });

  it('never opens by itself without "when"', async () => {
    const prompt = setUp({});
    await prompt.world.pass(DAY);
    expect(prompt.opened).to.equal(0);
    expect(prompt.verdict('trigger').reason).to.contain('Without "when"');
  });

  it('gives a verdict of every rule', () => {
    const rules = setUp({})
      .gate.explain()
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
    say('a');
    await rested();
    expect(prompt.opened).to.equal(0);
    say('c');
    await rested();
    expect(prompt.opened).to.equal(1);
  });

  it('begins anew once it was shown', async () => {
    const prompt = setUp({ ...FREE, when: "event('a') and event('b')" });
    say('a');
    say('b');
    await rested();
    prompt.hide();
    say('b');
    await rested();
    expect(prompt.opened).to.equal(1);
    say('a');
    await rested();
    expect(prompt.opened).to.equal(2);
  });

  it('counts nothing that happens while it is open', async () => {
    const prompt = setUp({ ...FREE, when: "event('a')" });
    say('a');
    await rested();
    say('a');
    prompt.hide();
    await rested();
    expect(prompt.opened).to.equal(1);
    expect(prompt.closedBy()).to.deep.equal(['trigger']);
  });

  it('hears an event whose name has a space in it', async () => {
    const prompt = setUp({ when: "event('order placed')" });
    say('order');
    say('placed');
    await rested();
    expect(prompt.opened).to.equal(0);
    say('order placed');
    await rested();
    expect(prompt.opened).to.equal(1);
  });

  it('hears nothing more once it is closed', async () => {
    const prompt = setUp({ when: "event('a')" });
    prompt.gate.close();
    say('a');
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
    say('a');
    await rested();
    expect(prompt.opened).to.equal(0);
    Object.assign(prompt.element, { traits: { orders: 3 } });
    prompt.gate.check();
    await rested();
    expect(prompt.opened).to.equal(1);
  });

  it('looks at the traits again when the same happens again', async () => {
    const traits = { orders: 2 };
    const prompt = setUp({ when: "event('a')", showIf: 'orders >= 3', traits });
    say('a');
    await rested();
    traits.orders = 3;
    say('a');
    await rested();
    expect(prompt.opened).to.equal(1);
  });

  it('reads its settings again on a reset, and forgets what has happened', async () => {
    const prompt = setUp({ when: "event('a')" });
    say('a');
    Object.assign(prompt.element, { when: "event('b')" });
    prompt.gate.reset();
    await rested();
    expect(prompt.opened).to.equal(0);
    say('b');
    await rested();
    expect(prompt.opened).to.equal(1);
  });

  it('says on the prompt that it judged again', async () => {
    const prompt = setUp({ when: "event('a')", max: '1' });
    let judged = 0;
    prompt.element.addEventListener('heed-judged', () => judged++);
    say('a');
    await rested();
    expect(judged).to.be.greaterThan(0);
  });

  it('judges again when the turn is taken, since the prompt may have waited for the page', async () => {
    const prompt = setUp({ when: "event('a')", traits: { ordered: false }, showIf: 'ordered = false' });
    const { take } = prompt.gate;
    prompt.gate.take = () => {
      Object.assign(prompt.element, { traits: { ordered: true } });
      return take();
    };
    say('a');
    await rested();
    expect(prompt.opened).to.equal(0);
    expect(prompt.closedBy()).to.deep.equal(['condition']);
  });

  it('uses the trigger up when the page cancels the showing', async () => {
    const prompt = setUp({ when: "event('a')" });
    prompt.gate.tell = () => false;
    say('a');
    await rested();
    expect(prompt.closedBy()).to.deep.equal(['trigger']);
  });

  describe('with a delay', () => {
    it('opens after it, and not before', async () => {
      const prompt = setUp({ when: "event('a')", delay: '20s' });
      say('a');
      await rested();
      expect(prompt.verdict('delay')).to.deep.include({ ok: false, until: prompt.world.time + 20 * SECOND });
      await prompt.world.pass(20 * SECOND - 1);
      expect(prompt.opened).to.equal(0);
      await prompt.world.pass(1);
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
      say('a');
      await settled();
      Object.assign(prompt.element, { traits: { ordered: true } });
      await prompt.world.pass(20 * SECOND);
      await rested();
      expect(prompt.opened).to.equal(0);
    });

    it('is not stopped by a clock that is set back', async () => {
      const prompt = setUp({ when: "event('a')", delay: '20s' });
      say('a');
      await settled();
      prompt.world.setClock(prompt.world.time - 365 * DAY);
      await prompt.world.pass(20 * SECOND);
      await rested();
      expect(prompt.opened).to.equal(1);
    });

    it('goes on over a navigation of the same visit', async () => {
      const world = new TestWorld();
      setUp({ when: "event('a')", delay: '20s' }, world);
      say('a');
      await settled();
      await world.pass(15 * SECOND);
      leave();
      await world.pass(SECOND);
      const next = setUp({ when: "event('a')", delay: '20s' }, world);
      await world.pass(4 * SECOND - 1);
      expect(next.opened).to.equal(0);
      await world.pass(1);
      await rested();
      expect(next.opened).to.equal(1);
    });

    it('does not go on where the path does not fit any more', async () => {
      const world = new TestWorld();
      setUp({ when: "event('a') and not route('/checkout*')", delay: '20s' }, world);
      say('a');
      await settled();
      leave();
      const start = location.href;
      history.replaceState(null, '', '/checkout');
      const next = setUp({ when: "event('a') and not route('/checkout*')", delay: '20s' }, world);
      history.replaceState(null, '', start);
      await world.pass(DAY);
      expect(next.opened).to.equal(0);
      say('a');
      await settled();
      await world.pass(20 * SECOND - 1);
      expect(next.opened).to.equal(0);
    });

    it('does not go on in another visit', async () => {
      const world = new TestWorld();
      setUp({ when: "event('a')", delay: '20s' }, world);
      say('a');
      await settled();
      leave();
      await world.pass(31 * MINUTE);
      const next = setUp({ when: "event('a')", delay: '20s' }, world);
      await world.pass(DAY);
      expect(next.opened).to.equal(0);
      expect(next.closedBy()).to.include('trigger');
    });
  });

  describe('in a page that is not in view', () => {
    it('waits until it is', async () => {
      const prompt = setUp({ when: "event('a')" });
      await prompt.world.show(false);
      say('a');
      await rested();
      expect(prompt.opened).to.equal(0);
      expect(prompt.verdict('condition').reason).to.contain('not in view');
      await prompt.world.show(true);
      await rested();
      expect(prompt.opened).to.equal(1);
    });
  });

  describe('asked how often', () => {
    it('shows at most so many', async () => {
      const prompt = setUp({ ...FREE, when: "event('a')", max: 2 });
      for (let time = 0; time < 4; time++) {
        say('a');
        await rested();
        prompt.hide();
      }
      expect(prompt.opened).to.equal(2);
      expect(prompt.closedBy()).to.deep.equal(['max', 'trigger']);
    });

    it('shows at most so many in a session, and again in the next', async () => {
      const prompt = setUp({ ...FREE, when: "event('a')", maxPerSession: '1' });
      for (const pause of [0, MINUTE, 31 * MINUTE]) {
        await prompt.world.show(false);
        await prompt.world.pass(pause);
        await prompt.world.show(true);
        say('a');
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
        say('a');
        await rested();
        prompt.gate.tell(happening);
        prompt.hide();
        const end = prompt.world.time + days * DAY;
        expect(prompt.verdict('rest')).to.deep.include({ ok: false, until: end });
        prompt.world.setClock(end);
        expect(prompt.verdict('rest').ok).to.equal(true);
      });
    }

    it('rests for seven days when it was ignored, or as long as after "later"', async () => {
      const ignored = setUp({ when: "event('a')" });
      say('a');
      await rested();
      expect(ignored.verdict('rest').until).to.equal(ignored.world.time + 7 * DAY);
      Object.assign(ignored.element, { restLater: '2d' });
      ignored.gate.reset();
      expect(ignored.verdict('rest').until).to.equal(ignored.world.time + 2 * DAY);
      Object.assign(ignored.element, { restShown: '1d' });
      ignored.gate.reset();
      expect(ignored.verdict('rest').until).to.equal(ignored.world.time + DAY);
    });

    it('is quiet for a day after another prompt of the site', async () => {
      const memory = createMemory(new TestWorld());
      const world = memory.world as TestWorld;
      const first = setUp({ name: 'first', when: "event('a')" }, world, memory);
      const second = setUp({ name: 'second', when: "event('b')" }, world, memory);
      say('a');
      await rested();
      first.hide();
      say('b');
      await rested();
      expect(second.opened).to.equal(0);
      expect(second.verdict('quiet')).to.deep.include({ ok: false, until: world.time + DAY });
    });

    for (const [when, happen] of [
      ["event('b')", () => say('b')],
      ["route('*')", () => {}],
      ['time(5s)', () => {}],
    ] as const) {
      it(`does not make up later for a moment within a quiet time: ${when}`, async () => {
        const memory = createMemory(new TestWorld());
        const world = memory.world as TestWorld;
        const first = setUp({ name: 'first', when: "event('a')" }, world, memory);
        say('a');
        await rested();
        const second = setUp({ name: 'second', when, quiet: '10s', delay: '1s' }, world, memory);
        happen();
        await settled();
        first.hide();
        await world.pass(8 * SECOND);
        const { writes } = world.storage as TestStorage;
        await world.pass(MINUTE);
        await world.show(false);
        await world.show(true);
        await rested();
        expect(second.opened).to.equal(0);
        expect(second.closedBy()).to.include('trigger');
        expect((world.storage as TestStorage).writes - writes).to.equal(2);
      });
    }

    it('takes the next moment after a quiet time, together with what still holds', async () => {
      const memory = createMemory(new TestWorld());
      const world = memory.world as TestWorld;
      const first = setUp({ name: 'first', when: "event('a')" }, world, memory);
      say('a');
      await rested();
      first.hide();
      const second = setUp({ name: 'second', when: "event('b') and time(5s)", quiet: '10s' }, world, memory);
      say('b');
      await world.pass(20 * SECOND);
      await rested();
      expect(second.opened).to.equal(0);
      say('b');
      await rested();
      expect(second.opened).to.equal(1);
    });

    it('takes a route that is left and entered again for another moment', async () => {
      const memory = createMemory(new TestWorld());
      const world = memory.world as TestWorld;
      const first = setUp({ name: 'first', when: "event('a')" }, world, memory);
      say('a');
      await rested();
      first.hide();
      const start = location.href;
      const go = async (path: string): Promise<void> => {
        history.replaceState(null, '', path);
        document.dispatchEvent(new Event('pointermove'));
        await rested();
      };
      await go('/cart');
      const second = setUp({ name: 'second', when: "route('/cart')", quiet: '10s' }, world, memory);
      await world.pass(20 * SECOND);
      await go('/shop');
      expect(second.opened).to.equal(0);
      await go('/cart');
      history.replaceState(null, '', start);
      expect(second.opened).to.equal(1);
    });

    it('asks the same visitors each time', () => {
      const world = new TestWorld();
      world.draw = 0.3;
      expect(setUp({ sample: '25%' }, world).verdict('sample').ok).to.equal(false);
      leave();
      world.draw = 0.1;
      expect(setUp({ sample: '25%' }, world).verdict('sample').ok).to.equal(false);
      leave();
      expect(setUp({ sample: '31%' }, world).verdict('sample').ok).to.equal(true);
    });

    it('forgets its own counters when told to, and those of no other prompt', async () => {
      const memory = createMemory(new TestWorld());
      const world = memory.world as TestWorld;
      const one = setUp({ name: 'one', when: "event('a')", max: '1', quiet: '0' }, world, memory);
      const other = setUp({ name: 'other', when: "event('b')", max: '1', quiet: '0' }, world, memory);
      for (const [name, prompt] of [['a', one] as const, ['b', other] as const]) {
        say(name);
        await rested();
        prompt.hide();
      }
      one.gate.forget();
      expect(one.closedBy()).to.deep.equal(['trigger']);
      expect(other.closedBy()).to.include('max');
    });
  });

  describe('of an answer', () => {
    it('counts one that is stored at once', () => {
      const prompt = setUp({});
      prompt.gate.tell('stored');
      expect(prompt.verdict('rest').until).to.equal(prompt.world.time + 90 * DAY);
      prompt.gate.tell('sent');
      expect(prompt.verdict('rest').until).to.equal(prompt.world.time + 90 * DAY);
    });

    it('takes one back that is refused in the end', () => {
      const prompt = setUp({});
      prompt.gate.tell('stored');
      prompt.gate.tell('refused');
      expect(prompt.verdict('rest').ok).to.equal(true);
    });

    it('goes back to the one before when a later one is refused', async () => {
      const prompt = setUp({});
      prompt.gate.tell('sent');
      const end = prompt.world.time + 90 * DAY;
      await prompt.world.pass(DAY);
      prompt.gate.tell('stored');
      prompt.gate.tell('refused');
      expect(prompt.verdict('rest').until).to.equal(end);
      prompt.gate.tell('refused');
      expect(prompt.verdict('rest').until).to.equal(end);
    });

    it('counts none that was refused at once', () => {
      const prompt = setUp({});
      prompt.gate.tell('refused');
      expect(prompt.verdict('rest').ok).to.equal(true);
    });
  });

  describe('with settings that cannot be read', () => {
    for (const [settings, rule, words] of [
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
          prompt.gate.reset();
          say('a');
          await rested();
        });
        if (!prompt) throw new Error('no prompt');
        const { opened, verdict } = prompt as ReturnType<typeof setUp>;
        expect(opened).to.equal(0);
        expect(verdict(rule).ok).to.equal(false);
        expect(verdict(rule).reason).to.contain(words);
        expect(warnings).to.have.lengthOf(1);
        expect(warnings[0])
          .to.contain(words)
          .and.to.match(/\((HEED_WHEN|HEED_EXPRESSION)\)$/);
      });
    }

    it('warns of no name only where it would open by itself', async () => {
      expect(await warningsDuring(async () => void setUp({ name: '' }))).to.deep.equal([]);
    });
  });
});
