import '../../define/launcher.ts';
import { sendMouse, setMediaFeatures, setViewport } from '@heed/tooling/commands';
import { findAxeViolations } from '@heed/testing/suites/axe';
import { clickOn, mount, press, unmountAll, until, warningsDuring } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { boxOf, find, mountPrompt } from '../prompt/test/prompt.ts';
import type { HeedPrompt } from '../prompt/prompt.ts';
import type { HeedLauncher } from './launcher.ts';

const SIZE = { width: 800, height: 600 };

/** A launcher with its prompt. */
async function mountBoth(
  attributes: Record<string, string> = {},
  promptAttributes: Record<string, string> = {},
): Promise<[HeedLauncher, HeedPrompt]> {
  const launcher = await mount<HeedLauncher>('heed-launcher', { for: 'feedback', ...attributes });
  await until('it to be drawn', () => find(launcher, '[part=base]'));
  return [launcher, await mountPrompt({ id: 'feedback', ...promptAttributes })];
}

function part(launcher: Element, name: string): HTMLElement {
  const found = find(launcher, `[part=${name}]`);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

const boxOfLauncher = (launcher: Element): DOMRect => part(launcher, 'base').getBoundingClientRect();
const placeOf = (launcher: Element): string | undefined => part(launcher, 'base').dataset['place'];
const isSmall = (launcher: Element): boolean => part(launcher, 'base').classList.contains('small');
const isExpanded = (launcher: Element): string | null =>
  part(launcher, 'button').getAttribute('aria-expanded');

async function pointAt(launcher: Element): Promise<void> {
  const { left, top, width, height } = boxOfLauncher(launcher);
  await sendMouse({
    type: 'move',
    position: [Math.round(left + width / 2), Math.round(top + height / 2)],
  });
}

/** A control of the page that stands still in the window. */
async function standStill(style: Partial<CSSStyleDeclaration>): Promise<HTMLButtonElement> {
  const button = await mount<HTMLButtonElement>('button');
  Object.assign(button.style, { position: 'fixed', width: '150px', height: '40px', ...style });
  return button;
}

const overlap = (one: DOMRect, other: DOMRect): boolean =>
  one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;

async function untilClear(launcher: Element, control: Element): Promise<void> {
  await until('it to make way', () => !overlap(boxOfLauncher(launcher), control.getBoundingClientRect()));
}

/** Until it has looked for what is in its way, and stands. */
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

  it('opens its prompt with the focus in it, says so, and closes it again', async () => {
    const [launcher, prompt] = await mountBoth();
    expect(isExpanded(launcher)).to.equal('false');
    await clickOn(part(launcher, 'button'));
    await until('it to open', () => prompt.open && document.activeElement === prompt);
    await until('that it is said', () => isExpanded(launcher) === 'true');
    await clickOn(part(launcher, 'button'));
    expect(prompt.open).to.equal(false);
    await until('that it is said', () => isExpanded(launcher) === 'false');
  });

  for (const display of ['corner', 'modal', 'sheet', 'inline'])
    it(`has the focus back when the prompt closes as ${display}`, async () => {
      const [launcher, prompt] = await mountBoth({}, { display });
      await clickOn(part(launcher, 'button'));
      await until('it to open', () => prompt.open && document.activeElement === prompt);
      await press('Escape');
      await until('it to close', () => !prompt.open);
      expect(document.activeElement === launcher).to.equal(true);
    });

  it('is pressed with the keyboard', async () => {
    const [launcher, prompt] = await mountBoth();
    launcher.focus();
    await press('Enter');
    await until('it to open', () => prompt.open);
  });

  it('says that its prompt is open when that has opened without it', async () => {
    const [launcher, prompt] = await mountBoth();
    await prompt.show();
    await until('that it is said', () => isExpanded(launcher) === 'true');
  });

  it('finds a prompt that comes later, and one in its own shadow root', async () => {
    const host = await mount('div');
    const root = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    const launcher = await mount<HeedLauncher>('heed-launcher', { for: 'inner' }, root);
    const prompt = await mountPrompt({ id: 'inner' }, root);
    part(launcher, 'button').click();
    await until('it to open', () => prompt.open);
  });

  it('warns where there is no such prompt', async () => {
    const launcher = await mount('heed-launcher', { for: 'nowhere' });
    const warnings = await warningsDuring(async () => part(launcher, 'button').click());
    expect(warnings[0]).to.contain('(HEED_FOR)');
  });

  it('has the words of the page, of the team or of the language', async () => {
    const [launcher] = await mountBoth();
    expect(part(launcher, 'label').textContent).to.equal('Feedback');
    launcher.strings = { feedback: 'Tell us' };
    await launcher.updateComplete;
    expect(part(launcher, 'label').textContent).to.equal('Tell us');
    launcher.label = 'What is wrong?';
    await launcher.updateComplete;
    expect(part(launcher, 'label').textContent).to.equal('What is wrong?');
  });

  it('says that there is something new until it is opened', async () => {
    const [launcher, prompt] = await mountBoth({ badge: '' });
    expect(part(launcher, 'badge').getAttribute('aria-label')).to.equal('New question');
    await clickOn(part(launcher, 'button'));
    await until('it to open', () => prompt.open);
    await launcher.updateComplete;
    expect(find(launcher, '[part=badge]') === null).to.equal(true);
  });

  describe('its place', () => {
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
        const { left, top, right, bottom } = boxOfLauncher(launcher);
        const near = { left, right: innerWidth - right, top, bottom: innerHeight - bottom };
        const found = Object.entries(near).flatMap(([edge, length]) => (length < 20 ? [edge] : []));
        expect(found).to.have.members([...edges]);
      });

    it('is no tab on a phone', async () => {
      await setViewport({ width: 360, height: 640 });
      const [launcher] = await mountBoth({ position: 'start' });
      expect(placeOf(launcher)).to.equal('bottom-start');
    });

    it('is beside nothing at 320 px, also with long words', async () => {
      await setViewport({ width: 320, height: 480 });
      const [launcher] = await mountBoth({ label: 'Tell us what we can do better '.repeat(3), hideable: '' });
      await until(
        'it to fit',
        () => boxOfLauncher(launcher).left >= 0 && boxOfLauncher(launcher).right <= 320,
      );
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
    });

    it('stays free where its prompt opens in the same corner', async () => {
      const [launcher, prompt] = await mountBoth();
      await prompt.show();
      await until('that it is said', () => isExpanded(launcher) === 'true');
      expect((await boxOf(prompt)).bottom).to.be.at.most(boxOfLauncher(launcher).top);
    });
  });

  describe('out of the way', () => {
    // It stays under a pointer, such as that of the test before.
    beforeEach(() => sendMouse({ type: 'move', position: [300, 300] }));

    it('moves up from a control that stands still in the window', async () => {
      const control = await standStill({ right: '10px', bottom: '10px' });
      const [launcher] = await mountBoth();
      await untilClear(launcher, control);
      expect(placeOf(launcher)).to.equal('bottom-end');
    });

    it('shrinks to its icon over what visitors can scroll to, and makes way at the end of the page', async () => {
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
      expect(overlap(boxOfLauncher(launcher), (first as Element).getBoundingClientRect())).to.equal(true);
      scrollTo(0, 700);
      await until('its full size', () => !isSmall(launcher));
      scrollTo(0, document.documentElement.scrollHeight);
      await untilClear(launcher, last as Element);
      expect(isSmall(launcher)).to.equal(false);
      scrollTo(0, 0);
    });

    it('uncovers a chip beside its icon', async () => {
      const page = await mount('div');
      page.style.height = '2000px';
      const chip = await mount<HTMLButtonElement>('button', {}, page);
      Object.assign(chip.style, { position: 'absolute', right: '80px', top: '550px', width: '40px' });
      const [launcher] = await mountBoth();
      await untilClear(launcher, chip);
      expect([isSmall(launcher), placeOf(launcher)]).to.deep.equal([true, 'bottom-end']);
    });

    it('makes way for the control that has the focus, and comes back', async () => {
      const page = await mount('div');
      page.style.height = '2000px';
      const field = await mount<HTMLInputElement>('input', {}, page);
      Object.assign(field.style, { position: 'absolute', right: '20px', top: '550px' });
      const [launcher] = await mountBoth();
      const { top } = boxOfLauncher(launcher);
      field.focus({ preventScroll: true });
      await untilClear(launcher, field);
      field.blur();
      await until('it to come back', () => boxOfLauncher(launcher).top === top);
    });

    it('goes into the other corner where it would be too high', async () => {
      for (const bottom of ['0', '60px', '120px', '180px', '240px', '300px'])
        await standStill({ right: '0', bottom, height: '60px', width: '250px' });
      const [launcher] = await mountBoth();
      await until('the other corner', () => placeOf(launcher) === 'bottom-start');
    });

    it('is no more than its icon where there is no other way', async () => {
      for (const bottom of ['0', '60px', '120px', '180px', '240px', '300px'])
        await standStill({ left: '0', bottom, height: '60px', width: '800px' });
      const [launcher] = await mountBoth();
      await until('the icon', () => isSmall(launcher));
      expect(boxOfLauncher(launcher).width).to.equal(44);
      expect(part(launcher, 'button').textContent?.trim()).to.equal('Feedback');
    });

    it('makes way for the button of a chat that comes later and lies over it', async () => {
      const [launcher] = await mountBoth();
      await untilSettled(launcher);
      const chat = await mount<HTMLIFrameElement>('iframe', { title: 'Chat' });
      Object.assign(chat.style, { position: 'fixed', right: '8px', bottom: '8px', zIndex: '99' });
      Object.assign(chat.style, { width: '60px', height: '60px' });
      await untilClear(launcher, chat);
    });

    for (const [hold, take] of [
      ['a pointer', (launcher: HeedLauncher) => pointAt(launcher)],
      ['the keyboard', (launcher: HeedLauncher) => launcher.focus()],
    ] as const)
      it(`does not move from under ${hold}`, async () => {
        const [launcher] = await mountBoth();
        const other = await mount<HeedLauncher>('heed-launcher', {
          for: 'feedback',
          position: 'bottom-start',
        });
        const { top } = boxOfLauncher(launcher);
        await take(launcher);
        const control = await standStill({ right: '10px', bottom: '10px' });
        const otherControl = await standStill({ left: '10px', bottom: '10px' });
        // The other one looks around after this one.
        await untilClear(other, otherControl);
        expect(boxOfLauncher(launcher).top).to.equal(top);
        await sendMouse({ type: 'move', position: [300, 300] });
        control.focus();
        await untilClear(launcher, control);
      });
  });

  describe('that may be removed', () => {
    const isGone = (launcher: Element): boolean => find(launcher, '[part=base]') === null;
    const isKept = (): boolean => localStorage.getItem('heed-launcher:feedback') !== null;

    it('is gone with its button, also in the next visit', async () => {
      const [launcher] = await mountBoth({ hideable: '' });
      expect(part(launcher, 'hide').getAttribute('aria-label')).to.equal('Hide this button');
      await clickOn(part(launcher, 'hide'));
      await launcher.updateComplete;
      expect([isGone(launcher), isKept()]).to.deep.equal([true, true]);
      const next = await mount('heed-launcher', { for: 'feedback', hideable: '' });
      const other = await mount('heed-launcher', { for: 'other', hideable: '' });
      await until('the other', () => !isGone(other));
      expect(isGone(next)).to.equal(true);
      launcher.show();
      await launcher.updateComplete;
      expect([isGone(launcher), isKept()]).to.deep.equal([false, false]);
    });

    it('is remembered for the page view only while consent is needed', async () => {
      await mount('meta', { name: 'heed-consent', content: 'required' }, document.head);
      const [launcher] = await mountBoth({ hideable: '' });
      part(launcher, 'hide').click();
      await launcher.updateComplete;
      expect([isGone(launcher), isKept()]).to.deep.equal([true, false]);
      launcher.show();
    });
  });

  describe('accessibility and languages', () => {
    for (const position of ['bottom-end', 'end'])
      it(`has no finding of axe at ${position}`, async () => {
        const [launcher] = await mountBoth({ position, badge: '', hideable: '' });
        expect(await findAxeViolations(launcher)).to.deep.equal([]);
      });

    it('has an edge in forced colours', async function () {
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
