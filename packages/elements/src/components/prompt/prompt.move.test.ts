import '../../define/text.ts';
import { setMediaFeatures } from '@heed/tooling/commands';
import { inside, mount, press, unmountAll, until } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { measurePanel, find, recordEvents, isShown, mountPrompt, getQuestion } from './test/prompt.ts';
import type { HeedPrompt } from './prompt.ts';

type Mover = (moved: Element, place: Element) => unknown;

const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame);
/** Unlike a frame, this timer always fires before the removal timer of the prompt. */
const nextTask = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));

/** How pages and libraries move elements. */
const MOVES: Record<string, Mover> = {
  append: (moved, place) => place.append(moved),
  insertBefore: (moved, place) => place.insertBefore(moved, place.firstChild),
  replaceWith: (moved, place) => place.appendChild(document.createElement('i')).replaceWith(moved),
  'removal, and insertion in a microtask': async (moved, place) => {
    moved.remove();
    await Promise.resolve();
    place.append(moved);
  },
  'removal, and insertion in the next task': async (moved, place) => {
    moved.remove();
    await nextTask();
    place.append(moved);
  },
  'a fragment': (moved, place) => {
    const fragment = new DocumentFragment();
    fragment.append(moved);
    place.append(fragment);
  },
  moveBefore: (moved, place) => {
    const { moveBefore } = place as { moveBefore?: (node: Node, child: Node | null) => void };
    if (moveBefore) moveBefore.call(place, moved, null);
    else place.append(moved);
  },
};

const textOf = (prompt: Element): HTMLTextAreaElement =>
  inside(prompt.querySelector('heed-text') as Element, 'textarea');

/** Mounts a prompt and types text in it, with the caret in the middle. */
async function openAndType(display: string, parent: Element): Promise<HeedPrompt> {
  const prompt = await mount<HeedPrompt>('heed-prompt', { name: 'moved', display }, parent);
  await mount('heed-text', { survey: 'test', type: 'long', question: 'What is missing?' }, prompt);
  (await mount('div', {}, prompt)).style.height = '900px';
  await prompt.show();
  textOf(prompt).focus();
  for (const key of 'More') await press(key);
  textOf(prompt).setSelectionRange(1, 2);
  return prompt;
}

