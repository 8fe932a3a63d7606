import { setViewport } from '@heed/tooling/commands';
import { clickOn, inside, mount, unmountAll, until } from '@heed/testing/suites/page';
import { expect } from 'chai';
import {
  measurePanel,
  find,
  recordEvents,
  isShown,
  mountPrompt,
  getQuestion,
  mountWithRules,
} from './test/prompt.ts';
import type { HeedPrompt } from './prompt.ts';

/** An obstacle in the page: the parent for the prompt, and a function that removes the obstacle. */
interface Obstacle {
  parent: Element;
  remove(): void;
}

type Make = () => Promise<Obstacle>;

async function styled(style: Partial<CSSStyleDeclaration>): Promise<Obstacle> {
  const outer = await mount('section');
  Object.assign(outer.style, style);
  return { parent: await mount('div', {}, outer), remove: () => outer.removeAttribute('style') };
}

async function marked(attribute: string, value = ''): Promise<Obstacle> {
  const outer = await mount('section', { [attribute]: value });
  return { parent: await mount('div', {}, outer), remove: () => outer.removeAttribute(attribute) };
}

/** Mounts a dialog that covers the page, as libraries render it. */
async function showDialog(attributes: Record<string, string>, parent?: Element): Promise<HTMLElement> {
  const dialog = await mount<HTMLElement>('div', { role: 'dialog', tabindex: '-1', ...attributes }, parent);
  Object.assign(dialog.style, { position: 'fixed', inset: '0', zIndex: '1000', background: '#fff' });
  return dialog;
}

const HIDDEN: Record<string, Make> = {
  'display: none': () => styled({ display: 'none' }),
  'visibility: hidden': () => styled({ visibility: 'hidden' }),
  'content-visibility: hidden': () => styled({ contentVisibility: 'hidden' }),
  '[hidden]': () => marked('hidden'),
  'a closed <details>': async () => {
    const details = await mount<HTMLDetailsElement>('details');
    return { parent: await mount('div', {}, details), remove: () => (details.open = true) };
  },
  'a host without a slot': async () => {
    const host = await mount('div');
    const root = host.attachShadow({ mode: 'closed' });
    return { parent: host, remove: () => root.append(document.createElement('slot')) };
  },
  'a hidden slot': async () => {
    const host = await mount('div');
    const box = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    box.hidden = true;
    box.append(document.createElement('slot'));
    return { parent: host, remove: () => (box.hidden = false) };
  },
};

const BUSY: Record<string, Make> = {
  inert: () => marked('inert'),
  'aria-hidden': () => marked('aria-hidden', 'true'),
  'a dialog of a library': async () => {
    const dialog = await showDialog({ 'aria-modal': 'true' });
    return { parent: document.body, remove: () => dialog.remove() };
  },
  'a dialog whose root has no height': async () => {
    const dialog = await mount<HTMLElement>('div', { role: 'dialog', 'aria-modal': 'true' });
    await showDialog({}, dialog);
    return { parent: document.body, remove: () => dialog.remove() };
  },
  'a dialog of a web component': async () => {
    const host = await mount('div');
    const root = host.attachShadow({ mode: 'open' });
    const dialog = await showDialog({ 'aria-modal': 'true' }, root as unknown as Element);
    return { parent: document.body, remove: () => dialog.remove() };
  },
  'a modal <dialog> of a web component': async () => {
    const root = (await mount('div')).attachShadow({ mode: 'open' });
    const dialog = root.appendChild(document.createElement('dialog'));
    dialog.showModal();
    return { parent: document.body, remove: () => dialog.close() };
  },
};

const getReason = (prompt: HeedPrompt): string | undefined =>
  prompt.explain().find(({ rule }) => rule === 'content')?.reason;
const countShownPrompts = (): number =>
  Object.values<{ times?: number[] }>(JSON.parse(localStorage.getItem('heed-prompts') ?? '{}').prompts ?? {})
    .length;

