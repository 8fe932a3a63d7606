/** Tests the `<template>` of a prompt in pages that are cloned, parsed again or morphed. */
import '../../define/csat.ts';
import '../../define/prompt.ts';
import '../../define/text.ts';
import { mount, unmountAll, until } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { isShown } from './test/prompt.ts';
import type { HeedPrompt } from './prompt.ts';

function make(tag: string, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
}

function templateOf(...children: (Node | string)[]): HTMLTemplateElement {
  const template = document.createElement('template');
  template.content.append(...children);
  return template;
}

async function setUp(...children: Element[]): Promise<HeedPrompt> {
  const holder = await mount('div');
  const prompt = make('heed-prompt', ...children) as HeedPrompt;
  prompt.setAttribute('name', `content-${Math.random()}`);
  holder.append(prompt);
  return prompt;
}

const texts = (prompt: Element): NodeListOf<HTMLElement & { value: unknown }> =>
  prompt.querySelectorAll('heed-text');

const COPIES: [name: string, copy: (prompt: Element) => void][] = [
  ['cloned', (prompt) => prompt.replaceWith(prompt.cloneNode(true))],
  [
    'parsed again',
    (prompt) => {
      const { body } = new DOMParser().parseFromString(prompt.outerHTML, 'text/html');
      prompt.replaceWith(...body.childNodes);
    },
  ],
];

describe('<heed-prompt> content', () => {
  afterEach(() => {
    unmountAll();
    localStorage.clear();
  });

  for (const [name, copy] of COPIES) {
    it(`is inserted once when an open prompt is ${name}, which closes it`, async () => {
      const prompt = await setUp(templateOf(make('heed-text'), ' and ', make('heed-csat')));
      await prompt.show();
      const { parentElement } = prompt;
      copy(prompt);
      const again = parentElement?.querySelector('heed-prompt') as HeedPrompt;
      await again.updateComplete;
      expect([again.open, again.hasAttribute('open')]).to.deep.equal([false, false]);
      expect(await again.show()).to.equal(true);
      expect([...again.children].map(({ localName }) => localName)).to.deep.equal([
        'heed-text',
        'heed-csat',
        'template',
      ]);
    });

    it(`is inserted once when a prompt with text only is ${name}`, async () => {
      const prompt = await setUp(templateOf('Hello'));
      await prompt.show();
      const { parentElement } = prompt;
      copy(prompt);
      const again = parentElement?.querySelector('heed-prompt') as HeedPrompt;
      await again.show();
      expect(again.textContent).to.equal('Hello');
    });

    it(`is inserted when a prompt that was never open is ${name}`, async () => {
      const prompt = await setUp(templateOf(make('heed-text')));
      const { parentElement } = prompt;
      copy(prompt);
      const again = parentElement?.querySelector('heed-prompt') as HeedPrompt;
      expect(await again.show()).to.equal(true);
      expect(texts(again).length).to.equal(1);
    });
  }

  it("keeps the user's input when an open prompt is morphed to the HTML of the server", async () => {
    const prompt = await setUp(templateOf(make('heed-text')));
    await prompt.show();
    const [field] = texts(prompt);
    if (field) field.value = 'Half a sen';
    prompt.querySelector('template')?.removeAttribute('data-heed-made');
    prompt.removeAttribute('open');
    field?.remove();
    await until('it to be back', () => texts(prompt).length === 1);
    expect(texts(prompt)[0]).to.equal(field);
    expect(field?.value).to.equal('Half a sen');
    await until('the attribute', () => prompt.hasAttribute('open'));
    expect(isShown(prompt)).to.equal(true);
  });

  it('is replaced when the page replaces the template', async () => {
    const prompt = await setUp(templateOf(make('heed-text')));
    await prompt.show();
    prompt.replaceChildren(templateOf(make('heed-csat')));
    await until('the other question', () => prompt.querySelector('heed-csat'));
    expect(texts(prompt).length).to.equal(0);
  });

  it('is restored at a limited rate in a page that removes it each time', async () => {
    const prompt = await setUp(templateOf(make('heed-text')));
    await prompt.show();
    let count = 0;
    const observer = new MutationObserver(() => {
      for (const field of texts(prompt)) {
        count++;
        field.remove();
      }
    });
    observer.observe(prompt, { childList: true });
    texts(prompt)[0]?.remove();
    await until('repeated removals', () => count > 20);
    observer.disconnect();
    await until('the content', () => texts(prompt).length === 1);
  });

  it('is found in a template that a text filter has wrapped', async () => {
    const prompt = await setUp(make('p', templateOf(make('heed-text')), make('br')));
    expect(await prompt.show()).to.equal(true);
    prompt.hide();
    await prompt.show();
    expect(texts(prompt).length).to.equal(1);
  });

  for (const [name, filler] of [
    ['<br>', () => make('br')],
    ['an empty <p>', () => make('p', '\u00a0')],
    ['<noscript>', () => make('noscript', 'Switch on scripts')],
  ] as const) {
    it(`is empty with ${name} only, so the prompt stays closed`, async () => {
      const prompt = await setUp(filler());
      expect(await prompt.show()).to.equal(false);
    });
  }
});
