/** Files that cannot be loaded at first: refused, answered by somebody else, cut off, or broken. */
import { expect } from 'vitest';
import type { HostPage } from '../host-page.ts';
import { valuesOf, type Host } from '../host.ts';

/** The strictest one that Heed works under, with room for the inline script of this suite. */
const POLICY =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

const SEND = 'heed-nps >>> [part=submit]';

const VISIT = {
  v: 1,
  survey: 'visit',
  steps: [{ items: [{ kind: 'nps', name: 'recommend', question: 'Would you recommend us?' }] }],
};

/** Answers a scale, and sends. */
async function score(host: Host, tag: string): Promise<void> {
  await host.click(`${tag} >>> label:nth-of-type(1)`);
  await host.click(`${tag} >>> [part=submit]`);
  await host.until(`find('${tag}').matches(':state(sent)')`);
}

async function expectOneWarning(host: Host): Promise<void> {
  const warnings = (await host.warnings()).filter((text) => text.includes('HEED_FILE'));
  expect(warnings).toHaveLength(new Set(warnings).size);
  expect(warnings).not.toEqual([]);
}

const followUp = (how: NonNullable<HostPage['broken']>['how']): HostPage => ({
  title: `asks the follow-up question after its file was ${how}`,
  body: '<heed-nps survey="why" name="recommend" follow-up="Why?"></heed-nps>',
  broken: { files: /\/after-score/, how },
  headers: { 'content-security-policy': POLICY },
  async act(host) {
    await host.click('heed-nps >>> label:nth-of-type(1)');
    await host.mend('after-score');
    await host.click('heed-nps >>> textarea');
    await host.type('Slow');
    await host.click(SEND);
    const [record] = await host.records(1);
    expect(record && valuesOf(record)).toEqual({ recommend: 0, 'recommend-comment': 'Slow' });
    await expectOneWarning(host);
  },
});

const prompted = (
  title: string,
  files: RegExp,
  awaited: readonly string[],
  more: Partial<HostPage> = {},
): HostPage => ({
  title,
  body: `<heed-prompt name="asked" when="event('order-placed')"><heed-nps survey="order"></heed-nps></heed-prompt>`,
  broken: { files, how: 'unavailable' },
  async act(host) {
    const place = `document.dispatchEvent(new Event('order-placed')); return true;`;
    await host.until('customElements.get("heed-prompt")');
    await host.run(place);
    await host.mend(...awaited);
    await host.until(`find('heed-prompt').explain().length > 0`);
    await host.run(place);
    await host.until(`find('heed-prompt').open`);
    await score(host, 'heed-nps');
    await host.records(1);
    await expectOneWarning(host);
  },
  ...more,
});

