import '../define/csat.ts';
import '../define/prompt.ts';
import { inside, listen, mount, press, unmountAll, until } from '@heed/testing/suites/page';
import { expect } from 'chai';
import type { HeedPrompt } from './prompt.ts';

async function mountPrompt(attributes: Record<string, string> = {}): Promise<HeedPrompt> {
  const prompt = await mount<HeedPrompt>('heed-prompt', { name: 'test', ...attributes });
  await mount('heed-csat', { survey: 'test', question: 'How was it?' }, prompt);
  return prompt;
}

const panel = (prompt: Element): HTMLElement => inside(prompt, '[part=panel]');
const isSeen = (prompt: Element): boolean => panel(prompt).checkVisibility({ visibilityProperty: true });

describe('<heed-prompt>', () => {
  afterEach(unmountAll);

  for (const display of ['corner', 'modal', 'sheet', 'inline']) {
    it(`opens and closes as ${display}, and tells the page both`, async () => {
      const prompt = await mountPrompt({ display });
      expect(isSeen(prompt)).to.equal(false);
      const { heard, stop } = listen('heed-show', 'heed-hide');
      expect(await prompt.show()).to.equal(true);
      expect(isSeen(prompt)).to.equal(true);
      expect(prompt.matches('[open]')).to.equal(true);
      prompt.hide();
      expect(prompt.open).to.equal(false);
      await until('it to be gone', () => !isSeen(prompt));
      stop();
      expect(heard.map(({ type }) => type)).to.deep.equal(['heed-show', 'heed-hide']);
    });
  }

  it('closes by Escape with the focus inside, and gives it back', async () => {
    const prompt = await mountPrompt();
    const before = await mount('button');
    before.focus();
    await prompt.show();
    expect(document.activeElement === before).to.equal(true);
    prompt.focus();
    await press('Escape');
    expect(prompt.open).to.equal(false);
    expect(document.activeElement === before).to.equal(true);
  });
});
