/** Markup that has passed the text filter of a content management system. */
import { expect } from 'vitest';
import type { HostPage } from '../host-page.ts';
import { toValues } from '../to-values.ts';

export const pages: readonly HostPage[] = [
  {
    title: 'ignores line breaks and empty paragraphs between questions',
    body: `<heed-survey survey="filtered"><br />
      <p><heed-csat name="satisfied"></heed-csat></p>
      <p>&nbsp;</p><ins datetime="2026-01-01"></ins><meta itemprop="x" /><span id="more-12"></span>
      <heed-choice name="why"><br /><p><option>Price</option></p><ins><option>Delay</option></ins></heed-choice>
      <p></p><br /><p><input type="hidden" name="plan" value="free" /></p>
    </heed-survey>`,
    async test(host) {
      await host.waitUntil("find('heed-survey >>> [part=step]')?.ariaLabel === 'Step 1 of 2'");
      await host.click('heed-survey >>> [part=next]');
      await host.click('heed-choice >>> label:nth-of-type(2)');
      await host.run("find('heed-survey >>> [part=submit]').focus()");
      await host.press('Enter');
      expect((await host.waitForRecords(1)).map(toValues)).toEqual([
        { satisfied: null, why: 'Delay', plan: 'free' },
      ]);
    },
  },
];
