import '../../define/launcher.ts';
import { sendMouse, setMediaFeatures, setViewport } from '@heed/tooling/commands';
import { clickOn, mount, press, unmountAll, until } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { find, isShown, mountPrompt } from '../prompt/test/prompt.ts';
import type { HeedLauncher } from './launcher.ts';

const SIZE = { width: 800, height: 600 };

/** Shown again after each test, since the page remembers a hidden launcher. */
const launchers: HeedLauncher[] = [];

async function mountLauncher(
  attributes: Record<string, string> = {},
  parent: Element = document.body,
): Promise<HeedLauncher> {
  const launcher = await mount<HeedLauncher>('heed-launcher', { for: 'feedback', ...attributes }, parent);
  launchers.push(launcher);
  await until('it to be rendered', () => find(launcher, '[part=base]'));
  return launcher;
}

function part(launcher: Element, name: string): HTMLElement {
  const found = find(launcher, `[part=${name}]`);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

const isInTopLayer = (launcher: Element): boolean => part(launcher, 'base').matches(':popover-open');

/** Returns true if the launcher is in the corner of the window, and topmost there. */
function isInPlace(launcher: Element): boolean {
  const { right, bottom, left, top } = part(launcher, 'base').getBoundingClientRect();
  const isCorner = Math.abs(innerWidth - 16 - right) < 2 && Math.abs(innerHeight - 16 - bottom) < 2;
  return isCorner && document.elementFromPoint((left + right) / 2, (top + bottom) / 2) === launcher;
}

/** Mounts a section of the page, with space around it. */
async function mountSection(style: Partial<CSSStyleDeclaration> = {}): Promise<HTMLElement> {
  const section = await mount<HTMLElement>('section');
  Object.assign(section.style, { margin: '50px', width: '300px', height: '200px', ...style });
  return section;
}

/** Returns the red, green and blue components of a rendered colour, from 0 to 1. */
function renderColor(color: string): number[] {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => value / 255);
}