describe('<heed-prompt> moved by the page', () => {
  afterEach(async () => {
    unmountAll();
    localStorage.removeItem('heed-prompts');
    await setMediaFeatures({});
  });

  for (const [name, move] of Object.entries(MOVES))
    for (const isWhole of [true, false])
      it(`stays open after ${name} of ${isWhole ? 'its parent' : 'the prompt'}`, async () => {
        const [old, place] = [await mount('main'), await mount('main')];
        const prompt = await openAndType('corner', await mount('section', {}, old));
        const stored = localStorage.getItem('heed-prompts');
        const { events, stop } = recordEvents();
        await move(isWhole ? (prompt.parentElement as Element) : prompt, place);
        expect(place.contains(prompt)).to.equal(true);
        await press('x');
        stop();
        expect([prompt.open, prompt.matches('[open]'), isShown(prompt)]).to.deep.equal([true, true, true]);
        expect([events, localStorage.getItem('heed-prompts')]).to.deep.equal([[], stored]);
        expect([textOf(prompt).value, textOf(prompt).selectionStart]).to.deep.equal(['Mxre', 2]);
      });

  for (const display of ['corner', 'sheet', 'modal', 'popover', 'inline'])
    it(`keeps the top layer, the focus and scroll positions as ${display}`, async () => {
      const anchor = await mount('button', { id: 'anchor' });
      anchor.textContent = 'Anchor';
      const prompt = await mountPrompt({ display, ...(display === 'popover' ? { anchor: '#anchor' } : {}) });
      (await mount('div', {}, prompt)).style.height = '900px';
      const place = await mount('main');
      await prompt.show();
      const content = find(prompt, '[part=content]') as HTMLElement;
      const close = find(prompt, '[part=close]') as HTMLElement;
      close.focus();
      content.scrollTop = 40;
      const { scrollTop } = content;
      await nextFrame();
      await nextFrame();
      place.append(prompt);
      const panel = find(prompt, '[part=panel]') as HTMLElement;
      const isOnTop =
        { inline: true, modal: panel.matches(':modal') }[display] ?? panel.matches(':popover-open');
      expect([isOnTop, content.scrollTop]).to.deep.equal([true, scrollTop]);
      expect(prompt.shadowRoot?.activeElement === close).to.equal(true);
      await press('Escape');
      expect(prompt.open).to.equal(false);
    });

  for (const display of ['corner', 'modal'])
    it(`has no transition and no announcement as ${display}`, async function () {
      if (!(await setMediaFeatures({ 'prefers-reduced-motion': 'no-preference' }))) this.skip();
      const prompt = await mountPrompt({ display });
      const place = await mount('main');
      await prompt.show();
      await measurePanel(prompt);
      place.append(prompt);
      expect(prompt.shadowRoot?.getAnimations().length).to.equal(0);
      expect(find(prompt, '[role=status]')?.textContent).to.equal('');
    });

  it('keeps the focus that the page has set meanwhile', async () => {
    const prompt = await openAndType('corner', document.body);
    const field = await mount<HTMLInputElement>('input');
    prompt.remove();
    field.focus();
    document.body.append(prompt);
    expect(document.activeElement === field).to.equal(true);
  });

  it('does not take the focus if it had none', async () => {
    const prompt = await openAndType('corner', document.body);
    textOf(prompt).blur();
    await nextFrame();
    document.body.append(prompt);
    expect(document.activeElement === document.body).to.equal(true);
  });

  it('returns the focus to its previous element when it closes after a move', async () => {
    const before = await mount('button');
    before.focus();
    const prompt = await mountPrompt();
    await prompt.show();
    prompt.focus();
    document.body.append(prompt);
    await press('Escape');
    expect(document.activeElement === before).to.equal(true);
  });

  it('follows its anchor when both are moved together', async () => {
    const both = await mount('section');
    const anchor = await mount('button', { id: 'anchor' }, both);
    anchor.textContent = 'Anchor';
    (anchor as HTMLElement).style.marginInlineStart = '300px';
    const prompt = await mountPrompt({ anchor: '#anchor' }, both);
    await prompt.show();
    both.remove();
    await nextTask();
    const place = await mount('main');
    place.style.paddingTop = '150px';
    place.append(both);
    await until('it to follow', () => {
      const { top } = find(prompt, '.popover')?.getBoundingClientRect() ?? new DOMRect();
      return Math.abs(top - anchor.getBoundingClientRect().bottom - 12) < 1;
    });
  });

  it('continues its delay', async () => {
    const prompt = await mountPrompt({ quiet: '0', delay: '1h', when: "event('moved')" });
    await until('the rules', () => prompt.explain().length > 0);
    document.dispatchEvent(new CustomEvent('moved'));
    const getDelayEnd = (): number | undefined =>
      prompt.explain().find(({ rule }) => rule === 'delay')?.until;
    const end = await until('the delay', getDelayEnd);
    prompt.remove();
    await nextTask();
    document.body.append(prompt);
    expect(getDelayEnd()).to.equal(end);
  });

  it('opens in its new place if it was moved while its content was loading', async () => {
    const [old, place] = [await mount('main'), await mount('main')];
    const prompt = await mountPrompt({}, old);
    let draw = (): void => {};
    const slow = await mount('span', {}, prompt);
    Object.assign(slow, { updateComplete: new Promise<void>((resolve) => (draw = resolve)) });
    const opening = prompt.show();
    await nextFrame();
    prompt.remove();
    draw();
    await nextTask();
    place.append(prompt);
    expect(await opening).to.equal(true);
    expect(isShown(prompt)).to.equal(true);
  });

  it('keeps the lock until it is removed permanently', async () => {
    const prompt = await mountPrompt();
    await prompt.show();
    const next = await mountPrompt({ quiet: '0', when: "event('next')" });
    await until('the rules', () => next.explain().length > 0);
    prompt.remove();
    document.dispatchEvent(new CustomEvent('next'));
    await nextTask();
    document.body.append(prompt);
    const isInQueue = (): boolean => next.explain().some(({ rule, ok }) => rule === 'turn' && !ok);
    await until('the queue', isInQueue);
    expect([prompt.open, next.open]).to.deep.equal([true, false]);
    prompt.remove();
    await until('the next one', () => next.open);
    expect(prompt.open).to.equal(false);
  });

  it('stays open and keeps the input when a question inside is moved', async () => {
    const prompt = await mountPrompt();
    await prompt.show();
    getQuestion(prompt).value = 2;
    (await mount('div', {}, prompt)).append(getQuestion(prompt));
    await getQuestion(prompt).updateComplete;
    expect([prompt.open, getQuestion(prompt).value]).to.deep.equal([true, 2]);
  });
});
