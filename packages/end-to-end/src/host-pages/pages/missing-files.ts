/** Files that fail to load at first: refused, intercepted, cut off or broken. */
import { expect } from 'vitest';
import type { Host, HostPage } from '../host-page.ts';
import { toValues } from '../to-values.ts';

/** The strictest policy that Heed supports, plus the inline script of these tests. */
const POLICY =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

const SUBMIT_BUTTON = 'heed-nps >>> [part=submit]';

const VISIT = {
  v: 1,
  survey: 'visit',
  steps: [{ items: [{ kind: 'nps', name: 'recommend', question: 'Would you recommend us?' }] }],
};

/** Selects the first value of a scale, and submits. */
async function answerScale(host: Host, tag: string): Promise<void> {
  await host.click(`${tag} >>> label:nth-of-type(1)`);
  await host.click(`${tag} >>> [part=submit]`);
  await host.waitUntil(`find('${tag}').matches(':state(sent)')`);
}

async function expectOneWarning(host: Host): Promise<void> {
  const warnings = (await host.readWarnings()).filter((text) => text.includes('HEED_FILE'));
  expect(warnings).toHaveLength(new Set(warnings).size);
  expect(warnings).not.toEqual([]);
}

const createFollowUpPage = (how: NonNullable<HostPage['failing']>['how']): HostPage => ({
  title: `asks the follow-up question after its file was ${how}`,
  body: '<heed-nps survey="why" name="recommend" follow-up="Why?"></heed-nps>',
  failing: { files: /\/after-score/, how },
  headers: { 'content-security-policy': POLICY },
  async test(host) {
    await host.click('heed-nps >>> label:nth-of-type(1)');
    await host.restoreFiles('after-score');
    await host.click('heed-nps >>> textarea');
    await host.type('Slow');
    await host.click(SUBMIT_BUTTON);
    const [record] = await host.waitForRecords(1);
    expect(record && toValues(record)).toEqual({ recommend: 0, 'recommend-comment': 'Slow' });
    await expectOneWarning(host);
  },
});

const createPromptPage = (
  title: string,
  files: RegExp,
  failedFiles: readonly string[],
  overrides: Partial<HostPage> = {},
): HostPage => ({
  title,
  body: `<heed-prompt name="asked" when="event('order-placed')"><heed-nps survey="order"></heed-nps></heed-prompt>`,
  failing: { files, how: 'unavailable' },
  async test(host) {
    const placeOrder = `document.dispatchEvent(new Event('order-placed')); return true;`;
    await host.waitUntil('customElements.get("heed-prompt")');
    await host.run(placeOrder);
    await host.restoreFiles(...failedFiles);
    await host.waitUntil(`find('heed-prompt').explain().length > 0`);
    await host.run(placeOrder);
    await host.waitUntil(`find('heed-prompt').open`);
    await answerScale(host, 'heed-nps');
    await host.waitForRecords(1);
    await expectOneWarning(host);
  },
  ...overrides,
});

