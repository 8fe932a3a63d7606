/** What a form with elements in it does, whichever framework keeps its state. */
import {
  clickOn,
  inside,
  listen,
  press,
  until,
  warningsDuring,
  type TestElement,
} from '@heed/testing/suites/page';
import { expect } from 'chai';
import type { Answers, FormProps, Mount, Mounted } from './app.ts';

const NONE: Answers = { recommend: null, satisfaction: null, why: null };
const EVENTS = ['input', 'change', 'heed-submit', 'heed-sent', 'heed-stored', 'heed-refused'];

type Control = TestElement & { value: unknown };

export function formSuite(framework: string, mount: Mount<FormProps>): void {
  describe(`a form of ${framework}`, () => {
    const apps: Mounted<FormProps>[] = [];
    let sent: FormData[];
    beforeEach(() => (sent = []));
    afterEach(() => {
      for (const app of apps.splice(0)) app.unmount();
      document.body.replaceChildren();
    });

    const open = async (start: Partial<Answers> = {}, disabled = false): Promise<Page> => {
      const host = document.createElement('main');
      document.body.append(host);
      const onSend = (data: FormData): unknown => sent.push(data);
      const app = await mount(host, { start: { ...NONE, ...start }, disabled, onSend });
      apps.push(app);
      const page = new Page(host, app);
      await page.settle();
      return page;
    };

    it('shows what the state holds, 0 included', async () => {
      const page = await open({ recommend: 0, satisfaction: 4, why: 'Slow' });
      expect(page.checked('heed-nps')).to.equal('0');
      expect(page.checked('heed-csat')).to.equal('4');
      expect(inside<HTMLInputElement>(page.control('heed-text'), '#input').value).to.equal('Slow');
    });

    it('holds nothing where the state holds null, and warns of nothing', async () => {
      const warnings = await warningsDuring(async () => {
        const page = await open();
        expect(page.data()).to.deep.equal([]);
        expect(page.control('heed-nps').value).to.equal(null);
      });
      expect(warnings).to.deep.equal([]);
    });

    it('reads an answer back into the state', async () => {
      const page = await open();
      await page.choose('heed-nps', 9);
      await page.choose('heed-csat', 3);
      await page.shows({ ...NONE, recommend: 9, satisfaction: 3 });
    });

    it('takes 0 for an answer', async () => {
      const page = await open();
      await page.choose('heed-nps', 0);
      await page.shows({ ...NONE, recommend: 0 });
      expect(page.data()).to.deep.equal([['recommend', '0']]);
    });

    it('reads words back while they are typed, and what is emptied as null', async () => {
      const page = await open({ recommend: 3 });
      const text = page.control('heed-text');
      text.focus();
      await press('S', 'o');
      await page.shows({ ...NONE, recommend: 3, why: 'So' });
      await press('Backspace', 'Backspace');
      await page.shows({ ...NONE, recommend: 3 });
    });

    it('empties an element when the state becomes null', async () => {
      const page = await open({ recommend: 7 });
      const warnings = await warningsDuring(async () => {
        await page.press('Rather not');
        await until('no answer', () => page.control('heed-nps').value === null);
        await page.settle();
      });
      expect(page.data()).to.deep.equal([]);
      expect(page.checked('heed-nps')).to.equal(undefined);
      expect(warnings).to.deep.equal([]);
    });

    it('does not send while a required answer is missing', async () => {
      const page = await open();
      await page.press('Send');
      expect(sent).to.deep.equal([]);
      await until(
        'the words beside the field',
        () => inside(page.control('heed-nps'), '[part=error]').textContent,
      );
    });

    it('sends every answer as form data', async () => {
      const page = await open({ satisfaction: 2, why: 'Slow' });
      await page.choose('heed-nps', 6);
      await until('the question in words', () => page.host.querySelector('heed-text'));
      await page.settle();
      await page.press('Send');
      await until('what is sent', () => sent.length === 1);
      expect([...(sent[0] ?? [])]).to.deep.equal([
        ['recommend', '6'],
        ['satisfaction', '2'],
        ['why', 'Slow'],
      ]);
    });

    it('empties elements and state with the form', async () => {
      const page = await open({ recommend: 5, satisfaction: 4, why: 'Slow' });
      await page.press('Start again');
      await page.shows(NONE);
      await page.settle();
      expect(page.data()).to.deep.equal([]);
      expect(page.checked('heed-csat')).to.equal(undefined);
    });

    it('can be answered again after that', async () => {
      const page = await open({ recommend: 5 });
      await page.press('Start again');
      await page.shows(NONE);
      await page.choose('heed-nps', 5);
      await page.shows({ ...NONE, recommend: 5 });
    });

    it('disables an element, and enables it again', async () => {
      const page = await open({ recommend: 7 }, true);
      expect(page.control('heed-nps').matches(':disabled')).to.equal(true);
      expect(page.data()).to.deep.equal([]);
      await page.app.update({ disabled: false });
      await page.settle();
      expect(page.control('heed-nps').matches(':disabled')).to.equal(false);
      expect(page.data()).to.deep.equal([['recommend', '7']]);
    });

    it('takes an element away and brings it back with its answer', async () => {
      const page = await open({ recommend: 2, why: 'Slow' });
      await page.choose('heed-nps', 10);
      await until('no question in words', () => !page.host.querySelector('heed-text'));
      expect(page.data()).to.deep.equal([['recommend', '10']]);
      await page.choose('heed-nps', 1);
      await until('the question in words', () => page.host.querySelector('heed-text'));
      await page.settle();
      expect(page.data()).to.deep.equal([
        ['recommend', '1'],
        ['why', 'Slow'],
      ]);
    });

    it('hears nothing while it mounts, changes its state and goes', async () => {
      const { heard, stop } = listen(...EVENTS);
      const page = await open({ recommend: 2, why: 'Slow' });
      await page.press('Rather not');
      await page.shows({ ...NONE, why: 'Slow' });
      apps.pop()?.unmount();
      stop();
      expect(heard.map(({ type }) => type)).to.deep.equal([]);
    });

    it('leaves another form in the page alone', async () => {
      const [first, second] = [await open(), await open({ recommend: 8 })];
      await first.choose('heed-nps', 4);
      await first.shows({ ...NONE, recommend: 4 });
      await second.shows({ ...NONE, recommend: 8 });
      expect(second.checked('heed-nps')).to.equal('8');
    });
  });
}