/** Returns the WCAG 2 contrast ratio. */
function getContrast(...colors: [string, string]): number {
  const [light = 0, dark = 0] = colors
    .map((color) => {
      const [red = 0, green = 0, blue = 0] = renderColor(color).map((value) =>
        value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}

describe('<heed-launcher> in a page', () => {
  before(() => setViewport(SIZE));
  afterEach(async () => {
    for (const launcher of launchers.splice(0)) launcher.show();
    unmountAll();
    localStorage.clear();
    document.documentElement.removeAttribute('style');
    await sendMouse({ type: 'move', position: [300, 300] });
    await setMediaFeatures({});
  });

  for (const style of [
    { transform: 'translateZ(0)' },
    { translate: '5px' },
    { scale: '0.9' },
    { perspective: '500px' },
    { filter: 'blur(0)' },
    { backdropFilter: 'blur(1px)' },
    { willChange: 'transform' },
    { contain: 'paint' },
    { contain: 'layout' },
    { contentVisibility: 'auto' },
  ] as const)
    it(`is at the edge of the window within ${JSON.stringify(style)}`, async () => {
      const launcher = await mountLauncher({}, await mountSection(style));
      await until('its place', () => isInPlace(launcher));
    });

  it('is in the top layer only if necessary, and follows changes', async () => {
    const section = await mountSection();
    const launcher = await mountLauncher({}, section);
    await until('it to settle', () => part(launcher, 'base').style.getPropertyValue('--_up'));
    expect([isInTopLayer(launcher), isInPlace(launcher)]).to.deep.equal([false, true]);
    section.style.transform = 'translateZ(0)';
    await until('the top layer', () => isInTopLayer(launcher) && isInPlace(launcher));
    section.style.transform = '';
    await until('its place in the page', () => !isInTopLayer(launcher) && isInPlace(launcher));
  });

  it('is in the top layer again after a move', async () => {
    const [section, other] = [
      await mountSection({ transform: 'scale(1)' }),
      await mountSection({ transform: 'scale(1)' }),
    ];
    const launcher = await mountLauncher({}, section);
    await until('the top layer', () => isInTopLayer(launcher));
    other.append(launcher);
    await until('the top layer', () => isInTopLayer(launcher) && isInPlace(launcher));
  });

  it('is not on top of a dialog of the page', async () => {
    const launcher = await mountLauncher({}, await mountSection({ transform: 'scale(1)' }));
    await until('the top layer', () => isInTopLayer(launcher));
    const dialog = await mount<HTMLElement>('div', { role: 'dialog', 'aria-modal': 'true', tabindex: '-1' });
    Object.assign(dialog.style, { position: 'fixed', inset: '0' });
    dialog.focus();
    await until('its place in the page', () => !isInTopLayer(launcher));
  });

  for (const zoom of ['0.75', '1.5'])
    it(`is in the window with a zoom of ${zoom}, and avoids a control`, async () => {
      document.documentElement.style.setProperty('zoom', zoom);
      const control = await mount<HTMLElement>('button');
      Object.assign(control.style, {
        position: 'fixed',
        right: '10px',
        bottom: '10px',
        width: '150px',
        height: '40px',
      });
      const launcher = await mountLauncher({ label: 'A long label of the page '.repeat(9) });
      const box = part(launcher, 'base');
      await until('it to move', () => {
        const { left, bottom } = box.getBoundingClientRect();
        return left >= 0 && bottom < control.getBoundingClientRect().top;
      });
    });

  describe('moves the focus when it is hidden', () => {
    it('to the control before it, even after its prompt was open', async () => {
      const control = await mount<HTMLButtonElement>('button');
      await mount('button', { disabled: '' });
      await mount('p');
      const prompt = await mountPrompt({ id: 'feedback' });
      const launcher = await mountLauncher({ hideable: '' });
      launcher.focus();
      await press('Enter');
      await until('it to open', () => prompt.open && document.activeElement === prompt);
      await press('Escape');
      expect(document.activeElement === launcher).to.equal(true);
      part(launcher, 'hide').focus();
      await press('Enter');
      expect(document.activeElement === control).to.equal(true);
    });

    it('to the control after it if there is none before', async () => {
      const launcher = await mountLauncher({ hideable: '' });
      const control = await mount<HTMLButtonElement>('button');
      await clickOn(part(launcher, 'hide'));
      expect(document.activeElement === control).to.equal(true);
    });

    it('out of a shadow root without other controls', async () => {
      const control = await mount<HTMLButtonElement>('button');
      const root = (await mount('div'))
        .attachShadow({ mode: 'open' })
        .appendChild(document.createElement('div'));
      const launcher = await mountLauncher({ hideable: '' }, root);
      await clickOn(part(launcher, 'hide'));
      expect(document.activeElement === control).to.equal(true);
    });
  });

  it('does not announce its prompt to the user who opened it', async () => {
    const prompt = await mountPrompt({ id: 'feedback' });
    const launcher = await mountLauncher();
    launcher.focus();
    await press('Enter');
    await until('the focus', () => document.activeElement === prompt);
    const region = find(prompt, '[role=status]') as HTMLElement;
    const announcements: string[] = [];
    const observer = new MutationObserver(() => announcements.push(region.textContent ?? ''));
    observer.observe(region, { childList: true });
    // A prompt that opens later is announced.
    const other = await mountPrompt({ display: 'inline' });
    await other.show();
    await until('the other', () => find(other, '[role=status]')?.textContent);
    observer.disconnect();
    expect(announcements.filter(Boolean)).to.deep.equal([]);
  });

  for (const scheme of ['light', 'dark'])
    for (const accent of ['#3b4fd8', '#f59e0b', '#16a34a', '#06b6d4', '#ffffff'])
      it(`has sufficient text contrast with ${accent}, ${scheme}, also on hover`, async () => {
        document.documentElement.style.setProperty('--heed-color-accent', accent);
        document.documentElement.style.colorScheme = scheme;
        const launcher = await mountLauncher();
        const button = part(launcher, 'button');
        const base = part(launcher, 'base');
        expect(
          getContrast(getComputedStyle(base).backgroundColor, getComputedStyle(button).color),
        ).to.be.least(4.5);
        const { left, top, width, height } = button.getBoundingClientRect();
        await sendMouse({
          type: 'move',
          position: [Math.round(left + width / 2), Math.round(top + height / 2)],
        });
        await until('the pointer', () => button.matches(':hover'));
        const { backgroundColor, color } = getComputedStyle(button);
        expect(getContrast(backgroundColor, 'rgb(0 0 0 / 0)')).not.to.equal(1);
        expect(getContrast(backgroundColor, color)).to.be.least(4.5);
      });

  it('has a focus ring that is visible on any background', async function () {
    const launcher = await mountLauncher();
    launcher.focus();
    await press('Shift');
    // A background window renders none.
    if (!document.hasFocus()) this.skip();
    const { outlineColor, outlineStyle, boxShadow } = getComputedStyle(part(launcher, 'button'));
    const inner = /rgba?\([^)]*\)/.exec(boxShadow)?.[0] ?? '';
    expect(outlineStyle).to.equal('solid');
    // If the two colours have a contrast of 9:1, one of them has 3:1 to any background.
    expect(getContrast(outlineColor, inner)).to.be.at.least(9);
  });

  it('is not printed, and neither is an overlay, unlike an inline prompt', async function () {
    if (!(await setMediaFeatures({}))) this.skip();
    const launcher = await mountLauncher();
    const inline = await mountPrompt({ display: 'inline' });
    await inline.show();
    for (const display of ['corner', 'sheet', 'modal']) {
      const prompt = await mountPrompt({ display });
      await prompt.show();
      await setMediaFeatures({ media: 'print' });
      // Immediately, without the exit transition.
      expect(isShown(prompt), display).to.equal(false);
      await setMediaFeatures({});
      expect(isShown(prompt), display).to.equal(true);
      prompt.hide();
    }
    await setMediaFeatures({ media: 'print' });
    expect([part(launcher, 'base').checkVisibility(), isShown(inline)]).to.deep.equal([false, true]);
  });
});
