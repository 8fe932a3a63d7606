/** A complaint in a form, whichever framework keeps what is entered. */
import type { Answer } from '@heed/core';
import { press, until, warningsDuring } from '../suites/page.ts';
import { expect } from 'chai';
import type { ComplaintProps, Mount, Mounted } from './app.ts';
import { FormPage, type Control } from './form-page.ts';

const ORDER: Answer[] = [{ name: 'order', kind: 'text', value: 'A-17' }];

export function complaintSuite(framework: string, mount: Mount<ComplaintProps>): void {
  describe(`a complaint in a form of ${framework}`, () => {
    let app: Mounted<ComplaintProps>;
    afterEach(() => {
      app.unmount();
      document.body.replaceChildren();
    });

    const open = async (start: Answer[] | null): Promise<FormPage> => {
      const page = new FormPage();
      app = await mount(page.host, { start });
      await page.settle();
      return page;
    };
    const field = (page: FormPage, name: string): Control | null | undefined =>
      page.control('heed-complaint').shadowRoot?.querySelector<Control>(`heed-text[name=${name}]`);
    const entered = (page: FormPage): unknown =>
      (JSON.parse(page.host.querySelector('pre')?.textContent || 'null') as Answer[] | null)
        ?.filter(({ value }) => value !== null)
        .map(({ name, value }) => [name, value]);

    it('shows what the state holds', async () => {
      const page = await open(ORDER);
      expect(field(page, 'order')?.value).to.equal('A-17');
    });

    it('reads words back while they are typed, and leaves them where they are', async () => {
      const page = await open(ORDER);
      field(page, 'details')?.focus();
      await press('S', 'l', 'o', 'w');
      const wanted = [
        ['details', 'Slow'],
        ['order', 'A-17'],
      ];
      await until('the words', () => JSON.stringify(entered(page)) === JSON.stringify(wanted));
      expect(field(page, 'details')?.value).to.equal('Slow');
      expect(page.data().map(([, value]) => value)).to.include.members(['Slow', 'A-17']);
    });

    it('empties the complaint when the state becomes null', async () => {
      const page = await open(ORDER);
      const warnings = await warningsDuring(async () => {
        await page.press('Rather not');
        await until('nothing', () => !field(page, 'order')?.value);
      });
      expect(page.control('heed-complaint').value).to.equal(null);
      expect(warnings).to.deep.equal([]);
    });
  });
}
