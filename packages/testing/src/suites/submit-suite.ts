/** What every element that stands alone must do with an answer, and what it must never claim. */
import { validateRecord, type Outcome } from '@heed/core';
import { expect } from 'chai';
import { findAxeViolations } from './axe.ts';
import {
  copyFields,
  inside,
  listen,
  mount,
  unmountAll,
  until,
  warningsDuring,
  type TestElement,
} from './page.ts';

/** `heed-submit`, as a listener in a page sees it. */
type SubmitEvent = CustomEvent & {
  endpoint?: string;
  respondWith(outcome: Outcome | Promise<Outcome>): void;
};

export interface SubmitCase {
  tag: string;
  /** What it needs to be answerable, such as a list. */
  attributes?: Record<string, string>;
  /** Answers as a visitor does, up to the button that sends. */
  answer(element: TestElement): Promise<void>;
  /**
   * Gives the same answer to the fields inside without an event. Absent: copies what those of an answered one show. Null
   * where the questions are in the page.
   */
  fill?: ((element: TestElement) => unknown) | null;
  /** Names, kinds and values of the answers that the record then holds. */
  answers: [name: string, kind: string, value: unknown][];
}

export function submitSuite({ tag, attributes: needed, answer, fill, answers }: SubmitCase): void {
  describe(`<${tag}> on its own`, () => {
    afterEach(unmountAll);

    const setUp = async (attributes: Record<string, string> = {}): Promise<TestElement> => {
      const element = await mount(tag, { survey: `survey-${Math.random()}`, ...needed, ...attributes });
      await answer(element);
      await element.updateComplete;
      return element;
    };
    const send = (element: Element): void => inside(element, '[part=submit]').click();
    const respond = (element: TestElement, outcome: Outcome | Promise<Outcome>): void => {
      element.addEventListener('heed-submit', (event) => (event as SubmitEvent).respondWith(outcome), {
        once: true,
      });
      send(element);
    };
    const shown = (element: Element): string => inside(element, '[part=status]').textContent?.trim() ?? '';
    const untilShown = (element: Element, words: string): Promise<unknown> =>
      until(`"${words}"`, () => shown(element).includes(words));

    it('sends a valid record of what was asked and answered', async () => {
      const element = await setUp({ survey: 'checkout', endpoint: '/feedback' });
      const { heard, stop } = listen('heed-submit');
      respond(element, { state: 'sent' });
      await untilShown(element, 'Thank you');
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

    it('sends without a "submit" event, which a sandboxed frame does not fire', async () => {
      const element = await setUp();
      element.shadowRoot?.addEventListener('submit', (event) => event.stopImmediatePropagation(), true);
      const { heard, stop } = listen('heed-submit');
      respond(element, { state: 'sent' });
      await untilShown(element, 'Thank you');
      stop();
      expect(heard.length).to.equal(1);
    });

    if (fill !== null) {
      it('sends what its fields show when they were filled in without an event', async () => {
        const element = await mount(tag, { survey: `survey-${Math.random()}`, ...needed });
        if (fill) fill(element);
        else copyFields(await setUp(), element);
        const values: unknown[] = [];
        element.addEventListener('heed-submit', (event) => {
          const { detail } = event as SubmitEvent;
          values.push(...detail.answers.map(({ value }: { value: unknown }) => value));
          (event as SubmitEvent).respondWith({ state: 'sent' });
        });
        // The first one is what the Enter key presses, also while no button is shown.
        inside(element, 'button:not([type=button])').click();
        await untilShown(element, 'Thank you');
        expect(values).to.deep.equal(answers.map(([, , value]) => value));
      });
    }

    it('thanks only after the endpoint has confirmed', async () => {
      const element = await setUp();
      const { heard, stop } = listen('heed-sent', 'heed-stored', 'heed-refused');
      let confirm: (outcome: Outcome) => void = () => {};
      respond(element, new Promise((resolve) => (confirm = resolve)));
      await until('the button to say "Sending"', () =>
        inside(element, '[part=submit]').textContent?.includes('Sending'),
      );
      expect(shown(element)).to.equal('');
      expect(element.matches(':state(sending)')).to.equal(true);
      confirm({ state: 'sent' });
      await untilShown(element, 'Thank you');
      stop();
      expect(heard.map(({ type }) => type)).to.deep.equal(['heed-sent']);
      expect(element.matches(':state(sent)')).to.equal(true);
    });

    it('says that an answer is saved on the device, and thanks when it is confirmed later', async () => {
      const element = await setUp();
      let confirm: (outcome: Outcome) => void = () => {};
      const settled = new Promise<Outcome>((resolve) => (confirm = resolve));
      respond(element, { state: 'stored', durable: true, settled });
      await untilShown(element, 'Saved on this device');
      expect(shown(element)).not.to.contain('Thank you');
      confirm({ state: 'sent' });
      await untilShown(element, 'Thank you');
    });

    it('asks to keep the page open when the device keeps nothing', async () => {
      const element = await setUp();
      respond(element, { state: 'stored', durable: false });
      await untilShown(element, 'keep this page open');
      expect(shown(element)).not.to.contain('you can close this page');
    });

    it('keeps what was entered when the endpoint refuses it, and can send again', async () => {
      const element = await setUp();
      respond(element, { state: 'refused' });
      await untilShown(element, 'could not be sent');
      respond(element, { state: 'sent' });
      await untilShown(element, 'Thank you');
    });

    it('takes a broken promise of the page for a refusal', async () => {
      const element = await setUp();
      respond(element, Promise.reject(new Error('broken')));
      await untilShown(element, 'could not be sent');
    });

    it('warns the author and shows no success when nobody takes charge', async () => {
      const element = await setUp();
      const warnings = await warningsDuring(async () => {
        send(element);
        await untilShown(element, 'could not be sent');
      });
      expect(warnings.every((text) => text.includes('HEED_NO_RECEIVER'))).to.equal(true);
    });

    it('stays as it is when the page cancels the event', async () => {
      const element = await setUp();
      element.addEventListener('heed-submit', (event) => event.preventDefault(), { once: true });
      send(element);
      await element.updateComplete;
      expect(shown(element)).to.equal('');
      expect(inside(element, '[part=submit]').textContent).not.to.contain('Sending');
    });

    it('sends once when the button is pressed twice', async () => {
      const element = await setUp();
      const { heard, stop } = listen('heed-submit');
      respond(element, { state: 'sent' });
      send(element);
      await untilShown(element, 'Thank you');
      stop();
      expect(heard.length).to.equal(1);
    });

    it('shows words of the endpoint as text, never as markup', async () => {
      const element = await setUp();
      respond(element, { state: 'sent', message: '<img src=x onerror=alert(1)>' });
      await untilShown(element, '<img src=x');
      expect(inside(element, '[part=status]').querySelector('img')).to.equal(null);
    });

    it('leads the keyboard focus to what became of the answer', async () => {
      const element = await setUp();
      inside(element, '[part=submit]').focus();
      respond(element, { state: 'sent' });
      await untilShown(element, 'Thank you');
      await until('the focus', () => element.shadowRoot?.activeElement === inside(element, '[part=status]'));
    });

    for (const state of ['sent', 'stored', 'refused'] as const) {
      it(`gives axe nothing to find when it is ${state}`, async () => {
        const element = await setUp();
        respond(element, state === 'stored' ? { state, durable: true } : { state });
        await until(state, () => element.matches(`:state(${state})`));
        expect(await findAxeViolations(element)).to.deep.equal([]);
      });
    }
  });
}
