import { findAxeViolations } from '@heed/testing/suites/axe';
import { clickOn, mount, unmountAll } from '@heed/testing/suites/page';
import { expect } from 'chai';
import type { RuleResult } from './scheduler.ts';
import { panel } from './panel.ts';
import { DAY, START } from './test/environment.ts';

const CLOSED: RuleResult[] = [
  { rule: 'rest', ok: false, reason: 'A pause is running, because it was answered.', until: START + DAY },
  { rule: 'trigger', ok: true, reason: '"when" holds.' },
];

async function show(verdicts: RuleResult[]) {
  const called: string[] = [];
  const prompt = Object.assign(await mount('section'), {
    name: 'after-order',
    explain: () => verdicts,
    preview: () => called.push('preview'),
    forget: () => called.push('forget'),
  });
  prompt.attachShadow({ mode: 'open' });
  const close = panel(prompt);
  const host = prompt.shadowRoot?.firstElementChild as HTMLElement;
  const root = host.shadowRoot as ShadowRoot;
  const text = (): string => root.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  return { prompt, close, host, root, text, called };
}

describe('the panel for developers', () => {
  afterEach(unmountAll);

  it('says of each rule what it says, and until when', async () => {
    const { text, root } = await show(CLOSED);
    expect(text()).to.contain('heed-prompt “after-order”').and.to.contain('Stays closed by: rest');
    expect(text()).to.contain('✗ rest A pause is running, because it was answered.');
    expect(text()).to.contain('✓ trigger "when" holds.');
    expect(root.querySelector('time')?.dateTime).to.equal(new Date(START + DAY).toISOString());
  });

  it('says that nothing keeps the prompt closed', async () => {
    expect((await show([])).text()).to.contain('Every rule agrees.');
  });

  it('is drawn anew when the rules are judged, and when the prompt opens or closes', async () => {
    for (const type of ['heed-judged', 'heed-show', 'heed-hide']) {
      const verdicts: RuleResult[] = [];
      const { prompt, text } = await show(verdicts);
      verdicts.push(...CLOSED);
      prompt.dispatchEvent(new Event(type));
      expect(text()).to.contain('✗ rest');
    }
  });

  it('opens a preview and forgets the counters on a press', async () => {
    const { root, called } = await show(CLOSED);
    for (const button of root.querySelectorAll('button')) await clickOn(button);
    expect(called).to.deep.equal(['preview', 'forget']);
  });

  it('stays out of the way of the page: over it, in its own root, gone when it is closed', async () => {
    const { prompt, host, close } = await show(CLOSED);
    expect(host.matches(':popover-open')).to.equal(true);
    close();
    expect(host.isConnected).to.equal(false);
    prompt.dispatchEvent(new Event('heed-judged'));
    expect(prompt.shadowRoot?.childElementCount).to.equal(0);
  });

  for (const scheme of ['light', 'dark']) {
    it(`gives axe nothing to find, in ${scheme} colours`, async () => {
      document.documentElement.style.colorScheme = scheme;
      const { prompt } = await show(CLOSED);
      expect(await findAxeViolations(prompt)).to.deep.equal([]);
      document.documentElement.style.colorScheme = '';
    });
  }
});
