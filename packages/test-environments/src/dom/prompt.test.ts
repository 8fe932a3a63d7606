import type { HeedLauncher, HeedPrompt } from '@heed/elements';
import { afterEach, expect, test } from 'vitest';
import { respondToSubmit, render, inside, collectEvents, until, type TestElement } from '../page.ts';

import '@heed/elements/define/launcher';
import '@heed/elements/define/nps';
import '@heed/elements/define/prompt';

const question = '<heed-nps survey="visit"></heed-nps>';

afterEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
});

for (const display of ['corner', 'popover', 'modal', 'sheet', 'inline']) {
  test(`opens and closes as ${display}`, async () => {
    const prompt = await render<HeedPrompt>(
      `<heed-prompt name="p" display="${display}" anchor="h1">${question}</heed-prompt><h1>Title</h1>`,
    );
    const events = collectEvents(prompt, 'heed-show', 'heed-hide');
    expect(await prompt.show()).toBe(true);
    expect(prompt.open).toBe(true);
    expect(inside(prompt, '[part=panel]').hidden).toBe(false);
    prompt.focus();
    inside(prompt, '[part=close]').click();
    await until(() => expect(events.map(({ type }) => type)).toEqual(['heed-show', 'heed-hide']));
    expect(prompt.open).toBe(false);
    expect(await prompt.show()).toBe(true);
  });
}

test('sends the answer to the question inside', async () => {
  const prompt = await render<HeedPrompt>(`<heed-prompt name="p">${question}</heed-prompt>`);
  const records = respondToSubmit(prompt, { state: 'sent' });
  await prompt.show();
  const element = prompt.querySelector('heed-nps') as TestElement;
  inside(element, '[value="9"]').click();
  await element.updateComplete;
  inside(element, '[part=submit]').click();
  await until(() => expect(records).toHaveLength(1));
});

for (const when of [
  "click('button')",
  'time(1h)',
  'idle(1h)',
  'scroll(50%)',
  "visible('h1')",
  'exit()',
  "route('/checkout')",
  'visit(2)',
]) {
  test(`explains ${when}`, async () => {
    const prompt = await render<HeedPrompt>(
      `<heed-prompt name="p" explain show-if="device = 'desktop' and language = 'en'" sample="100%" when="${when}">${question}</heed-prompt>`,
    );
    await until(() => expect(prompt.explain().map(({ rule }) => rule)).toContain('trigger'));
    expect(prompt.explain().find(({ rule }) => rule === 'condition')?.ok).toBe(true);
    for (const type of ['scroll', 'touchmove', 'mouseout', 'pointermove', 'visibilitychange'])
      document.dispatchEvent(new Event(type, { bubbles: true }));
    prompt.forget();
    expect(prompt.open).toBe(false);
  });
}

test('is opened and closed by a launcher, which can be removed', async () => {
  const launcher = await render<HeedLauncher>(
    `<heed-launcher for="p" hideable></heed-launcher><heed-prompt id="p" name="p">${question}</heed-prompt>`,
  );
  const prompt = document.querySelector('heed-prompt') as HeedPrompt;
  await until(() => inside(launcher, '[part=button]'));
  inside(launcher, '[part=button]').click();
  await until(() => expect(prompt.open).toBe(true));
  inside(launcher, '[part=button]').click();
  await until(() => expect(prompt.open).toBe(false));
  for (const type of ['scroll', 'focusin']) document.dispatchEvent(new Event(type));
  window.dispatchEvent(new Event('resize'));
  inside(launcher, '[part=hide]').click();
  await until(() => expect(launcher.shadowRoot?.querySelector('[part=button]')).toBe(null));
});
