/** Styles of the page that win against the attribute `hidden`. */
import { expect } from 'vitest';
import type { HostPage } from '../host-page.ts';
import { toValues, type Host } from '../host.ts';

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

/** Answers 9, by a real pointer, and sends. */
async function answer(host: Host): Promise<void> {
  await host.click('heed-nps >>> label:nth-of-type(10)');
  await host.waitUntil("!find('heed-text').checkVisibility()");
  expect(await host.run("return find('#second').checkVisibility()")).toBe(false);
  await host.click('heed-survey >>> [part=next]');
  await host.waitUntil("find('#second').checkVisibility()");
  // By keyboard: a second click in the same place is one too many.
  await host.run("find('heed-survey >>> [part=submit]').focus()");
  await host.press('Enter');
  await host.waitUntil("find('heed-survey').matches(':state(sent)')");
  const endings = "[...document.querySelectorAll('[slot=ending]')].map((ending) => ending.checkVisibility())";
  await host.waitUntil(`${endings}.join() === 'true,false'`);
  expect((await host.waitForRecords(1)).map(toValues)).toEqual([{ recommend: 9, satisfied: null }]);
}

export const pages: readonly HostPage[] = (
  [
    ['a display of its own', '.row { display: flex }'],
    ['an important display', '.row, section, div, p { display: block !important }'],
    ['a reset of the attribute hidden', '[hidden] { display: revert !important }'],
  ] as const
).map(([name, css]) => ({
  title: `shows and asks nothing that a survey hides, in a page with ${name}`,
  head: `<style>${css}</style>`,
  body,
  test: answer,
}));
