/** Tests a form with choices, a matrix and a consent, whose state a framework manages. */
import { warningsDuring } from '../suites/page.ts';
import { expect } from 'chai';
import type { Details, DetailsProps, Mount, Mounted } from './app.ts';
import { FormPage } from './form-page.ts';

const NONE: Details = { reasons: null, service: null, contact: false };
const OPTIONS = { price: 'It costs too much', missing: 'Something is missing' };

export function detailsSuite(framework: string, mount: Mount<DetailsProps>): void {
  describe(`choices, a matrix and a consent in a ${framework} form`, () => {
    let app: Mounted<DetailsProps>;
    afterEach(() => {
      app.unmount();
      document.body.replaceChildren();
    });

    const open = async (start: Partial<Details> = {}): Promise<FormPage> => {
      const page = new FormPage();
      app = await mount(page.host, { start: { ...NONE, ...start }, options: OPTIONS });
      await page.settle();
      return page;
    };

    it('shows the state', async () => {
      const page = await open({ reasons: ['missing'], service: { help: 5 }, contact: true });
      expect(page.data()).to.deep.equal([
        ['reasons', 'missing'],
        ['service-help', '5'],
        ['contact', 'on'],
      ]);
      expect(page.checked('heed-choice')).to.deep.equal(['Something is missing']);
      expect(page.input('heed-consent', '').checked).to.equal(true);
    });

    it('is empty for an empty state, without a warning', async () => {
      const warnings = await warningsDuring(async () => {
        expect((await open()).data()).to.deep.equal([]);
      });
      expect(warnings).to.deep.equal([]);
    });

    it('writes answers to the state', async () => {
      const page = await open();
      await page.choose('heed-choice', OPTIONS.price);
      await page.choose('heed-choice', OPTIONS.missing);
      await page.waitForState({ ...NONE, reasons: ['price', 'missing'] });
      await page.choose('heed-matrix', '3 of');
      await page.choose('heed-consent', '');
      await page.waitForState({ reasons: ['price', 'missing'], service: { speed: 3 }, contact: true });
    });

    it('clears all answers when the state becomes empty', async () => {
      const page = await open({ reasons: ['price'], service: { speed: 1 }, contact: true });
      const warnings = await warningsDuring(async () => {
        await page.press('Rather not');
        await page.waitForState(NONE);
      });
      expect(page.data()).to.deep.equal([]);
      expect(warnings).to.deep.equal([]);
    });

    it('follows the list of options, and keeps the selection', async () => {
      const page = await open({ reasons: ['missing'] });
      await app.update({ options: { moved: 'I moved', ...OPTIONS } });
      await page.settle();
      await page.choose('heed-choice', 'I moved');
      await page.waitForState({ ...NONE, reasons: ['moved', 'missing'] });
    });
  });
}
