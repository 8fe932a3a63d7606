/** Tests elements on a page whose client offers to send. */
import { expect } from 'chai';
import { inside, listen, unmountAll, until, warningsDuring } from './page.ts';
import {
  createSubmitFixture,
  readStatus,
  waitForStatus,
  type SubmitCase,
  type SubmitEvent,
} from './submit-fixture.ts';

/** The places of a listener, from the inside out. */
const PLACES = {
  'the element': (element: Element): EventTarget => element,
  'an ancestor': () => document.body,
  'the document': () => document,
  'the window': () => window,
};

export function offerSuite(submitCase: SubmitCase): void {
  describe(`<${submitCase.tag}> standalone with a client that offers to send`, () => {
    afterEach(unmountAll);

    const { setUp, send } = createSubmitFixture(submitCase);
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

    const listenFor = (target: EventTarget, react: (event: SubmitEvent) => void): void =>
      target.addEventListener('heed-submit', (event) => react(event as SubmitEvent), { signal: end.signal });

    for (const [place, find] of Object.entries(PLACES)) {
      it(`does not submit when ${place} cancels the event`, async () => {
        const element = await setUp();
        const { heard, stop } = listen('heed-sent', 'heed-stored', 'heed-refused');
        listenFor(find(element), (event) => event.preventDefault());
        const button = inside(element, '[part=submit]');
        button.focus();
        const warnings = await warningsDuring(async () => {
          for (let clicks = 0; clicks < 2; clicks++) {
            button.click();
            await element.updateComplete;
            await new Promise(requestAnimationFrame);
          }
        });
        stop();
        expect(sent).to.deep.equal([]);
        expect(heard).to.deep.equal([]);
        expect(warnings).to.deep.equal([]);
        expect(readStatus(element)).to.equal('');
        expect(button.textContent).not.to.contain('Sending');
        expect(element.matches(':state(sending)')).to.equal(false);
        expect(element.shadowRoot?.activeElement).to.equal(button);
      });

      it(`does not submit when ${place} responds, and shows its outcome`, async () => {
        const element = await setUp();
        listenFor(find(element), (event) => event.respondWith({ state: 'refused', message: 'Ask again' }));
        send(element);
        await waitForStatus(element, 'Ask again');
        expect(sent).to.deep.equal([]);
      });
    }

    it('submits once a listener no longer cancels', async () => {
      const element = await setUp();
      const cancel = (event: Event): void => event.preventDefault();
      element.addEventListener('heed-submit', cancel);
      send(element);
      element.removeEventListener('heed-submit', cancel);
      send(element);
      await waitForStatus(element, 'Thank you');
      expect(sent.length).to.equal(1);
    });

    it('shows the outcome of a listener that responds although another listener cancels', async () => {
      const element = await setUp();
      listenFor(element, (event) => event.preventDefault());
      listenFor(window, (event) => event.respondWith({ state: 'sent' }));
      send(element);
      await waitForStatus(element, 'Thank you');
      expect(sent).to.deep.equal([]);
    });

    it('uses the response of the first listener', async () => {
      const element = await setUp();
      listenFor(element, (event) => event.respondWith({ state: 'sent', message: 'the first' }));
      listenFor(window, (event) => event.respondWith({ state: 'refused' }));
      send(element);
      await waitForStatus(element, 'the first');
    });

    it('uses the first offer', async () => {
      const element = await setUp();
      listenFor(window, (event) => event.offer(() => ({ state: 'refused' })));
      send(element);
      await waitForStatus(element, 'Thank you');
      expect(sent.length).to.equal(1);
    });

    it('submits in the task of the event', async () => {
      const element = await setUp();
      send(element);
      expect(sent.length).to.equal(1);
    });

    it('submits when a listener throws', async () => {
      const element = await setUp();
      const isReported = new Promise((resolve) => {
        const before = window.onerror;
        window.onerror = (message) => {
          window.onerror = before;
          resolve(message);
          return true;
        };
      });
      listenFor(element, () => {
        throw new Error('of the page');
      });
      send(element);
      await waitForStatus(element, 'Thank you');
      expect(await isReported).to.contain('of the page');
      expect(sent.length).to.equal(1);
    });

    it('ignores a listener that responds after the event', async () => {
      const element = await setUp();
      let isLate = false;
      listenFor(element, (event) => {
        void Promise.resolve().then(() => {
          event.respondWith({ state: 'refused' });
          isLate = true;
        });
      });
      send(element);
      await until('the late listener', () => isLate);
      await waitForStatus(element, 'Thank you');
      expect(sent.length).to.equal(1);
    });

    it('submits once when a listener clicks the button again', async () => {
      const element = await setUp();
      listenFor(element, () => send(element));
      send(element);
      await waitForStatus(element, 'Thank you');
      expect(sent.length).to.equal(1);
    });
  });

  describe(`<${submitCase.tag}> standalone with a client that throws`, () => {
    afterEach(unmountAll);
    const { setUp, send } = createSubmitFixture(submitCase);

    it('treats an offer that throws as a refusal', async () => {
      const element = await setUp();
      element.addEventListener('heed-submit', (event) =>
        (event as SubmitEvent).offer(() => {
          throw new Error('broken');
        }),
      );
      send(element);
      await waitForStatus(element, 'could not be sent');
    });
  });
}
