/** Pages that patch built-ins: Prototype.js, MooTools, old shims and pasted snippets. */
import { expect } from 'vitest';
import type { Host, HostPage } from '../host-page.ts';
import { toValues } from '../to-values.ts';

/** Scripts of the page, by their effect. */
const PATCHES = {
  'adds a toJSON() that returns a string to arrays': `
    Array.prototype.toJSON = function () { return '[' + this.map((item) => JSON.stringify(item)) + ']'; };`,
  'adds a toJSON() to every type, like Prototype.js 1.6': `
    for (const type of [Object, Array, String, Number, Boolean, Date])
      type.prototype.toJSON = function () { return Object.prototype.toString.call(this); };`,
  'adds the array methods of Prototype.js': `
    Array.from = (list) => Array.prototype.slice.call(list);
    Object.assign(Array.prototype, {
      entries() { return this.slice(); },
      reduce() { return this.length > 1 ? this : this[0]; },
      find(test) { for (let place = 0; place < this.length; place++) if (test(this[place], place)) return this[place]; },
      map(change = (item) => item) { const all = []; for (let place = 0; place < this.length; place++) all.push(change(this[place], place)); return all; },
      each() {}, first() {}, last() {}, clone() {}, include() {}, toArray() {},
    });`,
  'patches arrays and events like MooTools': `
    Array.from = (item) => (item == null ? [] : typeof item.length === 'number' && typeof item !== 'string' ? [].slice.call(item) : [item]);
    window.Event = function (event) { if (!event.target) throw new TypeError('no event'); };
    Function.prototype.bind = function (self) { const act = this; return function () { return act.apply(self, arguments); }; };
    Array.prototype.contains = Array.prototype.each = Array.prototype.erase = function () {};`,
  'replaces CustomEvent with an old shim': `
    window.CustomEvent = function (type, { bubbles, cancelable, detail } = {}) {
      const event = document.createEvent('CustomEvent');
      event.initCustomEvent(type, bubbles, cancelable, detail);
      return event;
    };
    CustomEvent.prototype = Event.prototype;`,
  'adds members that look like options to all objects': `
    Object.prototype.extend = function () {};
    Object.prototype.version = '1.0';
    Object.prototype.endpoint = '/wrong';
    Object.prototype.headers = { authorization: 'wrong' };
    Object.prototype.consent = false;
    Object.prototype.project = Object.prototype.root = Object.prototype.transform = function () {};`,
  'changes the results of Date.now(), getRandomValues() and fetch()': `
    Date.now = () => new Date();
    const roll = crypto.getRandomValues;
    crypto.getRandomValues = (bytes) => { roll.call(crypto, bytes); };
    const native = window.fetch;
    window.fetch = (...request) => ({ then: (done, failed) => native(...request).then(
      ({ ok, status, headers, text }) => done({ ok, status, headers, text: async () => '{}' }), failed) });`,
  'adds methods to Element': `
    Element.prototype.remove = function () { this.parentNode.removeChild(this); };
    Element.prototype.closest = function (selector) {
      for (let element = this; element && element.nodeType === 1; element = element.parentNode)
        if (element.matches(selector)) return element;
    };
    for (const name of ['show', 'hide', 'update', 'find', 'select', 'set', 'fire'])
      Element.prototype[name] = () => { throw new Error('not for this'); };`,
  'freezes all built-ins': `
    for (const type of [Object, Array, Function, String, Number, Date, Error, Promise]) {
      Object.freeze(type.prototype);
      Object.freeze(type);
    }`,
};

const BODY = `
  <heed-nps survey="nps" name="recommend"></heed-nps>
  <heed-choice survey="choice" name="reasons" question="Why?" multiple>
    <option value="price">The price</option><option value="speed">The speed</option><option value="help">The help</option>
  </heed-choice>
  <heed-matrix survey="matrix" name="parts" question="How were they?">
    <option value="food">The food</option><option value="room">The room</option>
  </heed-matrix>
  <heed-complaint survey="complaint" fields="category details"></heed-complaint>
  <heed-survey survey="steps" no-draft>
    <heed-csat name="satisfied" question="How satisfied are you?"></heed-csat>
    <heed-text name="why" question="Why?" show-if="satisfied <= 2"></heed-text>
  </heed-survey>`;

const ANSWERS = {
  nps: { recommend: 9 },
  choice: { reasons: ['price', 'help'] },
  matrix: { parts: { food: 3, room: 5 } },
  complaint: { category: 'delivery', details: 'It broke' },
  steps: { satisfied: 2, why: 'Too slow' },
};

async function answerAll(host: Host): Promise<void> {
  // Submits one element after the other, because the outcome of one moves the others.
  const submit = async (tag: string): Promise<void> => {
    await host.click(`${tag} >>> [part=submit]`);
    await host.waitUntil(`find('${tag}').matches(':state(sent)')`);
  };
  await host.click('heed-nps >>> input[value="9"]');
  await submit('heed-nps');
  for (const value of ['price', 'help']) await host.click(`heed-choice >>> input[value=${value}]`);
  await submit('heed-choice');
  const radios = `[...find('heed-matrix').shadowRoot.querySelectorAll('input[type=radio]')]`;
  await host.run(`const radios = ${radios}; radios[2].click(); radios[11].click();`);
  await submit('heed-matrix');
  await host.click('heed-complaint >>> heed-choice >>> input[value=delivery]');
  await host.click('heed-complaint >>> heed-text >>> textarea');
  await host.type('It broke');
  await submit('heed-complaint');
  await host.click('heed-survey heed-csat >>> input[value="2"]');
  await host.click('heed-survey >>> [part=next]');
  await host.click('heed-survey heed-text >>> input');
  await host.type('Too slow');
  await submit('heed-survey');
}

function createPatchedPage(effect: string, script: string, isBefore: boolean): HostPage {
  return {
    title: `sends every answer unchanged if a script ${effect} ${isBefore ? 'before' : 'after'} Heed loads`,
    head: isBefore ? `<script>{${script}}</script>` : '',
    body: BODY,
    async test(host) {
      await host.waitUntil("find('heed-survey >>> button')");
      if (!isBefore) await host.run(script);
      await answerAll(host);
      const records = await host.waitForRecords(Object.keys(ANSWERS).length);
      expect(Object.fromEntries(records.map((record) => [record.survey, toValues(record)]))).toEqual(ANSWERS);
      for (const { v, id, submittedAt, context } of records) {
        expect([v, context]).toEqual([1, { locale: 'en', channel: 'web' }]);
        expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
        expect(submittedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      }
    },
  };
}

export const pages: readonly HostPage[] = Object.entries(PATCHES).flatMap(([effect, script]) => [
  createPatchedPage(effect, script, true),
  createPatchedPage(effect, script, false),
]);
