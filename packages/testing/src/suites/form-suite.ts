/** What every control of the library must do inside a form of the platform. */
import { expect } from 'chai';
import { frameworkSuite } from './framework-suite.ts';
import {
  clickOn,
  copyFields,
  fieldsOf,
  inside,
  listen,
  mount,
  press,
  unmountAll,
  until,
  warningsDuring,
  type TestElement,
} from './page.ts';

type Control = TestElement & {
  value: unknown;
  name: string;
  required: boolean;
  disabled: boolean;
  validity: ValidityState;
  validationMessage: string;
  labels: NodeList;
  checkValidity(): boolean;
  setCustomValidity(message: string): void;
  formStateRestoreCallback(state: string | FormData): void;
};

export interface FormCase {
  tag: string;
  /** What it needs to be answerable, such as a list. */
  attributes?: Record<string, string>;
  /** Answers as a visitor does, with real keys or a real pointer. */
  answer(control: TestElement): Promise<void>;
  /**
   * Gives the same answer to the fields inside without an event, and returns the fields. Absent: copies what the fields
   * of an answered one show.
   */
  fill?: (control: TestElement) => HTMLInputElement[];
  /** What a form named `field` then holds. */
  entries: [name: string, value: string][];
  /** The state that a browser keeps over a navigation, and the value that it brings back. */
  restored: { state: string | FormData; value: unknown };
  /** The value while nothing is answered; null when absent. */
  empty?: unknown;
  /** False where only a visitor can give a value, as with files. */
  isSettable?: boolean;
}

export function formSuite(control: FormCase): void {
  frameworkSuite(control);
  formElementSuite(control);
}