describe('<heed-prompt> obstacles', () => {
  afterEach(async () => {
    unmountAll();
    localStorage.removeItem('heed-prompts');
    document.body.removeAttribute('style');
    document.documentElement.removeAttribute('style');
    await setViewport({ width: 800, height: 600 });
  });

  for (const [name, make] of Object.entries({ ...HIDDEN, ...BUSY })) {
    it(`opens by its rules once the obstacle is gone: ${name}`, async () => {
      const { parent, remove } = await make();
      const prompt = await mountWithRules({}, parent);
      const { events, stop } = recordEvents();
      document.dispatchEvent(new CustomEvent(prompt.name));
      await until('the reason', () => getReason(prompt));
      expect([prompt.open, events.length, countShownPrompts()]).to.deep.equal([false, 0, 0]);
      remove();
      await until('it to open', () => prompt.open);
      stop();
      expect([isShown(prompt), events.length, getReason(prompt)]).to.deep.equal([true, 1, undefined]);
    });

    it(`is not opened by show(), with a reason: ${name}`, async () => {
      const { parent } = await make();
      const prompt = await mountPrompt({}, parent);
      const { events, stop } = recordEvents();
      expect(await prompt.show()).to.equal(false);
      stop();
      expect([isShown(prompt), events.length, !!getReason(prompt)]).to.deep.equal([false, 0, true]);
    });
  }

  it('is opened by show() once a closing dialog is gone', async () => {
    const dialog = await showDialog({ 'aria-modal': 'true' });
    const prompt = await mountPrompt();
    const opening = prompt.show();
    await until('the reason', () => getReason(prompt));
    dialog.remove();
    expect(await opening).to.equal(true);
  });

  for (const [name, attributes, style] of [
    ['transparent', {}, { opacity: '0' }],
    ['outside the window', {}, { translate: '-200vw' }],
    ['hidden from assistive technology', { 'aria-hidden': 'true' }, {}],
  ] as const)
    it(`opens in a page with a dialog that is ${name}`, async () => {
      const dialog = await showDialog({ 'aria-modal': 'true', ...attributes });
      Object.assign(dialog.style, { pointerEvents: 'none', ...style });
      const prompt = await mountWithRules();
      document.dispatchEvent(new CustomEvent(prompt.name));
      await until('it to open', () => prompt.open);
    });

  it('opens inside the dialog of a library', async () => {
    const dialog = await showDialog({ 'aria-modal': 'true' });
    const prompt = await mountPrompt({}, dialog);
    expect(await prompt.show()).to.equal(true);
  });

  for (const [name, style] of [
    ['display: contents', { display: 'contents' }],
    ['opacity: 0', { opacity: '0' }],
    ['content-visibility: auto', { contentVisibility: 'auto' }],
  ] as const)
    it(`opens within ${name}`, async () => {
      const { parent } = await styled(style);
      const prompt = await mountWithRules({}, parent);
      document.dispatchEvent(new CustomEvent(prompt.name));
      await until('it to open', () => prompt.open);
      expect(isShown(prompt)).to.equal(true);
    });

  it('can be used while the page disables the pointer', async () => {
    document.body.style.pointerEvents = 'none';
    const prompt = await mountPrompt();
    expect(await prompt.show()).to.equal(true);
    await measurePanel(prompt);
    await clickOn(inside(getQuestion(prompt), 'input'));
    expect(getQuestion(prompt).value).to.equal(1);
    await clickOn(find(prompt, '[part=close]') as Element);
    expect(prompt.open).to.equal(false);
  });

  for (const remove of [
    (dialog: Element) => dialog.remove(),
    (dialog: Element) => (dialog.ariaHidden = 'true'),
  ])
    it(`is hidden while the page shows a dialog, and keeps the user's input: ${String(remove)}`, async () => {
      const prompt = await mountPrompt();
      await prompt.show();
      getQuestion(prompt).value = 2;
      const { events, stop } = recordEvents();
      const dialog = await showDialog({ 'aria-modal': 'true' });
      dialog.focus();
      await until('it to be hidden', () => !isShown(prompt));
      remove(dialog);
      await until('it to be shown', () => isShown(prompt));
      stop();
      expect([prompt.open, events.length, getQuestion(prompt).value]).to.deep.equal([true, 0, 2]);
    });

  describe('under CSS zoom', () => {
    for (const zoom of ['0.75', '1.5', '2'])
      for (const where of ['html', 'body', 'div'])
        it(`stays in the window and next to its anchor with a zoom of ${zoom} on ${where}`, async () => {
          const outer = await mount('div');
          const zoomed = document.querySelector<HTMLElement>(
            where === 'div' ? 'body > div:last-child' : where,
          );
          zoomed?.style.setProperty('zoom', zoom);
          const anchor = await mount<HTMLElement>('button', { id: 'anchor' }, outer);
          Object.assign(anchor.style, { position: 'absolute', left: '180px', top: '20px', width: '60px' });
          const rulers = await measureWindow(outer);
          for (const display of ['popover', 'corner', 'sheet', 'modal']) {
            const prompt = await mountPrompt({ display, anchor: '#anchor' }, outer);
            (await mount('div', {}, prompt)).style.height = display === 'popover' ? '50px' : '700px';
            await prompt.show();
            const { left, top, right, bottom } = await measurePanel(prompt);
            const isInside =
              left >= -1 && top >= -1 && right <= rulers.width + 1 && bottom <= rulers.height + 1;
            expect(isInside, `${display}: ${[left, top, right, bottom].join()}`).to.equal(true);
            const gap = top - anchor.getBoundingClientRect().bottom;
            if (display === 'popover') expect(gap / rulers.zoom).to.be.closeTo(12, 2);
            prompt.hide();
            prompt.remove();
          }
        });
  });
});

/** Measures the window in the pixels that the browser uses for elements in this parent. */
async function measureWindow(parent: Element): Promise<{ width: number; height: number; zoom: number }> {
  const ruler = await mount<HTMLElement>('div', {}, parent);
  Object.assign(ruler.style, { position: 'fixed', inset: '0' });
  const { width, height } = ruler.getBoundingClientRect();
  ruler.style.inset = 'auto';
  ruler.style.width = '100px';
  const zoom = ruler.getBoundingClientRect().width / 100;
  ruler.remove();
  return { width, height, zoom };
}
