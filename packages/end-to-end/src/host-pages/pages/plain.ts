/** No hostility at all: what every other page is compared with. */
import { expect } from 'vitest';
import type { HostPage } from '../host-page.ts';
import { toValues } from '../host.ts';

export const pages: readonly HostPage[] = [
  {
    title: 'sends an answer given by pointer and keyboard',
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
    title: 'sees that nothing is sent',
    body: '<heed-csat survey="plain"></heed-csat>',
    async test(host) {
      await host.click('heed-csat >>> label');
      expect(await host.readAllRecords()).toEqual([]);
    },
  },
];
