/** Pages translated by the browser, which replaces each text with a `<font>` element. */
import { expect } from 'vitest';
import type { HostPage } from '../host-page.ts';
import { toValues } from '../to-values.ts';

const TRANSLATE = `
  document.documentElement.lang = 'xx';
  document.documentElement.classList.add('translated-ltr');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
  for (const text of texts) {
    const font = document.createElement('font');
    font.append(text.data.replace(/\\S+/g, '$&ski'));
    text.replaceWith(font);
  }`;

export const pages: readonly HostPage[] = [
  {
    title: 'keeps the selection, and records the original text',
    body: `<heed-survey survey="translated" display="page">
      <heed-choice name="a"><option>Price</option><option>Delivery</option></heed-choice>
      <heed-matrix name="m"><option>Fast</option><option>Kind</option></heed-matrix>
      <p id="said">You said {{a}}.</p>
    </heed-survey>`,
    async test(host) {
      await host.click('heed-choice >>> label:nth-of-type(1)');
      await host.click('heed-matrix >>> #statement-0 ~ [part=scale] label');
      await host.waitUntil("find('#said').textContent === 'You said Price.'");
      await host.run(TRANSLATE);
      await host.waitUntil("find('heed-choice >>> [part=options]').textContent.includes('Priceski')");
      await host.click('heed-survey >>> [part=submit]');
      expect((await host.waitForRecords(1)).map(toValues)).toEqual([{ a: 'Price', m: { Fast: 1 } }]);
    },
  },
];
