import { sendMouse, setViewport } from '@heed/tooling/commands';
import { clickOn, mount, press, unmountAll, until, warningsDuring } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { confirmAnswers, find, follow, isSeen, mountPrompt, questionOf } from './test/prompt.ts';
import type { HeedPrompt } from './prompt.ts';

/** Opens by itself, by the event of its name. */
async function mountRuled(attributes: Record<string, string> = {}): Promise<HeedPrompt> {
  localStorage.removeItem('heed-prompts');
  const prompt = await mountPrompt({ quiet: '0', ...attributes });
  prompt.setAttribute('when', `event('${prompt.name}')`);
  await until('the rules', () => prompt.explain().length > 0);
  await prompt.updateComplete;
  return prompt;
}

/** Fires the event that it waits for, until its rules have judged. */
async function occur(prompt: HeedPrompt): Promise<void> {
  const judged = new Promise((resolve) => prompt.addEventListener('heed-judged', resolve, { once: true }));
  document.dispatchEvent(new CustomEvent(prompt.name));
  await judged;
}

async function trigger(prompt: HeedPrompt): Promise<void> {
  await occur(prompt);
  await until('it to open', () => prompt.open);
}

async function answer(prompt: HeedPrompt): Promise<void> {
  const question = questionOf(prompt);
  question.value = 4;
  await question.updateComplete;
  question.shadowRoot?.querySelector<HTMLElement>('[part=submit]')?.click();
  await until('the thanks', () => question.matches(':state(sent)'));
  await prompt.updateComplete;
}

/** Shows another one in the flow of the page; by then one that was to open before it would be open. */
async function showAnother(): Promise<void> {
  const another = await mountPrompt({ display: 'inline' });
  expect(await another.show()).to.equal(true);
}

