/** Tests controls whose fields are filled in without an event, like password managers and dictation programs do. */
import { expect } from 'chai';
import { createFormFixture, readFormData, type FormCase } from './form-fixture.ts';
import { fieldsOf, listen, mount, unmountAll, until } from './page.ts';

export function filledFieldsSuite(formCase: FormCase): void {
  const { tag, answer, entries, empty = null } = formCase;

  describe(`<${tag}> in a form, filled in without an event`, () => {
    afterEach(unmountAll);

    const { make, setUp, fill, waitForData } = createFormFixture(formCase);

    it('adds the values of its fields to the form data', async () => {
      const { form, control } = await setUp();
      await fill(control);
      await waitForData(form);
      expect(control.value).not.to.deep.equal(empty);
    });

    it('takes its value from its fields', async () => {
      const { form, control } = await setUp();
      await answer(control);
      const { value } = control;
      form.reset();
      await control.updateComplete;
      await fill(control);
      await until('the value', () => JSON.stringify(control.value) === JSON.stringify(value));
    });

    it('lets the form submit once a required field has a value', async () => {
      const { form, control } = await setUp({ required: '' });
      const button = await mount<HTMLButtonElement>('button', {}, form);
      const sent: unknown[][] = [];
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        sent.push(readFormData(form));
      });
      button.click();
      expect(sent).to.deep.equal([]);
      await fill(control);
      await until('the submission', () => {
        button.click();
        return sent[0];
      });
      expect(sent[0]).to.deep.equal(entries);
    });

    it('fires its own event for a field event that does not leave the shadow root', async () => {
      const { form, control } = await setUp();
      const { heard, stop } = listen('input', 'change');
      const fields = await fill(control);
      heard.splice(0);
      for (const type of ['input', 'change'])
        for (const field of fields) field.dispatchEvent(new Event(type, { bubbles: true }));
      await waitForData(form);
      await until('both events', () => new Set(heard.map((event) => event.type)).size === 2);
      stop();
      expect(heard.every(({ target }) => target === control)).to.equal(true);
    });

    it('keeps its value and its fields while it is read-only', async () => {
      const { control } = await setUp({ readonly: '' });
      const shown = (): unknown[] => fieldsOf(control).map(({ checked, value }) => [checked, value]);
      const before = shown();
      await fill(control).catch(() => {});
      expect(control.value).to.equal(empty);
      await control.updateComplete;
      expect(shown()).to.deep.equal(before);
    });

    it('is empty after a reset in the same task as an input', async () => {
      const { form, control } = await setUp();
      const fields = await fill(control);
      for (const field of fields) field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      form.reset();
      await control.updateComplete;
      expect(control.value).to.equal(empty);
      expect(fieldsOf(control).filter(({ checked }) => checked)).to.deep.equal([]);
      expect(readFormData(form)).to.deep.equal([]);
    });

    it('works in a form whose fields have the names of form properties', async () => {
      const form = await mount<HTMLFormElement>('form');
      for (const name of ['requestSubmit', 'contains', 'elements', 'id', 'addEventListener', 'closest'])
        await mount('input', { name, disabled: '' }, form);
      const control = await make({}, form);
      await fill(control);
      await waitForData(form);
    });
  });
}
