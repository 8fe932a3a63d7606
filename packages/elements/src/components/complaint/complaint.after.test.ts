import '../../define/complaint.ts';
import { isReference, type Outcome } from '@heed/core';
import { setViewport } from '@heed/tooling/commands';
import { findAxeViolations } from '@heed/testing/suites/axe';
import { findMisfits } from '@heed/testing/suites/fit';
import { clickOn, inside, unmountAll, until, warningsDuring } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { answer, choose, part, send, setUp } from './test/complaint.ts';
import type { HeedComplaint } from './complaint.ts';

async function setUpSent(
  attributes: Record<string, string> = {},
  outcome: Outcome = { state: 'sent' },
): Promise<HeedComplaint> {
  const element = await setUp({ fields: 'category severity details', ...attributes });
  await answer(element);
  await send(element, outcome);
  await until('the outcome', () => element.matches(`:state(${outcome.state})`));
  return element;
}

/** Returns the next steps and their time limits as text. */
const due = (element: HeedComplaint): string[] =>
  Array.from(element.shadowRoot?.querySelectorAll('[part=due] dl > div') ?? [], (each) =>
    Array.from(each.children, ({ textContent }) => textContent?.trim()).join(': '),
  );

describe('<heed-complaint> after sending', () => {
  afterEach(async () => {
    unmountAll();
    localStorage.clear();
    document.documentElement.lang = 'en';
    document.documentElement.removeAttribute('dir');
    await setViewport({ width: 800, height: 600 });
  });

  for (const outcome of [{ state: 'sent' }, { state: 'stored', durable: true }] as const) {
    it(`shows a reference number immediately when it is ${outcome.state}`, async () => {
      const element = await setUpSent({}, outcome);
      expect(isReference(inside(element, '#number').textContent ?? '')).to.equal(true);
    });
  }

  it('shows the reference number of the endpoint', async () => {
    const element = await setUpSent({}, { state: 'sent', reference: 'T-4711' });
    expect(inside(element, '#number').textContent).to.equal('T-4711');
  });

  it('copies the reference number', async () => {
    const element = await setUpSent({}, { state: 'sent', reference: 'T-4711' });
    const copied: string[] = [];
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => void copied.push(text) },
    });
    await clickOn(part(element, 'copy'));
    const region = inside(element, '[part=reference] [aria-live]');
    await until('the word', () => region.textContent?.trim() === 'Copied');
    const [first] = region.children;
    await clickOn(part(element, 'copy'));
    await until('the word again', () => region.children[0] && region.children[0] !== first);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    expect(copied).to.deep.equal(['T-4711', 'T-4711']);
  });

  it('selects the number if it cannot be copied, and announces that', async () => {
    const element = await setUpSent({}, { state: 'sent', reference: 'T-4711' });
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    await clickOn(part(element, 'copy'));
    await until('the mark', () => getSelection()?.toString().trim() === 'T-4711');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    expect(part(element, 'copy').textContent?.trim()).to.equal('Copy');
    const region = inside(element, '[part=reference] [aria-live]');
    await until('the message', () => region.textContent?.includes('The number is selected.'));
  });

  it('spells out the number in the live region', async () => {
    for (const [reference, heard] of [
      ['HD-4GR-H16', 'H D, 4 G R, H 1 6'],
      ['Ä12.3', 'Ä 1 2, 3'],
      ['Miller', 'Miller'],
    ] as const) {
      const element = await setUpSent({ limits: 'usual' }, { state: 'sent', reference });
      const status = part(element, 'status');
      const strings = (status.textContent ?? '').trim().split(/\s*\n\s*/);
      expect(strings).to.deep.equal([
        'Thank you, we have received it',
        'Please keep your reference number.',
        `Reference number: ${heard}`,
      ]);
      expect(status.querySelector('button, a, output, [aria-live]')).to.equal(null);
      expect(inside(element, '#number').textContent).to.equal(reference);
      expect(status.nextElementSibling).to.equal(part(element, 'reference'));
    }
  });

  it('gives the copy button an accessible name', async () => {
    const element = await setUpSent({}, { state: 'sent' });
    expect(part(element, 'copy').ariaLabel).to.equal('Copy reference number');
  });

  it('links to the page of the case', async () => {
    const element = await setUpSent({}, { state: 'sent', statusUrl: '/cases/7' });
    const link = inside<HTMLAnchorElement>(element, 'a');
    expect(link.href).to.equal(new URL('/cases/7', location.href).href);
    expect(link.textContent).to.equal('Follow your case');
  });

  it('shows no link to an address that is not http(s)', async () => {
    const warnings = await warningsDuring(async () => {
      const element = await setUpSent({}, { state: 'sent', statusUrl: 'javascript:alert(1)' });
      expect(element.shadowRoot?.querySelector('a')).to.equal(null);
    });
    expect(warnings[0]).to.contain('(HEED_LINK)');
  });

  it('shows no time limits by default', async () => {
    expect(due(await setUpSent())).to.deep.equal([]);
  });

  it('shows durations before the confirmation, and dates after it', async () => {
    let confirm: (outcome: Outcome) => void = () => {};
    const settled = new Promise<Outcome>((resolve) => (confirm = resolve));
    const element = await setUpSent({ limits: 'usual' }, { state: 'stored', durable: true, settled });
    expect(due(element)).to.deep.equal([
      'First answer: 2 hours after we have received it',
      'Proposed solution: 4 hours after we have received it',
      'Solved: 24 hours after we have received it',
    ]);
    confirm({ state: 'sent' });
    await until('the confirmation', () => element.matches(':state(sent)'));
    await element.updateComplete;
    const format = new Intl.DateTimeFormat('en', {
      day: 'numeric',
      month: 'short',
      hour: 'numeric',
      minute: '2-digit',
    });
    const hour = 60 * 60 * 1000;
    const near = (hours: number): string[] =>
      [0, -60_000].map((early) => `by ${format.format(Date.now() + early + hours * hour)}`);
    expect(due(element)[0]?.replace('First answer: ', '')).to.be.oneOf(near(2));
    expect(due(element)[2]?.replace('Solved: ', '')).to.be.oneOf(near(24));
  });

  it('shows the time limits for severity and tier', async () => {
    const element = await setUp({ limits: 'usual' });
    element.respondent = { traits: { tier: 'core' } };
    await answer(element);
    await choose(element, 'severity', 'severe');
    await send(element, { state: 'stored', durable: true });
    await until('the outcome', () => element.matches(':state(stored)'));
    expect(due(element)).to.deep.equal([
      'First answer: 1 hour after we have received it',
      'Proposed solution: 4 hours after we have received it',
      'Solved: 8 hours after we have received it',
    ]);
  });

  for (const [limits, promised] of [
    ['30m', ['First answer: 30 minutes after we have received it']],
    [
      '1.5h 1d 3d',
      [
        'First answer: 1.5 hours after we have received it',
        'Proposed solution: 24 hours after we have received it',
        'Solved: 3 days after we have received it',
      ],
    ],
  ] as const) {
    it(`shows limits="${limits}"`, async () => {
      expect(due(await setUpSent({ limits }, { state: 'stored', durable: true }))).to.deep.equal(promised);
    });
  }

  it('formats times in the language of the page', async () => {
    document.documentElement.lang = 'de';
    const element = await setUpSent({ limits: '2d' }, { state: 'stored', durable: true });
    expect(due(element)[0]).to.contain('2 Tage');
  });

  for (const limits of ['2', '2h 4h 8h 16h', 'soon', '0h', '', '2h -1h', { solved: { severe: -1 } }]) {
    it(`shows no time limits for ${JSON.stringify(limits)}, and warns once`, async () => {
      const warnings = await warningsDuring(async () => {
        const element = await setUp();
        element.limits = limits;
        await answer(element);
        await send(element, { state: 'sent' });
        await until('the outcome', () => element.matches(':state(sent)'));
        expect(due(element)).to.deep.equal([]);
      });
      expect(warnings.length).to.equal(1);
      expect(warnings[0]).to.contain('(HEED_LIMITS)');
    });
  }

  for (const lang of ['en', 'de', 'ar']) {
    it(`fits a phone in "${lang}" with all next steps`, async () => {
      await setViewport({ width: 320, height: 600 });
      document.documentElement.lang = lang;
      document.documentElement.dir = lang === 'ar' ? 'rtl' : 'ltr';
      for (const outcome of [
        { state: 'sent', statusUrl: '/cases/7', reference: 'CASE-2026-0000-4711-0815' },
        { state: 'stored', durable: true },
      ] as const) {
        const element = await setUpSent({ limits: 'usual' }, outcome);
        await element.updateComplete;
        expect(findMisfits(element), outcome.state).to.deep.equal([]);
        element.remove();
      }
    });
  }

  it('has no axe violations with all next steps', async () => {
    const element = await setUpSent({ limits: 'usual' }, { state: 'sent', statusUrl: '/cases/7' });
    expect(await findAxeViolations(element)).to.deep.equal([]);
  });
});
