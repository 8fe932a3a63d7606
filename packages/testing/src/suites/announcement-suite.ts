/** Tests how elements show and announce the outcome of a submission. */
import type { Outcome } from '@heed/core';
import { expect } from 'chai';
import { findAxeViolations } from './axe.ts';
import { inside, unmountAll, until } from './page.ts';
import { createSubmitFixture, readStatus, waitForStatus, type SubmitCase } from './submit-fixture.ts';

export function announcementSuite(submitCase: SubmitCase): void {
  describe(`the outcome of <${submitCase.tag}>`, () => {
    afterEach(unmountAll);

    const { setUp, respond } = createSubmitFixture(submitCase);

    it('moves the keyboard focus to the outcome', async () => {
      const element = await setUp();
      inside(element, '[part=submit]').focus();
      respond(element, { state: 'sent' });
      await waitForStatus(element, 'Thank you');
      await until('the focus', () =>
        inside(element, '[part=status]').contains(element.shadowRoot?.activeElement ?? null),
      );
    });

    it('announces the outcome with the focus or the live region, never both', async () => {
      const focused = await setUp();
      inside(focused, '[part=submit]').focus();
      respond(focused, { state: 'sent' });
      await waitForStatus(focused, 'Thank you');
      expect(inside(focused, '[part=status]').getAttribute('aria-live')).to.equal('off');
      const other = await setUp();
      (document.activeElement as HTMLElement | null)?.blur();
      respond(other, { state: 'sent' });
      await waitForStatus(other, 'Thank you');
      expect(inside(other, '[part=status]').getAttribute('aria-live')).to.equal('polite');
    });

    for (const durable of [true, false]) {
      const where = durable ? 'on the device' : 'in memory';

      it(`names the connection as the reason for an answer ${where} only while the browser is offline`, async () => {
        try {
          setOnLine(false);
          const element = await setUp();
          respond(element, { state: 'stored', durable });
          await waitForStatus(element, 'as soon as you are connected');
          setOnLine(true);
          dispatchEvent(new Event('online'));
          await waitForStatus(element, 'We could not reach the server and will try again');
          expect(readStatus(element)).to.not.contain('connected');
          expect(readStatus(element)).to.contain(
            durable ? 'you can close this page' : 'Please keep this page open',
          );
        } finally {
          setOnLine();
        }
      });
    }

    it('says that the server was not reached while the browser is online', async () => {
      const element = await setUp();
      respond(element, { state: 'stored', durable: true });
      await waitForStatus(element, 'We could not reach the server and will try again');
      dispatchEvent(new Event('offline'));
      await element.updateComplete;
      expect(readStatus(element)).to.contain('We could not reach the server and will try again');
    });

    it('announces the later outcome of a stored answer', async () => {
      const element = await setUp();
      let confirm: (outcome: Outcome) => void = () => {};
      const settled = new Promise<Outcome>((resolve) => (confirm = resolve));
      inside(element, '[part=submit]').focus();
      respond(element, { state: 'stored', durable: true, settled });
      await waitForStatus(element, 'Saved on this device');
      confirm({ state: 'sent' });
      await waitForStatus(element, 'Thank you');
      expect(inside(element, '[part=status]').getAttribute('aria-live')).to.equal('polite');
    });

    it('announces a second refusal', async () => {
      const element = await setUp();
      respond(element, { state: 'refused' });
      await waitForStatus(element, 'This could not be sent');
      const first = inside(element, '[part=status-title]');
      let refuse: (outcome: Outcome) => void = () => {};
      respond(element, new Promise((resolve) => (refuse = resolve)));
      await until('an empty region', () => readStatus(element) === '');
      refuse({ state: 'refused' });
      await until('another title', () => {
        const title = element.shadowRoot?.querySelector('[part=status-title]');
        return title && title !== first;
      });
    });

    it('has no controls in its live region, and a pause after the title', async () => {
      const element = await setUp();
      respond(element, { state: 'sent' });
      await waitForStatus(element, 'Thank you');
      const status = inside(element, '[part=status]');
      expect(status.querySelector('a, button, input, [aria-live], output')).to.equal(null);
      const [id] = inside(element, '[part=status] [tabindex]')
        .getAttribute('aria-labelledby')
        ?.split(' ') ?? [''];
      expect(inside(element, `[id="${id}"]`).textContent).to.contain('Thank you');
      const { content } = getComputedStyle(inside(element, '[part=status-title]'), '::after');
      expect(content).to.equal('". "');
    });

    for (const state of ['sent', 'stored', 'refused'] as const) {
      it(`has no axe violations when ${state}`, async () => {
        const element = await setUp();
        respond(element, state === 'stored' ? { state, durable: true } : { state });
        await until(state, () => element.matches(`:state(${state})`));
        expect(await findAxeViolations(element)).to.deep.equal([]);
      });
    }
  });
}

/** Replaces `navigator.onLine`. @param isOnLine Defaults to the value of the browser. */
function setOnLine(isOnLine?: boolean): void {
  if (isOnLine === undefined) Reflect.deleteProperty(navigator, 'onLine');
  else Object.defineProperty(navigator, 'onLine', { get: () => isOnLine, configurable: true });
}
