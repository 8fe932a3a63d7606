import '../../define/complaint.ts';
import { sendKeys, setViewport } from '@heed/tooling/commands';
import { findAxeViolations } from '@heed/testing/suites/axe';
import { findMisfits } from '@heed/testing/suites/fit';
import { clickOn, mount, press, unmountAll, until } from '@heed/testing/suites/page';
import { expect } from 'chai';
import {
  answer,
  attach,
  choose,
  errorOf,
  field,
  focused,
  errorSummary,
  option,
  part,
  receive,
  setUp,
  type,
} from './test/complaint.ts';
import type { HeedComplaint } from './complaint.ts';

const setUpSteps = (attributes: Record<string, string> = {}): Promise<HeedComplaint> =>
  setUp({ wizard: '', ...attributes });

/** The title of the one step that is shown. */
function shown(element: HeedComplaint): string {
  const steps = Array.from(element.shadowRoot?.querySelectorAll<HTMLElement>('[part=step]') ?? []);
  const [step, ...more] = steps.filter(({ hidden }) => !hidden);
  expect(more).to.deep.equal([]);
  return step?.querySelector('[part=step-title]')?.textContent?.trim() ?? '';
}

async function goOn(element: HeedComplaint): Promise<void> {
  await clickOn(part(element, 'next'));
  await element.updateComplete;
}

