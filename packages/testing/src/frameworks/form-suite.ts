/** Tests a form with Heed elements whose state a framework manages. */
import { inside, listen, press, until, warningsDuring } from '../suites/page.ts';
import { expect } from 'chai';
import type { Answers, FormProps, Mount, Mounted } from './app.ts';
import { FormPage } from './form-page.ts';

const NONE: Answers = { recommend: null, satisfaction: null, why: null };
const EVENTS = ['input', 'change', 'heed-submit', 'heed-sent', 'heed-stored', 'heed-refused'];

export function formSuite(framework: string, mount: Mount<FormProps>): void {
  describe(`a ${framework} form`, () => {
    const apps: Mounted<FormProps>[] = [];
    let sent: FormData[];
    beforeEach(() => (sent = []));
    afterEach(() => {
      for (const app of apps.splice(0)) app.unmount();
      document.body.replaceChildren();
    });

    const open = async (start: Partial<Answers> = {}, disabled = false): Promise<FormPage> => {
      const page = new FormPage();
      const onSend = (data: FormData): unknown => sent.push(data);
      apps.push(await mount(page.host, { start: { ...NONE, ...start }, disabled, onSend }));
      await page.settle();
      return page;
    };

    it('shows the state, including a score of 0', async () => {
      const page = await open({ recommend: 0, satisfaction: 4, why: 'Slow' });
      expect(page.checked('heed-nps')).to.deep.equal(['0 of 10, Not at all likely']);
      expect(page.checked('heed-csat')).to.deep.equal(['4 of 5']);
      expect(inside<HTMLInputElement>(page.control('heed-text'), '#input').value).to.equal('Slow');
    });

    it('is empty for null in the state, without a warning', async () => {
      const warnings = await warningsDuring(async () => {
        const page = await open();
        expect(page.data()).to.deep.equal([]);
        expect(page.control('heed-nps').value).to.equal(null);
      });
      expect(warnings).to.deep.equal([]);
    });

    it('writes an answer to the state', async () => {
      const page = await open();
      await page.choose('heed-nps', '9 of');
      await page.choose('heed-csat', '3 of');
      await page.waitForState({ ...NONE, recommend: 9, satisfaction: 3 });
    });

    it('accepts a score of 0', async () => {
      const page = await open();
      await page.choose('heed-nps', '0 of');
      await page.waitForState({ ...NONE, recommend: 0 });
      expect(page.data()).to.deep.equal([['recommend', '0']]);
    });

    it('writes text to the state during typing, and null for an empty text', async () => {
      const page = await open({ recommend: 3 });
      const text = page.control('heed-text');
      text.focus();
      await press('S', 'o');
      await page.waitForState({ ...NONE, recommend: 3, why: 'So' });
      await press('Backspace', 'Backspace');
      await page.waitForState({ ...NONE, recommend: 3 });
    });

    it('clears an element when the state becomes null', async () => {
      const page = await open({ recommend: 7 });
      const warnings = await warningsDuring(async () => {
        await page.press('Rather not');
        await until('no answer', () => page.control('heed-nps').value === null);
        await page.settle();
      });
      expect(page.data()).to.deep.equal([]);
      expect(page.checked('heed-nps')).to.deep.equal([]);
      expect(warnings).to.deep.equal([]);
    });

    it('does not submit while a required answer is missing', async () => {
      const page = await open();
      await page.press('Send');
      expect(sent).to.deep.equal([]);
      await until(
        'the validation message',
        () => inside(page.control('heed-nps'), '[part=error]').textContent,
      );
    });

    it('submits every answer as form data', async () => {
      const page = await open({ satisfaction: 2, why: 'Slow' });
      await page.choose('heed-nps', '6 of');
      await until('the text question', () => page.host.querySelector('heed-text'));
      await page.settle();
      await page.press('Send');
      await until('the submission', () => sent.length === 1);
      expect([...(sent[0] ?? [])]).to.deep.equal([
        ['recommend', '6'],
        ['satisfaction', '2'],
        ['why', 'Slow'],
      ]);
    });

    it('clears elements and state when the form is reset', async () => {
      const page = await open({ recommend: 5, satisfaction: 4, why: 'Slow' });
      await page.press('Start again');
      await page.waitForState(NONE);
      await page.settle();
      expect(page.data()).to.deep.equal([]);
      expect(page.checked('heed-csat')).to.deep.equal([]);
    });

    it('can be answered again after a reset', async () => {
      const page = await open({ recommend: 5 });
      await page.press('Start again');
      await page.waitForState(NONE);
      await page.choose('heed-nps', '5 of');
      await page.waitForState({ ...NONE, recommend: 5 });
    });

    it('disables an element, and enables it again', async () => {
      const page = await open({ recommend: 7 }, true);
      expect(page.control('heed-nps').matches(':disabled')).to.equal(true);
      expect(page.data()).to.deep.equal([]);
      await apps[0]?.update({ disabled: false });
      await page.settle();
      expect(page.control('heed-nps').matches(':disabled')).to.equal(false);
      expect(page.data()).to.deep.equal([['recommend', '7']]);
    });

    it('removes an element and restores it with its answer', async () => {
      const page = await open({ recommend: 2, why: 'Slow' });
      await page.choose('heed-nps', '10 of');
      await until('the text question to disappear', () => !page.host.querySelector('heed-text'));
      expect(page.data()).to.deep.equal([['recommend', '10']]);
      await page.choose('heed-nps', '1 of');
      await until('the text question', () => page.host.querySelector('heed-text'));
      await page.settle();
      expect(page.data()).to.deep.equal([
        ['recommend', '1'],
        ['why', 'Slow'],
      ]);
    });

    it('fires no event when it mounts, changes its state or unmounts', async () => {
      const { heard, stop } = listen(...EVENTS);
      const page = await open({ recommend: 2, why: 'Slow' });
      await page.press('Rather not');
      await page.waitForState({ ...NONE, why: 'Slow' });
      apps.pop()?.unmount();
      stop();
      expect(heard.map(({ type }) => type)).to.deep.equal([]);
    });

    it('does not change another form in the page', async () => {
      const [first, second] = [await open(), await open({ recommend: 8 })];
      await first.choose('heed-nps', '4 of');
      await first.waitForState({ ...NONE, recommend: 4 });
      await second.waitForState({ ...NONE, recommend: 8 });
      expect(second.checked('heed-nps')).to.deep.equal(['8 of 10']);
    });
  });
}