/** What a screen reader is told. */
const announced = (prompt: Element): string => find(prompt, '[role=status]')?.textContent?.trim() ?? '';
const rulesOf = (prompt: HeedPrompt): string[] =>
  prompt.explain().flatMap(({ rule, ok }) => (ok ? [] : [rule]));

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
      it(`tells the page before it opens and after it has closed, as ${display}`, async () => {
        const prompt = await mountPrompt({ display });
        const { events, stop } = follow();
        expect(isSeen(prompt)).to.equal(false);
        expect(await prompt.show()).to.equal(true);
        expect([isSeen(prompt), prompt.open, prompt.matches('[open]')]).to.deep.equal([true, true, true]);
        prompt.hide();
        await until('it to be gone', () => !isSeen(prompt));
        stop();
        expect([prompt.open, prompt.matches('[open]')]).to.deep.equal([false, false]);
        expect(events).to.deep.equal([
          ['heed-show', false],
          ['heed-hide', 'closed'],
        ]);
      });
    }

    it('stays closed when the page cancels "heed-show", and tells of no closing', async () => {
      const prompt = await mountPrompt();
      const { events, stop } = follow();
      prompt.addEventListener('heed-show', (event) => event.preventDefault());
      expect(await prompt.show()).to.equal(false);
      stop();
      expect([isSeen(prompt), events.length]).to.deep.equal([false, 1]);
    });

    it('opens once when it is asked twice', async () => {
      const prompt = await mountPrompt();
      const { events, stop } = follow();
      expect(await Promise.all([prompt.show(), prompt.show()])).to.deep.equal([true, true]);
      stop();
      expect(events.length).to.equal(1);
    });

    it('stays closed when it is closed while it opens', async () => {
      const prompt = await mountPrompt();
      const opening = prompt.show();
      prompt.hide();
      expect(await opening).to.equal(false);
      expect(isSeen(prompt)).to.equal(false);
    });

    it('puts the content of its template into the page when it first opens, once', async () => {
      const prompt = await mount<HeedPrompt>('heed-prompt', { name: 'template' });
      const template = document.createElement('template');
      template.content.append(document.createElement('heed-csat'));
      prompt.append(template);
      expect(prompt.querySelector('heed-csat') === null).to.equal(true);
      await prompt.show();
      prompt.hide();
      await prompt.show();
      expect(prompt.querySelectorAll('heed-csat').length).to.equal(1);
      expect(questionOf(prompt).shadowRoot?.querySelector('input') !== null).to.equal(true);
    });

    it('waits until what it holds is registered and drawn, so that nothing shifts', async () => {
      const prompt = await mountPrompt();
      prompt.append(document.createElement('x-slow'));
      let draw = (): void => {};
      const drawn = new Promise<void>((resolve) => {
        draw = resolve;
      });
      const opening = prompt.show();
      await showAnother();
      expect(isSeen(prompt)).to.equal(false);
      customElements.define(
        'x-slow',
        class extends HTMLElement {
          updateComplete = drawn;
        },
      );
      await showAnother();
      expect(isSeen(prompt)).to.equal(false);
      draw();
      expect(await opening).to.equal(true);
      expect(isSeen(prompt)).to.equal(true);
    });

    it('stays closed when what it holds does not come, and says so', async function () {
      this.timeout(15_000);
      const prompt = await mountPrompt();
      const { events, stop } = follow();
      prompt.append(document.createElement('x-never'));
      expect(await prompt.show()).to.equal(false);
      stop();
      expect(rulesOf(prompt)).to.include('content');
      expect(events).to.deep.equal([]);
    });

    it('is one at a time over the page; one in its flow stays', async () => {
      const [one, two] = [await mountPrompt(), await mountPrompt()];
      const inline = await mountPrompt({ display: 'inline' });
      await inline.show();
      await one.show();
      await two.show();
      expect([one, two, inline].map(({ open }) => open)).to.deep.equal([false, true, true]);
    });

    it('opens within a shadow root, and asks there', async () => {
      const host = await mount('div');
      const root = host.attachShadow({ mode: 'open' });
      const inner = root.appendChild(document.createElement('section'));
      const prompt = await mountPrompt({}, inner);
      expect(await prompt.show()).to.equal(true);
      prompt.focus();
      await press('Escape');
      expect(prompt.open).to.equal(false);
    });

    it('sends by itself what is asked in it, also within a form of the page', async () => {
      const form = await mount<HTMLFormElement>('form');
      const prompt = await mountPrompt({}, form);
      confirmAnswers(prompt);
      await prompt.show();
      expect(form.checkValidity()).to.equal(true);
      await answer(prompt);
      expect([...new FormData(form)]).to.deep.equal([]);
    });

    it('opens in a browser that knows no popovers', async () => {
      const known = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'popover');
      Object.defineProperty(HTMLElement.prototype, 'popover', { value: undefined, configurable: true });
      const prompt = await mountPrompt();
      await prompt.show();
      expect(isSeen(prompt)).to.equal(true);
      prompt.hide();
      await until('it to be gone', () => !isSeen(prompt));
      if (known) Object.defineProperty(HTMLElement.prototype, 'popover', known);
    });

    it('closes when it leaves the page for good, and opens again where it comes back', async () => {
      const prompt = await mountPrompt();
      await prompt.show();
      const events: string[] = [];
      prompt.addEventListener('heed-hide', ({ detail }) => events.push(detail.reason));
      prompt.remove();
      await until('it to close', () => !prompt.open);
      expect(events).to.deep.equal(['closed']);
      document.body.append(prompt);
      expect(await prompt.show()).to.equal(true);
      expect(isSeen(prompt)).to.equal(true);
    });

    it('warns of a display that there is none of, and stands in a corner', async () => {
      const prompt = await mountPrompt({ display: 'banner' });
      const warnings = await warningsDuring(() => prompt.show());
      expect(warnings[0]).to.contain('(HEED_DISPLAY)');
      expect(find(prompt, '.corner') !== null).to.equal(true);
    });
  });

  describe('focus and keys', () => {
    for (const display of ['corner', 'sheet', 'inline']) {
      it(`takes no focus and does not scroll as ${display}`, async () => {
        const before = await mount<HTMLButtonElement>('button');
        (await mount('div')).style.height = '3000px';
        before.focus();
        const prompt = await mountPrompt({ display });
        await prompt.show();
        expect([document.activeElement === before, scrollY]).to.deep.equal([true, 0]);
        scrollTo(0, 100);
        expect(scrollY).to.equal(100);
      });
    }

    it('announces itself once with its question, and is silent again when it has closed', async () => {
      const prompt = await mountPrompt();
      await prompt.show();
      await until('the announcement', () => announced(prompt));
      expect(announced(prompt)).to.equal('A question for you has appeared: How was it?');
      prompt.hide();
      expect(announced(prompt)).to.equal('');
    });

    it('is a dialog of the name of its question that keeps nobody in', async () => {
      const prompt = await mountPrompt();
      await prompt.show();
      const panel = find(prompt, '[part=panel]');
      expect(panel?.getAttribute('role')).to.equal('dialog');
      expect(panel?.hasAttribute('aria-modal')).to.equal(false);
      expect(panel?.getAttribute('aria-label')).to.equal('How was it?');
    });

    it('has the name of the heading of the team', async () => {
      const prompt = await mountPrompt();
      (await mount('h2', {}, prompt)).textContent = 'Your order';
      await prompt.show();
      expect(find(prompt, '[part=panel]')?.getAttribute('aria-label')).to.equal('Your order');
    });

    it('is reached with Tab where it stands in the page', async () => {
      const before = await mount('button');
      const prompt = await mountPrompt();
      await prompt.show();
      before.focus();
      await press('Tab');
      expect(prompt.shadowRoot?.activeElement?.getAttribute('part')).to.equal('close');
      await press('Tab');
      expect(document.activeElement === questionOf(prompt)).to.equal(true);
    });

    it('closes with Escape inside, and gives the focus back', async () => {
      const before = await mount('button');
      const prompt = await mountPrompt();
      const { events, stop } = follow();
      before.focus();
      await prompt.show();
      await press('Tab', 'Escape');
      stop();
      expect(events[1]).to.deep.equal(['heed-hide', 'dismissed']);
      expect(document.activeElement === before).to.equal(true);
    });

    it('leaves Escape elsewhere in the page to the page', async () => {
      const before = await mount('button');
      const prompt = await mountPrompt();
      await prompt.show();
      before.focus();
      await press('Escape');
      expect(prompt.open).to.equal(true);
    });

    it('leaves an Escape alone that closes something inside', async () => {
      const prompt = await mountPrompt();
      const inner = await mount('button', {}, prompt);
      inner.addEventListener('keydown', (event) => event.preventDefault());
      await prompt.show();
      inner.focus();
      await press('Escape');
      expect(prompt.open).to.equal(true);
    });

    it('keeps the focus inside as a dialog, beginning with the panel, and gives it back', async () => {
      const before = await mount('button');
      const prompt = await mountPrompt({ display: 'modal' });
      before.focus();
      await prompt.show();
      expect(prompt.shadowRoot?.activeElement?.getAttribute('part')).to.equal('panel');
      for (let count = 0; count < 8; count++) {
        await press('Tab');
        expect(document.activeElement === before).to.equal(false);
      }
      prompt.focus();
      await press('Escape');
      await until('it to close', () => !prompt.open);
      expect(document.activeElement === before).to.equal(true);
    });

    it('keeps what was entered when it closes, and shows it again', async () => {
      const prompt = await mountPrompt();
      await prompt.show();
      questionOf(prompt).value = 2;
      prompt.hide();
      await prompt.show();
      expect(questionOf(prompt).value).to.equal(2);
    });
  });

  describe('a click beside it', () => {
    it('leaves a card in a corner open', async () => {
      const prompt = await mountPrompt();
      const beside = await mount('button');
      await prompt.show();
      await clickOn(beside);
      expect(prompt.open).to.equal(true);
    });

    it('closes a dialog as long as nothing was entered', async () => {
      const prompt = await mountPrompt({ display: 'modal' });
      await prompt.show();
      await clickAt(5, 5);
      expect(prompt.open).to.equal(false);
      await prompt.show();
      await clickOn(questionOf(prompt).shadowRoot?.querySelectorAll('input')[3] as Element);
      await clickAt(5, 5);
      expect(prompt.open).to.equal(true);
    });

    it('closes a popover, and leaves it open when the click was inside', async () => {
      const anchor = await mount('button', { id: 'anchor' });
      anchor.textContent = 'Anchor';
      const prompt = await mountPrompt({ anchor: '#anchor' });
      await prompt.show();
      await clickOn(questionOf(prompt).shadowRoot?.querySelector('[part=question]') as Element);
      expect(prompt.open).to.equal(true);
      await clickAt(790, 590);
      expect(prompt.open).to.equal(false);
    });
  });

  describe('its buttons', () => {
    it('offers to ask later only where it has opened by itself', async () => {
      const prompt = await mountRuled();
      await trigger(prompt);
      expect(find(prompt, '[part=later]')?.textContent?.trim()).to.equal('Ask me later');
      const { events, stop } = follow();
      await clickOn(find(prompt, '[part=later]') as Element);
      stop();
      expect(events).to.deep.equal([['heed-hide', 'later']]);
      expect(rulesOf(prompt)).to.include('rest');
      await prompt.show();
      expect(find(prompt, '[part=later]') === null).to.equal(true);
    });

    it('does not offer it where the team does not want that', async () => {
      const prompt = await mountRuled({ 'no-later': '' });
      await trigger(prompt);
      expect(find(prompt, '[part=later]') === null).to.equal(true);
    });

    it('speaks the words of the team', async () => {
      const prompt = await mountRuled();
      prompt.strings = { later: 'Not now' };
      await trigger(prompt);
      expect(find(prompt, '[part=later]')?.textContent?.trim()).to.equal('Not now');
    });

    it('closes with its button', async () => {
      const prompt = await mountPrompt();
      await prompt.show();
      const { events, stop } = follow();
      await clickOn(find(prompt, '[part=close]') as Element);
      stop();
      expect(events).to.deep.equal([['heed-hide', 'dismissed']]);
    });
  });

  describe('an answer', () => {
    it('leaves the thanks until they are closed, and then says that it was answered', async () => {
      const prompt = await mountRuled();
      confirmAnswers(prompt);
      await trigger(prompt);
      const { events, stop } = follow();
      await answer(prompt);
      expect([prompt.open, find(prompt, '[part=later]') === null]).to.deep.equal([true, true]);
      await clickOn(find(prompt, '[part=close]') as Element);
      stop();
      expect(events).to.deep.equal([['heed-hide', 'answered']]);
      expect(rulesOf(prompt)).to.include('rest');
    });

    it('is asked for anew at the next opening', async () => {
      const prompt = await mountPrompt();
      confirmAnswers(prompt);
      await prompt.show();
      await answer(prompt);
      prompt.hide();
      await prompt.show();
      expect([questionOf(prompt).value, questionOf(prompt).matches(':state(sent)')]).to.deep.equal([
        null,
        false,
      ]);
    });

    it('goes to the endpoint of the prompt', async () => {
      const prompt = await mountPrompt({ endpoint: '/prompt' });
      const endpoints: unknown[] = [];
      prompt.addEventListener('heed-submit', ({ endpoint }) => endpoints.push(endpoint));
      confirmAnswers(prompt);
      await prompt.show();
      await answer(prompt);
      expect(endpoints).to.deep.equal(['/prompt']);
    });

    it('that is only partial does not end the asking', async () => {
      const prompt = await mountPrompt();
      await prompt.show();
      const detail = { record: { partial: true }, outcome: { state: 'sent' } };
      questionOf(prompt).dispatchEvent(
        new CustomEvent('heed-sent', { detail, bubbles: true, composed: true }),
      );
      const { events, stop } = follow();
      prompt.hide('dismissed');
      stop();
      expect(events).to.deep.equal([['heed-hide', 'dismissed']]);
    });
  });

  describe('a preview', () => {
    it('says so, counts nothing, and sends no answer', async () => {
      const prompt = await mountRuled();
      const before = JSON.stringify(prompt.explain());
      const submits: Event[] = [];
      const hear = (event: Event): number => submits.push(event);
      for (const place of [prompt, document]) place.addEventListener('heed-submit', hear);
      const { events, stop } = follow();
      await prompt.preview();
      expect(find(prompt, '[part=preview]')?.textContent).to.equal('Preview: nothing is counted or sent');
      await answer(prompt);
      prompt.hide('dismissed');
      stop();
      document.removeEventListener('heed-submit', hear);
      expect([submits.length, JSON.stringify(prompt.explain())]).to.deep.equal([0, before]);
      expect(events).to.deep.equal([
        ['heed-show', true],
        ['heed-hide', 'answered'],
      ]);
    });

    it('opens at once where the attribute is set', async () => {
      const prompt = await mountPrompt({ preview: '' });
      await until('the preview', () => find(prompt, '[part=preview]'));
      expect(prompt.open).to.equal(true);
    });

    it('leaves nothing of itself to a visitor', async () => {
      const prompt = await mountPrompt();
      await prompt.preview();
      await answer(prompt);
      prompt.hide();
      await prompt.show();
      expect([find(prompt, '[part=preview]') === null, questionOf(prompt).value]).to.deep.equal([true, null]);
    });
  });

  it('is not counted as closed by the visitor when the page closes a dialog and opens it again', async () => {
    const prompt = await mountPrompt({ display: 'modal' });
    await prompt.show();
    const { events, stop } = follow();
    // A browser tells of it later than it happens.
    const told = new Promise((resolve) => find(prompt, 'dialog')?.addEventListener('close', resolve));
    prompt.hide();
    await prompt.show();
    await told;
    stop();
    expect(events.map(([, more]) => more)).to.deep.equal(['closed', false]);
    expect(prompt.open).to.equal(true);
  });

  it('does not take the place of one that the visitor has opened, when it opens by itself', async () => {
    const [ruled, asked] = [await mountRuled(), await mountPrompt()];
    await asked.show();
    await occur(ruled);
    await until('the queue', () => rulesOf(ruled).join() === 'turn');
    await showAnother();
    expect([ruled.open, asked.open]).to.deep.equal([false, true]);
  });

  it('leaves the turn to others where it is in the flow of the page', async () => {
    const inline = await mountRuled({ display: 'inline' });
    const card = await mountRuled();
    await trigger(inline);
    await trigger(card);
    expect([inline.open, card.open]).to.deep.equal([true, true]);
  });

  it('keeps the turn of the one whose place it takes', async () => {
    const first = await mountRuled();
    const second = await mountRuled();
    const asked = await mountPrompt();
    await trigger(first);
    await asked.show();
    expect(first.open).to.equal(false);
    await occur(second);
    await until('the queue', () => rulesOf(second).join() === 'turn');
    await showAnother();
    expect([second.open, asked.open]).to.deep.equal([false, true]);
  });

  it('is not shown, nor counted, while its anchor cannot be seen', async () => {
    const anchor = await mount<HTMLElement>('button', { id: 'anchor' });
    anchor.hidden = true;
    const prompt = await mountRuled({ anchor: '#anchor' });
    const { events, stop } = follow();
    document.dispatchEvent(new CustomEvent(prompt.name));
    await until('the reason', () => rulesOf(prompt).includes('content'));
    stop();
    expect([prompt.open, events.length]).to.deep.equal([false, 0]);
  });

  it('stays closed, with the reason, when something inside cannot be drawn', async () => {
    const prompt = await mountPrompt();
    const broken = await mount('span', {}, prompt);
    Object.defineProperty(broken, 'updateComplete', { get: () => Promise.reject(new Error('no drawing')) });
    expect(await prompt.show()).to.equal(false);
    expect(rulesOf(prompt)).to.include('content');
  });

  it('does not open by itself while the page shows a dialog of its own, but after it', async () => {
    const prompt = await mountRuled();
    const dialog = await mount<HTMLDialogElement>('dialog');
    dialog.showModal();
    await occur(prompt);
    await showAnother();
    expect(prompt.open).to.equal(false);
    dialog.close();
    await until('it to open', () => prompt.open);
  });

  it('does not begin anew when a framework sets the same traits again', async () => {
    const prompt = await mountRuled({ delay: '1h' });
    const endOfDelay = (): number | undefined => prompt.explain().find(({ rule }) => rule === 'delay')?.until;
    document.dispatchEvent(new CustomEvent(prompt.name));
    const before = await until('the delay', endOfDelay);
    for (let count = 0; count < 2; count++) {
      prompt.traits = { plan: 'free' };
      await prompt.updateComplete;
    }
    expect(endOfDelay()).to.equal(before);
  });
});

function clickAt(x: number, y: number): Promise<void> {
  return sendMouse({ type: 'click', position: [x, y] });
}
