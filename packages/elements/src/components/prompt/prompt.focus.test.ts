import { sendMouse } from '@heed/tooling/commands';
import { clickOn, mount, press, unmountAll, until } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { find, getQuestion, mountPrompt, recordEvents } from './test/prompt.ts';

/** Returns the text of the status region. */
const getAnnouncement = (prompt: Element): string => find(prompt, '[role=status]')?.textContent?.trim() ?? '';

describe('<heed-prompt> focus', () => {
  afterEach(() => {
    unmountAll();
    localStorage.removeItem('heed-prompts');
    scrollTo(0, 0);
  });

  describe('focus and keys', () => {
    for (const display of ['corner', 'sheet', 'inline']) {
      it(`takes no focus and does not lock scrolling as ${display}`, async () => {
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

    it('announces its question once, and clears the announcement when it closes', async () => {
      const prompt = await mountPrompt();
      await prompt.show();
      await until('the announcement', () => getAnnouncement(prompt));
      expect(getAnnouncement(prompt)).to.equal('A question for you has appeared: How was it?');
      prompt.hide();
      expect(getAnnouncement(prompt)).to.equal('');
    });

    it('is a non-modal dialog named by its question', async () => {
      const prompt = await mountPrompt();
      await prompt.show();
      const panel = find(prompt, '[part=panel]');
      expect(panel?.getAttribute('role')).to.equal('dialog');
      expect(panel?.hasAttribute('aria-modal')).to.equal(false);
      expect(panel?.getAttribute('aria-label')).to.equal('How was it?');
    });

    it('is named by a heading of the page', async () => {
      const prompt = await mountPrompt();
      (await mount('h2', {}, prompt)).textContent = 'Your order';
      await prompt.show();
      expect(find(prompt, '[part=panel]')?.getAttribute('aria-label')).to.equal('Your order');
    });

    it('is reached with Tab at its place in the page', async () => {
      const before = await mount('button');
      const prompt = await mountPrompt();
      await prompt.show();
      before.focus();
      await press('Tab');
      expect(prompt.shadowRoot?.activeElement?.getAttribute('part')).to.equal('close');
      await press('Tab');
      expect(document.activeElement === getQuestion(prompt)).to.equal(true);
    });

    it('closes with Escape inside, and returns the focus', async () => {
      const before = await mount('button');
      const prompt = await mountPrompt();
      const { events, stop } = recordEvents();
      before.focus();
      await prompt.show();
      await press('Tab', 'Escape');
      stop();
      expect(events[1]).to.deep.equal(['heed-hide', 'dismissed']);
      expect(document.activeElement === before).to.equal(true);
    });

    it('ignores Escape elsewhere in the page', async () => {
      const before = await mount('button');
      const prompt = await mountPrompt();
      await prompt.show();
      before.focus();
      await press('Escape');
      expect(prompt.open).to.equal(true);
    });

    it('ignores Escape if an element inside handles it', async () => {
      const prompt = await mountPrompt();
      const inner = await mount('button', {}, prompt);
      inner.addEventListener('keydown', (event) => event.preventDefault());
      await prompt.show();
      inner.focus();
      await press('Escape');
      expect(prompt.open).to.equal(true);
    });

    it('traps the focus as modal, starting with the panel, and returns it', async () => {
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

    it("keeps the user's input when it closes and opens again", async () => {
      const prompt = await mountPrompt();
      await prompt.show();
      getQuestion(prompt).value = 2;
      prompt.hide();
      await prompt.show();
      expect(getQuestion(prompt).value).to.equal(2);
    });
  });

  describe('a click outside', () => {
    it('does not close a corner prompt', async () => {
      const prompt = await mountPrompt();
      const outside = await mount('button');
      await prompt.show();
      await clickOn(outside);
      expect(prompt.open).to.equal(true);
    });

    it('closes a modal prompt without input', async () => {
      const prompt = await mountPrompt({ display: 'modal' });
      await prompt.show();
      await clickAt(5, 5);
      expect(prompt.open).to.equal(false);
      await prompt.show();
      await clickOn(getQuestion(prompt).shadowRoot?.querySelectorAll('input')[3] as Element);
      await clickAt(5, 5);
      expect(prompt.open).to.equal(true);
    });

    it('closes a popover, unlike a click inside', async () => {
      const anchor = await mount('button', { id: 'anchor' });
      anchor.textContent = 'Anchor';
      const prompt = await mountPrompt({ anchor: '#anchor' });
      await prompt.show();
      await clickOn(getQuestion(prompt).shadowRoot?.querySelector('[part=question]') as Element);
      expect(prompt.open).to.equal(true);
      await clickAt(790, 590);
      expect(prompt.open).to.equal(false);
    });
  });
});

function clickAt(x: number, y: number): Promise<void> {
  return sendMouse({ type: 'click', position: [x, y] });
}
