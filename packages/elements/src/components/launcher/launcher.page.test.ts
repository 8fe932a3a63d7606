import '../../define/launcher.ts';
import { sendMouse, setMediaFeatures, setViewport } from '@heed/tooling/commands';
import { clickOn, mount, press, unmountAll, until } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { find, isSeen, mountPrompt } from '../prompt/test/prompt.ts';
import type { HeedLauncher } from './launcher.ts';

const SIZE = { width: 800, height: 600 };

/** What removes one is remembered in the page. */
const launchers: HeedLauncher[] = [];

async function mountLauncher(
  attributes: Record<string, string> = {},
  parent: Element = document.body,
): Promise<HeedLauncher> {
  const launcher = await mount<HeedLauncher>('heed-launcher', { for: 'feedback', ...attributes }, parent);
  launchers.push(launcher);
  await until('it to be drawn', () => find(launcher, '[part=base]'));
  return launcher;
}

function part(launcher: Element, name: string): HTMLElement {
  const found = find(launcher, `[part=${name}]`);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

const isOver = (launcher: Element): boolean => part(launcher, 'base').matches(':popover-open');

/** In the corner of the window, and uppermost there. */
function isInPlace(launcher: Element): boolean {
  const { right, bottom, left, top } = part(launcher, 'base').getBoundingClientRect();
  const isCorner = Math.abs(innerWidth - 16 - right) < 2 && Math.abs(innerHeight - 16 - bottom) < 2;
  return isCorner && document.elementFromPoint((left + right) / 2, (top + bottom) / 2) === launcher;
}

/** A part of the page, with room around it. */
async function mountSection(style: Partial<CSSStyleDeclaration> = {}): Promise<HTMLElement> {
  const section = await mount<HTMLElement>('section');
  Object.assign(section.style, { margin: '50px', width: '300px', height: '200px', ...style });
  return section;
}

/** Red, green, blue of what a browser draws for a colour, from 0 to 1. */
function drawn(color: string): number[] {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => value / 255);
}

