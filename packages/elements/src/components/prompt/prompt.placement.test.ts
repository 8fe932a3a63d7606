import { setMediaFeatures, setViewport } from '@heed/tooling/commands';
import { findAxeViolations } from '@heed/testing/suites/axe';
import { clickOn, mount, press, unmountAll, until, warningsDuring } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { measurePanel, find, isShown, mountPrompt } from './test/prompt.ts';
import type { HeedPrompt } from './prompt.ts';

const SIZE = { width: 800, height: 600 };
const DISPLAYS = ['corner', 'popover', 'modal', 'sheet', 'inline'];

/** Mounts an element of the page at a fixed position. */
async function place(tag: string, style: Partial<CSSStyleDeclaration>, id = ''): Promise<HTMLElement> {
  const element = await mount<HTMLElement>(tag, id ? { id } : {});
  Object.assign(element.style, { position: 'fixed', width: '80px', height: '30px', ...style });
  return element;
}

async function open(attributes: Record<string, string>): Promise<HeedPrompt> {
  const prompt = await mountPrompt(attributes);
  await prompt.show();
  return prompt;
}

/** Returns the edges of the window that the panel is close to. */
async function listEdges(prompt: HeedPrompt): Promise<string> {
  const { left, top, right, bottom } = await measurePanel(prompt);
  const near = {
    top,
    left,
    bottom: innerHeight - bottom,
    right: document.documentElement.clientWidth - right,
  };
  return Object.entries(near)
    .filter(([, length]) => length < 20)
    .map(([edge]) => edge)
    .join(' ');
}

