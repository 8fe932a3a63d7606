/** Runs the test of a hostile page in a browser window. */
import { waitUntil } from '../shared/wait-until.ts';
import type { BrowserWindow } from '../shared/browsers/browser-window.ts';
import type { Host, HostPage } from './host-page.ts';
import { startHostSite, type HostSite } from './host-site.ts';

/**
 * Finds an element by a path of selectors, each in the shadow root of the previous match: `heed-nps >>> [part=submit]`.
 * Uses a loop, because the page may have replaced array methods.
 */
const FIND = `const find = (path) => {
  let found = document;
  for (const selector of path.split(' >>> ')) found = found && (found.shadowRoot ?? found).querySelector(selector);
  return found;
};`;

/** Opens the page and runs its test. Throws if the page has an uncaught error. */
export async function runHostPage(window: BrowserWindow, page: HostPage): Promise<void> {
  const site = await startHostSite(page);
  try {
    await window.setViewport(page.viewport ?? { width: 1000, height: 800 });
    await window.open(`${site.origin}/`);
    const host = createHost(window, site);
    await page.test(host);
    const errors = await host.readErrors();
    if (errors.length > 0) throw new Error(`uncaught in the page: ${errors.join('; ')}`);
  } finally {
    await window.open('about:blank').catch(() => {});
    await site.close();
  }
}

function createHost(window: BrowserWindow, { origin, posted, failed, restoreFiles }: HostSite): Host {
  const { keyboard, mouse, setViewport, screenshot } = window;
  const run = <Result>(body: string): Promise<Result> => window.run<Result>(`${FIND} ${body}`);
  const waitUntilTrue = (expression: string): Promise<void> =>
    waitUntil(() => run<boolean>(`return !!(${expression})`));
  return {
    origin,
    keyboard,
    mouse,
    setViewport,
    screenshot,
    run,
    waitUntil: waitUntilTrue,
    reload: () => window.open(`${origin}/`),
    async click(path) {
      const target = `find(${JSON.stringify(path)})`;
      await waitUntilTrue(`${target}?.getClientRects().length`);
      const centre = await run<string>(readCentre(target));
      const [x = 0, y = 0] = centre.split(' ').map(Number);
      await mouse.click(x, y);
    },
    async type(text) {
      await keyboard.type(text);
    },
    async press(...keys) {
      for (const key of keys) await keyboard.press(key);
    },
    async waitForRecords(count) {
      await waitUntil(() => posted.length >= count);
      return [...posted];
    },
    async readAllRecords() {
      await run(SEND_LAST);
      await waitUntil(() => posted.some(({ survey }) => survey === LAST));
      return posted.filter(({ survey }) => survey !== LAST);
    },
    async restoreFiles(...files) {
      await waitUntil(() => files.every((file) => failed.some((name) => name.startsWith(file))));
      restoreFiles();
    },
    readWarnings: () => run(`return captured.warnings.filter((text) => text.includes('[heed'))`),
    readErrors: async () =>
      (await run<string>(`return (window.captured?.errors ?? []).join('\\n')`)).split('\n').filter(Boolean),
  };
}

/** Returns a script that scrolls an element into view and returns its centre. */
// The result is a string, because the page may have changed how arrays are serialised.
const readCentre = (target: string): string => `
  const element = ${target};
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  // Firefox uses positions of the previous frame.
  for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => setTimeout(resolve, 34));
  const { left, top, width, height } = element.getBoundingClientRect();
  return Math.round(left + width / 2) + ' ' + Math.round(top + height / 2);`;

const LAST = 'the-last-record';

const SEND_LAST = `
  const last = document.createElement('heed-nps');
  last.setAttribute('survey', '${LAST}');
  last.setAttribute('value', '7');
  document.body.append(last);
  while (!last.shadowRoot?.querySelector('[part=submit]')) await new Promise((resolve) => setTimeout(resolve, 10));
  last.shadowRoot.querySelector('[part=submit]').click();`;
