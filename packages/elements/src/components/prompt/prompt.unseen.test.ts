import { setViewport } from '@heed/tooling/commands';
import { clickOn, inside, mount, unmountAll, until } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { boxOf, find, follow, isSeen, mountPrompt, questionOf } from './test/prompt.ts';
import type { HeedPrompt } from './prompt.ts';

/** An obstacle in the page: where the prompt stands, and what takes the obstacle away. */
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

/** As a library draws it, which covers the page. */
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
  'a host without a slot for it': async () => {
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

/** With rules that agree as soon as its event comes. */
async function mountRuled(parent: Element): Promise<HeedPrompt> {
  localStorage.removeItem('heed-prompts');
  const prompt = await mountPrompt({ quiet: '0' }, parent);
  prompt.setAttribute('when', `event('${prompt.name}')`);
  await until('the rules', () => prompt.explain().length > 0);
  await prompt.updateComplete;
  return prompt;
}

const reasonOf = (prompt: HeedPrompt): string | undefined =>
  prompt.explain().find(({ rule }) => rule === 'content')?.reason;
const timesShown = (): number =>
  Object.values<{ times?: number[] }>(JSON.parse(localStorage.getItem('heed-prompts') ?? '{}').prompts ?? {})
    .length;

describe('a <heed-prompt> that cannot be seen or used', () => {
  afterEach(async () => {
    unmountAll();
    localStorage.removeItem('heed-prompts');
    document.body.removeAttribute('style');
    document.documentElement.removeAttribute('style');
    await setViewport({ width: 800, height: 600 });
  });

  for (const [name, make] of Object.entries({ ...HIDDEN, ...BUSY })) {
    it(`waits by its rules, and opens after it: ${name}`, async () => {
      const { parent, remove } = await make();
      const prompt = await mountRuled(parent);
      const { events, stop } = follow();
      document.dispatchEvent(new CustomEvent(prompt.name));
      await until('the reason', () => reasonOf(prompt));
      expect([prompt.open, events.length, timesShown()]).to.deep.equal([false, 0, 0]);
      remove();
      await until('it to open', () => prompt.open);
      stop();
      expect([isSeen(prompt), events.length, reasonOf(prompt)]).to.deep.equal([true, 1, undefined]);
    });

    it(`is not opened by the page, and says why: ${name}`, async () => {
      const { parent } = await make();
      const prompt = await mountPrompt({}, parent);
      const { events, stop } = follow();
      expect(await prompt.show()).to.equal(false);
      stop();
      expect([isSeen(prompt), events.length, !!reasonOf(prompt)]).to.deep.equal([false, 0, true]);
    });
  }

  it('opens for the page once a dialog that is leaving is gone', async () => {
    const dialog = await showDialog({ 'aria-modal': 'true' });
    const prompt = await mountPrompt();
    const opening = prompt.show();
    await until('the reason', () => reasonOf(prompt));
    dialog.remove();
    expect(await opening).to.equal(true);
  });

  for (const [name, attributes, style] of [
    ['transparent', {}, { opacity: '0' }],
    ['beside the window', {}, { translate: '-200vw' }],
    ['shut', { 'aria-hidden': 'true' }, {}],
  ] as const)
    it(`opens where a page holds a dialog ready that is ${name}`, async () => {
      const dialog = await showDialog({ 'aria-modal': 'true', ...attributes });
      Object.assign(dialog.style, { pointerEvents: 'none', ...style });
      const prompt = await mountRuled(document.body);
      document.dispatchEvent(new CustomEvent(prompt.name));
      await until('it to open', () => prompt.open);
    });

  it('opens inside of the dialog of a library', async () => {
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
      const prompt = await mountRuled(parent);
      document.dispatchEvent(new CustomEvent(prompt.name));
      await until('it to open', () => prompt.open);
      expect(isSeen(prompt)).to.equal(true);
    });

  it('can be used where only the pointer is taken from the page', async () => {
    document.body.style.pointerEvents = 'none';
    const prompt = await mountPrompt();
    expect(await prompt.show()).to.equal(true);
    await boxOf(prompt);
    await clickOn(inside(questionOf(prompt), 'input'));
    expect(questionOf(prompt).value).to.equal(1);
    await clickOn(find(prompt, '[part=close]') as Element);
    expect(prompt.open).to.equal(false);
  });

  for (const remove of [
    (dialog: Element) => dialog.remove(),
    (dialog: Element) => (dialog.ariaHidden = 'true'),
  ])
    it(`steps aside while the page shows a dialog, and comes back with what was entered: ${String(remove)}`, async () => {
      const prompt = await mountPrompt();
      await prompt.show();
      questionOf(prompt).value = 2;
      const { events, stop } = follow();
      const dialog = await showDialog({ 'aria-modal': 'true' });
      dialog.focus();
      await until('it to step aside', () => !isSeen(prompt));
      remove(dialog);
      await until('it to come back', () => isSeen(prompt));
      stop();
      expect([prompt.open, events.length, questionOf(prompt).value]).to.deep.equal([true, 0, 2]);
    });

  describe('under CSS zoom', () => {
    for (const zoom of ['0.75', '1.5', '2'])
      for (const where of ['html', 'body', 'div'])
        it(`stays in the window, and beside its anchor, at ${zoom} of ${where}`, async () => {
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
            const { left, top, right, bottom } = await boxOf(prompt);
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

/** The window in the pixels in which the browser measures what is in this element. */
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
