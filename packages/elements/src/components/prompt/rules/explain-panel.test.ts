import { findAxeViolations } from '@heed/testing/suites/axe';
import { clickOn, mount, unmountAll } from '@heed/testing/suites/page';
import { expect } from 'chai';
import type { RuleResult } from './scheduler.ts';
import { openExplainPanel } from './explain-panel.ts';
import { DAY, START } from './test/environment.ts';

const CLOSED: RuleResult[] = [
  { rule: 'rest', ok: false, reason: 'A pause is running, because it was answered.', until: START + DAY },
  { rule: 'trigger', ok: true, reason: '"when" is true.' },
];

async function openPanel(results: RuleResult[]) {
  const called: string[] = [];
  const prompt = Object.assign(await mount('section'), {
    name: 'after-order',
    explain: () => results,
    preview: () => called.push('preview'),
    forget: () => called.push('forget'),
  });
  prompt.attachShadow({ mode: 'open' });
  const close = openExplainPanel(prompt);
  const host = prompt.shadowRoot?.firstElementChild as HTMLElement;
  const root = host.shadowRoot as ShadowRoot;
  const text = (): string => root.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  return { prompt, close, host, root, text, called };
}

describe('the explain panel', () => {
  afterEach(unmountAll);

  it('shows the result of each rule, and when it will change', async () => {
    const { text, root } = await openPanel(CLOSED);
    expect(text()).to.contain('heed-prompt “after-order”').and.to.contain('Kept closed by: rest');
    expect(text()).to.contain('✗ rest A pause is running, because it was answered.');
    expect(text()).to.contain('✓ trigger "when" is true.');
    expect(root.querySelector('time')?.dateTime).to.equal(new Date(START + DAY).toISOString());
  });

  it('shows that all rules allow the prompt', async () => {
    expect((await openPanel([])).text()).to.contain('All rules allow it to open.');
  });

  it('updates when the rules are checked and when the prompt opens or closes', async () => {
    for (const type of ['heed-checked', 'heed-show', 'heed-hide']) {
      const results: RuleResult[] = [];
      const { prompt, text } = await openPanel(results);
      results.push(...CLOSED);
      prompt.dispatchEvent(new Event(type));
      expect(text()).to.contain('✗ rest');
    }
  });

  it('opens a preview and resets the counters on click', async () => {
    const { root, called } = await openPanel(CLOSED);
    for (const button of root.querySelectorAll('button')) await clickOn(button);
    expect(called).to.deep.equal(['preview', 'forget']);
  });

  it('is in the top layer and its own shadow root, and removed when closed', async () => {
    const { prompt, host, close } = await openPanel(CLOSED);
    expect(host.matches(':popover-open')).to.equal(true);
    close();
    expect(host.isConnected).to.equal(false);
    prompt.dispatchEvent(new Event('heed-checked'));
    expect(prompt.shadowRoot?.childElementCount).to.equal(0);
  });

  for (const scheme of ['light', 'dark']) {
    it(`has no axe violations with ${scheme} colours`, async () => {
      document.documentElement.style.colorScheme = scheme;
      const { prompt } = await openPanel(CLOSED);
      expect(await findAxeViolations(prompt)).to.deep.equal([]);
      document.documentElement.style.colorScheme = '';
    });
  }
});
