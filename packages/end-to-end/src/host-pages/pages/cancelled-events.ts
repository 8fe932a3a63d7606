/** Listeners of the page that cancel `heed-submit` or take charge of the record. */
import { idempotencyKeyOf } from '@heed/core';
import { expect } from 'vitest';
import type { HostPage } from '../host-page.ts';
import { valuesOf } from '../host.ts';

const LISTENERS = {
  'the element': `document.querySelector('[survey]')`,
  'an ancestor': 'document.body',
  'the document, after Heed': 'document',
  'the window': 'window',
};

const listen = (target: string, act: string): string =>
  `${target}.addEventListener('heed-submit', (event) => { if (event.detail.survey === 'mine') ${act}; });`;

export const pages: readonly HostPage[] = Object.entries(LISTENERS).flatMap(([place, target]): HostPage[] => [
  {
    title: `sends nothing when ${place} cancels, however often the button is pressed`,
    body: '<heed-nps survey="mine" value="3"></heed-nps>',
    async act(host) {
      await host.until("find('heed-nps >>> [part=submit]')");
      await host.run(listen(target, 'event.preventDefault()'));
      for (let presses = 0; presses < 2; presses++) await host.click('heed-nps >>> [part=submit]');
      expect(await host.allRecords()).toEqual([]);
      expect(await host.run(`return find('heed-nps >>> [part=status]').textContent.trim()`)).toBe('');
      expect(await host.warnings()).toEqual([]);
    },
  },
  {
    title: `sends nothing that ${place} takes charge of`,
    body: '<heed-complaint survey="mine" fields="details"></heed-complaint>',
    async act(host) {
      await host.run(listen(target, `event.respondWith({ state: 'refused', message: 'Call us' })`));
      await host.click('heed-complaint >>> heed-text >>> textarea');
      await host.type('It broke');
      await host.click('heed-complaint >>> [part=submit]');
      await host.until("find('heed-complaint >>> [part=status]').textContent.includes('Call us')");
      expect(await host.allRecords()).toEqual([]);
    },
  },
  {
    title: `sends no partial answers that ${place} cancels, and the next ones when the page is left`,
    body: `<heed-survey survey="mine" partial no-draft display="page">
        <heed-csat name="satisfied" question="How satisfied are you?"></heed-csat>
        <heed-text name="why" question="Why?"></heed-text>
      </heed-survey>`,
    async act(host) {
      await host.run(`window.isOff = true; ${listen(target, 'if (isOff) event.preventDefault()')}`);
      const leave = `window.dispatchEvent(new PageTransitionEvent('pagehide'));`;
      await host.click('heed-csat >>> label:nth-of-type(2)');
      await host.run(leave);
      await host.click('heed-csat >>> label:nth-of-type(4)');
      await host.run(`window.isOff = false; ${leave}`);
      // What is sent in haste may be sent twice, under the same key.
      const records = await host.records(1);
      for (const record of records) {
        expect(valuesOf(record)).toEqual({ satisfied: 4, why: null });
        expect(record.partial).toBe(true);
      }
      expect(new Set(records.map(idempotencyKeyOf)).size).toBe(1);
    },
  },
]);
