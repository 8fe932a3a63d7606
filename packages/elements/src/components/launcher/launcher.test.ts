import '../../define/launcher.ts';
import { sendMouse, setMediaFeatures, setViewport } from '@heed/tooling/commands';
import { findAxeViolations } from '@heed/testing/suites/axe';
import { clickOn, mount, press, unmountAll, until, warningsDuring } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { measurePanel, find, mountPrompt } from '../prompt/test/prompt.ts';
import type { HeedPrompt } from '../prompt/prompt.ts';
import type { HeedLauncher } from './launcher.ts';

const SIZE = { width: 800, height: 600 };

/** Mounts a launcher and its prompt. */
async function mountBoth(
  attributes: Record<string, string> = {},
  promptAttributes: Record<string, string> = {},
): Promise<[HeedLauncher, HeedPrompt]> {
  const launcher = await mount<HeedLauncher>('heed-launcher', { for: 'feedback', ...attributes });
  await until('it to be rendered', () => find(launcher, '[part=base]'));
  return [launcher, await mountPrompt({ id: 'feedback', ...promptAttributes })];
}

function part(launcher: Element, name: string): HTMLElement {
  const found = find(launcher, `[part=${name}]`);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

const measureLauncher = (launcher: Element): DOMRect => part(launcher, 'base').getBoundingClientRect();
const getPlace = (launcher: Element): string | undefined => part(launcher, 'base').dataset['place'];
const isSmall = (launcher: Element): boolean => part(launcher, 'base').classList.contains('small');
const isExpanded = (launcher: Element): string | null =>
  part(launcher, 'button').getAttribute('aria-expanded');

async function movePointerTo(launcher: Element): Promise<void> {
  const { left, top, width, height } = measureLauncher(launcher);
  await sendMouse({
    type: 'move',
    position: [Math.round(left + width / 2), Math.round(top + height / 2)],
  });
}

/** Mounts a control of the page at a fixed position. */
async function mountFixedControl(style: Partial<CSSStyleDeclaration>): Promise<HTMLButtonElement> {
  const button = await mount<HTMLButtonElement>('button');
  Object.assign(button.style, { position: 'fixed', width: '150px', height: '40px', ...style });
  return button;
}

const overlap = (one: DOMRect, other: DOMRect): boolean =>
  one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;

async function untilUncovered(launcher: Element, control: Element): Promise<void> {
  await until('it to move', () => !overlap(measureLauncher(launcher), control.getBoundingClientRect()));
}

/** Resolves once the launcher has checked which controls it covers. */
async function untilSettled(launcher: Element): Promise<void> {
  await until('it to settle', () => part(launcher, 'base').style.getPropertyValue('--_up'));
}

describe('<heed-launcher>', () => {
  before(() => setViewport(SIZE));
  afterEach(async () => {
    unmountAll();
    localStorage.clear();
    document.documentElement.removeAttribute('dir');
    document.documentElement.lang = 'en';
    document.head.querySelector('meta[name=heed-consent]')?.remove();
    await setMediaFeatures({});
    await setViewport(SIZE);
  });

  it('opens its prompt with focus, reflects the state, and closes it', async () => {
    const [launcher, prompt] = await mountBoth();
    expect(isExpanded(launcher)).to.equal('false');
    await clickOn(part(launcher, 'button'));
    await until('it to open', () => prompt.open && document.activeElement === prompt);
    await until('the state', () => isExpanded(launcher) === 'true');
    await clickOn(part(launcher, 'button'));
    expect(prompt.open).to.equal(false);
    await until('the state', () => isExpanded(launcher) === 'false');
  });

  for (const display of ['corner', 'modal', 'sheet', 'inline'])
    it(`gets the focus back when the prompt closes as ${display}`, async () => {
      const [launcher, prompt] = await mountBoth({}, { display });
      await clickOn(part(launcher, 'button'));
      await until('it to open', () => prompt.open && document.activeElement === prompt);
      await press('Escape');
      await until('it to close', () => !prompt.open);
      expect(document.activeElement === launcher).to.equal(true);
    });

  it('can be activated with the keyboard', async () => {
    const [launcher, prompt] = await mountBoth();
    launcher.focus();
    await press('Enter');
    await until('it to open', () => prompt.open);
  });

  it('reflects that its prompt was opened elsewhere', async () => {
    const [launcher, prompt] = await mountBoth();
    await prompt.show();
    await until('the state', () => isExpanded(launcher) === 'true');
  });

  it('finds a prompt that is added later, in its shadow root', async () => {
    const host = await mount('div');
    const root = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    const launcher = await mount<HeedLauncher>('heed-launcher', { for: 'inner' }, root);
    const prompt = await mountPrompt({ id: 'inner' }, root);
    part(launcher, 'button').click();
    await until('it to open', () => prompt.open);
  });

  it('warns if its prompt does not exist', async () => {
    const launcher = await mount('heed-launcher', { for: 'nowhere' });
    const warnings = await warningsDuring(async () => part(launcher, 'button').click());
    expect(warnings[0]).to.contain('(HEED_FOR)');
  });

  it('shows the label, a custom string or a localised one', async () => {
    const [launcher] = await mountBoth();
    expect(part(launcher, 'label').textContent).to.equal('Feedback');
    launcher.strings = { feedback: 'Tell us' };
    await launcher.updateComplete;
    expect(part(launcher, 'label').textContent).to.equal('Tell us');
    launcher.label = 'What is wrong?';
    await launcher.updateComplete;
    expect(part(launcher, 'label').textContent).to.equal('What is wrong?');
  });

  it('shows the badge until the prompt is opened', async () => {
    const [launcher, prompt] = await mountBoth({ badge: '' });
    expect(part(launcher, 'badge').getAttribute('aria-label')).to.equal('New question');
    await clickOn(part(launcher, 'button'));
    await until('it to open', () => prompt.open);
    await launcher.updateComplete;
    expect(find(launcher, '[part=badge]') === null).to.equal(true);
  });

  describe('position', () => {
    for (const [position, edges] of [
      ['bottom-end', ['right', 'bottom']],
      ['bottom-start', ['left', 'bottom']],
      ['top-end', ['right', 'top']],
      ['top-start', ['left', 'top']],
      ['end', ['right']],
      ['start', ['left']],
    ] as const)
      it(`is ${position}`, async () => {
        const [launcher] = await mountBoth({ position });
        const { left, top, right, bottom } = measureLauncher(launcher);
        const near = { left, right: innerWidth - right, top, bottom: innerHeight - bottom };
        const found = Object.entries(near).flatMap(([edge, length]) => (length < 20 ? [edge] : []));
        expect(found).to.have.members([...edges]);
      });

    it('is not a tab on a phone', async () => {
      await setViewport({ width: 360, height: 640 });
      const [launcher] = await mountBoth({ position: 'start' });
      expect(getPlace(launcher)).to.equal('bottom-start');
    });

    it('fits into 320 px with a long label', async () => {
      await setViewport({ width: 320, height: 480 });
      const [launcher] = await mountBoth({ label: 'Tell us what we can do better '.repeat(3), hideable: '' });
      await until(
        'it to fit',
        () => measureLauncher(launcher).left >= 0 && measureLauncher(launcher).right <= 320,
      );
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
    });

    it('is not covered by a prompt in the same corner', async () => {
      const [launcher, prompt] = await mountBoth();
      await prompt.show();
      await until('the state', () => isExpanded(launcher) === 'true');
      expect((await measurePanel(prompt)).bottom).to.be.at.most(measureLauncher(launcher).top);
    });
  });

  describe('overlap', () => {
    // A launcher under the pointer does not move.
    beforeEach(() => sendMouse({ type: 'move', position: [300, 300] }));

    it('moves up from a fixed control', async () => {
      const control = await mountFixedControl({ right: '10px', bottom: '10px' });
      const [launcher] = await mountBoth();
      await untilUncovered(launcher, control);
      expect(getPlace(launcher)).to.equal('bottom-end');
    });

    it('shrinks to its icon over a scrollable control, and moves at the end of the page', async () => {
      const page = await mount('div');
      page.style.height = '2000px';
      for (const top of ['560px', '1960px']) {
        const control = await mount<HTMLButtonElement>('button', {}, page);
        Object.assign(control.style, {
          position: 'absolute',
          right: '20px',
          width: '200px',
          height: '30px',
          top,
        });
      }
      const [first, last] = [...page.children];
      const [launcher] = await mountBoth();
      await until('the icon', () => isSmall(launcher));
      expect(overlap(measureLauncher(launcher), (first as Element).getBoundingClientRect())).to.equal(true);
      scrollTo(0, 700);
      await until('its full size', () => !isSmall(launcher));
      scrollTo(0, document.documentElement.scrollHeight);
      await untilUncovered(launcher, last as Element);
      expect(isSmall(launcher)).to.equal(false);
      scrollTo(0, 0);
    });

    it('uncovers a chip next to its icon', async () => {
      const page = await mount('div');
      page.style.height = '2000px';
      const chip = await mount<HTMLButtonElement>('button', {}, page);
      Object.assign(chip.style, { position: 'absolute', right: '80px', top: '550px', width: '40px' });
      const [launcher] = await mountBoth();
      await untilUncovered(launcher, chip);
      expect([isSmall(launcher), getPlace(launcher)]).to.deep.equal([true, 'bottom-end']);
    });

    it('moves away from the focused control, and returns', async () => {
      const page = await mount('div');
      page.style.height = '2000px';
      const field = await mount<HTMLInputElement>('input', {}, page);
      Object.assign(field.style, { position: 'absolute', right: '20px', top: '550px' });
      const [launcher] = await mountBoth();
      const { top } = measureLauncher(launcher);
      field.focus({ preventScroll: true });
      await untilUncovered(launcher, field);
      field.blur();
      await until('it to return', () => measureLauncher(launcher).top === top);
    });

    it('moves to the other corner instead of above half of the window', async () => {
      for (const bottom of ['0', '60px', '120px', '180px', '240px', '300px'])
        await mountFixedControl({ right: '0', bottom, height: '60px', width: '250px' });
      const [launcher] = await mountBoth();
      await until('the other corner', () => getPlace(launcher) === 'bottom-start');
    });

    it('shrinks to its icon if every position covers a control', async () => {
      for (const bottom of ['0', '60px', '120px', '180px', '240px', '300px'])
        await mountFixedControl({ left: '0', bottom, height: '60px', width: '800px' });
      const [launcher] = await mountBoth();
      await until('the icon', () => isSmall(launcher));
      expect(measureLauncher(launcher).width).to.equal(44);
      expect(part(launcher, 'button').textContent?.trim()).to.equal('Feedback');
    });

    it('moves away from a chat button that is added on top of it', async () => {
      const [launcher] = await mountBoth();
      await untilSettled(launcher);
      const chat = await mount<HTMLIFrameElement>('iframe', { title: 'Chat' });
      Object.assign(chat.style, { position: 'fixed', right: '8px', bottom: '8px', zIndex: '99' });
      Object.assign(chat.style, { width: '60px', height: '60px' });
      await untilUncovered(launcher, chat);
    });

    for (const [input, hold] of [
      ['a pointer', (launcher: HeedLauncher) => movePointerTo(launcher)],
      ['the keyboard', (launcher: HeedLauncher) => launcher.focus()],
    ] as const)
      it(`does not move while it is used with ${input}`, async () => {
        const [launcher] = await mountBoth();
        const other = await mount<HeedLauncher>('heed-launcher', {
          for: 'feedback',
          position: 'bottom-start',
        });
        const { top } = measureLauncher(launcher);
        await hold(launcher);
        const control = await mountFixedControl({ right: '10px', bottom: '10px' });
        const otherControl = await mountFixedControl({ left: '10px', bottom: '10px' });
        // The other launcher moves after this one would.
        await untilUncovered(other, otherControl);
        expect(measureLauncher(launcher).top).to.equal(top);
        await sendMouse({ type: 'move', position: [300, 300] });
        control.focus();
        await untilUncovered(launcher, control);
      });
  });

  describe('hideable', () => {
    const isRemoved = (launcher: Element): boolean => find(launcher, '[part=base]') === null;
    const isStored = (): boolean => localStorage.getItem('heed-launcher:feedback') !== null;

    it('is hidden with its button, also in the next visit', async () => {
      const [launcher] = await mountBoth({ hideable: '' });
      expect(part(launcher, 'hide').getAttribute('aria-label')).to.equal('Hide this button');
      await clickOn(part(launcher, 'hide'));
      await launcher.updateComplete;
      expect([isRemoved(launcher), isStored()]).to.deep.equal([true, true]);
      const next = await mount('heed-launcher', { for: 'feedback', hideable: '' });
      const other = await mount('heed-launcher', { for: 'other', hideable: '' });
      await until('the other', () => !isRemoved(other));
      expect(isRemoved(next)).to.equal(true);
      launcher.show();
      await launcher.updateComplete;
      expect([isRemoved(launcher), isStored()]).to.deep.equal([false, false]);
    });

    it('is hidden for the page view only before consent', async () => {
      await mount('meta', { name: 'heed-consent', content: 'required' }, document.head);
      const [launcher] = await mountBoth({ hideable: '' });
      part(launcher, 'hide').click();
      await launcher.updateComplete;
      expect([isRemoved(launcher), isStored()]).to.deep.equal([true, false]);
      launcher.show();
    });
  });

  describe('accessibility', () => {
    for (const position of ['bottom-end', 'end'])
      it(`has no axe violations at ${position}`, async () => {
        const [launcher] = await mountBoth({ position, badge: '', hideable: '' });
        expect(await findAxeViolations(launcher)).to.deep.equal([]);
      });

    it('has a border in forced colours', async function () {
      if (!(await setMediaFeatures({ 'forced-colors': 'active' }))) this.skip();
      const [launcher] = await mountBoth({});
      expect(getComputedStyle(part(launcher, 'base')).borderTopStyle).to.equal('solid');
    });

    it('has targets of 44 px', async () => {
      const [launcher] = await mountBoth({ hideable: '' });
      for (const name of ['button', 'hide']) {
        const { width, height } = part(launcher, name).getBoundingClientRect();
        expect([width >= 44, height >= 44]).to.deep.equal([true, true]);
      }
    });
  });
});
