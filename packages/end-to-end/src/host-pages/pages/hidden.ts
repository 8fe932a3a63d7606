/** Page styles that override the `hidden` attribute. */
import { expect } from 'vitest';
import type { Host, HostPage } from '../host-page.ts';
import { toValues } from '../to-values.ts';

const body = `
  <heed-survey survey="hidden">
    <section class="row">
      <heed-nps name="recommend"></heed-nps>
      <div class="row" show-if="recommend <= 3"><heed-text name="why" required></heed-text></div>
    </section>
    <section class="row" id="second"><heed-csat name="satisfied"></heed-csat></section>
    <p class="row" slot="ending" show-if="recommend > 8">Great</p>
    <p class="row" slot="ending">Thank you</p>
  </heed-survey>`;

/** Answers 9 with a real pointer, and submits. */
async function answer(host: Host): Promise<void> {
  await host.click('heed-nps >>> label:nth-of-type(10)');
  await host.waitUntil("!find('heed-text').checkVisibility()");
  expect(await host.run("return find('#second').checkVisibility()")).toBe(false);
  await host.click('heed-survey >>> [part=next]');
  await host.waitUntil("find('#second').checkVisibility()");
  // Uses the keyboard, because a second click in the same place would count as a double click.
  await host.run("find('heed-survey >>> [part=submit]').focus()");
  await host.press('Enter');
  await host.waitUntil("find('heed-survey').matches(':state(sent)')");
  const endings = "[...document.querySelectorAll('[slot=ending]')].map((ending) => ending.checkVisibility())";
  await host.waitUntil(`${endings}.join() === 'true,false'`);
  expect((await host.waitForRecords(1)).map(toValues)).toEqual([{ recommend: 9, satisfied: null }]);
}

export const pages: readonly HostPage[] = (
  [
    ['a display value for the elements', '.row { display: flex }'],
    ['an important display value', '.row, section, div, p { display: block !important }'],
    ['a reset of the hidden attribute', '[hidden] { display: revert !important }'],
  ] as const
).map(([name, css]) => ({
  title: `keeps hidden questions and endings hidden in a page with ${name}`,
  head: `<style>${css}</style>`,
  body,
  test: answer,
}));