export const pages: readonly HostPage[] = [
  ...(['refused', 'unavailable', 'portal', 'cut off', 'throwing', 'missing'] as const).map(
    createFollowUpPage,
  ),
  {
    title: 'asks the follow-up question after its file was hanging and the browser requested it again',
    body: '<heed-nps survey="why" follow-up="Why?"></heed-nps>',
    failing: { files: /\/after-score/, how: 'hanging' },
    // In Firefox, a hanging request delays the page's `load` event.
    engines: ['chromium', 'webkit'],
    async test(host) {
      await host.restoreFiles('after-score');
      await host.click('heed-nps >>> label:nth-of-type(1)');
      await host.waitUntil(`find('heed-nps >>> textarea')`);
    },
  },
  {
    title: 'delivers an answer while other files are missing',
    root: 'lang="de"',
    body: '<heed-nps survey="why" name="recommend" follow-up="Warum?"></heed-nps>',
    failing: { files: /\/(after-score|locales)/, how: 'missing' },
    async test(host) {
      await answerScale(host, 'heed-nps');
      expect((await host.waitForRecords(1)).map(toValues)).toEqual([{ recommend: 0 }]);
    },
  },
  ...(['locales', 'de-'] as const).map((file): HostPage => ({
    title: `uses the language of the page after ${file} failed to load`,
    root: 'lang="de"',
    body: '<heed-nps survey="german"></heed-nps>',
    failing: { files: new RegExp(`/${file}`), how: 'unavailable' },
    async test(host) {
      await host.waitUntil(`find('heed-nps >>> [part=question]')?.textContent.includes('How likely')`);
      await host.restoreFiles(file);
      await host.waitUntil(`find('heed-nps >>> [part=question]').textContent.includes('wahrscheinlich')`);
      await answerScale(host, 'heed-nps');
    },
  })),
  ...(
    [
      ['loading', 'hanging', false],
      ['unavailable', 'unavailable', true],
    ] as const
  ).map(([state, how, marked]): HostPage => ({
    // Firefox never updates the language that it first exposed to a screen reader.
    title: `${marked ? 'marks' : 'does not mark'} its strings as English while the German strings are ${state}`,
    root: 'lang="de"',
    body: '<heed-nps survey="german"></heed-nps>',
    failing: { files: /\/de-/, how },
    async test(host) {
      await host.waitUntil(`find('heed-nps >>> [part=question]')?.textContent.includes('How likely')`);
      const isMarked = `find('heed-nps').shadowRoot.querySelectorAll('[lang=en]').length > 0`;
      if (marked) await host.waitUntil(isMarked);
      else expect(await host.run(`return ${isMarked}`)).toBe(false);
      await host.restoreFiles('de-');
      await host.waitUntil(`find('heed-nps >>> [part=question]').textContent.includes('wahrscheinlich')`);
      await host.waitUntil(`!(${isMarked})`);
    },
  })),
  {
    title: 'shows the reference number of a complaint after its file failed to load',
    body: '<heed-complaint survey="complaint" fields="details attachments"></heed-complaint>',
    failing: { files: /\/(receipt|attach)/, how: 'portal' },
    async test(host) {
      await host.click('heed-complaint >>> heed-text >>> textarea');
      await host.type('It broke');
      await host.restoreFiles('receipt', 'attach');
      await host.waitUntil(`find('heed-complaint >>> heed-attachment >>> [part~=zone]')`);
      await host.click('heed-complaint >>> [part=submit]');
      await host.waitUntil(`find('heed-complaint >>> [part=reference]')`);
      expect((await host.waitForRecords(1)).map(toValues)[0]).toMatchObject({ details: 'It broke' });
    },
  },
  ...(['survey-session', 'branching', 'expression'] as const).map((file): HostPage => ({
    title: `opens a survey after ${file} failed to load`,
    body: `<heed-survey survey="branches"><heed-csat name="satisfied"></heed-csat>
        <heed-text name="why" type="short" question="Why?" show-if="satisfied <= 2"></heed-text></heed-survey>`,
    failing: { files: new RegExp(`/${file}`), how: 'unavailable' },
    async test(host) {
      await host.restoreFiles(file);
      await host.click('heed-csat >>> label:nth-of-type(1)');
      await host.click('heed-survey >>> [part=next]');
      await host.waitUntil(`document.activeElement === find('heed-text')`);
      await host.type('Slow');
      // A second click where "next" was would count as a double click.
      await host.press('Enter');
      expect((await host.waitForRecords(1)).map(toValues)).toEqual([{ satisfied: 1, why: 'Slow' }]);
    },
  })),
  ...(
    [
      ['definition-source', 'unavailable'],
      ['recall', 'unavailable'],
      ['visit.json', 'unavailable'],
      ['visit.json', 'portal'],
    ] as const
  ).map(([file, how]): HostPage => ({
    title: `opens a survey from JSON after ${file} was ${how}`,
    body: '<heed-survey src="/visit.json"></heed-survey>',
    documents: { '/visit.json': JSON.stringify(VISIT) },
    failing: { files: new RegExp(`/${file}`), how },
    async test(host) {
      await host.restoreFiles(file);
      await host.click('heed-nps >>> label:nth-of-type(1)');
      await host.click('heed-survey >>> [part=submit]');
      expect((await host.waitForRecords(1)).map(toValues)).toEqual([{ recommend: 0 }]);
    },
  })),
  createPromptPage('opens a prompt by its rules after their file failed to load', /\/scheduler/, [
    'scheduler',
  ]),
  createPromptPage(
    'opens a prompt by its rules after a dependency of the rules failed to load',
    /\/expression/,
    ['expression'],
  ),
  createPromptPage(
    'opens a prompt by its rules after the file that renders it failed to load',
    /\/prompt-view/,
    [],
    {
      async test(host) {
        await host.waitUntil(`find('heed-prompt').explain?.().length > 0`);
        await host.run(`document.dispatchEvent(new Event('order-placed'))`);
        await host.restoreFiles('prompt-view');
        await host.waitUntil(`find('heed-prompt').open`);
        await answerScale(host, 'heed-nps');
      },
    },
  ),
  createPromptPage(
    'opens a prompt by its rules after its element failed to load',
    /\/(prompt|nps)-/,
    ['prompt'],
    {
      script: 'heed.lazy.min.js',
      async test(host) {
        await host.restoreFiles('prompt');
        await host.waitUntil(`find('heed-prompt').explain?.().length > 0`);
        expect(await host.run(`return find('heed-nps').getClientRects().length`)).toBe(0);
        await host.run(`document.dispatchEvent(new Event('order-placed'))`);
        await host.waitUntil(`find('heed-prompt').open`);
        await answerScale(host, 'heed-nps');
      },
    },
  ),
  ...(['launcher-view', 'page-dialogs'] as const).map((file): HostPage => ({
    title: `shows a launcher and opens its prompt after ${file} failed to load`,
    body: `<heed-launcher for="feedback"></heed-launcher>
        <heed-prompt id="feedback"><heed-nps survey="launched"></heed-nps></heed-prompt>`,
    failing: { files: new RegExp(`/${file}`), how: 'unavailable' },
    async test(host) {
      await host.restoreFiles(file);
      await host.click('heed-launcher >>> [part=button]');
      await host.waitUntil(`find('heed-prompt').open`);
      await answerScale(host, 'heed-nps');
    },
  })),
  {
    title: 'opens a prompt on the second press if the file that renders it failed to load on the first',
    body: `<heed-launcher for="feedback"></heed-launcher>
      <heed-prompt id="feedback"><heed-nps survey="launched"></heed-nps></heed-prompt>`,
    failing: { files: /\/prompt-view/, how: 'unavailable' },
    async test(host) {
      await host.click('heed-launcher >>> [part=button]');
      await host.restoreFiles('prompt-view');
      await host.click('heed-launcher >>> [part=button]');
      await host.waitUntil(`find('heed-prompt').open`);
    },
  },
  {
    title: 'opens an anchored prompt in the corner until the file that positions it has loaded',
    body: `<button id="here">Order</button>
      <heed-prompt anchor="#here"><heed-nps survey="anchored"></heed-nps></heed-prompt>`,
    failing: { files: /\/anchor-position/, how: 'unavailable' },
    async test(host) {
      await host.waitUntil('customElements.get("heed-prompt")');
      expect(await host.run(`return find('heed-prompt').show()`)).toBe(true);
      expect(await host.run(`return find('heed-prompt >>> [part=panel]').className`)).toBe('corner');
      await host.restoreFiles('anchor-position');
      await host.run(`find('heed-prompt').hide(); return find('heed-prompt').show()`);
      expect(await host.run(`return find('heed-prompt >>> [part=panel]').className`)).toBe('popover');
    },
  },
  ...(['nps-', 'csat', 'low-high-scale'] as const).map((file): HostPage => ({
    title: `registers an element of the lazy script after ${file} failed to load`,
    script: 'heed.lazy.min.js',
    body: '<heed-nps survey="lazy"></heed-nps><heed-csat survey="lazy"></heed-csat>',
    failing: { files: new RegExp(`/${file}`), how: 'portal' },
    async test(host) {
      await host.restoreFiles(file);
      await answerScale(host, 'heed-nps');
      await answerScale(host, 'heed-csat');
      await host.waitForRecords(2);
    },
  })),
  {
    title: 'loads a missing file when the network is restored',
    body: '<heed-nps survey="why" follow-up="Why?"></heed-nps>',
    failing: { files: /\/after-score/, how: 'unavailable' },
    async test(host) {
      await host.click('heed-nps >>> label:nth-of-type(1)');
      // By now, the pauses between retries are long.
      for (let count = 1; count <= 3; count++) await host.run(`dispatchEvent(new Event('online'))`);
      await host.restoreFiles('after-score');
      await host.run(`dispatchEvent(new Event('online'))`);
      await host.waitUntil(`find('heed-nps >>> textarea')`);
    },
  },
];