/** WCAG 2, contrast ratio. */
function contrast(...colors: [string, string]): number {
  const [light = 0, dark = 0] = colors
    .map((color) => {
      const [red = 0, green = 0, blue = 0] = drawn(color).map((value) =>
        value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}

describe('a <heed-launcher> in a page', () => {
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
    it(`stands at the edge of the window within ${JSON.stringify(style)}`, async () => {
      const launcher = await mountLauncher({}, await mountSection(style));
      await until('its place', () => isInPlace(launcher));
    });

  it('is over the page only where it has to be, and follows changes', async () => {
    const section = await mountSection();
    const launcher = await mountLauncher({}, section);
    await until('it to settle', () => part(launcher, 'base').style.getPropertyValue('--_up'));
    expect([isOver(launcher), isInPlace(launcher)]).to.deep.equal([false, true]);
    section.style.transform = 'translateZ(0)';
    await until('that it is over the page', () => isOver(launcher) && isInPlace(launcher));
    section.style.transform = '';
    await until('that it is in the page', () => !isOver(launcher) && isInPlace(launcher));
  });

  it('is over the page again after a move', async () => {
    const [section, other] = [
      await mountSection({ transform: 'scale(1)' }),
      await mountSection({ transform: 'scale(1)' }),
    ];
    const launcher = await mountLauncher({}, section);
    await until('that it is over the page', () => isOver(launcher));
    other.append(launcher);
    await until('that it is over the page', () => isOver(launcher) && isInPlace(launcher));
  });

  it('is under a dialog of the page', async () => {
    const launcher = await mountLauncher({}, await mountSection({ transform: 'scale(1)' }));
    await until('that it is over the page', () => isOver(launcher));
    const dialog = await mount<HTMLElement>('div', { role: 'dialog', 'aria-modal': 'true', tabindex: '-1' });
    Object.assign(dialog.style, { position: 'fixed', inset: '0' });
    dialog.focus();
    await until('that it is in the page', () => !isOver(launcher));
  });

  for (const zoom of ['0.75', '1.5'])
    it(`is in the window at a zoom of ${zoom}, and makes way`, async () => {
      document.documentElement.style.setProperty('zoom', zoom);
      const control = await mount<HTMLElement>('button');
      Object.assign(control.style, {
        position: 'fixed',
        right: '10px',
        bottom: '10px',
        width: '150px',
        height: '40px',
      });
      const launcher = await mountLauncher({ label: 'A long label of the team '.repeat(9) });
      const box = part(launcher, 'base');
      await until('it to make way', () => {
        const { left, bottom } = box.getBoundingClientRect();
        return left >= 0 && bottom < control.getBoundingClientRect().top;
      });
    });

  describe('that was removed gives the focus', () => {
    it('to the control before it, also after its prompt was open', async () => {
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

    it('to the control after it where there is none before', async () => {
      const launcher = await mountLauncher({ hideable: '' });
      const control = await mount<HTMLButtonElement>('button');
      await clickOn(part(launcher, 'hide'));
      expect(document.activeElement === control).to.equal(true);
    });

    it('out of the shadow root that it is alone in', async () => {
      const control = await mount<HTMLButtonElement>('button');
      const root = (await mount('div'))
        .attachShadow({ mode: 'open' })
        .appendChild(document.createElement('div'));
      const launcher = await mountLauncher({ hideable: '' }, root);
      await clickOn(part(launcher, 'hide'));
      expect(document.activeElement === control).to.equal(true);
    });
  });

  it('does not have its prompt announced to whoever has opened it', async () => {
    const prompt = await mountPrompt({ id: 'feedback' });
    const launcher = await mountLauncher();
    launcher.focus();
    await press('Enter');
    await until('the focus', () => document.activeElement === prompt);
    const region = find(prompt, '[role=status]') as HTMLElement;
    const told: string[] = [];
    const observer = new MutationObserver(() => told.push(region.textContent ?? ''));
    observer.observe(region, { childList: true });
    // Another one that opens later is told of.
    const other = await mountPrompt({ display: 'inline' });
    await other.show();
    await until('the other', () => find(other, '[role=status]')?.textContent);
    observer.disconnect();
    expect(told.filter(Boolean)).to.deep.equal([]);
  });

  for (const scheme of ['light', 'dark'])
    for (const accent of ['#3b4fd8', '#f59e0b', '#16a34a', '#06b6d4', '#ffffff'])
      it(`has words of enough contrast in ${accent}, ${scheme}, also under a pointer`, async () => {
        document.documentElement.style.setProperty('--heed-color-accent', accent);
        document.documentElement.style.colorScheme = scheme;
        const launcher = await mountLauncher();
        const button = part(launcher, 'button');
        const base = part(launcher, 'base');
        expect(contrast(getComputedStyle(base).backgroundColor, getComputedStyle(button).color)).to.be.least(
          4.5,
        );
        const { left, top, width, height } = button.getBoundingClientRect();
        await sendMouse({
          type: 'move',
          position: [Math.round(left + width / 2), Math.round(top + height / 2)],
        });
        await until('the pointer', () => button.matches(':hover'));
        const { backgroundColor, color } = getComputedStyle(button);
        expect(contrast(backgroundColor, 'rgb(0 0 0 / 0)')).not.to.equal(1);
        expect(contrast(backgroundColor, color)).to.be.least(4.5);
      });

  it('has a focus ring that is seen on any ground', async function () {
    const launcher = await mountLauncher();
    launcher.focus();
    await press('Shift');
    // A window in the background draws none.
    if (!document.hasFocus()) this.skip();
    const { outlineColor, outlineStyle, boxShadow } = getComputedStyle(part(launcher, 'button'));
    const inner = /rgba?\([^)]*\)/.exec(boxShadow)?.[0] ?? '';
    expect(outlineStyle).to.equal('solid');
    // One of the two has 3:1 to whatever there is, if they have 9:1 to each other.
    expect(contrast(outlineColor, inner)).to.be.at.least(9);
  });

  it('is not printed, nor is a card; a question in the page is', async function () {
    if (!(await setMediaFeatures({}))) this.skip();
    const launcher = await mountLauncher();
    const inline = await mountPrompt({ display: 'inline' });
    await inline.show();
    for (const display of ['corner', 'sheet', 'modal']) {
      const prompt = await mountPrompt({ display });
      await prompt.show();
      await setMediaFeatures({ media: 'print' });
      // At once, without the motion with which it closes.
      expect(isSeen(prompt), display).to.equal(false);
      await setMediaFeatures({});
      expect(isSeen(prompt), display).to.equal(true);
      prompt.hide();
    }
    await setMediaFeatures({ media: 'print' });
    expect([part(launcher, 'base').checkVisibility(), isSeen(inline)]).to.deep.equal([false, true]);
  });
});
