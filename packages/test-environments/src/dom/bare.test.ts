/** Tests Heed in a minimal environment, without APIs that the tests of a form do not need. */
import type { HeedPrompt } from '@heed/elements';
import { beforeAll, expect, test, vi } from 'vitest';
import { respondToSubmit, render, inside, until } from '../page.ts';

const GLOBALS = [
  'BroadcastChannel',
  'CSS',
  'DOMRect',
  'DataTransfer',
  'IntersectionObserver',
  'ResizeObserver',
  'caches',
  'cancelAnimationFrame',
  'createImageBitmap',
  'indexedDB',
  'localStorage',
  'matchMedia',
  'requestAnimationFrame',
  'requestIdleCallback',
  'sessionStorage',
  'visualViewport',
];
const OF_ELEMENTS = [
  'attachInternals',
  'checkVisibility',
  'getAnimations',
  'popover',
  'scrollIntoView',
  'togglePopover',
];
const OF_DIALOGS = ['showModal', 'close'];
const OF_ROOTS = ['adoptedStyleSheets', 'elementFromPoint', 'elementsFromPoint'];
const OF_SIGNALS = ['any'];

/** Removes members from an object and its prototypes. */
function remove(object: object | undefined, names: readonly string[]): void {
  for (let at = object; at && at !== Object.prototype; at = Object.getPrototypeOf(at) as object)
    for (const name of names) Reflect.deleteProperty(at, name);
}

beforeAll(async () => {
  for (const name of GLOBALS) vi.stubGlobal(name, undefined);
  remove(HTMLElement.prototype, OF_ELEMENTS);
  remove(globalThis.HTMLDialogElement?.prototype, OF_DIALOGS);
  remove(document, OF_ROOTS);
  remove(ShadowRoot.prototype, OF_ROOTS);
  remove(AbortSignal, OF_SIGNALS);
  await import('heed');
});

const TAGS = [
  'attachment',
  'ces',
  'choice',
  'complaint',
  'consent',
  'csat',
  'matrix',
  'nps',
  'survey',
  'text',
];

for (const tag of TAGS) {
  test(`renders heed-${tag}`, async () => {
    await render(`<heed-${tag} name="it" survey="visit"><option value="a">A</option></heed-${tag}>`);
    await customElements.whenDefined(`heed-${tag}`);
    const element = document.querySelector(`heed-${tag}`) as HTMLElement;
    await until(() => inside(element, 'form'));
  });
}

test('sends an answer', async () => {
  const send = vi.fn(async () => new Response('', { status: 200 }));
  vi.stubGlobal('fetch', send);
  const element = await render('<heed-nps survey="visit" endpoint="/feedback"></heed-nps>');
  await until(() => inside(element, '[value="9"]').click());
  await until(() => inside(element, '[part=submit]').click());
  await until(() => expect(send).toHaveBeenCalled());
  await until(() => expect(inside(element, '[part=status]').textContent).toMatch(/thank you/i));
});

for (const display of ['corner', 'popover', 'modal', 'sheet', 'inline']) {
  test(`opens a prompt as ${display}, with its launcher`, async () => {
    const { HeedPrompt: Prompt } = await import('@heed/elements');
    expect(Prompt).toBeDefined();
    await Promise.all([import('@heed/elements/define/prompt'), import('@heed/elements/define/launcher')]);
    const prompt = await render<HeedPrompt>(
      `<heed-prompt id="${display}" name="p" display="${display}" anchor="h1" when="visible('h1') and scroll(50%)"><heed-nps survey="visit"></heed-nps></heed-prompt>
       <heed-launcher for="${display}" hideable></heed-launcher><h1>Title</h1>`,
    );
    respondToSubmit(prompt, { state: 'sent' });
    expect(await prompt.show()).toBe(true);
    document.dispatchEvent(new Event('scroll'));
    inside(prompt, '[part=close]').click();
    await until(() => expect(prompt.open).toBe(false));
    await until(() => inside(document.querySelector('heed-launcher') as Element, '[part=hide]').click());
  });
}
