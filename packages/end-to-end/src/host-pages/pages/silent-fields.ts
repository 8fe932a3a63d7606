/**
 * Tools that fill in fields without an event or with an event that does not leave the shadow root, and synchronous
 * scripts.
 */
import { expect } from 'vitest';
import type { HostPage } from '../host-page.ts';
import { toValues } from '../to-values.ts';

export const pages: readonly HostPage[] = [
  {
    title: 'sends a complaint whose fields were filled in with an event that does not leave the shadow root',
    body: '<heed-complaint survey="silent" fields="category details"></heed-complaint>',
    async test(host) {
      await host.click('heed-complaint >>> heed-choice >>> input');
      await host.run(`
        const field = find('heed-complaint >>> heed-text >>> textarea');
        field.value = 'It broke';
        field.dispatchEvent(new Event('input', { bubbles: true }));`);
      await host.click('heed-complaint >>> [part=submit]');
      expect((await host.waitForRecords(1)).map((record) => toValues(record)['details'])).toEqual([
        'It broke',
      ]);
    },
  },
  {
    title: 'sends a survey whose fields were filled in without an event',
    body: `<heed-survey survey="silent">
      <heed-choice name="what" options="A, B"></heed-choice><heed-text name="why"></heed-text>
    </heed-survey>`,
    async test(host) {
      await host.waitUntil("find('heed-survey >>> [part=next]')");
      await host.run("find('heed-choice >>> input[value=B]').checked = true;");
      await host.click('heed-survey >>> [part=next]');
      await host.waitUntil("find('heed-text').checkVisibility()");
      await host.run("find('heed-text >>> input').value = 'Because';");
      // Not with a click in the same place, which WebKit treats as a double click.
      await host.press('Enter');
      expect((await host.waitForRecords(1)).map(toValues)).toEqual([{ what: 'B', why: 'Because' }]);
    },
  },
  {
    title: 'rejects an invalid e-mail address that a script set in the task of the submission',
    body: `<form><heed-text name="mail" type="email"></heed-text>
      <input name="requestSubmit" disabled><input name="contains" disabled></form>`,
    async test(host) {
      await host.waitUntil("find('heed-text >>> input')");
      const [sent, entries] = await host.run<[number, string[]]>(`
        let sent = 0;
        const form = find('form');
        form.addEventListener('submit', (event) => { event.preventDefault(); sent++; });
        const submit = () => HTMLFormElement.prototype.requestSubmit.call(form);
        find('heed-text').value = 'nonsense'; submit();
        const late = Object.assign(document.createElement('heed-text'), { name: 'late', value: 'x', required: true });
        form.append(late);
        find('heed-text').value = 'me@example.org'; submit();
        return [sent, [...new FormData(form).keys()]];`);
      expect(sent).toBe(1);
      expect(entries).toEqual(['mail', 'late']);
    },
  },
];
