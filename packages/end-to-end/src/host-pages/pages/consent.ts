/** Frameworks that insert `<meta>` tags in other places and at other times than the initial HTML. */
import { expect } from 'vitest';
import type { Host, HostPage } from '../host-page.ts';
import { toValues } from '../to-values.ts';

const ELEMENTS = `
  <heed-survey survey="kept"><heed-text name="why" question="Why?"></heed-text></heed-survey>
  <heed-prompt id="card" name="card"><heed-nps survey="card"></heed-nps></heed-prompt>
  <heed-launcher for="card" hideable></heed-launcher>`;

/** Stores a draft, prompt history, a hidden launcher, and the draft of a survey on another page. */
async function storeData(host: Host): Promise<void> {
  await host.click('heed-launcher >>> [part=hide]');
  await host.click('heed-text >>> input, textarea');
  await host.type('Late');
  await host.waitUntil(
    `['heed-draft:kept', 'heed-prompts', 'heed-launcher:card'].every((key) => localStorage[key])`,
  );
  await host.run(
    `localStorage['heed-draft:other'] = localStorage['heed-draft:kept']; localStorage.theme = 'dark';`,
  );
}

const waitForDeletion = (host: Host): Promise<void> =>
  host.waitUntil(`Object.keys(localStorage).join() === 'theme'`);

export const pages: readonly HostPage[] = [
  {
    title: 'deletes all data when a tag streamed into the body withdraws consent',
    head: '<meta name="heed-consent" content="given" />',
    body: ELEMENTS,
    async test(host) {
      await storeData(host);
      await host.run(`
        const streamed = document.createElement('div');
        streamed.innerHTML = '<p>More</p><section><meta name="heed-consent" content="required"></section>';
        document.body.append(streamed);`);
      await waitForDeletion(host);
    },
  },
  {
    title: 'deletes all data when the tag in the body withdraws consent',
    body: `<meta name="heed-consent" content="given" />${ELEMENTS}`,
    async test(host) {
      await storeData(host);
      await host.run(`document.querySelector('meta[name=heed-consent]').content = 'required';`);
      await waitForDeletion(host);
    },
  },
  {
    title: 'deletes all data when a page without consent and without Heed replaces head and body',
    head: '<meta name="heed-consent" content="given" />',
    body: ELEMENTS,
    async test(host) {
      await storeData(host);
      await host.run(`
        const next = new DOMParser().parseFromString(
          '<head><meta name="heed-consent" content="required"></head><body>Next page</body>', 'text/html');
        document.body.replaceWith(document.adoptNode(next.body));
        document.head.replaceWith(document.adoptNode(next.head));`);
      await waitForDeletion(host);
    },
  },
  {
    title: 'deletes all data when the head of a later page withdraws consent',
    body: ELEMENTS,
    async test(host) {
      await storeData(host);
      await host.run(`
        const next = document.createElement('head');
        next.innerHTML = '<meta name="heed-consent" content="given">';
        document.head.replaceWith(next);
        await new Promise((resolve) => setTimeout(resolve));
        next.firstChild.content = 'denied';`);
      await waitForDeletion(host);
    },
  },
  {
    title: 'deletes the data of an earlier visit when the user has denied consent',
    head: `<script>localStorage['heed-draft:kept'] = localStorage['heed-prompts'] = '{}'; localStorage.theme = 'dark'</script>
      <meta name="heed-consent" content="denied" />`,
    body: ELEMENTS,
    test: waitForDeletion,
  },
  {
    title: 'sends to an endpoint that is streamed into the body after the question',
    head: `<script>document.querySelector('meta[name=heed-endpoint]').remove()</script>`,
    body: '<heed-nps survey="streamed" name="recommend"></heed-nps>',
    async test(host) {
      await host.click('heed-nps >>> label:nth-of-type(9)');
      await host.run(`
        document.head.replaceWith(document.createElement('head'));
        const streamed = document.createElement('div');
        streamed.innerHTML = '<meta name="heed-endpoint" content="/feedback">';
        document.body.append(streamed);`);
      await host.click('heed-nps >>> [part=submit]');
      expect((await host.waitForRecords(1)).map(toValues)).toEqual([{ recommend: 8 }]);
    },
  },
];
