/** Pages that move, hide, enlarge or cover prompts and launchers. */
import { expect } from 'vitest';
import type { Host, HostPage } from '../host-page.ts';
import { toValues } from '../to-values.ts';

const PROMPT = `<heed-prompt id="prompt" name="ask" endpoint="/feedback">
  <heed-text survey="prompts" name="why" type="long" question="Why?"></heed-text></heed-prompt>`;
const PROMPT_WITH_RULE = PROMPT.replace('name="ask"', `name="ask" quiet="0" when="event('ordered')"`);
const PANEL = "find('#prompt >>> [part=panel]')";
const SHOWN_COUNT =
  "Object.keys(JSON.parse(localStorage.getItem('heed-prompts') ?? '{}').prompts ?? {}).length";

/** Whether the whole panel is visible in the window. */
const IN_WINDOW = `(() => {
  const panel = ${PANEL};
  if (!panel?.checkVisibility({ visibilityProperty: true }) || panel.getAnimations().length > 0) return false;
  const ruler = document.querySelector('#ruler').getBoundingClientRect();
  const { left, top, right, bottom } = panel.getBoundingClientRect();
  return left >= -1 && top >= -1 && right <= ruler.width + 1 && bottom <= ruler.height + 1;
})()`;
const RULER = '<div id="ruler" style="position: fixed; inset: 0; visibility: hidden"></div>';

async function show(host: Host): Promise<boolean> {
  return host.run(`await customElements.whenDefined('heed-prompt'); return find('#prompt').show();`);
}

/** Dispatches the event that the prompt's rule waits for. */
async function dispatchOrdered(host: Host): Promise<void> {
  await host.waitUntil("find('#prompt').explain?.().length > 0");
  await host.run("document.dispatchEvent(new CustomEvent('ordered'))");
}

function createMovedPage(title: string, move: string): HostPage {
  return {
    title: `keeps focus and text when the page moves a prompt with ${title}`,
    body: `<main><section>${PROMPT}</section></main><aside></aside>`,
    async test(host) {
      await show(host);
      await host.click('heed-text >>> textarea');
      await host.type('Too sl');
      await host.run(`document.addEventListener('heed-hide', () => { window.isHidden = true; });
        const moved = document.querySelector('section'), place = document.querySelector('aside'); ${move}`);
      await host.type('ow');
      expect(await host.run("return [find('#prompt').open, window.isHidden ?? false]")).toEqual([
        true,
        false,
      ]);
      await host.click('heed-text >>> [part=submit]');
      expect((await host.waitForRecords(1)).map(toValues)).toEqual([{ why: 'Too slow' }]);
    },
  };
}

function createHiddenPage(title: string, open: string, close: string, reveal: string): HostPage {
  return {
    title: `opens and counts a prompt only when it is usable: ${title}`,
    body: `${open}${PROMPT_WITH_RULE}${close}`,
    async test(host) {
      expect(await show(host)).toBe(false);
      await dispatchOrdered(host);
      await host.waitUntil("find('#prompt').explain().some(({ rule }) => rule === 'content')");
      expect(await host.run(`return [find('#prompt').open, ${SHOWN_COUNT}]`)).toEqual([false, 0]);
      await host.run(reveal);
      await host.waitUntil("find('#prompt').open");
      await host.waitUntil(`${PANEL}.checkVisibility({ visibilityProperty: true })`);
      expect(await host.run(`return ${SHOWN_COUNT}`)).toBe(1);
    },
  };
}

const REMOVE_STYLE = "document.querySelector('section').removeAttribute('style')";

