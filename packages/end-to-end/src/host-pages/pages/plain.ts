/** A page without interference, as a baseline for all other pages. */
import { expect } from 'vitest';
import type { HostPage } from '../host-page.ts';
import { toValues } from '../to-values.ts';

export const pages: readonly HostPage[] = [
  {
    title: 'sends an answer given with pointer and keyboard',
    body: '<heed-nps survey="plain" name="recommend"></heed-nps>',
    async test(host) {
      await host.click('heed-nps >>> label:nth-of-type(9)');
      await host.press('ArrowRight');
      await host.click('heed-nps >>> [part=submit]');
      await host.waitUntil("find('heed-nps').matches(':state(sent)')");
      expect((await host.waitForRecords(1)).map(toValues)).toEqual([{ recommend: 9 }]);
    },
  },
  {
    title: 'sends nothing before the user submits',
    body: '<heed-csat survey="plain"></heed-csat>',
    async test(host) {
      await host.click('heed-csat >>> label');
      expect(await host.readAllRecords()).toEqual([]);
    },
  },
];
