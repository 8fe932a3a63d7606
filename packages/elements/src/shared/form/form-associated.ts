import { LitElement, type PropertyDeclaration, type PropertyDeclarations } from 'lit';
import { isServer } from '../environment/is-server.ts';
import { keepKeys } from '../keyboard/keep-keys.ts';
import { LazyHost } from '../loading/lazy-part.ts';
import { lazyImport } from '../loading/lazy-import.ts';
import { flag } from './boolean-attribute.ts';

export const reflectedFlag: PropertyDeclaration = { type: Boolean, converter: flag, reflect: true };

const loadInForm = lazyImport(() => import('./in-form.ts'));
/** Loaded with the first element, in environments that need it. */
let complete: typeof import('../environment/stand-in.ts').complete | undefined;

/** A custom element with a form value, which it reads from the native inputs in its shadow root. */
export abstract class FormAssociatedElement extends LazyHost {
  static readonly formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  static override properties: PropertyDeclarations = {
    name: { reflect: true, useDefault: true },
    disabled: reflectedFlag,
    readonly: reflectedFlag,
    // Without Lit's accessors. Lit still passes on a value that a framework has set before the element is registered.
    value: { attribute: false, noAccessor: true },
  };

  /** Name of the answer, in a form and in the record. */
  declare name: string;
  /** Disables the element and excludes it from the form data. */
  declare disabled: boolean;
  /** Prevents the user from changing the value. */
  declare readonly: boolean;

  /** In jsdom and happy-dom incomplete until `stand-in.ts` is loaded; the first update waits for it. */
  protected readonly internals = this.attachInternals?.() ?? ({} as ElementInternals);
  /** What the inner inputs showed when they were last read. */
  #lastShown = '';

  constructor() {
    super();
    this.name = '';
    this.disabled = this.readonly = false;
    complete?.(this, this.internals);
    keepKeys(this);
  }

  /** The form that contains the element; `null` outside a form. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }
  get labels(): NodeList {
    return this.internals.labels;
  }

  /** The presence of `disabled` disables a form control: https://html.spec.whatwg.org/#concept-fe-disabled */
  override attributeChangedCallback(name: string, before: string | null, text: string | null): void {
    super.attributeChangedCallback(name, before, text);
    if (name === 'disabled' && text && !this.disabled) this.removeAttribute(name);
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.updateForm();
    if (form && this.hasUpdated) void this.#followForm(form);
  }

  formDisabledCallback(): void {
    this.requestUpdate();
  }

  formResetCallback(): void {
    this.syncInputs();
    this.clear();
    this.noteInputs();
    this.updateForm();
  }

  /** False while the constructors run: the fields of subclasses are not set yet. */
  protected abstract get isInitialized(): boolean;
  /** False where the form ignores the element: no value and no validation error. */
  protected abstract get isActive(): boolean;
  /** The form value; and the state that the browser restores after a navigation, where that is not the value. */
  protected abstract get formValue(): [value: string | FormData | null, state?: string];
  /** Removes the user's input. */
  protected abstract clear(): void;

  /** True if `disabled` is set, here or on a `<fieldset>` around the element. */
  protected get isDisabled(): boolean {
    return this.disabled || (!isServer && this.matches(':disabled'));
  }

  /**
   * Updates the form value. Called right after a user's input, so that an "input" or "change" listener reads the new
   * value.
   */
  protected updateForm(): void {
    const [value, state] = this.isActive ? this.formValue : [null];
    this.internals.setFormValue?.(value, state);
  }

  /** Updates the form value and the validity synchronously, as a native control does. */
  override requestUpdate(name?: PropertyKey, ...change: unknown[]): void {
    super.requestUpdate(name, ...(change as [unknown]));
    if (isServer || !name || !this.isInitialized) return;
    if (name === 'disabled') this.toggleAttribute(name, this.disabled);
    if (name === 'name' && this.name) this.setAttribute(name, this.name);
    if (this.form || this.hasUpdated) this.updateForm();
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.internals.setFormValue) {
      complete = await (await loadInForm())?.standIn(this, this.internals);
    }
    super.scheduleUpdate();
  }

  protected override performUpdate(): void {
    this.syncInputs();
    super.performUpdate();
  }

  protected override updated(): void {
    this.noteInputs();
    this.updateForm();
    if (this.form) void this.#followForm(this.form);
  }

  /** Returns an element of the shadow root; `undefined` if nothing matches, or before the first rendering. */
  protected find<Found extends HTMLElement = HTMLElement>(selector: string): Found | undefined {
    return this.renderRoot?.querySelector<Found>(selector) ?? undefined;
  }

  /** Remembers what the inner inputs show, so that `syncInputs()` notices a change. */
  protected noteInputs(): void {
    const inputs = this.renderRoot?.querySelectorAll<HTMLInputElement>('input, textarea, [name]') ?? [];
    this.#lastShown = [...inputs].map(({ checked, value }) => `${checked}${value}`).join();
  }

  /**
   * Reads the inner inputs. Password managers, dictation and scripts fill them in without an event, or with an event
   * that does not leave the shadow root. Therefore it is called before the value is read or set, and before each
   * update.
   *
   * @returns false if the inputs have not changed since they were last read
   */
  protected syncInputs(): boolean {
    const before = this.#lastShown;
    this.noteInputs();
    if (before === this.#lastShown) return false;
    const isOpen = !this.isDisabled && !this.readonly;
    if (isOpen) {
      this.readInputs();
      this.updateForm();
    }
    this.requestUpdate();
    return isOpen;
  }

  /** Sets the value to what the inner inputs show. */
  protected readInputs(): void {}

  /** Fires "change", because a native "change" does not leave the shadow root. */
  protected onChange(): void {
    this.dispatchEvent(new CustomEvent('change', { bubbles: true }));
  }

  /**
   * Updates the value before the page's listeners run, and fires "input" where the native one does not leave the
   * shadow root.
   */
  protected onInput(event: Event): void {
    this.syncInputs();
    if (!event.composed && (event.target as Node).getRootNode() === this.renderRoot)
      this.dispatchEvent(new CustomEvent('input', { bubbles: true, composed: true }));
  }

  async #followForm(form: HTMLFormElement): Promise<void> {
    const module = await loadInForm();
    module?.follow(this, form, () => this.syncInputs() && this.isActive && this.formValue[0]);
  }
}