export const pages: readonly HostPage[] = [
  ...(['refused', 'unavailable', 'portal', 'cut off', 'throwing', 'missing'] as const).map(followUp),
  {
    title: 'asks the follow-up question after its file was hanging, which a browser asks for again by itself',
    body: '<heed-nps survey="why" follow-up="Why?"></heed-nps>',
    broken: { files: /\/after-score/, how: 'hanging' },
    // Firefox delays the "load" of the page.
    engines: ['chromium', 'webkit'],
    async act(host) {
      await host.mend('after-score');
      await host.click('heed-nps >>> label:nth-of-type(1)');
      await host.until(`find('heed-nps >>> textarea')`);
    },
  },
  {
    title: 'stores an answer while the rest of its files is missing',
    root: 'lang="de"',
    body: '<heed-nps survey="why" name="recommend" follow-up="Warum?"></heed-nps>',
    broken: { files: /\/(after-score|locales)/, how: 'missing' },
    async act(host) {
      await score(host, 'heed-nps');
      expect((await host.records(1)).map(valuesOf)).toEqual([{ recommend: 0 }]);
    },
  },
  ...(['locales', 'de-'] as const).map((file): HostPage => ({
    title: `speaks the language of the page after a failure of ${file}`,
    root: 'lang="de"',
    body: '<heed-nps survey="german"></heed-nps>',
    broken: { files: new RegExp(`/${file}`), how: 'unavailable' },
    async act(host) {
      await host.until(`find('heed-nps >>> [part=question]')?.textContent.includes('How likely')`);
      await host.mend(file);
      await host.until(`find('heed-nps >>> [part=question]').textContent.includes('wahrscheinlich')`);
      await score(host, 'heed-nps');
    },
  })),
  ...(
    [
      ['on their way', 'hanging', false],
      ['unavailable', 'unavailable', true],
    ] as const
  ).map(([state, how, marked]): HostPage => ({
    // Firefox keeps telling a screen reader the language that it saw first.
    title: `marks ${marked ? 'its' : 'none of its'} words as English while the German ones are ${state}`,
    root: 'lang="de"',
    body: '<heed-nps survey="german"></heed-nps>',
    broken: { files: /\/de-/, how },
    async act(host) {
      await host.until(`find('heed-nps >>> [part=question]')?.textContent.includes('How likely')`);
      const isMarked = `find('heed-nps').shadowRoot.querySelectorAll('[lang=en]').length > 0`;
      if (marked) await host.until(isMarked);
      else expect(await host.run(`return ${isMarked}`)).toBe(false);
      await host.mend('de-');
      await host.until(`find('heed-nps >>> [part=question]').textContent.includes('wahrscheinlich')`);
      await host.until(`!(${isMarked})`);
    },
  })),
  {
    title: 'shows the reference number of a complaint after a failure of its file',
    body: '<heed-complaint survey="complaint" fields="details attachments"></heed-complaint>',
    broken: { files: /\/(filed|attach)/, how: 'portal' },
    async act(host) {
      await host.click('heed-complaint >>> heed-text >>> textarea');
      await host.type('It broke');
      await host.mend('filed', 'attach');
      await host.until(`find('heed-complaint >>> heed-attachment >>> [part~=zone]')`);
      await host.click('heed-complaint >>> [part=submit]');
      await host.until(`find('heed-complaint >>> [part=reference]')`);
      expect((await host.records(1)).map(valuesOf)[0]).toMatchObject({ details: 'It broke' });
    },
  },
  ...(['survey-session', 'branching', 'expression'] as const).map((file): HostPage => ({
    title: `opens a survey after a failure of ${file}`,
    body: `<heed-survey survey="branches"><heed-csat name="satisfied"></heed-csat>
        <heed-text name="why" type="short" question="Why?" show-if="satisfied <= 2"></heed-text></heed-survey>`,
    broken: { files: new RegExp(`/${file}`), how: 'unavailable' },
    async act(host) {
      await host.mend(file);
      await host.click('heed-csat >>> label:nth-of-type(1)');
      await host.click('heed-survey >>> [part=next]');
      await host.until(`document.activeElement === find('heed-text')`);
      await host.type('Slow');
      // A second click where "next" has just been is taken for a double click.
      await host.press('Enter');
      expect((await host.records(1)).map(valuesOf)).toEqual([{ satisfied: 1, why: 'Slow' }]);
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
    title: `opens a survey as JSON after ${file} was ${how}`,
    body: '<heed-survey src="/visit.json"></heed-survey>',
    documents: { '/visit.json': JSON.stringify(VISIT) },
    broken: { files: new RegExp(`/${file}`), how },
    async act(host) {
      await host.mend(file);
      await host.click('heed-nps >>> label:nth-of-type(1)');
      await host.click('heed-survey >>> [part=submit]');
      expect((await host.records(1)).map(valuesOf)).toEqual([{ recommend: 0 }]);
    },
  })),
  prompted('opens a prompt by its rules after a failure of their file', /\/scheduler/, ['scheduler']),
  prompted('opens a prompt by its rules after a failure of a file that they import', /\/expression/, [
    'expression',
  ]),
  prompted('opens a prompt by its rules after a failure of its view', /\/prompt-view/, [], {
    async act(host) {
      await host.until(`find('heed-prompt').explain?.().length > 0`);
      await host.run(`document.dispatchEvent(new Event('order-placed'))`);
      await host.mend('prompt-view');
      await host.until(`find('heed-prompt').open`);
      await score(host, 'heed-nps');
    },
  }),
  prompted('opens a prompt by its rules after a failure of its element', /\/(prompt|nps)-/, ['prompt'], {
    script: 'heed.lazy.min.js',
    async act(host) {
      await host.mend('prompt');
      await host.until(`find('heed-prompt').explain?.().length > 0`);
      expect(await host.run(`return find('heed-nps').getClientRects().length`)).toBe(0);
      await host.run(`document.dispatchEvent(new Event('order-placed'))`);
      await host.until(`find('heed-prompt').open`);
      await score(host, 'heed-nps');
    },
  }),
  ...(['launcher-view', 'page-dialogs'] as const).map((file): HostPage => ({
    title: `shows a launcher and opens its prompt after a failure of ${file}`,
    body: `<heed-launcher for="feedback"></heed-launcher>
        <heed-prompt id="feedback"><heed-nps survey="launched"></heed-nps></heed-prompt>`,
    broken: { files: new RegExp(`/${file}`), how: 'unavailable' },
    async act(host) {
      await host.mend(file);
      await host.click('heed-launcher >>> [part=button]');
      await host.until(`find('heed-prompt').open`);
      await score(host, 'heed-nps');
    },
  })),
  {
    title: 'opens a prompt at the second click when its view could not be loaded at the first',
    body: `<heed-launcher for="feedback"></heed-launcher>
      <heed-prompt id="feedback"><heed-nps survey="launched"></heed-nps></heed-prompt>`,
    broken: { files: /\/prompt-view/, how: 'unavailable' },
    async act(host) {
      await host.click('heed-launcher >>> [part=button]');
      await host.mend('prompt-view');
      await host.click('heed-launcher >>> [part=button]');
      await host.until(`find('heed-prompt').open`);
    },
  },
  {
    title: 'opens a prompt in a corner if the file for anchors is missing, and next to its anchor otherwise',
    body: `<button id="here">Order</button>
      <heed-prompt anchor="#here"><heed-nps survey="anchored"></heed-nps></heed-prompt>`,
    broken: { files: /\/anchor-position/, how: 'unavailable' },
    async act(host) {
      await host.until('customElements.get("heed-prompt")');
      expect(await host.run(`return find('heed-prompt').show()`)).toBe(true);
      expect(await host.run(`return find('heed-prompt >>> [part=panel]').className`)).toBe('corner');
      await host.mend('anchor-position');
      await host.run(`find('heed-prompt').hide(); return find('heed-prompt').show()`);
      expect(await host.run(`return find('heed-prompt >>> [part=panel]').className`)).toBe('popover');
    },
  },
  ...(['nps-', 'csat', 'low-high-scale'] as const).map((file): HostPage => ({
    title: `registers an element of the lazy script after a failure of ${file}`,
    script: 'heed.lazy.min.js',
    body: '<heed-nps survey="lazy"></heed-nps><heed-csat survey="lazy"></heed-csat>',
    broken: { files: new RegExp(`/${file}`), how: 'portal' },
    async act(host) {
      await host.mend(file);
      await score(host, 'heed-nps');
      await score(host, 'heed-csat');
      await host.records(2);
    },
  })),
  {
    title: 'loads a missing file when the network is back',
    body: '<heed-nps survey="why" follow-up="Why?"></heed-nps>',
    broken: { files: /\/after-score/, how: 'unavailable' },
    async act(host) {
      await host.click('heed-nps >>> label:nth-of-type(1)');
      // Long pauses by now.
      for (let count = 1; count <= 3; count++) await host.run(`dispatchEvent(new Event('online'))`);
      await host.mend('after-score');
      await host.run(`dispatchEvent(new Event('online'))`);
      await host.until(`find('heed-nps >>> textarea')`);
    },
  },
];
