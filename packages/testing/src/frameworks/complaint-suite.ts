/** Tests a complaint in a form whose state a framework manages. */
import type { Answer } from '@heed/core';
import { press, until, warningsDuring } from '../suites/page.ts';
import { expect } from 'chai';
import type { ComplaintProps, Mount, Mounted } from './app.ts';
import { FormPage, type Control } from './form-page.ts';

const ORDER: Answer[] = [{ name: 'order', kind: 'text', value: 'A-17' }];

export function complaintSuite(framework: string, mount: Mount<ComplaintProps>): void {
  describe(`a complaint in a ${framework} form`, () => {
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

    it('shows the state', async () => {
      const page = await open(ORDER);
      expect(field(page, 'order')?.value).to.equal('A-17');
    });

    it('writes text to the state during typing, and does not change the field', async () => {
      const page = await open(ORDER);
      field(page, 'details')?.focus();
      await press('S', 'l', 'o', 'w');
      const wanted = [
        ['details', 'Slow'],
        ['order', 'A-17'],
      ];
      await until('the text', () => JSON.stringify(entered(page)) === JSON.stringify(wanted));
      expect(field(page, 'details')?.value).to.equal('Slow');
      expect(page.data().map(([, value]) => value)).to.include.members(['Slow', 'A-17']);
    });

    it('clears the complaint when the state becomes null', async () => {
      const page = await open(ORDER);
      const warnings = await warningsDuring(async () => {
        await page.press('Rather not');
        await until('an empty field', () => !field(page, 'order')?.value);
      });
      expect(page.control('heed-complaint').value).to.equal(null);
      expect(warnings).to.deep.equal([]);
    });
  });
}
