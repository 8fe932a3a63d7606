import '../../../define/csat.ts';
import '../../../define/prompt.ts';
import '../../../define/survey.ts';
import { clickOn, inside, mount, unmountAll, until } from '@heed/testing/suites/page';
import type { Outcome } from '@heed/core';
import { expect } from 'chai';
import type { HeedPrompt } from '../prompt.ts';
import type { RuleResult } from './scheduler.ts';
import { DAY, dispatch } from './test/environment.ts';

let names = 0;

/** Mounts a prompt with a name that no other test uses. */
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

const getResult = (prompt: HeedPrompt, rule: RuleResult['rule']): RuleResult | undefined =>
  prompt.explain().find((one) => one.rule === rule);
const getRestDays = (prompt: HeedPrompt): number | undefined => {
  const { until } = getResult(prompt, 'rest') ?? {};
  return until && Math.round((until - Date.now()) / DAY);
};
const open = async (prompt: HeedPrompt): Promise<void> => {
  dispatch(prompt.name);
  await until('the prompt', () => prompt.open);
};
const answer = async (prompt: HeedPrompt, outcome: Outcome): Promise<void> => {
  prompt.addEventListener('heed-submit', (event) => event.respondWith(outcome), { once: true });
  const question = prompt.querySelector('heed-csat') as HTMLElement;
  await clickOn(inside(question, 'input, label'));
  await clickOn(inside(question, '[part=submit]'));
};

describe('<heed-prompt> rules', () => {
  afterEach(() => {
    for (const prompt of document.querySelectorAll<HeedPrompt>('heed-prompt')) prompt.forget();
    unmountAll();
  });

  it('opens automatically, counts the showing and rests', async () => {
    const prompt = await mountPrompt();
    await open(prompt);
    expect(getResult(prompt, 'max')?.reason).to.contain('Shown once');
    expect(getRestDays(prompt)).to.equal(7);
  });

  it('rests longer after it was dismissed', async () => {
    const prompt = await mountPrompt();
    await open(prompt);
    await clickOn(inside(prompt, '[part=close]'));
    expect(getRestDays(prompt)).to.equal(30);
  });

  it('counts an answer that was sent', async () => {
    const prompt = await mountPrompt();
    await open(prompt);
    await answer(prompt, { state: 'sent' });
    await until('the rest', () => getRestDays(prompt) === 90);
  });

  it('counts show(), even before the rules are loaded', async () => {
    const prompt = await mount<HeedPrompt>('heed-prompt', { name: `real-${names++}` });
    await mount('heed-csat', { survey: 'test', question: 'How was it?' }, prompt);
    expect(await prompt.show()).to.equal(true);
    expect(getResult(prompt, 'max')?.reason).to.contain('Shown once');
  });

  it('does not count a preview', async () => {
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
      // For browsers without the Navigation API.
      dispatchEvent(new PopStateEvent('popstate'));
    };
    afterEach(() => go(href));

    it('closes when the application leaves the route', async () => {
      const prompt = await mountPrompt({ when: "route('/checkout/*') and event('asked')" });
      go('/checkout/pay');
      dispatch('asked');
      await until('the prompt', () => prompt.open);
      go('/checkout/done');
      go('/start');
      await until('it to close', () => !prompt.open);
    });

    it('stays open if it was opened with show()', async () => {
      const prompt = await mountPrompt({ when: "route('/checkout/*') and event('asked')" });
      const other = await mountPrompt({ when: "route('/checkout/*') and event('other')", display: 'inline' });
      go('/checkout/pay');
      dispatch('other');
      await until('the other', () => other.open);
      await prompt.show();
      go('/start');
      await until('the other to close', () => !other.open);
      expect(prompt.open).to.equal(true);
    });
  });

  it('stays closed with an invalid survey or without content', async () => {
    for (const inner of ['<wrong>', '<nothing>']) {
      const prompt = await mountPrompt();
      prompt.replaceChildren();
      if (inner === '<wrong>') {
        const survey = await mount('heed-survey', { survey: 'wrong' }, prompt);
        await mount('heed-csat', { name: 'a', 'show-if': 'zz > 1' }, survey);
      }
      dispatch(prompt.name);
      await until('the reason', () => getResult(prompt, 'content')?.reason.includes('is empty'));
      expect([prompt.open, getRestDays(prompt)]).to.deep.equal([false, undefined]);
    }
  });

  it('releases the lock when it closes', async () => {
    const [one, other] = [await mountPrompt(), await mountPrompt()];
    await open(one);
    dispatch(other.name);
    await until('the queue', () => getResult(other, 'turn')?.ok === false);
    expect(other.open).to.equal(false);
    one.hide();
    await until('the other one', () => other.open);
  });

  it('shows the result of every rule in the explain panel', async () => {
    const prompt = await mountPrompt({ explain: '' });
    const text = (): string =>
      prompt.shadowRoot?.querySelector('[popover][lang=en]')?.shadowRoot?.textContent ?? '';
    await until('the panel', text);
    expect(text()).to.contain('Kept closed by: trigger');
    await open(prompt);
    await until('the update', () => text().includes('Shown once'));
  });
});
