import { setMediaFeatures, setViewport } from '@heed/tooling/commands';
import { findAxeViolations } from '@heed/testing/suites/axe';
import { clickOn, mount, press, unmountAll, until, warningsDuring } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { boxOf, find, isSeen, mountPrompt } from './test/prompt.ts';
import type { HeedPrompt } from './prompt.ts';

const SIZE = { width: 800, height: 600 };
const DISPLAYS = ['corner', 'popover', 'modal', 'sheet', 'inline'];

/** Something of the page at a place of the window. */
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

/** Which edges of the window it is at. */
async function edgesOf(prompt: HeedPrompt): Promise<string> {
  const { left, top, right, bottom } = await boxOf(prompt);
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

describe('the place of a <heed-prompt>', () => {
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
    it(`is the corner ${position}`, async () => {
      expect(await edgesOf(await open({ position }))).to.equal(edges);
    });

  it('is the other side where the page runs from right to left', async () => {
    document.documentElement.dir = 'rtl';
    expect(await edgesOf(await open({}))).to.equal('left bottom');
  });

  it('is kept off the edge as far as the page says', async () => {
    const prompt = await mountPrompt();
    prompt.style.setProperty('--heed-prompt-inset-block', '100px');
    await prompt.show();
    expect(Math.round(innerHeight - (await boxOf(prompt)).bottom)).to.equal(100);
  });

  it('is over what the page lays over itself, and not cut off by it', async () => {
    const box = await place('div', {
      width: '50px',
      height: '50px',
      overflow: 'hidden',
      transform: 'scale(1)',
      zIndex: '9',
    });
    const prompt = await mountPrompt({}, box);
    await prompt.show();
    const { left, top, width, height } = await boxOf(prompt);
    expect(width).to.be.greaterThan(300);
    expect(document.elementFromPoint(left + width / 2, top + height - 5) === prompt).to.equal(true);
  });

  it('is the lower edge on a phone, as wide as the window', async () => {
    await setViewport({ width: 360, height: 640 });
    const prompt = await open({ position: 'top-start' });
    const { width, bottom } = await boxOf(prompt);
    expect([width, bottom]).to.deep.equal([360, 640]);
  });

  for (const display of DISPLAYS)
    it(`holds everything at 320 px as ${display}, and scrolls inside what is too tall`, async () => {
      await setViewport({ width: 320, height: 480 });
      await place('button', { top: '200px' }, 'anchor');
      const prompt = await mountPrompt({ display, ...(display === 'popover' ? { anchor: '#anchor' } : {}) });
      (await mount('div', {}, prompt)).style.height = '900px';
      await prompt.show();
      expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
      if (display === 'inline') return;
      const { left, right, top, bottom } = await boxOf(prompt);
      expect([left >= 0, right <= 320, top >= 0, bottom <= 480]).to.deep.equal([true, true, true, true]);
      const content = find(prompt, '[part=content]') as HTMLElement;
      content.scrollTop = 500;
      expect(content.scrollTop).to.equal(500);
    });

  it('is in the flow of the page as inline', async () => {
    const first = await mount('p');
    const prompt = await mountPrompt({ display: 'inline' });
    const last = await mount('p');
    first.textContent = last.textContent = 'Words of the page';
    const before = last.getBoundingClientRect().top;
    await prompt.show();
    const { top, bottom } = await boxOf(prompt);
    expect(top).to.be.at.least(first.getBoundingClientRect().bottom);
    expect(last.getBoundingClientRect().top).to.be.at.least(bottom);
    expect(last.getBoundingClientRect().top).to.be.greaterThan(before);
  });

  it('takes no room in the page while it is closed', async () => {
    const row = await mount('div');
    Object.assign(row.style, { display: 'grid', gap: '40px' });
    row.append(document.createElement('p'));
    const { offsetHeight } = row;
    await mountPrompt({}, row);
    expect(row.offsetHeight).to.equal(offsetHeight);
  });

  describe('and the focus of the page', () => {
    it('is another corner where it would cover the control that has it', async () => {
      const field = await place('input', { right: '20px', bottom: '20px' });
      field.focus();
      expect(await edgesOf(await open({}))).to.equal('left bottom');
      expect(document.activeElement === field).to.equal(true);
    });

    it('changes when such a control gets the focus', async () => {
      const field = await place('input', { right: '20px', bottom: '20px' });
      const prompt = await open({});
      expect(await edgesOf(prompt)).to.equal('bottom right');
      field.focus();
      await until('the other corner', () => find(prompt, '[data-place=bottom-start]'));
    });

    it('stays where it is while the focus is inside', async () => {
      const field = await place('input', { right: '20px', bottom: '20px' });
      field.focus();
      const prompt = await open({});
      const focused = new Promise((resolve) => document.addEventListener('focusin', resolve, { once: true }));
      prompt.focus();
      await focused;
      // It chooses its place in the next frame.
      await new Promise(requestAnimationFrame);
      expect(await edgesOf(prompt)).to.equal('left bottom');
    });

    it('stays in view where every corner would cover such a control', async () => {
      await setViewport({ width: 500, height: 400 });
      const field = await place('input', { top: '110px', left: '0', width: '500px', height: '180px' });
      field.focus();
      const prompt = await open({});
      expect([prompt.open, isSeen(prompt), await edgesOf(prompt)]).to.deep.equal([
        true,
        true,
        'bottom right',
      ]);
    });

    for (const [display, width] of [
      ['sheet', 800],
      ['corner', 360],
    ] as const)
      it(`is the upper edge as ${display} over a field at the bottom, ${width} px wide`, async () => {
        await setViewport({ width, height: 640 });
        const field = await place('input', { left: '100px', bottom: '20px' });
        const prompt = await open({ display });
        expect((await boxOf(prompt)).bottom).to.equal(640);
        field.focus();
        await until('the upper edge', () => find(prompt, '[data-place=top]'));
        expect([isSeen(prompt), (await boxOf(prompt)).top]).to.deep.equal([true, 0]);
      });

    it('scrolls the control out from under it where no place is free', async () => {
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
      expect(isSeen(prompt)).to.equal(true);
    });

    it('is the usual one over a button that was pressed by a pointer', async function () {
      // A window in the background knows no pointer.
      if (!document.hasFocus()) this.skip();
      await setViewport({ width: 360, height: 640 });
      const button = await place('button', { left: '100px', bottom: '20px' });
      await clickOn(button);
      button.focus();
      const prompt = await open({});
      expect([isSeen(prompt), (await boxOf(prompt)).bottom]).to.deep.equal([true, 640]);
    });

    it('is the next stop of Tab after the last control before it', async () => {
      await setViewport({ width: 320, height: 256 });
      (await mount('div')).style.height = '400px';
      const last = await mount<HTMLButtonElement>('button');
      last.textContent = 'Last';
      const prompt = await open({});
      (await mount('button')).textContent = 'After';
      last.focus();
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      expect(isSeen(prompt)).to.equal(true);
      await press('Tab');
      expect(prompt.shadowRoot?.activeElement?.getAttribute('part')).to.equal('close');
    });

    it('does not give way to an editor that fills the window', async () => {
      const editor = await place('textarea', { inset: '0', width: '800px', height: '600px' });
      editor.focus();
      expect(await edgesOf(await open({}))).to.equal('bottom right');
    });

    it('knows a control within a shadow root', async () => {
      const host = await place('div', { right: '20px', bottom: '20px' });
      const field = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('input'));
      field.focus();
      expect(await edgesOf(await open({}))).to.equal('left bottom');
    });
  });

  describe('beside an anchor', () => {
    for (const [position, isBeside] of [
      ['bottom', ({ top }: DOMRect, anchor: DOMRect) => top > anchor.bottom],
      ['top', ({ bottom }: DOMRect, anchor: DOMRect) => bottom < anchor.top],
      ['end', ({ left }: DOMRect, anchor: DOMRect) => left > anchor.right],
      ['start', ({ right }: DOMRect, anchor: DOMRect) => right < anchor.left],
    ] as const)
      it(`is its ${position}, with a tip that points there`, async () => {
        await setViewport({ width: 1200, height: 700 });
        const anchor = await place('button', { left: '560px', top: '330px' }, 'anchor');
        const prompt = await open({ anchor: '#anchor', position });
        expect(isBeside(await boxOf(prompt), anchor.getBoundingClientRect())).to.equal(true);
        expect(find(prompt, '[part=arrow]') !== null).to.equal(true);
      });

    it('is the other side where there is no room', async () => {
      const anchor = await place('button', { left: '360px', bottom: '10px' }, 'anchor');
      const { bottom } = await boxOf(await open({ anchor: '#anchor' }));
      expect(bottom).to.be.lessThan(anchor.getBoundingClientRect().top);
    });

    it('follows it while the page scrolls', async () => {
      (await mount('div')).style.height = '3000px';
      const anchor = await place('button', { position: 'absolute', top: '250px', left: '300px' }, 'anchor');
      const prompt = await open({ anchor: '#anchor' });
      scrollTo(0, 150);
      await until('it to follow', () => {
        const { top } = find(prompt, '[part=panel]')?.getBoundingClientRect() ?? { top: 0 };
        return Math.abs(top - anchor.getBoundingClientRect().bottom - 12) < 2;
      });
    });

    it('is a corner while the anchor is scrolled out of sight, and comes back to it', async () => {
      (await mount('div')).style.height = '3000px';
      await place('button', { position: 'absolute', top: '250px', left: '300px' }, 'anchor');
      const prompt = await open({ anchor: '#anchor' });
      scrollTo(0, 1500);
      await until('the corner', () => find(prompt, '[data-place=bottom-end]'));
      expect([isSeen(prompt), await edgesOf(prompt)]).to.deep.equal([true, 'bottom right']);
      scrollTo(0, 0);
      await until('its anchor', () => find(prompt, '[data-place=""]'));
    });

    it('is a corner while it would cover the control that has the focus', async () => {
      await place('button', { left: '300px', top: '100px' }, 'anchor');
      const field = await place('input', { left: '300px', top: '180px' });
      const prompt = await open({ anchor: '#anchor' });
      field.focus();
      await until('the corner', () => find(prompt, '[data-place=bottom-end]'));
      expect(isSeen(prompt)).to.equal(true);
      field.blur();
      await until('its anchor', () => find(prompt, '[data-place=""]'));
    });

    it('stays open when the page moves the anchor', async () => {
      const anchor = await place('button', { left: '300px', top: '100px' }, 'anchor');
      const prompt = await open({ anchor: '#anchor' });
      anchor.remove();
      await new Promise(requestAnimationFrame);
      anchor.style.top = '200px';
      document.body.append(anchor);
      await until(
        'it to follow',
        () => find(prompt, '[part=panel]')?.style.getPropertyValue('--_y') === '242px',
      );
      expect(prompt.open).to.equal(true);
    });

    it('closes when the anchor goes away', async () => {
      const anchor = await place('button', { left: '300px', top: '100px' }, 'anchor');
      const prompt = await open({ anchor: '#anchor' });
      anchor.remove();
      await until('it to close', () => !prompt.open);
    });

    it('is a corner where the anchor cannot be seen', async () => {
      await place('button', { position: 'absolute', left: '300px', top: '2500px' }, 'anchor');
      expect(await edgesOf(await open({ anchor: '#anchor' }))).to.equal('bottom right');
    });

    it('is a corner with a warning where there is no such anchor', async () => {
      const prompt = await mountPrompt({ anchor: '#nowhere' });
      const warnings = await warningsDuring(() => prompt.show());
      expect(warnings[0]).to.contain('(HEED_ANCHOR)');
      expect(await edgesOf(prompt)).to.equal('bottom right');
    });

    it('is a corner with a warning where the anchor is no selector', async () => {
      const prompt = await mountPrompt({ anchor: '##' });
      const warnings = await warningsDuring(() => prompt.show());
      expect(warnings[0]).to.contain('(HEED_ANCHOR)');
    });
  });

  it('is the usual side with a warning where the page names none', async () => {
    const anchor = await place('button', { left: '300px', top: '100px' }, 'anchor');
    const prompt = await mountPrompt({ anchor: '#anchor', position: 'beside' });
    const warnings = await warningsDuring(() => prompt.show());
    expect(warnings[0]).to.contain('(HEED_DISPLAY)');
    expect((await boxOf(prompt)).top).to.be.greaterThan(anchor.getBoundingClientRect().bottom);
  });

  describe('accessibility and languages', () => {
    for (const display of DISPLAYS)
      it(`has no finding of axe as ${display}`, async () => {
        await place('button', { left: '300px', top: '100px' }, 'anchor').then((anchor) => {
          anchor.textContent = 'Anchor';
        });
        const prompt = await open({ display, ...(display === 'popover' ? { anchor: '#anchor' } : {}) });
        await boxOf(prompt);
        expect(await findAxeViolations(prompt)).to.deep.equal([]);
      });

    it('moves when it opens', async function () {
      if (!(await setMediaFeatures({ 'prefers-reduced-motion': 'no-preference' }))) this.skip();
      const prompt = await open({});
      expect(find(prompt, '[part=panel]')?.getAnimations().length).to.be.greaterThan(0);
    });

    it('does not move for those who do not want that', async function () {
      if (!(await setMediaFeatures({ 'prefers-reduced-motion': 'reduce' }))) this.skip();
      const prompt = await open({});
      expect(find(prompt, '[part=panel]')?.getAnimations().length).to.equal(0);
      prompt.hide();
      expect(isSeen(prompt)).to.equal(false);
    });

    it('has an edge in forced colours', async function () {
      if (!(await setMediaFeatures({ 'forced-colors': 'active' }))) this.skip();
      const prompt = await open({});
      const { borderTopWidth, borderTopStyle } = getComputedStyle(find(prompt, '[part=panel]') as Element);
      expect([borderTopWidth, borderTopStyle]).to.deep.equal(['1px', 'solid']);
    });

    it('has buttons that a finger can press', async () => {
      const prompt = await open({});
      const { width, height } = find(prompt, '[part=close]')?.getBoundingClientRect() ?? {};
      expect([width, height]).to.deep.equal([44, 44]);
    });
  });
});
