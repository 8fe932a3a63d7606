/** Errors, languages and restored drafts, as exposed to a screen reader. */
import { expect } from 'vitest';
import type { HostPage } from '../host-page.ts';

const ERROR = 'heed-csat >>> [part=error]:not([hidden])';

export const pages: readonly HostPage[] = [
  {
    title: 'announces an error again when Enter is pressed twice on an unanswered question',
    body: '<heed-csat survey="enter"></heed-csat>',
    async test(host) {
      await host.run("await customElements.whenDefined('heed-csat'); find('heed-csat').focus();");
      await host.press('Enter');
      await host.waitUntil(`find('${ERROR}')`);
      await host.run(`window.first = find('${ERROR}');`);
      await host.press('Enter');
      await host.waitUntil(`find('${ERROR}') !== window.first`);
      const live = await host.run(`return find('${ERROR}').closest('[aria-live]').ariaLive;`);
      expect(live).toBe('polite');
      expect(await host.readAllRecords()).toEqual([]);
    },
  },
  {
    title: 'marks its English strings, but not the question, in a page whose language has no strings',
    root: 'lang="is"',
    body: '<heed-nps survey="is" question="Mælir þú með okkur?" value="3"></heed-nps>',
    async test(host) {
      await host.waitUntil("find('heed-nps >>> [part=submit][lang=en]')");
      expect(await host.run("return find('heed-nps >>> input').lang;")).toBe('en');
      expect(await host.run("return !!find('heed-nps >>> [part=question] [lang]');")).toBe(false);
      await host.click('heed-nps >>> [part=submit]');
      await host.waitUntil("find('heed-nps >>> [part=status-text][lang=en]')");
    },
  },
  {
    title:
      'renders English strings from left to right in a right-to-left page that resets direction and position',
    root: 'lang="ckb" dir="rtl"',
    head: '<style>* { direction: rtl; position: static }</style>',
    body: '<heed-complaint survey="rtl" categories="گەیاندن, نرخ"></heed-complaint>',
    async test(host) {
      await host.click('heed-complaint >>> [part=submit]');
      await host.waitUntil("find('heed-complaint >>> [part=summary] a')?.dir === 'ltr'");
      const [category] = await host.run<string[]>(
        "return [...find('heed-complaint >>> [name=category]').shadowRoot.querySelectorAll('bdi')].map(({ lang }) => lang);",
      );
      expect(category).toBe('');
    },
  },
  {
    title: 'restores a deleted draft and keeps the focus on the same button',
    body: '<heed-survey survey="undo"><heed-text name="why"></heed-text><heed-nps name="score"></heed-nps></heed-survey>',
    async test(host) {
      await host.click('heed-text >>> input');
      await host.type('Late');
      await host.press('Enter');
      await host.waitUntil("!find('heed-nps').hidden && localStorage.length > 0");
      await host.reload();
      const notice = 'heed-survey >>> [part=notice]';
      await host.waitUntil(`find('${notice}')?.parentElement.ariaLive === 'polite'`);
      await host.run("find('heed-survey >>> [part=start-over]').focus();");
      await host.press('Enter');
      await host.waitUntil(`find('${notice}').textContent.includes('deleted')`);
      expect(await host.run("return find('heed-text').value;")).toBe(null);
      await host.press('Enter');
      await host.waitUntil("find('heed-text').value === 'Late'");
      expect(await host.run("return find('heed-survey').shadowRoot.activeElement.part.value;")).toBe(
        'start-over',
      );
    },
  },
];
