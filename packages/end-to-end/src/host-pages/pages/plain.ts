/** No hostility at all: what every other page is compared with. */
import { expect } from 'vitest';
import type { HostPage } from '../host-page.ts';
import { valuesOf } from '../host.ts';

export const pages: readonly HostPage[] = [
  {
    title: 'sends an answer given by pointer and keyboard',
    body: '<heed-nps survey="plain" name="recommend"></heed-nps>',
    async act(host) {
      await host.click('heed-nps >>> label:nth-of-type(9)');
      await host.press('ArrowRight');
      await host.click('heed-nps >>> [part=submit]');
      await host.until("find('heed-nps').matches(':state(sent)')");
      expect((await host.records(1)).map(valuesOf)).toEqual([{ recommend: 9 }]);
    },
  },
  {
    title: 'sees that nothing is sent',
    body: '<heed-csat survey="plain"></heed-csat>',
    async act(host) {
      await host.click('heed-csat >>> label');
      expect(await host.allRecords()).toEqual([]);
    },
  },
];
