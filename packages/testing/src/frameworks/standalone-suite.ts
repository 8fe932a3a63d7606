/** Tests a standalone element that a framework renders before or after its registration. */
import type { ResponseRecord } from '@heed/core';
import { clickOn, inside, unmountAll, until, warningsDuring, type TestElement } from '../suites/page.ts';
import { expect } from 'chai';
import type { StandaloneProps, Mount, Mounted } from './app.ts';

type Csat = TestElement & { max: number; callBack: boolean; followUp: string; value: number | null };

/** @param define Loads `@heed/elements/define/csat`. */
export function standaloneSuite(
  framework: string,
  define: () => Promise<unknown>,
  mount: Mount<StandaloneProps>,
): void {
  describe(`a standalone ${framework} element`, () => {
    let records: ResponseRecord[] = [];
    let app: Mounted<StandaloneProps>;
    let host: HTMLElement;
    afterEach(() => {
      app.unmount();
      unmountAll();
      host.remove();
      records = [];
    });

    const open = async (): Promise<Csat> => {
      host = document.createElement('main');
      document.body.append(host);
      app = await mount(host, { customer: 'Ada', onRecord: (record) => records.push(record) });
      return host.querySelector<Csat>('heed-csat') as Csat;
    };

    const click = async (csat: Csat, selector: string): Promise<void> => {
      const find = (): Element | null | undefined => csat.shadowRoot?.querySelector(selector);
      await until(selector, find);
      await clickOn(inside(csat, selector));
    };

    // This must be the first test of the page, because the element must not be registered yet.
    it('keeps properties that were set before its registration', async () => {
      const warnings = await warningsDuring(async () => {
        const csat = await open();
        expect(customElements.get('heed-csat')).to.equal(undefined);
        await define();
        await csat.updateComplete;
        expect([csat.max, csat.callBack, csat.followUp]).to.deep.equal([7, false, 'What should we know?']);
        expect(inside(csat, '[part=question]').textContent).to.contain('How was your delivery, Ada?');
      });
      expect(warnings).to.deep.equal([]);
    });

    it('has properties that are set after its registration', async () => {
      const warnings = await warningsDuring(async () => {
        const csat = await open();
        await csat.updateComplete;
        expect([csat.max, csat.callBack, csat.followUp]).to.deep.equal([7, false, 'What should we know?']);
      });
      expect(warnings).to.deep.equal([]);
    });

    it('passes the record to a listener that responds', async () => {
      const csat = await open();
      await click(csat, 'label:has([aria-label^="6 of"])');
      await click(csat, '[part=submit]');
      await until('the thanks', () => csat.matches(':state(sent)'));
      expect(records).to.have.length(1);
      expect(records[0]?.survey).to.equal('delivery');
      expect(records[0]?.respondent).to.deep.equal({ id: 'Ada' });
      expect(records[0]?.answers[0]).to.include({
        value: 6,
        max: 7,
        question: 'How was your delivery, Ada?',
      });
    });

    it('follows the state', async () => {
      const csat = await open();
      await app.update({ customer: 'Grace' });
      await csat.updateComplete;
      expect(inside(csat, '[part=question]').textContent).to.contain('How was your delivery, Grace?');
    });
  });
}
