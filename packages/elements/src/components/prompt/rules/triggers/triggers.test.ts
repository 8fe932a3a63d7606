import { sendKeys, sendMouse } from '@heed/tooling/commands';
import { clickOn, mount, unmountAll, until } from '@heed/testing/suites/page';
import { parseWhen } from '@heed/core/prompts';
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
} from '../test/environment.ts';
import { watchTerm } from './watch-term.ts';

const stops: (() => void)[] = [];

/** Watches one term and counts how often it fires. */
function watch(source: string, environment = new TestEnvironment(), prompt: Element = document.body) {
  const [term] = parseWhen(source).terms;
  if (!term) throw new Error('no term');
  const fired = { times: 0, stop: () => {} };
  fired.stop = watchTerm(term, prompt, environment, () => fired.times++);
  stops.push(fired.stop);
  return fired;
}

async function frames(count = 3): Promise<void> {
  for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
}

/** Makes the page or an element scrollable. */
async function mountTall(parent?: Element, height = 4000): Promise<HTMLElement> {
  const tall = await mount<HTMLElement>('div', {}, parent);
  tall.style.blockSize = `${height}px`;
  return tall;
}

async function scrollTo(y: number, scroller: Element = document.documentElement): Promise<void> {
  const done = new Promise((resolve) =>
    document.addEventListener('scroll', resolve, { capture: true, once: true }),
  );
  scroller.scrollTop = y;
  await done;
  await frames();
}