describe('<heed-complaint wizard>', () => {
  afterEach(async () => {
    unmountAll();
    localStorage.clear();
    document.documentElement.lang = 'en';
    document.documentElement.removeAttribute('dir');
    await setViewport({ width: 800, height: 600 });
  });

  it('has three steps, and announces the current one', async () => {
    const element = await setUpSteps();
    expect(shown(element)).to.equal('Step 1 of 3 What happened');
    await answer(element);
    await goOn(element);
    expect(shown(element)).to.equal('Step 2 of 3 What would help');
    await goOn(element);
    expect(shown(element)).to.equal('Step 3 of 3 How to reach you');
    expect(element.shadowRoot?.querySelector('[part=next]')).to.equal(null);
  });

  it('can be completed with the keyboard, including the reference number', async () => {
    const element = await setUpSteps();
    const { records } = receive(element, { state: 'sent' });
    element.focus();
    await press(' ', 'Tab', 'Tab');
    await sendKeys({ type: 'It broke' });
    await press('Tab', 'Enter');
    await until('the second step', () => shown(element).includes('2 of 3'));
    expect(element.shadowRoot?.activeElement?.getAttribute('part')).to.equal('step-title');
    await press('Tab', ' ');
    await element.updateComplete;
    await press('Tab', 'Tab', 'Tab', 'Enter');
    await until('the third step', () => shown(element).includes('3 of 3'));
    await press('Tab');
    await sendKeys({ type: 'me@example.org' });
    await press('Tab', ' ', 'Tab', 'Tab', 'Enter');
    await until('the record', () => records.length === 1);
    expect(records[0]?.answers.map(({ value }) => value)).to.deep.equal([
      'waiting-time',
      null,
      'It broke',
      null,
      'refund',
      'me@example.org',
    ]);
    await until('the focus', () => element.shadowRoot?.activeElement?.id === 'outcome');
    await press('Tab');
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'copy'));
  });

  it('stays at a step with errors', async () => {
    const element = await setUpSteps();
    await goOn(element);
    expect(shown(element)).to.contain('1 of 3');
    expect(errorSummary(element).length).to.equal(2);
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'summary'));
    await answer(element);
    await goOn(element);
    expect(shown(element)).to.contain('2 of 3');
    expect(errorSummary(element)).to.deep.equal([]);
    expect(errorOf(element, 'contact')).to.equal('');
  });

  it('keeps all input when the user goes back', async () => {
    const element = await setUpSteps({ fields: 'category details attachments remedy contact consent' });
    await answer(element);
    await attach(element, new File(['crushed'], 'box.txt', { type: 'text/plain' }));
    await goOn(element);
    await choose(element, 'remedy', 'repair');
    await goOn(element);
    await type(element, 'contact', 'me@example.org');
    for (const step of ['2 of 3', '1 of 3']) {
      await clickOn(part(element, 'back'));
      await until(step, () => shown(element).includes(step));
    }
    expect(element.shadowRoot?.querySelector('[part=back]')).to.equal(null);
    expect(field(element, 'details').value).to.equal('Late');
    expect(option(element, 'category', 'delivery').checked).to.equal(true);
    expect(option(element, 'remedy', 'repair').checked).to.equal(true);
    expect(element.value?.find(({ name }) => name === 'attachments')?.value).to.deep.equal(['box.txt']);
  });

  it('shows the next step after the Enter key in a field', async () => {
    const element = await setUpSteps();
    await answer(element);
    await type(element, 'order', 'NW-1');
    await press('Enter');
    await until('the second step', () => shown(element).includes('2 of 3'));
  });

  it('focuses a field from the list of errors', async () => {
    const element = await setUpSteps({ 'required-fields': 'details contact' });
    await type(element, 'details', 'Late');
    await goOn(element);
    await goOn(element);
    await clickOn(part(element, 'submit'));
    await element.updateComplete;
    expect(errorSummary(element)).to.deep.equal(['E-mail or phone: Please fill this in.']);
    await clickOn(part(element, 'link'));
    await until('the focus', () => focused(element) === 'contact');
  });

  it('shows a previous step that has become invalid', async () => {
    const element = await setUpSteps();
    await answer(element);
    await goOn(element);
    await goOn(element);
    element.requiredFields = 'category details order';
    await element.updateComplete;
    await clickOn(part(element, 'submit'));
    await element.updateComplete;
    expect(shown(element)).to.contain('1 of 3');
    expect(errorSummary(element)).to.deep.equal(['Order number: Please fill this in.']);
  });

  it('does not submit with the second click of a double click on "next"', async () => {
    const element = await setUpSteps({ fields: 'details remedy' });
    const { records } = receive(element, { state: 'sent' });
    await type(element, 'details', 'Late');
    part(element, 'next').dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }),
    );
    await element.updateComplete;
    expect(shown(element)).to.contain('2 of 2');
    part(element, 'submit').dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true, detail: 2 }),
    );
    await element.updateComplete;
    expect(records).to.deep.equal([]);
  });

  it('has no steps without fields', async () => {
    const element = await setUpSteps({ fields: 'details contact consent' });
    await type(element, 'details', 'Late');
    expect(shown(element)).to.equal('Step 1 of 2 What happened');
    await goOn(element);
    expect(shown(element)).to.equal('Step 2 of 2 How to reach you');
  });

  it('keeps the input when it changes to one page', async () => {
    const element = await setUpSteps({ fields: 'category details attachments', wizard: 'true' });
    await answer(element);
    await attach(element, new File(['crushed'], 'box.txt', { type: 'text/plain' }));
    const before = element.value;
    element.wizard = false;
    await element.updateComplete;
    expect(element.value).to.deep.equal(before);
    expect(field(element, 'details').value).to.equal('Late');
  });

  it('can be navigated while it is read-only', async () => {
    const element = await setUpSteps({ readonly: '' });
    await goOn(element);
    expect(shown(element)).to.contain('2 of 3');
  });

  it('shows its steps in a form, without a submit button', async () => {
    const form = await mount<HTMLFormElement>('form');
    const element = await mount<HeedComplaint>('heed-complaint', { name: 'report', wizard: '' }, form);
    await answer(element);
    await goOn(element);
    await goOn(element);
    expect(shown(element)).to.contain('3 of 3');
    expect(element.shadowRoot?.querySelector('[part=submit]')).to.equal(null);
    await clickOn(part(element, 'back'));
    await until('the second step', () => shown(element).includes('2 of 3'));
    form.reset();
    await element.updateComplete;
    expect(shown(element)).to.contain('1 of 3');
  });

  for (const lang of ['en', 'de', 'ar']) {
    it(`fits a phone in "${lang}" in each of its steps, with a draft`, async () => {
      await setViewport({ width: 320, height: 600 });
      document.documentElement.lang = lang;
      document.documentElement.dir = lang === 'ar' ? 'rtl' : 'ltr';
      const first = await setUpSteps({ survey: 'phone' });
      await answer(first);
      first.remove();
      const element = await setUpSteps({ survey: 'phone' });
      expect(part(element, 'notice').textContent?.trim()).not.to.equal('');
      for (const step of [1, 2]) {
        expect(findMisfits(element), `before step ${step}`).to.deep.equal([]);
        part(element, 'next').click();
        await element.updateComplete;
      }
      expect(findMisfits(element)).to.deep.equal([]);
    });
  }

  it('has no axe violations with a restored draft', async () => {
    const first = await setUpSteps({ survey: 'draft' });
    await answer(first);
    first.remove();
    const element = await setUpSteps({ survey: 'draft' });
    expect(part(element, 'notice').hidden).to.equal(false);
    expect(await findAxeViolations(element)).to.deep.equal([]);
  });

  it('has no axe violations in any step', async () => {
    const element = await setUpSteps();
    await goOn(element);
    expect(await findAxeViolations(element)).to.deep.equal([]);
    await answer(element);
    await goOn(element);
    expect(await findAxeViolations(element)).to.deep.equal([]);
    await goOn(element);
    expect(await findAxeViolations(element)).to.deep.equal([]);
  });
});
