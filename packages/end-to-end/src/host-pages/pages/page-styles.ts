/** Page styles and scripts that also affect embedded elements. */
import { expect } from 'vitest';
import type { HostPage } from '../host-page.ts';

export const pages: readonly HostPage[] = [
  {
    title: 'keeps eleven options large enough under a full style reset',
    viewport: { width: 320, height: 640 },
    head: `<style>* { all: unset; contain: none; container-type: normal; min-width: 0; line-height: 1; }
      body { display: block; width: 320px } style, script, head { display: none }</style>`,
    body: '<heed-nps survey="reset"></heed-nps>',
    async test(host) {
      await host.waitUntil("find('heed-nps >>> input')");
      const width = await host.run<number>(
        "return Math.min(...[...find('heed-nps').shadowRoot.querySelectorAll('input')].map((each) => each.offsetWidth))",
      );
      expect(width).toBeGreaterThanOrEqual(24);
    },
  },
  ...['heed-text', 'heed-nps', 'heed-consent'].map((tag): HostPage => ({
    title: `allows the text of the question of ${tag} to be selected with the mouse`,
    body: `<${tag} name="field" question="Where did you hear about us?"></${tag}>`,
    // WebKit clears the selection when a click on a label moves the focus, as for a native label.
    engines: tag === 'heed-nps' ? ['chromium', 'firefox', 'webkit'] : ['chromium', 'firefox'],
    async test(host) {
      await host.waitUntil(`find('${tag} >>> [part=question]')`);
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
    title: 'focuses the field on a click on the question, on reportValidity() and on focus()',
    body: `<form><heed-text name="why" question="Why?" required></heed-text></form>`,
    async test(host) {
      const focused = "return find('heed-text').shadowRoot.activeElement?.localName";
      await host.click('heed-text >>> [part=question]');
      expect(await host.run(focused)).toBe('input');
      await host.run("find('heed-text >>> input').blur(); find('form').reportValidity();");
      expect(await host.run(focused)).toBe('input');
      await host.run("find('heed-text >>> input').blur(); find('heed-text').focus();");
      expect(await host.run(focused)).toBe('input');
    },
  },
  {
    title: 'aligns all lines to the same edge if the page centres or indents text or preserves white space',
    head: `<style>body { text-align: center; text-indent: 3em; white-space: pre }</style>`,
    body: `<heed-nps survey="edge" follow-up="Why?" value="3" question="${'How likely are you to recommend us? '.repeat(8)}"></heed-nps>
      <heed-complaint survey="edge" categories="Waiting, Price"></heed-complaint>`,
    async test(host) {
      await host.waitUntil("find('heed-nps >>> textarea') && find('heed-complaint >>> [part=submit]')");
      const edges = await host.run<string>(`
        const lefts = [];
        const walk = (root) => {
          for (const each of root.querySelectorAll('[part=question], [part=label], legend, h2, textarea')) {
            const range = document.createRange();
            range.selectNodeContents(each);
            const box = each.localName === 'textarea' ? each : range;
            const { left, width, height } = box.getBoundingClientRect();
            if (width > 1 && height > 1) lefts.push(Math.round(left));
          }
          // The label of a checkbox is next to it.
          for (const each of root.querySelectorAll(':not(heed-consent)')) if (each.shadowRoot) walk(each.shadowRoot);
        };
        walk(document);
        return lefts.join(' ');`);
      expect(edges.split(' ').length).toBeGreaterThan(3);
      expect(new Set(edges.split(' ')).size, edges).toBe(1);
      expect(await host.run('return document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    },
  },
  {
    title: 'resets for the next user of a shared tablet when the page replaces the element',
    body: `<heed-csat survey="counter" endpoint="/feedback"></heed-csat>
      <script>
        document.addEventListener('heed-sent', ({ target }) => target.replaceWith(target.cloneNode(true)));
      </script>`,
    async test(host) {
      for (const step of [1, 2]) {
        await host.click(`heed-csat >>> [value="${step}"]`);
        await host.click('heed-csat >>> [part=submit]');
        await host.waitForRecords(step);
        await host.waitUntil("find('heed-csat >>> input') && !find('heed-csat >>> input:checked')");
      }
      expect((await host.waitForRecords(2)).map(({ answers }) => answers[0]?.value)).toEqual([1, 2]);
    },
  },
];
