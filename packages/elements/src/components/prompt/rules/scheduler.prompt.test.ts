import '../../../define/csat.ts';
import '../../../define/prompt.ts';
import '../../../define/survey.ts';
import { clickOn, inside, mount, unmountAll, until } from '@heed/testing/suites/page';
import type { Outcome } from '@heed/core';
import { expect } from 'chai';
import type { HeedPrompt } from '../prompt.ts';
import type { RuleResult } from './scheduler.ts';
import { DAY, t } from './test/environment.ts';

let names = 0;

/** A prompt as in a page, with a name that no other test uses. */
async function mountPrompt(attributes: Record<string, string> = {}): Promise<HeedPrompt> {
  const name = `real-${names++}`;
  const prompt = await mount<HeedPrompt>('heed-prompt', {
    name,
    when: `event('${name}')`,
    quiet: '0',
    ...attributes,
  });
  await mount('heed-csat', { survey: 'test', question: 'How was it?' }, prompt);
  await until('the rules', () => prompt.explain().length > 0);
  return prompt;
}

const verdict = (prompt: HeedPrompt, rule: RuleResult['rule']): RuleResult | undefined =>
  prompt.explain().find((one) => one.rule === rule);
const rests = (prompt: HeedPrompt): number | undefined => {
  const { until } = verdict(prompt, 'rest') ?? {};
  return until && Math.round((until - Date.now()) / DAY);
};
const open = async (prompt: HeedPrompt): Promise<void> => {
  t(prompt.name);
  await until('the prompt', () => prompt.open);
};
const answer = async (prompt: HeedPrompt, outcome: Outcome): Promise<void> => {
  prompt.addEventListener('heed-submit', (event) => event.respondWith(outcome), { once: true });
  const question = prompt.querySelector('heed-csat') as HTMLElement;
  await clickOn(inside(question, 'input, label'));
  await clickOn(inside(question, '[part=submit]'));
};

describe('a <heed-prompt> and its rules', () => {
  afterEach(() => {
    for (const prompt of document.querySelectorAll<HeedPrompt>('heed-prompt')) prompt.forget();
    unmountAll();
  });

  it('opens by itself, counts that, and rests', async () => {
    const prompt = await mountPrompt();
    await open(prompt);
    expect(verdict(prompt, 'max')?.reason).to.contain('Shown once');
    expect(rests(prompt)).to.equal(7);
  });

  it('rests for long once it was dismissed', async () => {
    const prompt = await mountPrompt();
    await open(prompt);
    await clickOn(inside(prompt, '[part=close]'));
    expect(rests(prompt)).to.equal(30);
  });

  it('counts an answer by its delivery', async () => {
    const prompt = await mountPrompt();
    await open(prompt);
    await answer(prompt, { state: 'sent' });
    await until('the rest', () => rests(prompt) === 90);
  });

  it('counts a visitor who opens it by hand, also at once', async () => {
    const prompt = await mount<HeedPrompt>('heed-prompt', { name: `real-${names++}` });
    await mount('heed-csat', { survey: 'test', question: 'How was it?' }, prompt);
    expect(await prompt.show()).to.equal(true);
    expect(verdict(prompt, 'max')?.reason).to.contain('Shown once');
  });

  it('counts nothing of a preview', async () => {
    const prompt = await mountPrompt();
    const before = localStorage.getItem('heed-prompts');
    await prompt.preview();
    expect(prompt.open).to.equal(true);
    prompt.hide('dismissed');
    expect(localStorage.getItem('heed-prompts')).to.equal(before);
    expect(
      prompt
        .explain()
        .filter(({ ok }) => !ok)
        .map(({ rule }) => rule),
    ).to.deep.equal(['trigger']);
  });

  describe('on a route', () => {
    const { href } = location;
    const go = (path: string): void => {
      history.pushState({}, '', path);
      // Where the browser has no event of its own for it.
      dispatchEvent(new PopStateEvent('popstate'));
    };
    afterEach(() => go(href));

    it('closes when the application leaves that', async () => {
      const prompt = await mountPrompt({ when: "route('/checkout/*') and event('asked')" });
      go('/checkout/pay');
      t('asked');
      await until('the prompt', () => prompt.open);
      go('/checkout/done');
      go('/start');
      await until('its end', () => !prompt.open);
    });

    it('stays when the visitor has opened it', async () => {
      const prompt = await mountPrompt({ when: "route('/checkout/*') and event('asked')" });
      const other = await mountPrompt({ when: "route('/checkout/*') and event('other')", display: 'inline' });
      go('/checkout/pay');
      t('other');
      await until('the other', () => other.open);
      await prompt.show();
      go('/start');
      await until('the end of the other', () => !other.open);
      expect(prompt.open).to.equal(true);
    });
  });

  it('stays closed around a survey that its author has got wrong, and around nothing', async () => {
    for (const inner of ['<wrong>', '<nothing>']) {
      const prompt = await mountPrompt();
      prompt.replaceChildren();
      if (inner === '<wrong>') {
        const survey = await mount('heed-survey', { survey: 'wrong' }, prompt);
        await mount('heed-csat', { name: 'a', 'show-if': 'zz > 1' }, survey);
      }
      t(prompt.name);
      await until('the verdict', () => verdict(prompt, 'content')?.reason.includes('asks nothing'));
      expect([prompt.open, rests(prompt)]).to.deep.equal([false, undefined]);
    }
  });

  it('gives back the turn when it is closed', async () => {
    const [one, other] = [await mountPrompt(), await mountPrompt()];
    await open(one);
    t(other.name);
    await until('the turn', () => verdict(other, 'turn')?.ok === false);
    expect(other.open).to.equal(false);
    one.hide();
    await until('the other one', () => other.open);
  });

  it('shows developers in the page what every rule says', async () => {
    const prompt = await mountPrompt({ explain: '' });
    const text = (): string =>
      prompt.shadowRoot?.querySelector('[popover][lang=en]')?.shadowRoot?.textContent ?? '';
    await until('the panel', text);
    expect(text()).to.contain('Stays closed by: trigger');
    await open(prompt);
    await until('the news', () => text().includes('Shown once'));
  });
});
