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
  offer(send: () => Outcome | Promise<Outcome>): void;
};

/** Where a listener of a page may be, inside out. */
const PLACES = {
  'the element': (element: Element): EventTarget => element,
  'an ancestor': () => document.body,
  'the document': () => document,
  'the window': () => window,
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

    describe('with a sender that offers to send', () => {
      let sent: unknown[] = [];
      let end: AbortController;
      beforeEach(() => {
        sent = [];
        end = new AbortController();
        document.addEventListener(
          'heed-submit',
          (event) =>
            (event as SubmitEvent).offer(() => {
              sent.push(event);
              return { state: 'sent' };
            }),
          { signal: end.signal },
        );
      });
      afterEach(() => end.abort());

      const hear = (target: EventTarget, act: (event: SubmitEvent) => void): void =>
        target.addEventListener('heed-submit', (event) => act(event as SubmitEvent), { signal: end.signal });

      for (const [place, find] of Object.entries(PLACES)) {
        it(`sends nothing and says nothing when ${place} cancels the event`, async () => {
          const element = await setUp();
          const { heard, stop } = listen('heed-sent', 'heed-stored', 'heed-refused');
          hear(find(element), (event) => event.preventDefault());
          const button = inside(element, '[part=submit]');
          button.focus();
          const warnings = await warningsDuring(async () => {
            for (let presses = 0; presses < 2; presses++) {
              button.click();
              await element.updateComplete;
              await new Promise(requestAnimationFrame);
            }
          });
          stop();
          expect(sent).to.deep.equal([]);
          expect(heard).to.deep.equal([]);
          expect(warnings).to.deep.equal([]);
          expect(shown(element)).to.equal('');
          expect(button.textContent).not.to.contain('Sending');
          expect(element.matches(':state(sending)')).to.equal(false);
          expect(element.shadowRoot?.activeElement).to.equal(button);
        });

        it(`sends nothing when ${place} takes charge, and shows its outcome`, async () => {
          const element = await setUp();
          hear(find(element), (event) => event.respondWith({ state: 'refused', message: 'Ask again' }));
          send(element);
          await untilShown(element, 'Ask again');
          expect(sent).to.deep.equal([]);
        });
      }

      it('can send once a listener does not cancel any more', async () => {
        const element = await setUp();
        const cancel = (event: Event): void => event.preventDefault();
        element.addEventListener('heed-submit', cancel);
        send(element);
        element.removeEventListener('heed-submit', cancel);
        send(element);
        await untilShown(element, 'Thank you');
        expect(sent.length).to.equal(1);
      });

      it('shows the outcome of the listener that takes charge although another one cancels', async () => {
        const element = await setUp();
        hear(element, (event) => event.preventDefault());
        hear(window, (event) => event.respondWith({ state: 'sent' }));
        send(element);
        await untilShown(element, 'Thank you');
        expect(sent).to.deep.equal([]);
      });

      it('gives the record to the first listener that takes charge', async () => {
        const element = await setUp();
        hear(element, (event) => event.respondWith({ state: 'sent', message: 'the first' }));
        hear(window, (event) => event.respondWith({ state: 'refused' }));
        send(element);
        await untilShown(element, 'the first');
      });

      it('gives the record to the first offer', async () => {
        const element = await setUp();
        hear(window, (event) => event.offer(() => ({ state: 'refused' })));
        send(element);
        await untilShown(element, 'Thank you');
        expect(sent.length).to.equal(1);
      });

      it('sends in the turn of the event', async () => {
        const element = await setUp();
        send(element);
        expect(sent.length).to.equal(1);
      });

      it('sends when a listener throws', async () => {
        const element = await setUp();
        const isReported = new Promise((resolve) => {
          const before = window.onerror;
          window.onerror = (message) => {
            window.onerror = before;
            resolve(message);
            return true;
          };
        });
        hear(element, () => {
          throw new Error('of the page');
        });
        send(element);
        await untilShown(element, 'Thank you');
        expect(await isReported).to.contain('of the page');
        expect(sent.length).to.equal(1);
      });

      it('ignores a listener that takes charge after the event has ended', async () => {
        const element = await setUp();
        let isLate = false;
        hear(element, (event) => {
          void Promise.resolve().then(() => {
            event.respondWith({ state: 'refused' });
            isLate = true;
          });
        });
        send(element);
        await until('the late listener', () => isLate);
        await untilShown(element, 'Thank you');
        expect(sent.length).to.equal(1);
      });

      it('sends once when a listener presses the button again', async () => {
        const element = await setUp();
        hear(element, () => send(element));
        send(element);
        await untilShown(element, 'Thank you');
        expect(sent.length).to.equal(1);
      });
    });

    it('takes an offer that throws for a refusal', async () => {
      const element = await setUp();
      element.addEventListener('heed-submit', (event) =>
        (event as SubmitEvent).offer(() => {
          throw new Error('broken');
        }),
      );
      send(element);
      await untilShown(element, 'could not be sent');
    });

    for (const garbage of [undefined, null, 'sent', {}, { state: 'lost' }, new Response()]) {
      it(`takes ${String(JSON.stringify(garbage))} of the page for a refusal`, async () => {
        const element = await setUp();
        const { heard, stop } = listen(
          'heed-sent',
          'heed-stored',
          'heed-refused',
          'heed-lost',
          'heed-undefined',
        );
        respond(element, garbage as unknown as Outcome);
        await untilShown(element, 'could not be sent');
        stop();
        expect(heard.map(({ type }) => type)).to.deep.equal(['heed-refused']);
      });
    }

    it('says that nobody took charge when the page stops the event', async () => {
      const element = await setUp();
      element.addEventListener('heed-submit', (event) => event.stopImmediatePropagation());
      const warnings = await warningsDuring(async () => {
        send(element);
        await untilShown(element, 'could not be sent');
      });
      expect(warnings.every((text) => text.includes('HEED_NO_RECEIVER'))).to.equal(true);
    });

    it('goes back to the refusal when the page cancels the next attempt', async () => {
      const element = await setUp();
      respond(element, { state: 'refused' });
      await untilShown(element, 'could not be sent');
      element.addEventListener('heed-submit', (event) => event.preventDefault());
      send(element);
      await element.updateComplete;
      expect(shown(element)).to.contain('could not be sent');
      expect(element.matches(':state(refused)')).to.equal(true);
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
      await until('the focus', () =>
        inside(element, '[part=status]').contains(element.shadowRoot?.activeElement ?? null),
      );
    });

    it('is announced by the focus or by its live region, never by both', async () => {
      const focused = await setUp();
      inside(focused, '[part=submit]').focus();
      respond(focused, { state: 'sent' });
      await untilShown(focused, 'Thank you');
      expect(inside(focused, '[part=status]').getAttribute('aria-live')).to.equal('off');
      const other = await setUp();
      (document.activeElement as HTMLElement | null)?.blur();
      respond(other, { state: 'sent' });
      await untilShown(other, 'Thank you');
      expect(inside(other, '[part=status]').getAttribute('aria-live')).to.equal('polite');
    });

    for (const durable of [true, false]) {
      const where = durable ? 'on the device' : 'in memory';

      it(`blames the connection for an answer ${where} only while the browser is offline`, async () => {
        try {
          claimOnLine(false);
          const element = await setUp();
          respond(element, { state: 'stored', durable });
          await untilShown(element, 'as soon as you are connected');
          claimOnLine(true);
          dispatchEvent(new Event('online'));
          await untilShown(element, 'We could not reach the server and will try again');
          expect(shown(element)).to.not.contain('connected');
          expect(shown(element)).to.contain(
            durable ? 'you can close this page' : 'Please keep this page open',
          );
        } finally {
          claimOnLine();
        }
      });
    }

    it('says that the server was not reached while the browser is online', async () => {
      const element = await setUp();
      respond(element, { state: 'stored', durable: true });
      await untilShown(element, 'We could not reach the server and will try again');
      dispatchEvent(new Event('offline'));
      await element.updateComplete;
      expect(shown(element)).to.contain('We could not reach the server and will try again');
    });

    it('announces what becomes of a stored answer later', async () => {
      const element = await setUp();
      let confirm: (outcome: Outcome) => void = () => {};
      const settled = new Promise<Outcome>((resolve) => (confirm = resolve));
      inside(element, '[part=submit]').focus();
      respond(element, { state: 'stored', durable: true, settled });
      await untilShown(element, 'Saved on this device');
      confirm({ state: 'sent' });
      await untilShown(element, 'Thank you');
      expect(inside(element, '[part=status]').getAttribute('aria-live')).to.equal('polite');
    });

    it('announces a second refusal', async () => {
      const element = await setUp();
      respond(element, { state: 'refused' });
      await untilShown(element, 'This could not be sent');
      const first = inside(element, '[part=status-title]');
      let refuse: (outcome: Outcome) => void = () => {};
      respond(element, new Promise((resolve) => (refuse = resolve)));
      await until('an empty region', () => shown(element) === '');
      refuse({ state: 'refused' });
      await until('another title', () => {
        const title = element.shadowRoot?.querySelector('[part=status-title]');
        return title && title !== first;
      });
    });

    it('holds no controls in its live region, and a pause after the title', async () => {
      const element = await setUp();
      respond(element, { state: 'sent' });
      await untilShown(element, 'Thank you');
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
      it(`gives axe nothing to find when it is ${state}`, async () => {
        const element = await setUp();
        respond(element, state === 'stored' ? { state, durable: true } : { state });
        await until(state, () => element.matches(`:state(${state})`));
        expect(await findAxeViolations(element)).to.deep.equal([]);
      });
    }
  });
}

/** Replaces what the browser says of its network. @param claim the browser's own when absent */
function claimOnLine(claim?: boolean): void {
  if (claim === undefined) Reflect.deleteProperty(navigator, 'onLine');
  else Object.defineProperty(navigator, 'onLine', { get: () => claim, configurable: true });
}