export const pages: readonly HostPage[] = [
  createMovedPage('append', 'place.append(moved);'),
  createMovedPage('insertBefore', 'place.insertBefore(moved.firstElementChild, null);'),
  createMovedPage('moveBefore', 'place.moveBefore ? place.moveBefore(moved, null) : place.append(moved);'),
  createMovedPage(
    'a removal and an insertion one frame later, like Turbo',
    'moved.remove(); await new Promise(requestAnimationFrame); place.append(moved);',
  ),
  createMovedPage(
    'a view transition',
    'await (document.startViewTransition?.(() => place.append(moved)).finished ?? place.append(moved));',
  ),
  {
    title: 'keeps the answers of a survey that the page moves',
    body: `<main><heed-survey survey="prompts"><div><heed-csat name="rating"></heed-csat>
      <heed-text name="why" question="Why?"></heed-text></div></heed-survey></main><aside></aside>`,
    async test(host) {
      await host.click('heed-csat >>> label:nth-of-type(4)');
      await host.click('heed-text >>> input');
      await host.type('Slow');
      await host.run("document.querySelector('aside').append(document.querySelector('heed-survey'))");
      await host.click('heed-survey >>> [part=submit]');
      expect((await host.waitForRecords(1)).map(toValues)).toEqual([{ rating: 4, why: 'Slow' }]);
    },
  },
  {
    title: 'keeps the answers of a complaint that the page moves',
    body: '<main><heed-complaint survey="prompts"></heed-complaint></main><aside></aside>',
    async test(host) {
      await host.click('heed-complaint >>> heed-text >>> textarea');
      await host.type('It broke');
      await host.run("document.querySelector('aside').append(document.querySelector('heed-complaint'))");
      await host.waitUntil("find('heed-complaint >>> heed-text >>> textarea').value === 'It broke'");
      expect(await host.run("return JSON.stringify(find('heed-complaint').value)")).toContain('It broke');
    },
  },
  {
    title: 'does not open a prompt in a frame without a size',
    body: '<iframe src="/frame" title="Frame" style="width: 0; height: 0; border: 0"></iframe>',
    documents: {
      '/frame': `<!doctype html><html lang="en"><title>Frame</title>
        <script type="module" src="/cdn/heed.min.js"></script>${PROMPT}</html>`,
    },
    async test(host) {
      const prompt = "document.querySelector('iframe').contentDocument.querySelector('heed-prompt')";
      await host.waitUntil(`${prompt}?.explain`);
      expect(await host.run(`return ${prompt}.show()`)).toBe(false);
      await host.run("document.querySelector('iframe').style.cssText = 'width: 400px; height: 400px'");
      expect(await host.run(`return ${prompt}.show()`)).toBe(true);
    },
  },
  createHiddenPage('visibility: hidden', '<section style="visibility: hidden">', '</section>', REMOVE_STYLE),
  createHiddenPage(
    'content-visibility',
    '<section style="content-visibility: hidden">',
    '</section>',
    REMOVE_STYLE,
  ),
  createHiddenPage(
    'a closed <details>',
    '<details><summary>More</summary>',
    '</details>',
    "document.querySelector('details').open = true",
  ),
  createHiddenPage(
    'behind the dialog of a library',
    '<main inert aria-hidden="true">',
    `</main><div role="dialog" aria-modal="true" style="position: fixed; inset: 0">Sure?</div>`,
    `document.querySelector('[role=dialog]').remove();
     for (const name of ['inert', 'aria-hidden']) document.querySelector('main').removeAttribute(name);`,
  ),
  {
    title: 'opens a usable prompt if the body has pointer-events: none',
    body: `<style>body { pointer-events: none }</style>${PROMPT}`,
    async test(host) {
      expect(await show(host)).toBe(true);
      await host.click('#prompt >>> [part=close]');
      await host.waitUntil("!find('#prompt').open");
    },
  },
  ...['html', 'body', 'main'].map((place): HostPage => ({
    title: `keeps an anchored prompt in the window if ${place} is zoomed`,
    head: `<style>${place} { zoom: 1.6 }</style>`,
    body: `<main>${RULER}<p id="anchor" style="width: 80px; margin: 60px 0 0 380px">Filter</p>
        ${PROMPT.replace('endpoint', 'anchor="#anchor" endpoint')}</main>`,
    async test(host) {
      expect(await show(host)).toBe(true);
      await host.waitUntil(IN_WINDOW);
    },
  })),
  ...['transform: translateZ(0)', 'filter: blur(0)', 'contain: paint'].map((style): HostPage => ({
    title: `keeps a launcher at the edge of the window inside "${style}"`,
    body: `<section style="${style}; width: 300px; height: 100px; overflow: hidden">
        <heed-launcher for="prompt"></heed-launcher></section>${PROMPT}`,
    async test(host) {
      const box = "find('heed-launcher >>> [part=base]')";
      await host.waitUntil(`${box} && innerHeight - ${box}.getBoundingClientRect().bottom < 20`);
      await host.click('heed-launcher >>> [part=button]');
      await host.waitUntil("find('#prompt').open");
    },
  })),
  {
    title: 'does not cover the focused control with a sheet on a phone',
    viewport: { width: 360, height: 640 },
    body: `<button>Order</button>${'<p>Words of the page.</p>'.repeat(30)}<button id="last">Last</button>${PROMPT_WITH_RULE}`,
    async test(host) {
      await host.run("document.querySelector('#last').focus();");
      await dispatchOrdered(host);
      await host.waitUntil("find('#prompt').open");
      await host.waitUntil(`(() => {
        const { top, bottom } = ${PANEL}.getBoundingClientRect();
        const last = document.querySelector('#last').getBoundingClientRect();
        const isSeen = ${PANEL}.checkVisibility({ visibilityProperty: true });
        return isSeen && (last.bottom <= top || last.top >= bottom);
      })()`);
    },
  },
];
