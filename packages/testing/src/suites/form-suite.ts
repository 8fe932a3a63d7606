/** Tests every control of the library in a native form. */
import { expect } from 'chai';
import { filledFieldsSuite } from './filled-fields-suite.ts';
import { createFormFixture, readFormData, type Control, type FormCase } from './form-fixture.ts';
import { frameworkSuite } from './framework-suite.ts';
import { clickOn, inside, listen, mount, press, unmountAll, warningsDuring } from './page.ts';

export type { FormCase } from './form-fixture.ts';

export function formSuite(formCase: FormCase): void {
  frameworkSuite(formCase);
  formElementSuite(formCase);
  filledFieldsSuite(formCase);
}

function formElementSuite(formCase: FormCase): void {
  const { tag, attributes: needed, answer, entries, restored, empty = null, isSettable = true } = formCase;
  describe(`<${tag}> in a form`, () => {
    afterEach(unmountAll);

    const { make, setUp } = createFormFixture(formCase);

    it('adds nothing to the form data while it is empty', async () => {
      const { form, control } = await setUp();
      expect(readFormData(form)).to.deep.equal([]);
      expect(control.value).to.equal(empty);
    });

    it('adds its answer to the form data under its name', async () => {
      const { form, control } = await setUp();
      await answer(control);
      expect(readFormData(form)).to.deep.equal(entries);
    });

    it('has updated the form data when "change" fires', async () => {
      const { form, control } = await setUp();
      const seen: unknown[][] = [];
      form.addEventListener('change', () => seen.push(readFormData(form)));
      await answer(control);
      await control.updateComplete;
      expect(seen.length).to.be.greaterThan(0);
      for (const data of seen) expect(data.length).to.be.greaterThan(0);
    });

    it('has the right validity in the task in which a script creates it', async () => {
      const form = await mount<HTMLFormElement>('form');
      const control = document.createElement(tag) as Control;
      for (const [name, value] of Object.entries({ name: 'field', ...needed }))
        control.setAttribute(name, value);
      control.required = true;
      form.append(control);
      expect(form.checkValidity()).to.equal(false);
      control.required = false;
      expect(form.checkValidity()).to.equal(true);
      control.required = true;
      expect(form.checkValidity()).to.equal(false);
      control.disabled = true;
      expect(form.checkValidity()).to.equal(true);
      control.disabled = false;
      expect(form.checkValidity()).to.equal(false);
      control.remove();
      expect(form.checkValidity()).to.equal(true);
    });

    if (isSettable) {
      it('updates the form data in the same task as its properties', async () => {
        const form = await mount<HTMLFormElement>('form');
        const control = document.createElement(tag) as Control;
        for (const [name, value] of Object.entries(needed ?? {})) control.setAttribute(name, value);
        control.name = 'field';
        control.value = restored.value;
        form.append(control);
        const before = readFormData(form);
        expect(before.length).to.be.greaterThan(0);
        await control.updateComplete;
        expect(readFormData(form)).to.deep.equal(before);
        control.value = null;
        expect(readFormData(form)).to.deep.equal([]);
        control.value = restored.value;
        expect(readFormData(form)).to.deep.equal(before);
        control.disabled = true;
        expect(readFormData(form)).to.deep.equal([]);
        control.disabled = false;
        expect(readFormData(form)).to.deep.equal(before);
        control.name = 'other';
        expect(readFormData(form).map((entry) => String((entry as string[])[0]).split('-')[0])).to.deep.equal(
          before.map(() => 'other'),
        );
        form.reset();
        expect(readFormData(form)).to.deep.equal([]);
      });
    }

    it('hides only the keys of its controls from the page', async () => {
      const { control } = await setUp();
      control.focus();
      let focused = control as Element;
      while (focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      const { heard, stop } = listen('keydown', 'keypress', 'keyup');
      const dispatch = (init: KeyboardEventInit): void => {
        for (const type of ['keydown', 'keypress', 'keyup'])
          focused.dispatchEvent(new KeyboardEvent(type, { bubbles: true, composed: true, ...init }));
      };
      for (const key of [' ', 'Enter']) dispatch({ key });
      expect(heard).to.deep.equal([]);
      const passing = [{ key: 'Escape' }, { key: 'Tab' }, { key: 'F1' }, { key: 'k', ctrlKey: true }];
      passing.forEach(dispatch);
      stop();
      expect(heard.length).to.equal(3 * passing.length);
    });

    it('is empty after a reset', async () => {
      const { form, control } = await setUp();
      await answer(control);
      form.reset();
      await control.updateComplete;
      expect(control.value).to.equal(empty);
      expect(readFormData(form)).to.deep.equal([]);
    });

    it('cannot be answered in a disabled fieldset, and can be answered once it is enabled', async () => {
      const form = await mount<HTMLFormElement>('form');
      const fieldset = await mount<HTMLFieldSetElement>('fieldset', { disabled: '' }, form);
      const control = await make({}, fieldset);
      await control.updateComplete;
      await answer(control).catch(() => {});
      expect(control.value).to.equal(empty);
      fieldset.disabled = false;
      await control.updateComplete;
      await answer(control);
      expect(readFormData(form)).to.deep.equal(entries);
    });

    it('stays disabled by its attribute when its fieldset is enabled', async () => {
      const form = await mount<HTMLFormElement>('form');
      const fieldset = await mount<HTMLFieldSetElement>('fieldset', { disabled: '' }, form);
      const control = await make({ disabled: '' }, fieldset);
      fieldset.disabled = false;
      await control.updateComplete;
      expect(control.matches(':disabled')).to.equal(true);
    });

    it('is invalid while it is required and empty, and valid once answered', async () => {
      const { form, control } = await setUp({ required: '' });
      expect(form.checkValidity()).to.equal(false);
      expect(control.validity.valueMissing).to.equal(true);
      expect(control.validationMessage).not.to.equal('');
      await answer(control);
      await control.updateComplete;
      expect(form.checkValidity()).to.equal(true);
    });

    it('is valid while it is empty and not required', async () => {
      const { form } = await setUp();
      expect(form.checkValidity()).to.equal(true);
    });

    it('is invalid with a custom message until it is cleared', async () => {
      const { control } = await setUp();
      control.setCustomValidity('Not like this.');
      expect(control.validity.customError).to.equal(true);
      expect(control.validationMessage).to.equal('Not like this.');
      control.checkValidity();
      await control.updateComplete;
      expect(inside(control, '[part=error]:not([hidden])').textContent).to.contain('Not like this.');
      control.setCustomValidity('');
      await control.updateComplete;
      expect(control.checkValidity()).to.equal(true);
      expect(control.shadowRoot?.textContent).not.to.contain('Not like this.');
    });

    it('announces its error in an existing live region, again at each attempt', async () => {
      const { control } = await setUp();
      const regions = [...(control.shadowRoot?.querySelectorAll('[aria-live=polite]') ?? [])];
      const errorOf = (): HTMLElement => inside(control, '[part=error]:not([hidden])');
      control.setCustomValidity('Not like this.');
      control.checkValidity();
      await control.updateComplete;
      const first = errorOf();
      expect(regions).to.include(first.closest('[aria-live]'));
      expect(first.parentElement?.closest('[aria-live] [aria-live]')).to.equal(null);
      control.checkValidity();
      await control.updateComplete;
      expect(errorOf()).not.to.equal(first);
      expect(errorOf().textContent).to.equal(first.textContent);
      expect(regions).to.include(errorOf().closest('[aria-live]'));
    });

    it('takes up no space while it has no error', async () => {
      const { control } = await setUp();
      for (const region of control.shadowRoot?.querySelectorAll('[aria-live]') ?? [])
        if (!region.textContent?.trim())
          expect(getComputedStyle(region).position, region.outerHTML).to.equal('absolute');
    });

    it('treats an empty string from a framework as no value', async () => {
      const { form, control } = await setUp();
      const warnings = await warningsDuring(async () => {
        control.value = '';
        await control.updateComplete;
      });
      expect(control.value).to.equal(empty);
      expect(form.checkValidity()).to.equal(true);
      expect(warnings).to.deep.equal([]);
    });

    it('fires no event when it is attached or reset', async () => {
      const { heard, stop } = listen('input', 'change', 'heed-submit');
      const { form, control } = await setUp();
      form.reset();
      await control.updateComplete;
      stop();
      expect(heard).to.deep.equal([]);
    });

    it('cannot be answered and fires no event while it is read-only', async () => {
      const { control } = await setUp({ readonly: '' });
      const { heard, stop } = listen('input', 'change');
      await answer(control).catch(() => {});
      stop();
      expect(control.value).to.equal(empty);
      expect(heard).to.deep.equal([]);
    });

    it('restores the state that the browser has kept during a navigation', async () => {
      const { control } = await setUp();
      control.formStateRestoreCallback(restored.state);
      await control.updateComplete;
      expect(control.value).to.deep.equal(restored.value);
    });

    it('receives focus from its label', async () => {
      const form = await mount<HTMLFormElement>('form');
      const label = await mount<HTMLLabelElement>('label', { for: 'control' }, form);
      label.textContent = 'Label';
      const control = await make({ id: 'control' }, form);
      expect([...control.labels]).to.deep.equal([label]);
      await clickOn(label);
      expect(document.activeElement).to.equal(control);
    });

    it('uses its label as its question, and shows it once', async () => {
      const form = await mount<HTMLFormElement>('form');
      const label = await mount<HTMLLabelElement>('label', { for: 'asked' }, form);
      label.textContent = 'How was it?';
      const control = await make({ id: 'asked' }, form);
      const question = inside(control, '[part=question]');
      expect(question.textContent).to.contain('How was it?');
      expect(question.offsetWidth).to.be.at.most(1);
    });

    it('belongs to the form in its "form" attribute', async () => {
      const form = await mount<HTMLFormElement>('form', { id: 'elsewhere' });
      const control = await make({ form: 'elsewhere' });
      await answer(control);
      expect(readFormData(form)).to.deep.equal(entries);
    });

    it('has no submit button', async () => {
      const { control } = await setUp({ survey: 'checkout' });
      await answer(control);
      await control.updateComplete;
      expect(control.shadowRoot?.querySelector('[part=submit]')).to.equal(null);
    });

    it('is focusable with the Tab key', async () => {
      const form = await mount<HTMLFormElement>('form');
      const before = await mount<HTMLButtonElement>('button', { type: 'button' }, form);
      const control = await make({}, form);
      before.focus();
      await press('Tab');
      expect(document.activeElement).to.equal(control);
    });
  });
}