describe('<heed-prompt> placement', () => {
  afterEach(async () => {
    unmountAll();
    document.documentElement.removeAttribute('dir');
    scrollTo(0, 0);
    await setMediaFeatures({});
    await setViewport(SIZE);
  });
  before(() => setViewport(SIZE));

  for (const [position, edges] of [
    ['bottom-end', 'bottom right'],
    ['bottom-start', 'left bottom'],
    ['top-end', 'top right'],
    ['top-start', 'top left'],
  ] as const)
    it(`is in the corner ${position}`, async () => {
      expect(await listEdges(await open({ position }))).to.equal(edges);
    });

  it('is mirrored in a right-to-left page', async () => {
    document.documentElement.dir = 'rtl';
    expect(await listEdges(await open({}))).to.equal('left bottom');
  });

  it('respects --heed-prompt-inset-block', async () => {
    const prompt = await mountPrompt();
    prompt.style.setProperty('--heed-prompt-inset-block', '100px');
    await prompt.show();
    expect(Math.round(innerHeight - (await measurePanel(prompt)).bottom)).to.equal(100);
  });

  it('is on top of overlays, and not clipped by its ancestors', async () => {
    const box = await place('div', {
      width: '50px',
      height: '50px',
      overflow: 'hidden',
      transform: 'scale(1)',
      zIndex: '9',
    });
    const prompt = await mountPrompt({}, box);
    await prompt.show();
    const { left, top, width, height } = await measurePanel(prompt);
    expect(width).to.be.greaterThan(300);
    expect(document.elementFromPoint(left + width / 2, top + height - 5) === prompt).to.equal(true);
  });

  it('is a sheet of full width on a phone', async () => {
    await setViewport({ width: 360, height: 640 });
    const prompt = await open({ position: 'top-start' });
    const { width, bottom } = await measurePanel(prompt);
    expect([width, bottom]).to.deep.equal([360, 640]);
  });

  for (const display of DISPLAYS)
    it(`fits into 320 px as ${display}, and scrolls tall content`, async () => {
      await setViewport({ width: 320, height: 480 });
      await place('button', { top: '200px' }, 'anchor');
      const prompt = await mountPrompt({ display, ...(display === 'popover' ? { anchor: '#anchor' } : {}) });
      (await mount('div', {}, prompt)).style.height = '900px';
      await prompt.show();
      expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
      if (display === 'inline') return;
      const { left, right, top, bottom } = await measurePanel(prompt);
      expect([left >= 0, right <= 320, top >= 0, bottom <= 480]).to.deep.equal([true, true, true, true]);
      const content = find(prompt, '[part=content]') as HTMLElement;
      content.scrollTop = 500;
      expect(content.scrollTop).to.equal(500);
    });

  it('is in normal flow as inline', async () => {
    const first = await mount('p');
    const prompt = await mountPrompt({ display: 'inline' });
    const last = await mount('p');
    first.textContent = last.textContent = 'Words of the page';
    const before = last.getBoundingClientRect().top;
    await prompt.show();
    const { top, bottom } = await measurePanel(prompt);
    expect(top).to.be.at.least(first.getBoundingClientRect().bottom);
    expect(last.getBoundingClientRect().top).to.be.at.least(bottom);
    expect(last.getBoundingClientRect().top).to.be.greaterThan(before);
  });

  it('takes no space while it is closed', async () => {
    const row = await mount('div');
    Object.assign(row.style, { display: 'grid', gap: '40px' });
    row.append(document.createElement('p'));
    const { offsetHeight } = row;
    await mountPrompt({}, row);
    expect(row.offsetHeight).to.equal(offsetHeight);
  });

  describe('with a focused control', () => {
    it('opens in another corner instead of covering the control', async () => {
      const field = await place('input', { right: '20px', bottom: '20px' });
      field.focus();
      expect(await listEdges(await open({}))).to.equal('left bottom');
      expect(document.activeElement === field).to.equal(true);
    });

    it('moves when it covers a control that gets the focus', async () => {
      const field = await place('input', { right: '20px', bottom: '20px' });
      const prompt = await open({});
      expect(await listEdges(prompt)).to.equal('bottom right');
      field.focus();
      await until('the other corner', () => find(prompt, '[data-place=bottom-start]'));
    });

    it('does not move while the focus is inside', async () => {
      const field = await place('input', { right: '20px', bottom: '20px' });
      field.focus();
      const prompt = await open({});
      const focused = new Promise((resolve) => document.addEventListener('focusin', resolve, { once: true }));
      prompt.focus();
      await focused;
      // It moves in the next frame.
      await new Promise(requestAnimationFrame);
      expect(await listEdges(prompt)).to.equal('left bottom');
    });

    it('stays visible if every corner covers the control', async () => {
      await setViewport({ width: 500, height: 400 });
      const field = await place('input', { top: '110px', left: '0', width: '500px', height: '180px' });
      field.focus();
      const prompt = await open({});
      expect([prompt.open, isShown(prompt), await listEdges(prompt)]).to.deep.equal([
        true,
        true,
        'bottom right',
      ]);
    });

    for (const [display, width] of [
      ['sheet', 800],
      ['corner', 360],
    ] as const)
      it(`moves to the top as ${display} with a field at the bottom, ${width} px wide`, async () => {
        await setViewport({ width, height: 640 });
        const field = await place('input', { left: '100px', bottom: '20px' });
        const prompt = await open({ display });
        expect((await measurePanel(prompt)).bottom).to.equal(640);
        field.focus();
        await until('the upper edge', () => find(prompt, '[data-place=top]'));
        expect([isShown(prompt), (await measurePanel(prompt)).top]).to.deep.equal([true, 0]);
      });

    it('scrolls the control out from under it if every position covers it', async () => {
      await setViewport({ width: 320, height: 300 });
      (await mount('div')).style.height = '1000px';
      const field = await place('input', { position: 'absolute', left: '20px', top: '150px' });
      const prompt = await open({});
      field.focus({ preventScroll: true });
      await until('it to be free', () => {
        const { top, bottom } = find(prompt, '[part=panel]')?.getBoundingClientRect() ?? new DOMRect();
        const box = field.getBoundingClientRect();
        return box.top >= 0 && box.bottom <= 300 && (box.bottom <= top || box.top >= bottom);
      });
      expect(isShown(prompt)).to.equal(true);
    });

    it('does not avoid a button that was clicked', async function () {
      // A background window receives no pointer input.
      if (!document.hasFocus()) this.skip();
      await setViewport({ width: 360, height: 640 });
      const button = await place('button', { left: '100px', bottom: '20px' });
      await clickOn(button);
      button.focus();
      const prompt = await open({});
      expect([isShown(prompt), (await measurePanel(prompt)).bottom]).to.deep.equal([true, 640]);
    });

    it('is reached with Tab from the control before it', async () => {
      await setViewport({ width: 320, height: 256 });
      (await mount('div')).style.height = '400px';
      const last = await mount<HTMLButtonElement>('button');
      last.textContent = 'Last';
      const prompt = await open({});
      (await mount('button')).textContent = 'After';
      last.focus();
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      expect(isShown(prompt)).to.equal(true);
      await press('Tab');
      expect(prompt.shadowRoot?.activeElement?.getAttribute('part')).to.equal('close');
    });

    it('does not avoid an editor that fills the window', async () => {
      const editor = await place('textarea', { inset: '0', width: '800px', height: '600px' });
      editor.focus();
      expect(await listEdges(await open({}))).to.equal('bottom right');
    });

    it('avoids a control in a shadow root', async () => {
      const host = await place('div', { right: '20px', bottom: '20px' });
      const field = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('input'));
      field.focus();
      expect(await listEdges(await open({}))).to.equal('left bottom');
    });
  });

  describe('with an anchor', () => {
    for (const [position, isAtSide] of [
      ['bottom', ({ top }: DOMRect, anchor: DOMRect) => top > anchor.bottom],
      ['top', ({ bottom }: DOMRect, anchor: DOMRect) => bottom < anchor.top],
      ['end', ({ left }: DOMRect, anchor: DOMRect) => left > anchor.right],
      ['start', ({ right }: DOMRect, anchor: DOMRect) => right < anchor.left],
    ] as const)
      it(`is at the ${position} of the anchor, with an arrow`, async () => {
        await setViewport({ width: 1200, height: 700 });
        const anchor = await place('button', { left: '560px', top: '330px' }, 'anchor');
        const prompt = await open({ anchor: '#anchor', position });
        expect(isAtSide(await measurePanel(prompt), anchor.getBoundingClientRect())).to.equal(true);
        expect(find(prompt, '[part=arrow]') !== null).to.equal(true);
      });

    it('flips to the other side if there is no space', async () => {
      const anchor = await place('button', { left: '360px', bottom: '10px' }, 'anchor');
      const { bottom } = await measurePanel(await open({ anchor: '#anchor' }));
      expect(bottom).to.be.lessThan(anchor.getBoundingClientRect().top);
    });

    it('follows the anchor while the page scrolls', async () => {
      (await mount('div')).style.height = '3000px';
      const anchor = await place('button', { position: 'absolute', top: '250px', left: '300px' }, 'anchor');
      const prompt = await open({ anchor: '#anchor' });
      scrollTo(0, 150);
      await until('it to follow', () => {
        const { top } = find(prompt, '[part=panel]')?.getBoundingClientRect() ?? { top: 0 };
        return Math.abs(top - anchor.getBoundingClientRect().bottom - 12) < 2;
      });
    });

    it('is in a corner while the anchor is scrolled out of view', async () => {
      (await mount('div')).style.height = '3000px';
      await place('button', { position: 'absolute', top: '250px', left: '300px' }, 'anchor');
      const prompt = await open({ anchor: '#anchor' });
      scrollTo(0, 1500);
      await until('the corner', () => find(prompt, '[data-place=bottom-end]'));
      expect([isShown(prompt), await listEdges(prompt)]).to.deep.equal([true, 'bottom right']);
      scrollTo(0, 0);
      await until('its anchor', () => find(prompt, '[data-place=""]'));
    });

    it('is in a corner while it would cover the focused control', async () => {
      await place('button', { left: '300px', top: '100px' }, 'anchor');
      const field = await place('input', { left: '300px', top: '180px' });
      const prompt = await open({ anchor: '#anchor' });
      field.focus();
      await until('the corner', () => find(prompt, '[data-place=bottom-end]'));
      expect(isShown(prompt)).to.equal(true);
      field.blur();
      await until('its anchor', () => find(prompt, '[data-place=""]'));
    });

    it('stays open when the page moves the anchor', async () => {
      const anchor = await place('button', { left: '300px', top: '100px' }, 'anchor');
      const prompt = await open({ anchor: '#anchor' });
      anchor.remove();
      await new Promise((resolve) => setTimeout(resolve));
      anchor.style.top = '200px';
      document.body.append(anchor);
      await until(
        'it to follow',
        () => find(prompt, '[part=panel]')?.style.getPropertyValue('--_y') === '242px',
      );
      expect(prompt.open).to.equal(true);
    });

    it('closes when the anchor is removed', async () => {
      const anchor = await place('button', { left: '300px', top: '100px' }, 'anchor');
      const prompt = await open({ anchor: '#anchor' });
      anchor.remove();
      await until('it to close', () => !prompt.open);
    });

    it('is in a corner if the anchor is not visible', async () => {
      await place('button', { position: 'absolute', left: '300px', top: '2500px' }, 'anchor');
      expect(await listEdges(await open({ anchor: '#anchor' }))).to.equal('bottom right');
    });

    it('is in a corner, with a warning, if the anchor does not exist', async () => {
      const prompt = await mountPrompt({ anchor: '#nowhere' });
      const warnings = await warningsDuring(() => prompt.show());
      expect(warnings[0]).to.contain('(HEED_ANCHOR)');
      expect(await listEdges(prompt)).to.equal('bottom right');
    });

    it('warns of an anchor that is not a valid selector', async () => {
      const prompt = await mountPrompt({ anchor: '##' });
      const warnings = await warningsDuring(() => prompt.show());
      expect(warnings[0]).to.contain('(HEED_ANCHOR)');
    });
  });

  it('is at the default side, with a warning, if the position is invalid', async () => {
    const anchor = await place('button', { left: '300px', top: '100px' }, 'anchor');
    const prompt = await mountPrompt({ anchor: '#anchor', position: 'beside' });
    const warnings = await warningsDuring(() => prompt.show());
    expect(warnings[0]).to.contain('(HEED_DISPLAY)');
    expect((await measurePanel(prompt)).top).to.be.greaterThan(anchor.getBoundingClientRect().bottom);
  });

  describe('accessibility', () => {
    for (const display of DISPLAYS)
      it(`has no axe violations as ${display}`, async () => {
        await place('button', { left: '300px', top: '100px' }, 'anchor').then((anchor) => {
          anchor.textContent = 'Anchor';
        });
        const prompt = await open({ display, ...(display === 'popover' ? { anchor: '#anchor' } : {}) });
        await measurePanel(prompt);
        expect(await findAxeViolations(prompt)).to.deep.equal([]);
      });

    it('has a transition when it opens', async function () {
      if (!(await setMediaFeatures({ 'prefers-reduced-motion': 'no-preference' }))) this.skip();
      const prompt = await open({});
      expect(find(prompt, '[part=panel]')?.getAnimations().length).to.be.greaterThan(0);
    });

    it('has no transition with reduced motion', async function () {
      if (!(await setMediaFeatures({ 'prefers-reduced-motion': 'reduce' }))) this.skip();
      const prompt = await open({});
      expect(find(prompt, '[part=panel]')?.getAnimations().length).to.equal(0);
      prompt.hide();
      expect(isShown(prompt)).to.equal(false);
    });

    it('has a border in forced colours', async function () {
      if (!(await setMediaFeatures({ 'forced-colors': 'active' }))) this.skip();
      const prompt = await open({});
      const { borderTopWidth, borderTopStyle } = getComputedStyle(find(prompt, '[part=panel]') as Element);
      expect([borderTopWidth, borderTopStyle]).to.deep.equal(['1px', 'solid']);
    });

    it('has a close button of 44 px', async () => {
      const prompt = await open({});
      const { width, height } = find(prompt, '[part=close]')?.getBoundingClientRect() ?? {};
      expect([width, height]).to.deep.equal([44, 44]);
    });
  });
});
