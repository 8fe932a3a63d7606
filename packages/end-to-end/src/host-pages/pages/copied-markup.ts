/** Pages that copy their markup, parse it again, or morph it to the HTML of the server. */
import { expect } from 'vitest';
import type { HostPage } from '../host-page.ts';
import { toValues } from '../to-values.ts';

const JSON_SURVEY = `
  <div id="wrap"><heed-survey><script type="application/json">{
    "v": 1, "survey": "visit", "display": "page", "steps": [
      { "items": [{ "kind": "choice", "name": "a", "options": [{ "value": "x", "label": "Ex" }, { "value": "y", "label": "Why" }] }] },
      { "items": [{ "kind": "text", "name": "b", "question": "You said {{a}}?" }] }
    ]
  }</script></heed-survey></div>`;

const COPIES = [
  ['parses its HTML again', 'const w = find("#wrap"); w.innerHTML = w.innerHTML;'],
  ['is replaced with its clone', 'const w = find("#wrap"); w.replaceWith(w.cloneNode(true));'],
  [
    'is morphed to the HTML of the server',
    'const s = find("heed-survey"); for (const name of s.getAttributeNames()) s.removeAttribute(name);' +
      'for (const child of [...s.children].slice(1)) child.remove();',
  ],
] as const;

const surveys = COPIES.map(([name, copy]): HostPage => ({
  title: `renders a survey from JSON once, with the current answer in its texts, in a page that ${name}`,
  body: JSON_SURVEY,
  async test(host) {
    await host.click('heed-choice >>> label:nth-of-type(1)');
    await host.waitUntil("find('heed-text').getAttribute('question') === 'You said Ex?'");
    await host.run(copy);
    await host.waitUntil(
      "find('heed-choice')?.shadowRoot && document.querySelectorAll('heed-choice').length === 1",
    );
    await host.click('heed-choice >>> label:nth-of-type(2)');
    await host.waitUntil("find('heed-text').getAttribute('question') === 'You said Why?'");
    await host.click('heed-survey >>> [part=submit]');
    const [record] = await host.waitForRecords(1);
    expect(record && toValues(record)).toEqual({ a: 'y', b: null });
    expect(record?.answers[1]?.question).toBe('You said Why?');
  },
}));

export const pages: readonly HostPage[] = [
  ...surveys,
  {
    title: 'renders the content of a template once, in a page that is replaced with its clone',
    body: '<heed-prompt name="p" display="inline"><template><heed-csat survey="s"></heed-csat></template></heed-prompt>',
    async test(host) {
      await host.waitUntil("find('heed-prompt').show");
      await host.run("await find('heed-prompt').show()");
      await host.run("const p = find('heed-prompt'); p.replaceWith(p.cloneNode(true))");
      await host.run("await find('heed-prompt').show()");
      expect(await host.run("return document.querySelectorAll('heed-csat').length")).toBe(1);
    },
  },
  {
    title: 'shows one step at a time in a clone, under a strict style policy',
    headers: { 'content-security-policy': "style-src 'none'" },
    body: `<div id="wrap"><heed-survey survey="visit">
      <section id="one"><heed-csat name="satisfied"></heed-csat></section>
      <section id="two"><p id="said">You gave {{satisfied|nothing}}.</p></section>
    </heed-survey></div>`,
    async test(host) {
      await host.waitUntil("find('#said').textContent === 'You gave nothing.'");
      await host.run('const w = find("#wrap"); w.replaceWith(w.cloneNode(true));');
      await host.waitUntil("find('heed-survey').shadowRoot?.querySelector('[part=step]')");
      expect(await host.run("return find('#two').checkVisibility()")).toBe(false);
      await host.run("const w = find('#wrap'); w.innerHTML = w.innerHTML;");
      await host.waitUntil("find('heed-survey').shadowRoot?.querySelector('[part=step]')");
      expect(await host.run("return find('#two').checkVisibility()")).toBe(false);
      await host.click('heed-csat >>> label:nth-of-type(4)');
      await host.click('heed-survey >>> [part=next]');
      await host.waitUntil("find('#two').checkVisibility() && find('#said').textContent === 'You gave 4.'");
      expect(
        await host.run("return [find('#one').checkVisibility(), find('#two').hasAttribute('style')]"),
      ).toEqual([false, false]);
    },
  },
];
