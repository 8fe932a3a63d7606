/** Style sheets and markup of a page that reach for more than they own. */
import { expect } from 'vitest';
import type { HostPage } from '../host-page.ts';

export const pages: readonly HostPage[] = [
  {
    title: 'keeps eleven steps large enough under a reset of everything',
    viewport: { width: 320, height: 640 },
    head: `<style>* { all: unset; contain: none; container-type: normal; min-width: 0; line-height: 1; }
      body { display: block; width: 320px } style, script, head { display: none }</style>`,
    body: '<heed-nps survey="reset"></heed-nps>',
    async act(host) {
      await host.until("find('heed-nps >>> input')");
      const width = await host.run<number>(
        "return Math.min(...[...find('heed-nps').shadowRoot.querySelectorAll('input')].map((each) => each.offsetWidth))",
      );
      expect(width).toBeGreaterThanOrEqual(24);
    },
  },
  ...['heed-text', 'heed-nps', 'heed-consent'].map((tag): HostPage => ({
    title: `lets a user select the question of ${tag} with the mouse`,
    body: `<${tag} name="field" question="Where did you hear about us?"></${tag}>`,
    // WebKit clears the selection when the click on a label moves the focus, as it does with a native one.
    engines: tag === 'heed-nps' ? ['chromium', 'firefox', 'webkit'] : ['chromium', 'firefox'],
    async act(host) {
      await host.until(`find('${tag} >>> [part=question]')`);
      const [left, right, y] = await host.run<[number, number, number]>(`
        const range = document.createRange();
        range.selectNodeContents(find('${tag} >>> [part=question]'));
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return [left, right, (top + bottom) / 2];`);
      await host.mouse.move(left + 2, y);
      await host.mouse.down();
      await host.mouse.move((left + right) / 2, y);
      await host.mouse.move(right - 40, y);
      await host.mouse.up();
      expect(await host.run('return getSelection().toString()')).toMatch(/Where did/);
    },
  })),
  {
    title: 'gives the field its focus from a click on the question, and from a report of what is missing',
    body: `<form><heed-text name="why" question="Why?" required></heed-text></form>`,
    async act(host) {
      const focused = "return find('heed-text').shadowRoot.activeElement?.localName";
      await host.click('heed-text >>> [part=question]');
      expect(await host.run(focused)).toBe('input');
      await host.run("find('heed-text >>> input').blur(); find('form').reportValidity();");
      expect(await host.run(focused)).toBe('input');
      await host.run("find('heed-text >>> input').blur(); find('heed-text').focus();");
      expect(await host.run(focused)).toBe('input');
    },
  },
];
