/** Listeners of the page that cancel or handle `heed-submit`. */
import { idempotencyKeyOf } from '@heed/core';
import { expect } from 'vitest';
import type { HostPage } from '../host-page.ts';
import { toValues } from '../to-values.ts';

const LISTENERS = {
  'the element': `document.querySelector('[survey]')`,
  'an ancestor': 'document.body',
  'the document, added after Heed': 'document',
  'the window': 'window',
};

const listen = (target: string, action: string): string =>
  `${target}.addEventListener('heed-submit', (event) => { if (event.detail.survey === 'mine') ${action}; });`;

export const pages: readonly HostPage[] = Object.entries(LISTENERS).flatMap(([place, target]): HostPage[] => [
  {
    title: `sends nothing when a listener on ${place} cancels, even if the button is pressed again`,
    body: '<heed-nps survey="mine" value="3"></heed-nps>',
    async test(host) {
      await host.waitUntil("find('heed-nps >>> [part=submit]')");
      await host.run(listen(target, 'event.preventDefault()'));
      for (let presses = 0; presses < 2; presses++) await host.click('heed-nps >>> [part=submit]');
      expect(await host.readAllRecords()).toEqual([]);
      expect(await host.run(`return find('heed-nps >>> [part=status]').textContent.trim()`)).toBe('');
      expect(await host.readWarnings()).toEqual([]);
    },
  },
  {
    title: `sends nothing when a listener on ${place} handles the record`,
    body: '<heed-complaint survey="mine" fields="details"></heed-complaint>',
    async test(host) {
      await host.run(listen(target, `event.respondWith({ state: 'refused', message: 'Call us' })`));
      await host.click('heed-complaint >>> heed-text >>> textarea');
      await host.type('It broke');
      await host.click('heed-complaint >>> [part=submit]');
      await host.waitUntil("find('heed-complaint >>> [part=status]').textContent.includes('Call us')");
      expect(await host.readAllRecords()).toEqual([]);
    },
  },
  {
    title: `sends no partial responses while a listener on ${place} cancels, and later ones when the page unloads`,
    body: `<heed-survey survey="mine" partial no-draft display="page">
        <heed-csat name="satisfied" question="How satisfied are you?"></heed-csat>
        <heed-text name="why" question="Why?"></heed-text>
      </heed-survey>`,
    async test(host) {
      await host.run(`window.isOff = true; ${listen(target, 'if (isOff) event.preventDefault()')}`);
      const leave = `window.dispatchEvent(new PageTransitionEvent('pagehide'));`;
      await host.click('heed-csat >>> label:nth-of-type(2)');
      await host.run(leave);
      await host.click('heed-csat >>> label:nth-of-type(4)');
      await host.run(`window.isOff = false; ${leave}`);
      // A record sent while the page unloads may be sent twice, with the same key.
      const records = await host.waitForRecords(1);
      for (const record of records) {
        expect(toValues(record)).toEqual({ satisfied: 4, why: null });
        expect(record.partial).toBe(true);
      }
      expect(new Set(records.map(idempotencyKeyOf)).size).toBe(1);
    },
  },
]);
