/** Pages whose framework writes booleans as strings, as some do before an element is registered. */
import { expect } from 'vitest';
import type { HostPage } from '../host-page.ts';
import { toValues } from '../to-values.ts';

export const pages: readonly HostPage[] = [
  {
    title: 'can be answered and submitted with boolean attributes set to "false"',
    body: '<heed-nps survey="s" name="n" disabled="false" readonly="False" required="FALSE" call-back="false"></heed-nps>',
    async test(host) {
      await host.click('heed-nps >>> label:nth-of-type(3)');
      await host.click('heed-nps >>> [part=submit]');
      expect((await host.waitForRecords(1)).map(toValues)).toEqual([{ n: 2 }]);
      expect(await host.run("return find('heed-nps').hasAttribute('disabled')")).toBe(false);
    },
  },
];
