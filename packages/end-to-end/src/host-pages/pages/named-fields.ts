/** Form fields whose names shadow members of the form and the document. */
import { expect } from 'vitest';
import type { HostPage } from '../host-page.ts';

const NAMES =
  'addEventListener checkValidity closest contains elements getRootNode id matches parentElement querySelector requestSubmit reset submit'.split(
    ' ',
  );

export const pages: readonly HostPage[] = [
  {
    title: 'works in a form whose fields are named like members of the form',
    body: `<form>
      ${NAMES.map((name) => `<input name="${name}">`).join('')}
      <heed-text name="why" question="Why?"></heed-text>
      <heed-survey name="more"><heed-csat name="satisfied"></heed-csat></heed-survey>
      <button>Send</button>
    </form>`,
    async test(host) {
      await host.run(`window.sent = [];
        EventTarget.prototype.addEventListener.call(find('form'), 'submit', (event) => {
          event.preventDefault();
          sent.push(new FormData(event.target).get('why'));
        });`);
      await host.click('heed-text >>> input');
      await host.type('Cold');
      await host.press('Enter');
      await host.waitUntil('sent.length');
      expect(await host.run('return sent')).toEqual(['Cold']);
      await host.run(`HTMLFormElement.prototype.reset.call(find('form'))`);
      expect(await host.run(`return find('heed-text').value`)).toBe(null);
      expect(await host.readWarnings()).toEqual([]);
    },
  },
];
