/** Tests the transitions in the table of `prompt.ts`. */
import { unmountAll, until } from '@heed/testing/suites/page';
import { expect } from 'chai';
import {
  answerQuestion,
  confirmAnswers,
  dispatchTrigger,
  find,
  getQuestion,
  mountPrompt,
  mountWithRules,
  recordEvents,
} from './test/prompt.ts';
import type { HeedPrompt } from './prompt.ts';

/** Keeps the prompt preparing until the returned function is called. */
function delayRendering(prompt: HeedPrompt): () => void {
  let finish = (): void => {};
  const updateComplete = new Promise<void>((resolve) => (finish = resolve));
  prompt.append(Object.assign(document.createElement('span'), { textContent: 'Slow', updateComplete }));
  return finish;
}

describe('<heed-prompt> states', () => {
  beforeEach(() => localStorage.removeItem('heed-prompts'));
  afterEach(() => {
    for (const prompt of document.querySelectorAll('heed-prompt')) prompt.hide();
    unmountAll();
    localStorage.removeItem('heed-prompts');
  });

  describe('from closed', () => {
    for (const [name, open] of [
      ['show()', (prompt: HeedPrompt) => void prompt.show()],
      ['preview()', (prompt: HeedPrompt) => void prompt.preview()],
      ['its rules', dispatchTrigger],
    ] as const)
      it(`opens through preparing with ${name}`, async () => {
        const prompt = await mountWithRules();
        const finish = delayRendering(prompt);
        await open(prompt);
        expect(prompt.open).to.equal(false);
        finish();
        await until('it to open', () => prompt.open);
      });

    it('stays closed when it is not in the page', async () => {
      const prompt = await mountPrompt();
      prompt.remove();
      expect(await prompt.show()).to.equal(false);
    });

    it('stays closed, without an event, for hide()', async () => {
      const prompt = await mountPrompt();
      const { events, stop } = recordEvents();
      prompt.hide('dismissed');
      stop();
      expect(events).to.deep.equal([]);
    });
  });

  describe('from preparing', () => {
    it('shares the session between show() and its rules', async () => {
      const prompt = await mountWithRules();
      const finish = delayRendering(prompt);
      const { events, stop } = recordEvents();
      const first = prompt.show();
      await dispatchTrigger(prompt);
      finish();
      expect([await first, await prompt.show()]).to.deep.equal([true, true]);
      stop();
      expect(events).to.deep.equal([['heed-show', false]]);
      expect(find(prompt, '[part=later]')).to.equal(null);
    });

    it('replaces the session with one of another mode', async () => {
      const prompt = await mountPrompt();
      const finish = delayRendering(prompt);
      const { events, stop } = recordEvents();
      const shown = prompt.show();
      const previewed = prompt.preview();
      finish();
      expect([await shown, await previewed]).to.deep.equal([false, true]);
      stop();
      expect(events).to.deep.equal([['heed-show', true]]);
    });

    it('closes when "heed-show" is cancelled, and can be opened again', async () => {
      const prompt = await mountPrompt();
      prompt.addEventListener('heed-show', (event) => event.preventDefault(), { once: true });
      expect(await prompt.show()).to.equal(false);
      expect(await prompt.show()).to.equal(true);
    });

    it('closes when a listener of "heed-show" calls hide()', async () => {
      const prompt = await mountPrompt();
      const { events, stop } = recordEvents();
      prompt.addEventListener('heed-show', () => prompt.hide(), { once: true });
      expect(await prompt.show()).to.equal(false);
      stop();
      expect([prompt.open, events]).to.deep.equal([false, [['heed-show', false]]]);
      expect(await prompt.show()).to.equal(true);
    });

    it('closes when it is removed, without an event', async () => {
      const prompt = await mountPrompt();
      const finish = delayRendering(prompt);
      const { events, stop } = recordEvents();
      const shown = prompt.show();
      prompt.remove();
      expect(await shown).to.equal(false);
      finish();
      stop();
      expect(events).to.deep.equal([]);
    });

    it('closes with a reason that the next opening clears', async () => {
      const prompt = await mountPrompt();
      const getReason = (): string | undefined =>
        prompt.explain().find(({ rule }) => rule === 'content')?.reason;
      const question = getQuestion(prompt);
      question.remove();
      expect(await prompt.show()).to.equal(false);
      expect(getReason()).to.contain('empty');
      prompt.append(question);
      expect(await prompt.show()).to.equal(true);
      expect(getReason()).to.equal(undefined);
    });
  });

  describe('from open', () => {
    it('stays open for show() and preview()', async () => {
      const prompt = await mountPrompt();
      await prompt.show();
      const { events, stop } = recordEvents();
      expect([await prompt.show(), await prompt.preview()]).to.deep.equal([true, true]);
      stop();
      expect([events, find(prompt, '[part=preview]')]).to.deep.equal([[], null]);
    });

    it('closes with the reason of hide()', async () => {
      const prompt = await mountPrompt();
      for (const reason of ['closed', 'dismissed', 'later'] as const) {
        await prompt.show();
        const { events, stop } = recordEvents();
        prompt.hide(reason);
        stop();
        expect(events).to.deep.equal([['heed-hide', reason]]);
      }
    });

    it('stays open after an answer, and closes with the reason "answered"', async () => {
      const prompt = await mountPrompt();
      confirmAnswers(prompt);
      await prompt.show();
      await answerQuestion(prompt);
      expect(prompt.open).to.equal(true);
      const { events, stop } = recordEvents();
      prompt.hide('dismissed');
      stop();
      expect(events).to.deep.equal([['heed-hide', 'answered']]);
    });

    it('closes when another prompt opens on top', async () => {
      const [first, second] = [await mountPrompt(), await mountPrompt()];
      await first.show();
      const { events, stop } = recordEvents();
      await second.show();
      stop();
      expect([first.open, second.open]).to.deep.equal([false, true]);
      expect(events).to.deep.equal([
        ['heed-show', false],
        ['heed-hide', 'closed'],
      ]);
    });
  });
});
