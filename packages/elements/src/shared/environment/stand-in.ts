/**
 * What jsdom, happy-dom and other simulations of a browser lack of `ElementInternals`, for the unit tests of pages that
 * contain an element. No browser loads this file.
 *
 * Without it a form there has neither the value of the element nor its validity. What only the platform can do is still
 * missing: `form.elements`, `form.checkValidity()`, `:disabled` inside a disabled fieldset and `:state()`.
 */

import { toJson } from '@heed/core';
import type { LitElement } from 'lit';

/** The members that a browser calls. */
interface Control extends LitElement {
  readonly name: string;
  readonly disabled: boolean;
  readonly readonly: boolean;
  formResetCallback(): void;
}

type FormValue = FormData | File | string | null;

/** Adds the missing members; those that the environment has stay. */
export function complete(host: HTMLElement, internals: Partial<ElementInternals>): void {
  const members = Object.getOwnPropertyDescriptors(standIn(host as Control));
  for (const [name, member] of Object.entries(members))
    if (!(name in internals)) Object.defineProperty(internals, name, member);
  // The constructor of the element comes first, which sets the defaults.
  queueMicrotask(() => readAttributes(host as Control));
}

/** happy-dom does not call `attributeChangedCallback` for an element that is registered after it was parsed. */
function readAttributes(host: Control): void {
  const { elementProperties } = host.constructor as typeof LitElement;
  for (const [property, { attribute }] of elementProperties) {
    const name = typeof attribute === 'string' ? attribute : String(property).toLowerCase();
    const text = attribute === false ? null : host.getAttribute(name);
    if (text !== null && !host[property as keyof Control]) host.attributeChangedCallback(name, null, text);
  }
}

function standIn(host: Control): Partial<ElementInternals> {
  let flags: ValidityStateFlags = {};
  let validationMessage = '';
  const isValid = (): boolean => Object.keys(flags).length === 0;
  const checkValidity = (): boolean => isValid() || !internals.willValidate || (fireInvalid(host), false);
  const follow = followForm(host, () => internals.reportValidity());
  const internals = {
    states: new Set<string>() as CustomStateSet,
    get form() {
      return findForm(host);
    },
    get labels() {
      return findLabels(host) as unknown as NodeList;
    },
    get willValidate() {
      return !host.disabled && !host.readonly;
    },
    get validity() {
      return { ...NO_FLAGS, ...flags, valid: isValid() };
    },
    get validationMessage() {
      return validationMessage;
    },
    checkValidity,
    reportValidity() {
      const isFine = checkValidity();
      if (!isFine) host.focus();
      return isFine;
    },
    setFormValue: follow,
    setValidity(next: ValidityStateFlags = {}, message = '') {
      flags = next;
      validationMessage = message;
    },
  };
  return internals;
}

const NO_FLAGS: Omit<ValidityState, 'valid'> = {
  badInput: false,
  customError: false,
  patternMismatch: false,
  rangeOverflow: false,
  rangeUnderflow: false,
  stepMismatch: false,
  tooLong: false,
  tooShort: false,
  typeMismatch: false,
  valueMissing: false,
};

function fireInvalid(host: Control): void {
  host.dispatchEvent(new Event('invalid', { cancelable: true }));
}

function findForm(host: Control): HTMLFormElement | null {
  const id = host.getAttribute('form');
  const form = id === null ? host.closest('form') : host.ownerDocument.getElementById(id);
  return form?.localName === 'form' ? (form as HTMLFormElement) : null;
}

function findLabels(host: Control): Element[] {
  const around = host.closest('label');
  const beside = [...host.ownerDocument.querySelectorAll('label')].filter(
    ({ htmlFor }) => htmlFor === host.id,
  );
  return [...(around && !around.htmlFor ? [around] : []), ...(host.id ? beside : [])];
}

/**
 * Joins the element to the form that it is in now: its data, its reset, and its submission while something is
 * wrong.
 */
function followForm(host: Control, reportValidity: () => boolean): (value: FormValue) => void {
  let followed: HTMLFormElement | null = null;
  const onReset = (): void => host.formResetCallback();
  const onSubmit = (event: Event & { submitter?: HTMLElement | null }): void => {
    const isAnyway = followed?.noValidate || event.submitter?.hasAttribute('formnovalidate');
    if (findForm(host) !== followed || isAnyway || reportValidity()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  return (value) => {
    const form = findForm(host);
    const isOurs = (form?.getRootNode() as Partial<ShadowRoot>)?.host?.localName.startsWith('heed-');
    mirror(host, form && !isOurs ? value : null);
    if (form === followed) return;
    followed?.removeEventListener('reset', onReset);
    followed?.removeEventListener('submit', onSubmit, true);
    followed = form;
    form?.addEventListener('reset', onReset);
    form?.addEventListener('submit', onSubmit, true);
  };
}

/** Fields that stand for the data of an element. */
const mirrors = new WeakSet<Element>();

/** Neither jsdom nor happy-dom fires `formdata`; both collect hidden fields. Files have no place there. */
function mirror(host: Control, value: FormValue): void {
  const entries = value instanceof FormData ? [...value] : [[host.name, value] as const];
  const fields = entries
    .filter(([name, entry]) => name && typeof entry === 'string')
    .map(([name, entry]) => makeField(host, name, entry as string));
  const before = [...host.children].filter((child) => mirrors.has(child)) as HTMLInputElement[];
  if (before.map(describe).join() === fields.map(describe).join()) return;
  for (const field of before) field.remove();
  host.append(...fields);
}

function makeField(host: Control, name: string, value: string): HTMLInputElement {
  const field = host.ownerDocument.createElement('input');
  mirrors.add(field);
  return Object.assign(field, { type: 'hidden', name, value, disabled: host.disabled });
}

function describe({ name, value, disabled }: HTMLInputElement): string {
  return toJson([name, value, disabled]);
}