/** A form as a visitor sees it. */
class Page {
  readonly host: HTMLElement;
  readonly app: Mounted<FormProps>;

  constructor(host: HTMLElement, app: Mounted<FormProps>) {
    this.host = host;
    this.app = app;
  }

  control(tag: string): Control {
    const found = this.host.querySelector<Control>(tag);
    if (!found) throw new Error(`there is no <${tag}>`);
    return found;
  }

  data(): [string, FormDataEntryValue][] {
    return [...new FormData(this.host.querySelector('form') ?? undefined)];
  }

  checked(tag: string): string | undefined {
    return this.control(tag).shadowRoot?.querySelector<HTMLInputElement>('input:checked')?.value;
  }

  async choose(tag: string, step: number): Promise<void> {
    const option = inside(this.control(tag), `input[aria-label^="${step} of"]`).closest('label');
    if (option) await clickOn(option);
  }

  async press(name: string): Promise<void> {
    const button = [...this.host.querySelectorAll('button')].find(
      ({ textContent }) => textContent?.trim() === name,
    );
    if (!button) throw new Error(`there is no button "${name}"`);
    await clickOn(button);
  }

  /** Waits until the state is this one, and the elements show it. */
  async shows(answers: Answers): Promise<void> {
    const wanted = JSON.stringify(answers);
    const text = (): string => this.host.querySelector('pre')?.textContent?.trim() ?? '';
    await until(wanted, () => text() === wanted).catch(() => expect(text()).to.equal(wanted));
    await this.settle();
  }

  /** Waits until every element has drawn itself. */
  async settle(): Promise<void> {
    for (const element of this.host.querySelectorAll<TestElement>('heed-nps, heed-csat, heed-text')) {
      await element.updateComplete;
    }
  }
}
