/** Creates elements in forms for the suites, and reads their form data. */
import { copyFields, mount, until, type TestElement } from './page.ts';

/** The members of form-associated elements that the suites use. */
export type Control = TestElement & {
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

/** An element under test. */
export interface FormCase {
  tag: string;
  /** Attributes that the element needs to be answered. */
  attributes?: Record<string, string>;
  /** Answers like a user, with real keys or a real pointer. */
  answer(control: TestElement): Promise<void>;
  /**
   * Fills in the fields with the same answer, without an event, and returns the fields. Defaults to copying the fields of
   * an answered element.
   */
  fill?: (control: TestElement) => HTMLInputElement[];
  /** The form data of the answer for an element with the name `field`. */
  entries: [name: string, value: string][];
  /** The state that a browser keeps during a navigation, and the value that it restores. */
  restored: { state: string | FormData; value: unknown };
  /** The value without an answer. Defaults to `null`. */
  empty?: unknown;
  /** `false` if only a user can set the value, as with files. Defaults to `true`. */
  isSettable?: boolean;
}

/** Helpers for an element under test. */
export interface FormFixture {
  /** Adds the element to a parent, which defaults to the body. */
  make(attributes?: Record<string, string>, parent?: Element): Promise<Control>;
  /** Adds the element to a form. */
  setUp(attributes?: Record<string, string>): Promise<{ form: HTMLFormElement; control: Control }>;
  /** Fills in the fields without an event, like password managers, dictation programs and test tools. */
  fill(control: Control): Promise<HTMLInputElement[]>;
  /** Waits until the form data is the answer. */
  waitForData(form: HTMLFormElement): Promise<unknown>;
}

export function createFormFixture({
  tag,
  attributes: needed,
  answer,
  fill: fillFields,
  entries,
}: FormCase): FormFixture {
  const make: FormFixture['make'] = (attributes = {}, parent) =>
    mount<Control>(tag, { name: 'field', ...needed, ...attributes }, parent);
  return {
    make,
    async setUp(attributes = {}) {
      const form = await mount<HTMLFormElement>('form');
      const control = await make(attributes, form);
      return { form, control };
    },
    async fill(control) {
      if (fillFields) return fillFields(control);
      const answered = await make();
      await answer(answered);
      await answered.updateComplete;
      return copyFields(answered, control);
    },
    waitForData: (form) =>
      until('the form data', () => JSON.stringify(readFormData(form)) === JSON.stringify(entries)),
  };
}

/** Returns the form data, with the name of a file instead of the file. */
export function readFormData(form: HTMLFormElement): unknown[] {
  return Array.from(new FormData(form), ([name, value]) => [
    name,
    value instanceof File ? value.name : value,
  ]);
}