function formElementSuite({
  tag,
  attributes: needed,
  answer,
  fill: fillIn,
  entries,
  restored,
  empty = null,
  isSettable = true,
}: FormCase): void {
  describe(`<${tag}> in a form`, () => {
    afterEach(unmountAll);

    const make = (attributes: Record<string, string> = {}, parent?: Element): Promise<Control> =>
      mount<Control>(tag, { name: 'field', ...needed, ...attributes }, parent);
    const setUp = async (
      attributes: Record<string, string> = {},
    ): Promise<{ form: HTMLFormElement; control: Control }> => {
      const form = await mount<HTMLFormElement>('form');
      const control = await make(attributes, form);
      return { form, control };
    };
    /** A file by its name. */
    const dataOf = (form: HTMLFormElement): unknown[] =>
      Array.from(new FormData(form), ([name, value]) => [name, value instanceof File ? value.name : value]);

    /** As a password manager, dictation or a test tool may do. */
    const fill = async (control: Control): Promise<HTMLInputElement[]> => {
      if (fillIn) return fillIn(control);
      const answered = await make();
      await answer(answered);
      await answered.updateComplete;
      return copyFields(answered, control);
    };
    const untilData = (form: HTMLFormElement): Promise<unknown> =>
      until('the form data', () => JSON.stringify(dataOf(form)) === JSON.stringify(entries));

    it('adds nothing to the form while it is empty', async () => {
      const { form, control } = await setUp();
      expect(dataOf(form)).to.deep.equal([]);
      expect(control.value).to.equal(empty);
    });

    it('adds its answer under its name', async () => {
      const { form, control } = await setUp();
      await answer(control);
      expect(dataOf(form)).to.deep.equal(entries);
    });

    it('has the form data right when "change" is heard', async () => {
      const { form, control } = await setUp();
      const seen: unknown[][] = [];
      form.addEventListener('change', () => seen.push(dataOf(form)));
      await answer(control);
      await control.updateComplete;
      expect(seen.length).to.be.greaterThan(0);
      for (const data of seen) expect(data.length).to.be.greaterThan(0);
    });

    it('adds what its fields show when they were filled in without an event', async () => {
      const { form, control } = await setUp();
      await fill(control);
      await untilData(form);
      expect(control.value).not.to.deep.equal(empty);
    });

    it('has as its value what its fields show', async () => {
      const { form, control } = await setUp();
      await answer(control);
      const { value } = control;
      form.reset();
      await control.updateComplete;
      await fill(control);
      await until('the value', () => JSON.stringify(control.value) === JSON.stringify(value));
    });

    it('lets its form be sent once a needed field shows an answer, and sends that', async () => {
      const { form, control } = await setUp({ required: '' });
      const button = await mount<HTMLButtonElement>('button', {}, form);
      const sent: unknown[][] = [];
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        sent.push(dataOf(form));
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

    it('tells the page of an entry by an event that ends at the shadow root', async () => {
      const { form, control } = await setUp();
      const { heard, stop } = listen('input', 'change');
      const fields = await fill(control);
      heard.splice(0);
      for (const type of ['input', 'change'])
        for (const field of fields) field.dispatchEvent(new Event(type, { bubbles: true }));
      await untilData(form);
      await until('both events', () => new Set(heard.map((event) => event.type)).size === 2);
      stop();
      expect(heard.every(({ target }) => target === control)).to.equal(true);
    });

    it('keeps what it shows and has when a read-only one is filled in', async () => {
      const { control } = await setUp({ readonly: '' });
      const shown = (): unknown[] => fieldsOf(control).map(({ checked, value }) => [checked, value]);
      const before = shown();
      await fill(control).catch(() => {});
      expect(control.value).to.equal(empty);
      await control.updateComplete;
      expect(shown()).to.deep.equal(before);
    });

    it('shows nothing any more after a reset in the task of the entry', async () => {
      const { form, control } = await setUp();
      const fields = await fill(control);
      for (const field of fields) field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      form.reset();
      await control.updateComplete;
      expect(control.value).to.equal(empty);
      expect(fieldsOf(control).filter(({ checked }) => checked)).to.deep.equal([]);
      expect(dataOf(form)).to.deep.equal([]);
    });

    it('is invalid from the task on in which a script made it', async () => {
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
      it('follows its properties in the same task', async () => {
        const form = await mount<HTMLFormElement>('form');
        const control = document.createElement(tag) as Control;
        for (const [name, value] of Object.entries(needed ?? {})) control.setAttribute(name, value);
        control.name = 'field';
        control.value = restored.value;
        form.append(control);
        const before = dataOf(form);
        expect(before.length).to.be.greaterThan(0);
        await control.updateComplete;
        expect(dataOf(form)).to.deep.equal(before);
        control.value = null;
        expect(dataOf(form)).to.deep.equal([]);
        control.value = restored.value;
        expect(dataOf(form)).to.deep.equal(before);
        control.disabled = true;
        expect(dataOf(form)).to.deep.equal([]);
        control.disabled = false;
        expect(dataOf(form)).to.deep.equal(before);
        control.name = 'other';
        expect(dataOf(form).map((entry) => String((entry as string[])[0]).split('-')[0])).to.deep.equal(
          before.map(() => 'other'),
        );
        form.reset();
        expect(dataOf(form)).to.deep.equal([]);
      });
    }

    it('keeps the keys of its control from the page, and no others', async () => {
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

    it('works in a form whose fields are called like the members of a form', async () => {
      const form = await mount<HTMLFormElement>('form');
      for (const name of ['requestSubmit', 'contains', 'elements', 'id', 'addEventListener', 'closest'])
        await mount('input', { name, disabled: '' }, form);
      const control = await make({}, form);
      await fill(control);
      await untilData(form);
    });

    it('is empty again after a reset', async () => {
      const { form, control } = await setUp();
      await answer(control);
      form.reset();
      await control.updateComplete;
      expect(control.value).to.equal(empty);
      expect(dataOf(form)).to.deep.equal([]);
    });

    it('takes no answer in a disabled fieldset, and takes one when that is enabled again', async () => {
      const form = await mount<HTMLFormElement>('form');
      const fieldset = await mount<HTMLFieldSetElement>('fieldset', { disabled: '' }, form);
      const control = await make({}, fieldset);
      await control.updateComplete;
      await answer(control).catch(() => {});
      expect(control.value).to.equal(empty);
      fieldset.disabled = false;
      await control.updateComplete;
      await answer(control);
      expect(dataOf(form)).to.deep.equal(entries);
    });

    it('stays disabled by its own attribute when its fieldset is enabled', async () => {
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

    it('is invalid with the words of the page until those are taken back', async () => {
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

    it('announces its error in a region that was there before, and again at each attempt', async () => {
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

    it('takes no room for an error that is not there', async () => {
      const { control } = await setUp();
      for (const region of control.shadowRoot?.querySelectorAll('[aria-live]') ?? [])
        if (!region.textContent?.trim())
          expect(getComputedStyle(region).position, region.outerHTML).to.equal('absolute');
    });

    it('takes an empty text of a framework for no value', async () => {
      const { form, control } = await setUp();
      const warnings = await warningsDuring(async () => {
        control.value = '';
        await control.updateComplete;
      });
      expect(control.value).to.equal(empty);
      expect(form.checkValidity()).to.equal(true);
      expect(warnings).to.deep.equal([]);
    });

    it('is silent while it attaches and when a form resets it', async () => {
      const { heard, stop } = listen('input', 'change', 'heed-submit');
      const { form, control } = await setUp();
      form.reset();
      await control.updateComplete;
      stop();
      expect(heard).to.deep.equal([]);
    });

    it('takes no answer and stays silent while it is read-only', async () => {
      const { control } = await setUp({ readonly: '' });
      const { heard, stop } = listen('input', 'change');
      await answer(control).catch(() => {});
      stop();
      expect(control.value).to.equal(empty);
      expect(heard).to.deep.equal([]);
    });

    it('brings back what the browser kept over a navigation', async () => {
      const { control } = await setUp();
      control.formStateRestoreCallback(restored.state);
      await control.updateComplete;
      expect(control.value).to.deep.equal(restored.value);
    });

    it('gets the focus from its label', async () => {
      const form = await mount<HTMLFormElement>('form');
      const label = await mount<HTMLLabelElement>('label', { for: 'control' }, form);
      label.textContent = 'Label';
      const control = await make({ id: 'control' }, form);
      expect([...control.labels]).to.deep.equal([label]);
      await clickOn(label);
      expect(document.activeElement).to.equal(control);
    });

    it('asks what its label says, and shows it once', async () => {
      const form = await mount<HTMLFormElement>('form');
      const label = await mount<HTMLLabelElement>('label', { for: 'asked' }, form);
      label.textContent = 'How was it?';
      const control = await make({ id: 'asked' }, form);
      const question = inside(control, '[part=question]');
      expect(question.textContent).to.contain('How was it?');
      expect(question.offsetWidth).to.be.at.most(1);
    });

    it('belongs to the form that its "form" attribute names', async () => {
      const form = await mount<HTMLFormElement>('form', { id: 'elsewhere' });
      const control = await make({ form: 'elsewhere' });
      await answer(control);
      expect(dataOf(form)).to.deep.equal(entries);
    });

    it('shows no button of its own and sends nothing itself', async () => {
      const { control } = await setUp({ survey: 'checkout' });
      await answer(control);
      await control.updateComplete;
      expect(control.shadowRoot?.querySelector('[part=submit]')).to.equal(null);
    });

    it('is reached and left with the Tab key', async () => {
      const form = await mount<HTMLFormElement>('form');
      const before = await mount<HTMLButtonElement>('button', { type: 'button' }, form);
      const control = await make({}, form);
      before.focus();
      await press('Tab');
      expect(document.activeElement).to.equal(control);
    });
  });
}
