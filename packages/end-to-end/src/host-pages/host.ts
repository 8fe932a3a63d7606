/** What a test does in a hostile page: real keys, a real pointer, and a look at what arrived at the endpoint. */
import type { AnswerValue, ResponseRecord } from '@heed/core';
import { until } from '../delivery/until.ts';
import type { Window } from '../window/window.ts';
import type { HostPage } from './host-page.ts';
import { startHostSite, type HostSite } from './site.ts';

/** Finds an element by a path of selectors, each inside the shadow root of the one before: `heed-nps >>> [part=submit]`. */
// A loop, since a page may have replaced the methods of lists.
const FIND = `const find = (path) => {
  let found = document;
  for (const selector of path.split(' >>> ')) found = found && (found.shadowRoot ?? found).querySelector(selector);
  return found;
};`;

export interface Host extends Pick<Window, 'keyboard' | 'mouse' | 'setViewport' | 'screenshot'> {
  /** Such as `http://127.0.0.1:41234`. */
  readonly origin: string;
  /** Runs the body of an async function in the page and gives what it returns; `find('heed-nps >>> input')` is at hand. */
  run<Result>(body: string): Promise<Result>;
  /** Loads the page once more, as a user does. */
  reload(): Promise<void>;
  /** Polls an expression of the page until it is true; `find()` is at hand. */
  until(expression: string): Promise<void>;
  /** Waits for an element and clicks its middle with a real pointer. */
  click(path: string): Promise<void>;
  /** Types real keys. */
  type(text: string): Promise<void>;
  /** Presses real keys, one after the other, such as `Tab`, `ArrowRight`, ` `. */
  press(...keys: string[]): Promise<void>;
  /** Waits for so many records at the endpoint and gives all that have arrived. */
  records(count: number): Promise<ResponseRecord[]>;
  /**
   * All records of the page, also when there are none: sends one more through the page's own queue, which keeps its
   * order, and gives those that arrived before it.
   */
  allRecords(): Promise<ResponseRecord[]>;
  /** Waits until every broken file has been asked for, then lets them be loaded. */
  mend(...files: string[]): Promise<void>;
  /** Warnings of the console that speak of Heed. */
  warnings(): Promise<string[]>;
  /** Errors that nobody caught. */
  errors(): Promise<string[]>;
}

/** Opens the page, does what its test says, and fails on an uncaught error. */
export async function visit(window: Window, page: HostPage): Promise<void> {
  const site = await startHostSite(page);
  try {
    await window.setViewport(page.viewport ?? { width: 1000, height: 800 });
    await window.open(`${site.origin}/`);
    const host = createHost(window, site);
    await page.act(host);
    const errors = await host.errors();
    if (errors.length > 0) throw new Error(`uncaught in the page: ${errors.join('; ')}`);
  } finally {
    await window.open('about:blank').catch(() => {});
    await site.close();
  }
}

/** Name and value of each answer, for a comparison. */
export function valuesOf({ answers }: ResponseRecord): Record<string, AnswerValue> {
  return Object.fromEntries(answers.map(({ name, value }) => [name, value]));
}

function createHost(window: Window, { origin, posted, refused, mend }: HostSite): Host {
  const { keyboard, mouse, setViewport, screenshot } = window;
  const run = <Result>(body: string): Promise<Result> => window.run<Result>(`${FIND} ${body}`);
  const waitFor = (expression: string): Promise<void> =>
    until(() => run<boolean>(`return !!(${expression})`));
  return {
    origin,
    keyboard,
    mouse,
    setViewport,
    screenshot,
    run,
    until: waitFor,
    reload: () => window.open(`${origin}/`),
    async click(path) {
      const target = `find(${JSON.stringify(path)})`;
      await waitFor(`${target}?.getClientRects().length`);
      // A text, since a page may have changed what becomes of a list.
      const middle = await run<string>(`
        const element = ${target};
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        // Firefox aims at where things were a frame ago.
        for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => setTimeout(resolve, 34));
        const { left, top, width, height } = element.getBoundingClientRect();
        return Math.round(left + width / 2) + ' ' + Math.round(top + height / 2);`);
      const [x = 0, y = 0] = middle.split(' ').map(Number);
      await mouse.click(x, y);
    },
    async type(text) {
      await keyboard.type(text);
    },
    async press(...keys) {
      for (const key of keys) await keyboard.press(key);
    },
    async records(count) {
      await until(() => posted.length >= count);
      return [...posted];
    },
    async allRecords() {
      await run(SEND_LAST);
      await until(() => posted.some(({ survey }) => survey === LAST));
      return posted.filter(({ survey }) => survey !== LAST);
    },
    async mend(...files) {
      await until(() => files.every((file) => refused.some((name) => name.startsWith(file))));
      mend();
    },
    warnings: () => run(`return heard.warnings.filter((text) => text.includes('[heed'))`),
    errors: async () =>
      (await run<string>(`return (window.heard?.errors ?? []).join('\\n')`)).split('\n').filter(Boolean),
  };
}

const LAST = 'the-last-record';

const SEND_LAST = `
  const last = document.createElement('heed-nps');
  last.setAttribute('survey', '${LAST}');
  last.setAttribute('value', '7');
  document.body.append(last);
  while (!last.shadowRoot?.querySelector('[part=submit]')) await new Promise((resolve) => setTimeout(resolve, 10));
  last.shadowRoot.querySelector('[part=submit]').click();`;
