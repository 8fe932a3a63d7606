import { setViewport } from '@heed/tooling/commands';
import { clickOn, mount, press, unmountAll, until, warningsDuring } from '@heed/testing/suites/page';
import { expect } from 'chai';
import {
  answerQuestion,
  confirmAnswers,
  dispatchTrigger,
  find,
  getQuestion,
  isShown,
  listFailedRules,
  mountPrompt,
  mountWithRules,
  openByRules,
  recordEvents,
  showAnother,
} from './test/prompt.ts';
import type { HeedPrompt } from './prompt.ts';

describe('<heed-prompt>', () => {
  afterEach(async () => {
    unmountAll();
    localStorage.removeItem('heed-prompts');
    document.head.querySelector('meta[name=heed-consent]')?.remove();
    scrollTo(0, 0);
    await setViewport({ width: 800, height: 600 });
  });

  describe('opening', () => {
    for (const display of ['corner', 'modal', 'sheet', 'inline']) {
      it(`dispatches "heed-show" before it opens and "heed-hide" after it closes, as ${display}`, async () => {
        const prompt = await mountPrompt({ display });
        const { events, stop } = recordEvents();
        expect(isShown(prompt)).to.equal(false);
        expect(await prompt.show()).to.equal(true);
        expect([isShown(prompt), prompt.open, prompt.matches('[open]')]).to.deep.equal([true, true, true]);
        prompt.hide();
        await until('it to be hidden', () => !isShown(prompt));
        stop();
        expect([prompt.open, prompt.matches('[open]')]).to.deep.equal([false, false]);
        expect(events).to.deep.equal([
          ['heed-show', false],
          ['heed-hide', 'closed'],
        ]);
      });
    }

    it('stays closed when the page cancels "heed-show", without "heed-hide"', async () => {
      const prompt = await mountPrompt();
      const { events, stop } = recordEvents();
      prompt.addEventListener('heed-show', (event) => event.preventDefault());
      expect(await prompt.show()).to.equal(false);
      stop();
      expect([isShown(prompt), events.length]).to.deep.equal([false, 1]);
    });

    it('opens once for two calls of show()', async () => {
      const prompt = await mountPrompt();
      const { events, stop } = recordEvents();
      expect(await Promise.all([prompt.show(), prompt.show()])).to.deep.equal([true, true]);
      stop();
      expect(events.length).to.equal(1);
    });

    it('stays closed when hide() is called while it opens', async () => {
      const prompt = await mountPrompt();
      const opening = prompt.show();
      prompt.hide();
      expect(await opening).to.equal(false);
      expect(isShown(prompt)).to.equal(false);
    });

    it('inserts the content of its template once, when it first opens', async () => {
      const prompt = await mount<HeedPrompt>('heed-prompt', { name: 'template' });
      const template = document.createElement('template');
      template.content.append(document.createElement('heed-csat'));
      prompt.append(template);
      expect(prompt.querySelector('heed-csat') === null).to.equal(true);
      await prompt.show();
      prompt.hide();
      await prompt.show();
      expect(prompt.querySelectorAll('heed-csat').length).to.equal(1);
      expect(getQuestion(prompt).shadowRoot?.querySelector('input') !== null).to.equal(true);
    });

    it('waits until its content is defined and rendered, to avoid layout shifts', async () => {
      const prompt = await mountPrompt();
      prompt.append(document.createElement('x-slow'));
      let draw = (): void => {};
      const drawn = new Promise<void>((resolve) => {
        draw = resolve;
      });
      const opening = prompt.show();
      await showAnother();
      expect(isShown(prompt)).to.equal(false);
      customElements.define(
        'x-slow',
        class extends HTMLElement {
          updateComplete = drawn;
        },
      );
      await showAnother();
      expect(isShown(prompt)).to.equal(false);
      draw();
      expect(await opening).to.equal(true);
      expect(isShown(prompt)).to.equal(true);
    });

    it('stays closed, with a reason, when its content is never defined', async function () {
      this.timeout(15_000);
      const prompt = await mountPrompt();
      const { events, stop } = recordEvents();
      prompt.append(document.createElement('x-never'));
      expect(await prompt.show()).to.equal(false);
      stop();
      expect(listFailedRules(prompt)).to.include('content');
      expect(events).to.deep.equal([]);
    });

    it('closes another overlay, but not an inline prompt', async () => {
      const [one, two] = [await mountPrompt(), await mountPrompt()];
      const inline = await mountPrompt({ display: 'inline' });
      await inline.show();
      await one.show();
      await two.show();
      expect([one, two, inline].map(({ open }) => open)).to.deep.equal([false, true, true]);
    });

    it('opens within a shadow root', async () => {
      const host = await mount('div');
      const root = host.attachShadow({ mode: 'open' });
      const inner = root.appendChild(document.createElement('section'));
      const prompt = await mountPrompt({}, inner);
      expect(await prompt.show()).to.equal(true);
      prompt.focus();
      await press('Escape');
      expect(prompt.open).to.equal(false);
    });

    it('sends its question on its own within a form of the page', async () => {
      const form = await mount<HTMLFormElement>('form');
      const prompt = await mountPrompt({}, form);
      confirmAnswers(prompt);
      await prompt.show();
      expect(form.checkValidity()).to.equal(true);
      await answerQuestion(prompt);
      expect([...new FormData(form)]).to.deep.equal([]);
    });

    it('opens in a browser without popovers', async () => {
      const known = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'popover');
      Object.defineProperty(HTMLElement.prototype, 'popover', { value: undefined, configurable: true });
      const prompt = await mountPrompt();
      await prompt.show();
      expect(isShown(prompt)).to.equal(true);
      prompt.hide();
      await until('it to be hidden', () => !isShown(prompt));
      if (known) Object.defineProperty(HTMLElement.prototype, 'popover', known);
    });

    it('closes when it is removed, and can be opened when it is back', async () => {
      const prompt = await mountPrompt();
      await prompt.show();
      const events: string[] = [];
      prompt.addEventListener('heed-hide', ({ detail }) => events.push(detail.reason));
      prompt.remove();
      await until('it to close', () => !prompt.open);
      expect(events).to.deep.equal(['closed']);
      document.body.append(prompt);
      expect(await prompt.show()).to.equal(true);
      expect(isShown(prompt)).to.equal(true);
    });

    it('warns of an invalid display, and opens in a corner', async () => {
      const prompt = await mountPrompt({ display: 'banner' });
      const warnings = await warningsDuring(() => prompt.show());
      expect(warnings[0]).to.contain('(HEED_DISPLAY)');
      expect(find(prompt, '.corner') !== null).to.equal(true);
    });
  });

  describe('buttons', () => {
    it('include "later" only if it opened automatically', async () => {
      const prompt = await mountWithRules();
      await openByRules(prompt);
      expect(find(prompt, '[part=later]')?.textContent?.trim()).to.equal('Ask me later');
      const { events, stop } = recordEvents();
      await clickOn(find(prompt, '[part=later]') as Element);
      stop();
      expect(events).to.deep.equal([['heed-hide', 'later']]);
      expect(listFailedRules(prompt)).to.include('rest');
      await prompt.show();
      expect(find(prompt, '[part=later]') === null).to.equal(true);
    });

    it('do not include "later" with no-later', async () => {
      const prompt = await mountWithRules({ 'no-later': '' });
      await openByRules(prompt);
      expect(find(prompt, '[part=later]') === null).to.equal(true);
    });

    it('use custom strings', async () => {
      const prompt = await mountWithRules();
      prompt.strings = { later: 'Not now' };
      await openByRules(prompt);
      expect(find(prompt, '[part=later]')?.textContent?.trim()).to.equal('Not now');
    });

    it('close the prompt', async () => {
      const prompt = await mountPrompt();
      await prompt.show();
      const { events, stop } = recordEvents();
      await clickOn(find(prompt, '[part=close]') as Element);
      stop();
      expect(events).to.deep.equal([['heed-hide', 'dismissed']]);
    });
  });

  describe('an answer', () => {
    it('keeps the prompt open, and closes it with the reason "answered"', async () => {
      const prompt = await mountWithRules();
      confirmAnswers(prompt);
      await openByRules(prompt);
      const { events, stop } = recordEvents();
      await answerQuestion(prompt);
      expect([prompt.open, find(prompt, '[part=later]') === null]).to.deep.equal([true, true]);
      await clickOn(find(prompt, '[part=close]') as Element);
      stop();
      expect(events).to.deep.equal([['heed-hide', 'answered']]);
      expect(listFailedRules(prompt)).to.include('rest');
    });

    it('is reset at the next opening', async () => {
      const prompt = await mountPrompt();
      confirmAnswers(prompt);
      await prompt.show();
      await answerQuestion(prompt);
      prompt.hide();
      await prompt.show();
      expect([getQuestion(prompt).value, getQuestion(prompt).matches(':state(sent)')]).to.deep.equal([
        null,
        false,
      ]);
    });

    it('is sent to the endpoint of the prompt', async () => {
      const prompt = await mountPrompt({ endpoint: '/prompt' });
      const endpoints: unknown[] = [];
      prompt.addEventListener('heed-submit', ({ endpoint }) => endpoints.push(endpoint));
      confirmAnswers(prompt);
      await prompt.show();
      await answerQuestion(prompt);
      expect(endpoints).to.deep.equal(['/prompt']);
    });

    it('that is partial does not count as answered', async () => {
      const prompt = await mountPrompt();
      await prompt.show();
      const detail = { record: { partial: true }, outcome: { state: 'sent' } };
      getQuestion(prompt).dispatchEvent(
        new CustomEvent('heed-sent', { detail, bubbles: true, composed: true }),
      );
      const { events, stop } = recordEvents();
      prompt.hide('dismissed');
      stop();
      expect(events).to.deep.equal([['heed-hide', 'dismissed']]);
    });
  });

  describe('a preview', () => {
    it('shows a note, counts nothing and sends no answer', async () => {
      const prompt = await mountWithRules();
      const before = JSON.stringify(prompt.explain());
      const submits: Event[] = [];
      const hear = (event: Event): number => submits.push(event);
      for (const place of [prompt, document]) place.addEventListener('heed-submit', hear);
      const { events, stop } = recordEvents();
      await prompt.preview();
      expect(find(prompt, '[part=preview]')?.textContent).to.equal('Preview: nothing is counted or sent');
      await answerQuestion(prompt);
      prompt.hide('dismissed');
      stop();
      document.removeEventListener('heed-submit', hear);
      expect([submits.length, JSON.stringify(prompt.explain())]).to.deep.equal([0, before]);
      expect(events).to.deep.equal([
        ['heed-show', true],
        ['heed-hide', 'answered'],
      ]);
    });

    it('opens immediately with the attribute', async () => {
      const prompt = await mountPrompt({ preview: '' });
      await until('the preview', () => find(prompt, '[part=preview]'));
      expect(prompt.open).to.equal(true);
    });

    it('does not affect the next opening', async () => {
      const prompt = await mountPrompt();
      await prompt.preview();
      await answerQuestion(prompt);
      prompt.hide();
      await prompt.show();
      expect([find(prompt, '[part=preview]') === null, getQuestion(prompt).value]).to.deep.equal([
        true,
        null,
      ]);
    });
  });

  it('is not dismissed by the late close event when the page closes and opens it again', async () => {
    const prompt = await mountPrompt({ display: 'modal' });
    await prompt.show();
    const { events, stop } = recordEvents();
    // The event is dispatched in a later task.
    const closed = new Promise((resolve) => find(prompt, 'dialog')?.addEventListener('close', resolve));
    prompt.hide();
    await prompt.show();
    await closed;
    stop();
    expect(events.map(([, more]) => more)).to.deep.equal(['closed', false]);
    expect(prompt.open).to.equal(true);
  });

  it('does not replace a prompt opened with show() when its rules allow it', async () => {
    const [ruled, asked] = [await mountWithRules(), await mountPrompt()];
    await asked.show();
    await dispatchTrigger(ruled);
    await until('the queue', () => listFailedRules(ruled).join() === 'turn');
    await showAnother();
    expect([ruled.open, asked.open]).to.deep.equal([false, true]);
  });

  it('releases the lock as inline', async () => {
    const inline = await mountWithRules({ display: 'inline' });
    const card = await mountWithRules();
    await openByRules(inline);
    await openByRules(card);
    expect([inline.open, card.open]).to.deep.equal([true, true]);
  });

  it('takes over the lock of the prompt that it replaces', async () => {
    const first = await mountWithRules();
    const second = await mountWithRules();
    const asked = await mountPrompt();
    await openByRules(first);
    await asked.show();
    expect(first.open).to.equal(false);
    await dispatchTrigger(second);
    await until('the queue', () => listFailedRules(second).join() === 'turn');
    await showAnother();
    expect([second.open, asked.open]).to.deep.equal([false, true]);
  });

  it('is neither shown nor counted while its anchor is not visible', async () => {
    const anchor = await mount<HTMLElement>('button', { id: 'anchor' });
    anchor.hidden = true;
    const prompt = await mountWithRules({ anchor: '#anchor' });
    const { events, stop } = recordEvents();
    document.dispatchEvent(new CustomEvent(prompt.name));
    await until('the reason', () => listFailedRules(prompt).includes('content'));
    stop();
    expect([prompt.open, events.length]).to.deep.equal([false, 0]);
  });

  it('stays closed, with a reason, when an element inside fails to render', async () => {
    const prompt = await mountPrompt();
    const broken = await mount('span', {}, prompt);
    Object.defineProperty(broken, 'updateComplete', { get: () => Promise.reject(new Error('no drawing')) });
    expect(await prompt.show()).to.equal(false);
    expect(listFailedRules(prompt)).to.include('content');
  });

  it('opens automatically only after a dialog of the page has closed', async () => {
    const prompt = await mountWithRules();
    const dialog = await mount<HTMLDialogElement>('dialog');
    dialog.showModal();
    await dispatchTrigger(prompt);
    await showAnother();
    expect(prompt.open).to.equal(false);
    dialog.close();
    await until('it to open', () => prompt.open);
  });

  it('does not restart its delay when a framework sets equal traits', async () => {
    const prompt = await mountWithRules({ delay: '1h' });
    const getDelayEnd = (): number | undefined =>
      prompt.explain().find(({ rule }) => rule === 'delay')?.until;
    document.dispatchEvent(new CustomEvent(prompt.name));
    const before = await until('the delay', getDelayEnd);
    for (let count = 0; count < 2; count++) {
      prompt.traits = { plan: 'free' };
      await prompt.updateComplete;
    }
    expect(getDelayEnd()).to.equal(before);
  });
});