describe('prompt triggers', () => {
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
    leavePage();
    unmountAll();
    window.scrollTo(0, 0);
  });

  describe('event', () => {
    it('fires for an event on any element, the document or the window', async () => {
      const fired = watch("event('order-placed')");
      dispatch('order-placed');
      dispatch('order-placed', undefined, window);
      dispatch('order-placed', undefined, await mount('div'));
      dispatch('another');
      expect(fired.times).to.equal(3);
    });

    it('fires even if the page stops the event', () => {
      const fired = watch("event('a')");
      const stop = (event: Event): void => event.stopImmediatePropagation();
      window.addEventListener('a', stop, { capture: true, once: true });
      dispatch('a');
      expect(fired.times).to.equal(1);
    });

    it('fires only if the detail satisfies the condition', () => {
      const fired = watch("event('order-placed', total > 100 and items includes 'blanket')");
      dispatch('order-placed', { total: 120, items: ['Wool blanket', 'blanket'] });
      dispatch('order-placed', { total: 100, items: ['blanket'] });
      dispatch('order-placed', { total: '120', items: ['pillow'] });
      expect(fired.times).to.equal(1);
    });

    for (const detail of [
      undefined,
      null,
      'total',
      7,
      [120],
      Object.create({ total: 120 }),
      { total: {} },
      { total: () => 120 },
    ]) {
      it(`does not fire for the detail ${JSON.stringify(detail)}`, () => {
        const fired = watch("event('order-placed', total > 100)");
        dispatch('order-placed', detail);
        expect(fired.times).to.equal(0);
      });
    }

    it('reads a nested number of the detail', () => {
      const fired = watch("event('order-placed', order.total > 100)");
      dispatch('order-placed', { order: { total: 120 } });
      dispatch('order-placed', { order: { total: 90 } });
      dispatch('order-placed', { order: null });
      expect(fired.times).to.equal(1);
    });

    it('reads a detail without a prototype', () => {
      const fired = watch("event('order-placed', total > 100)");
      dispatch('order-placed', Object.assign(Object.create(null), { total: 120 }));
      expect(fired.times).to.equal(1);
    });

    it('ignores earlier events', () => {
      dispatch('a');
      expect(watch("event('a')").times).to.equal(0);
    });

    it('does not fire after it was stopped', () => {
      const fired = watch("event('a')");
      fired.stop();
      dispatch('a');
      expect(fired.times).to.equal(0);
    });
  });

  describe('time', () => {
    it('counts only the time in view', async () => {
      const environment = new TestEnvironment();
      const fired = watch('time(30s)', environment);
      await environment.pass(20 * SECOND);
      await environment.show(false);
      await environment.pass(DAY);
      expect(fired.times).to.equal(0);
      await environment.show(true);
      await environment.pass(10 * SECOND - 1);
      expect(fired.times).to.equal(0);
      await environment.pass(1);
      expect(fired.times).to.equal(1);
    });

    it('starts when a page opened in the background comes into view', async () => {
      const environment = new TestEnvironment();
      environment.isInView = false;
      const fired = watch('time(30s)', environment);
      await environment.pass(DAY);
      await environment.show(true);
      expect(fired.times).to.equal(0);
      await environment.pass(30 * SECOND);
      expect(fired.times).to.equal(1);
    });

    it('fires on time after the clock was set back', async () => {
      const environment = new TestEnvironment();
      const fired = watch('time(30s)', environment);
      await environment.pass(20 * SECOND);
      environment.setClock(environment.time - 365 * DAY);
      await environment.show(false);
      await environment.show(true);
      await environment.pass(30 * SECOND);
      expect(fired.times).to.equal(1);
    });

    it('does not fire after it was stopped', async () => {
      const environment = new TestEnvironment();
      watch('time(30s)', environment).stop();
      await environment.pass(DAY);
    });
  });

  describe('idle', () => {
    it('fires after this time without input', async () => {
      const environment = new TestEnvironment();
      const fired = watch('idle(20s)', environment);
      await environment.pass(15 * SECOND);
      await sendKeys({ press: 'a' });
      await environment.pass(20 * SECOND - 1);
      expect(fired.times).to.equal(0);
      await environment.pass(1);
      expect(fired.times).to.equal(1);
    });

    it('does not count the time in the background', async () => {
      const environment = new TestEnvironment();
      const fired = watch('idle(20s)', environment);
      await environment.show(false);
      await environment.pass(DAY);
      expect(fired.times).to.equal(0);
      await environment.show(true);
      await environment.pass(20 * SECOND - 1);
      expect(fired.times).to.equal(0);
      await environment.pass(1);
      expect(fired.times).to.equal(1);
    });

    it('fires on time after the clock was set back, without input', async () => {
      const environment = new TestEnvironment();
      const fired = watch('idle(20s)', environment);
      await environment.pass(10 * SECOND);
      environment.setClock(environment.time - 365 * DAY);
      await environment.pass(MINUTE);
      expect(fired.times).to.equal(1);
    });
  });

  describe('scroll', () => {
    it('fires once this share of the page is scrolled', async () => {
      await mountTall();
      const fired = watch('scroll(50%)');
      const { scrollHeight, clientHeight } = document.documentElement;
      const half = (scrollHeight - clientHeight) / 2;
      await scrollTo(half - 20);
      expect(fired.times).to.equal(0);
      await scrollTo(half + 1);
      expect(fired.times).to.be.greaterThan(0);
    });

    it('fires at the end of the page for 100%', async () => {
      await mountTall();
      const fired = watch('scroll(100%)');
      await scrollTo(100_000);
      expect(fired.times).to.be.greaterThan(0);
    });

    it('measures the scroll container of the prompt, and no other', async () => {
      const views = await Promise.all([mount('div'), mount('div')]);
      for (const view of views) Object.assign(view.style, { overflow: 'auto', blockSize: '200px' });
      const [own, other] = views;
      const prompt = await mountTall(own, 1000);
      await mountTall(other, 1000);
      const fired = watch('scroll(50%)', undefined, prompt);
      await scrollTo(800, other);
      expect(fired.times).to.equal(0);
      await scrollTo(400, own);
      expect(fired.times).to.be.greaterThan(0);
    });
  });

  describe('visible', () => {
    it('fires when half of the element is in view', async () => {
      await mountTall();
      const reviews = await mount('div', { id: 'reviews' });
      reviews.style.blockSize = '200px';
      await mountTall();
      const fired = watch("visible('#reviews')");
      await frames();
      expect(fired.times).to.equal(0);
      const { top } = reviews.getBoundingClientRect();
      await scrollTo(top - innerHeight + 80);
      expect(fired.times).to.equal(0);
      await scrollTo(top - innerHeight + 120);
      await until('the trigger', () => fired.times > 0);
    });

    it('fires for a tall element that fills half of the viewport', async () => {
      const tall = await mountTall(undefined, 20_000);
      tall.id = 'article';
      const fired = watch("visible('#article')");
      await until('the trigger', () => fired.times > 0);
    });

    it('finds an element that is added later', async () => {
      const fired = watch("visible('#late')");
      await frames();
      const late = await mount('p', { id: 'late' });
      late.textContent = 'Here I am';
      await until('the trigger', () => fired.times > 0);
    });

    it('does not fire after it was stopped', async () => {
      const fired = watch("visible('#late')");
      fired.stop();
      const late = await mount('p', { id: 'late' });
      late.textContent = 'Here I am';
      await frames(5);
      expect(fired.times).to.equal(0);
    });
  });

  describe('click', () => {
    it('fires for a click on a matching element or a descendant, even one added later', async () => {
      const fired = watch("click('#help, .help')");
      const button = await mount('button', { id: 'help' });
      const inner = await mount('span', {}, button);
      inner.textContent = 'Help';
      await clickOn(inner);
      expect(fired.times).to.equal(1);
      const other = await mount('button');
      other.textContent = 'Other';
      await clickOn(other);
      expect(fired.times).to.equal(1);
    });

    it('fires within a shadow root, even if the page stops the event', async () => {
      const fired = watch("click('.help')");
      const host = await mount('div');
      const button = document.createElement('button');
      button.className = 'help';
      button.textContent = 'Help';
      button.addEventListener('click', (event) => event.stopPropagation());
      host.attachShadow({ mode: 'open' }).append(button);
      await clickOn(button);
      expect(fired.times).to.equal(1);
    });
  });

  describe('exit', () => {
    const leaveAt = (clientX: number, clientY: number, relatedTarget: Element | null = null): boolean =>
      document.documentElement.dispatchEvent(
        new MouseEvent('mouseout', { bubbles: true, clientX, clientY, relatedTarget }),
      );
    const swipe = (): boolean => document.body.dispatchEvent(new Event('touchmove', { bubbles: true }));

    it('fires when the pointer leaves the page at the top', () => {
      const fired = watch('exit()');
      leaveAt(0, 300);
      leaveAt(200, 900);
      leaveAt(200, -1, document.body);
      expect(fired.times).to.equal(0);
      leaveAt(200, -1);
      expect(fired.times).to.equal(1);
    });

    it('does not fire for a pointer inside the page', async () => {
      const fired = watch('exit()');
      await sendMouse({ type: 'move', position: [200, 100] });
      await sendMouse({ type: 'move', position: [200, 2] });
      expect(fired.times).to.equal(0);
    });

    it('fires when a finger scrolls up quickly', async () => {
      await mountTall();
      await scrollTo(3000);
      const environment = new TestEnvironment();
      const fired = watch('exit()', environment);
      swipe();
      await scrollTo(2990);
      environment.time += 200;
      await scrollTo(2990 - innerHeight);
      expect(fired.times).to.be.greaterThan(0);
    });

    it('does not fire when a finger scrolls up slowly', async () => {
      await mountTall();
      await scrollTo(3000);
      const environment = new TestEnvironment();
      const fired = watch('exit()', environment);
      for (let y = 2900; y > 1500; y -= 100) {
        swipe();
        environment.time += 150;
        await scrollTo(y);
      }
      expect(fired.times).to.equal(0);
    });

    it('does not fire when a script scrolls up', async () => {
      await mountTall();
      await scrollTo(3000);
      const environment = new TestEnvironment();
      const fired = watch('exit()', environment);
      swipe();
      environment.time += 3 * SECOND;
      await scrollTo(0);
      expect(fired.times).to.equal(0);
    });

    it('fires on a return to the tab, on a touch screen only', async () => {
      const environment = new TestEnvironment();
      const fired = watch('exit()', environment);
      await environment.show(false);
      await environment.show(true);
      const isTouched = matchMedia('(hover: none) and (pointer: coarse)').matches;
      expect(fired.times).to.equal(isTouched ? 1 : 0);
    });
  });

  describe('route', () => {
    const start = location.href;
    afterEach(() => history.replaceState(null, '', start));

    it('is true while the path matches, also in a single-page application', async () => {
      const prompt = setUp({ when: "route('/checkout/*')" });
      expect(prompt.failedRules()).to.include('trigger');
      history.pushState(null, '', '/checkout/payment');
      // Without the Navigation API, the next pointer move reveals the change.
      document.dispatchEvent(new Event('pointermove'));
      await untilIdle();
      expect(prompt.opened).to.equal(1);
    });

    it('is false once the path no longer matches', async () => {
      const prompt = setUp({ when: "event('a') and route('/checkout/*')", delay: '5s' });
      history.pushState(null, '', '/checkout/payment');
      dispatch('a');
      await nextTask();
      history.pushState(null, '', '/shop');
      document.dispatchEvent(new Event('pointermove'));
      await nextTask();
      await prompt.environment.pass(5 * SECOND);
      await untilIdle();
      expect(prompt.opened).to.equal(0);
      expect(prompt.failedRules()).to.include('trigger');
    });

    it('matches a pattern that starts with # against the hash', async () => {
      const prompt = setUp({ when: "route('#/cart*')" });
      location.hash = '#/cart/2';
      await until('the hash', () => prompt.opened === 1);
    });

    it('does not patch history', () => {
      const { pushState, replaceState } = history;
      watch("route('/a')");
      expect([history.pushState, history.replaceState]).to.deep.equal([pushState, replaceState]);
      expect(Object.hasOwn(history, 'pushState')).to.equal(false);
    });
  });

  describe('visit', () => {
    it('is true from the given visit on', async () => {
      const prompt = setUp({ when: 'visit(3)' });
      for (let visit = 1; visit < 3; visit++) {
        expect(prompt.opened).to.equal(0);
        await prompt.environment.show(false);
        await prompt.environment.pass(DAY);
        await prompt.environment.show(true);
      }
      await untilIdle();
      expect(prompt.opened).to.equal(1);
    });
  });
});
