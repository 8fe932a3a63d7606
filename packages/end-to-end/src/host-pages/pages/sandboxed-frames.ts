/** Frames without `allow-forms`, in which the platform does not dispatch `submit`. */
import { expect } from 'vitest';
import type { HostPage } from '../host-page.ts';
import { toValues } from '../to-values.ts';

const renderFrame = (body: string): string => `<!doctype html><html lang="en"><title>Frame</title>
  <meta name="heed-endpoint" content="/feedback" />
  <script type="module" src="/cdn/heed.min.js"></script>
  <body style="margin: 0">${body}</body></html>`;

const SANDBOXES = ['allow-scripts', 'allow-scripts allow-same-origin'];

/** Keys that a user presses, and the values that must arrive. */
const CASES = [
  {
    what: 'a score with the Enter key',
    body: '<heed-nps survey="framed" name="score"></heed-nps>',
    keys: [' ', 'ArrowRight', 'Enter'],
    values: { score: 1 },
  },
  {
    what: 'a text with its button',
    body: '<heed-text survey="framed" name="why"></heed-text>',
    keys: ['o', 'k', 'Tab', 'Enter'],
    values: { why: 'ok' },
  },
  {
    what: 'a text with the Enter key, pressed twice',
    body: '<heed-text survey="framed" name="why"></heed-text>',
    keys: ['o', 'k', 'Enter', 'Enter'],
    values: { why: 'ok' },
  },
  {
    what: 'a survey with the Enter key, on a radio button and in a field',
    body: `<heed-survey survey="framed">
      <heed-csat name="stars" display="numbers"></heed-csat><heed-text name="why"></heed-text>
    </heed-survey>`,
    keys: [' ', 'Enter', 'o', 'k', 'Enter'],
    values: { stars: 1, why: 'ok' },
  },
  {
    what: 'a complaint with the Enter key in one of its fields',
    body: `<heed-complaint survey="framed" fields="order" required-fields="order"></heed-complaint>`,
    keys: ['o', 'k', 'Enter'],
    values: { order: 'ok' },
  },
];

export const pages: readonly HostPage[] = SANDBOXES.flatMap((sandbox) =>
  CASES.map(({ what, body, keys, values }) => ({
    title: `sends ${what} in a frame with sandbox="${sandbox}"`,
    body: `<iframe sandbox="${sandbox}" src="/frame" width="900" height="700"></iframe>
      <script>addEventListener('message', () => (window.isRendered = true));</script>`,
    script: '' as const,
    documents: {
      '/frame': renderFrame(`${body}<script type="module">
        const element = document.body.firstElementChild;
        await customElements.whenDefined(element.localName);
        await element.updateComplete;
        parent.postMessage('rendered', '*');
      </script>`),
    },
    async test(host) {
      await host.waitUntil('window.isRendered');
      await host.run("find('iframe').focus();");
      await host.press('Tab');
      for (const key of keys) await host.press(key);
      expect((await host.waitForRecords(1)).map(toValues)).toEqual([values]);
    },
  })),
);
