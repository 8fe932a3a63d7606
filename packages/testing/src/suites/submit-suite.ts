/** Tests the submission of every standalone element. */
import { validateRecord, type Outcome } from '@heed/core';
import { expect } from 'chai';
import { announcementSuite } from './announcement-suite.ts';
import { offerSuite } from './offer-suite.ts';
import { copyFields, inside, listen, mount, unmountAll, until, warningsDuring } from './page.ts';
import {
  createSubmitFixture,
  readStatus,
  waitForStatus,
  type SubmitCase,
  type SubmitEvent,
} from './submit-fixture.ts';

export type { SubmitCase } from './submit-fixture.ts';

export function submitSuite(submitCase: SubmitCase): void {
  submissionSuite(submitCase);
  offerSuite(submitCase);
  announcementSuite(submitCase);
}

function submissionSuite(submitCase: SubmitCase): void {
  const { tag, attributes: needed, fill, answers } = submitCase;

  describe(`<${tag}> standalone`, () => {
    afterEach(unmountAll);

    const { setUp, send, respond } = createSubmitFixture(submitCase);

    it('submits a valid record of questions and answers', async () => {
      const element = await setUp({ survey: 'checkout', endpoint: '/feedback' });
      const { heard, stop } = listen('heed-submit');
      respond(element, { state: 'sent' });
      await waitForStatus(element, 'Thank you');
      stop();
      const { detail, endpoint } = heard[0] as SubmitEvent;
      expect(validateRecord(detail)).to.deep.equal([]);
      expect(detail.survey).to.equal('checkout');
      expect(detail.context).to.deep.equal({ locale: 'en', channel: 'web' });
      expect(detail.respondent).to.equal(undefined);
      expect(endpoint).to.equal('/feedback');
      const seen = detail.answers.map(({ name, kind, value }: Record<string, unknown>) => [
        name,
        kind,
        value,
      ]);
      expect(seen).to.deep.equal(answers);
      for (const { question } of detail.answers) expect(question).to.be.a('string').and.not.equal('');
    });

    it('submits without a "submit" event, which a sandboxed frame does not fire', async () => {
      const element = await setUp();
      element.shadowRoot?.addEventListener('submit', (event) => event.stopImmediatePropagation(), true);
      const { heard, stop } = listen('heed-submit');
      respond(element, { state: 'sent' });
      await waitForStatus(element, 'Thank you');
      stop();
      expect(heard.length).to.equal(1);
    });

    if (fill !== null) {
      it('submits the values of fields that were filled in without an event', async () => {
        const element = await mount(tag, { survey: `survey-${Math.random()}`, ...needed });
        if (fill) fill(element);
        else copyFields(await setUp(), element);
        const values: unknown[] = [];
        element.addEventListener('heed-submit', (event) => {
          const { detail } = event as SubmitEvent;
          values.push(...detail.answers.map(({ value }: { value: unknown }) => value));
          (event as SubmitEvent).respondWith({ state: 'sent' });
        });
        // The Enter key activates the first submit button, even if it is hidden.
        inside(element, 'button:not([type=button])').click();
        await waitForStatus(element, 'Thank you');
        expect(values).to.deep.equal(answers.map(([, , value]) => value));
      });
    }

    it('thanks only after the confirmation of the endpoint', async () => {
      const element = await setUp();
      const { heard, stop } = listen('heed-sent', 'heed-stored', 'heed-refused');
      let confirm: (outcome: Outcome) => void = () => {};
      respond(element, new Promise((resolve) => (confirm = resolve)));
      await until('the button to show "Sending"', () =>
        inside(element, '[part=submit]').textContent?.includes('Sending'),
      );
      expect(readStatus(element)).to.equal('');
      expect(element.matches(':state(sending)')).to.equal(true);
      confirm({ state: 'sent' });
      await waitForStatus(element, 'Thank you');
      stop();
      expect(heard.map(({ type }) => type)).to.deep.equal(['heed-sent']);
      expect(element.matches(':state(sent)')).to.equal(true);
    });

    it('says that an answer is saved on the device, and thanks after a later confirmation', async () => {
      const element = await setUp();
      let confirm: (outcome: Outcome) => void = () => {};
      const settled = new Promise<Outcome>((resolve) => (confirm = resolve));
      respond(element, { state: 'stored', durable: true, settled });
      await waitForStatus(element, 'Saved on this device');
      expect(readStatus(element)).not.to.contain('Thank you');
      confirm({ state: 'sent' });
      await waitForStatus(element, 'Thank you');
    });

    it('asks to keep the page open when the answer is only in memory', async () => {
      const element = await setUp();
      respond(element, { state: 'stored', durable: false });
      await waitForStatus(element, 'keep this page open');
      expect(readStatus(element)).not.to.contain('you can close this page');
    });

    it('keeps the answer when the endpoint refuses it, and can submit it again', async () => {
      const element = await setUp();
      respond(element, { state: 'refused' });
      await waitForStatus(element, 'could not be sent');
      respond(element, { state: 'sent' });
      await waitForStatus(element, 'Thank you');
    });

    it('treats a rejected promise as a refusal', async () => {
      const element = await setUp();
      respond(element, Promise.reject(new Error('broken')));
      await waitForStatus(element, 'could not be sent');
    });

    it('warns and shows no success when no listener responds', async () => {
      const element = await setUp();
      const warnings = await warningsDuring(async () => {
        send(element);
        await waitForStatus(element, 'could not be sent');
      });
      expect(warnings.every((text) => text.includes('HEED_NO_RECEIVER'))).to.equal(true);
    });

    for (const garbage of [undefined, null, 'sent', {}, { state: 'lost' }, new Response()]) {
      it(`treats ${String(JSON.stringify(garbage))} from the page as a refusal`, async () => {
        const element = await setUp();
        const { heard, stop } = listen(
          'heed-sent',
          'heed-stored',
          'heed-refused',
          'heed-lost',
          'heed-undefined',
        );
        respond(element, garbage as unknown as Outcome);
        await waitForStatus(element, 'could not be sent');
        stop();
        expect(heard.map(({ type }) => type)).to.deep.equal(['heed-refused']);
      });
    }

    it('warns that no listener responded when the page stops the event', async () => {
      const element = await setUp();
      element.addEventListener('heed-submit', (event) => event.stopImmediatePropagation());
      const warnings = await warningsDuring(async () => {
        send(element);
        await waitForStatus(element, 'could not be sent');
      });
      expect(warnings.every((text) => text.includes('HEED_NO_RECEIVER'))).to.equal(true);
    });

    it('shows the refusal again when the page cancels the next attempt', async () => {
      const element = await setUp();
      respond(element, { state: 'refused' });
      await waitForStatus(element, 'could not be sent');
      element.addEventListener('heed-submit', (event) => event.preventDefault());
      send(element);
      await element.updateComplete;
      expect(readStatus(element)).to.contain('could not be sent');
      expect(element.matches(':state(refused)')).to.equal(true);
    });

    it('submits once when the button is clicked twice', async () => {
      const element = await setUp();
      const { heard, stop } = listen('heed-submit');
      respond(element, { state: 'sent' });
      send(element);
      await waitForStatus(element, 'Thank you');
      stop();
      expect(heard.length).to.equal(1);
    });

    it('shows the message of the endpoint as text, not as markup', async () => {
      const element = await setUp();
      respond(element, { state: 'sent', message: '<img src=x onerror=alert(1)>' });
      await waitForStatus(element, '<img src=x');
      expect(inside(element, '[part=status]').querySelector('img')).to.equal(null);
    });
  });
}
