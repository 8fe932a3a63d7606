import type { LitElement } from 'lit';
import { withEntry, type Entries } from './entries.ts';
import type { Field } from './fields.ts';
import { findViolation, RULED, type Violation } from './rules.ts';

/** A control of a form, native or a question of our own, as far as the complaint looks at it. */
export type Control = HTMLElement & {
  name: string;
  value: unknown;
  files: readonly File[];
  required: boolean;
  validity: ValidityState;
  validationMessage: string;
  checkValidity(): boolean;
  setCustomValidity(message: string): void;
  /** Of a question of our own: see `HeedElement`. */
  attempt?: number;
  updateComplete?: Promise<unknown>;
};

/** What is wrong with a field. */
export interface Mistake {
  field: Field;
  message: string;
}

/** The controls inside a complaint. They judge themselves, but for what one of them cannot know. */
export class Controls {
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Undefined while it is not rendered, or its class is not loaded. */
  get(field: Field | undefined): Control | undefined {
    const control = field && this.#host.renderRoot?.querySelector<Control>(`[name=${field}]`);
    return control && 'validity' in control ? control : undefined;
  }

  /**
   * What they hold now. Files that were removed are told by an event: a control that holds none may be about to get them
   * back.
   */
  read(fields: readonly Field[], before: Entries): Entries {
    let entries = before;
    for (const field of fields) {
      const control = this.get(field);
      const entry = field === 'attachments' ? control?.files : control?.value;
      const isUnknown = !control || (field === 'attachments' && control.files.length === 0);
      if (!isUnknown) entries = withEntry(entries, field, entry);
    }
    return entries;
  }

  /** Gives them their entries at once, before they are drawn again. */
  fill(fields: readonly Field[], entries: Entries): void {
    for (const field of fields) {
      const control = this.get(field);
      if (!control || field === 'attachments' || (control.value ?? '') === entries[field]) continue;
      control.value = entries[field];
    }
  }

  findMistakes(fields: readonly Field[]): Mistake[] {
    return fields.flatMap((field) => {
      const control = this.get(field);
      return control && !control.validity.valid ? { field, message: control.validationMessage } : [];
    });
  }

  /** Lets the fields say what is wrong with them. */
  complain(fields: readonly Field[]): Mistake[] {
    for (const field of fields) this.get(field)?.checkValidity();
    return this.findMistakes(fields);
  }

  /** Applies the rules that no control knows by itself. */
  judge(
    entries: Entries,
    [shown, needed]: [readonly Field[], readonly Field[]],
    t: (violation: Violation) => string,
  ): void {
    for (const field of shown) {
      const control = this.get(field);
      // The native one would complain in the browser's words.
      const isNeeded = needed.includes(field) && field !== 'happened-at';
      if (control && control.required !== isNeeded) control.required = isNeeded;
    }
    for (const field of RULED) {
      const violation = findViolation(field, entries, needed.includes(field));
      this.get(field)?.setCustomValidity(violation ? t(violation) : '');
    }
  }

  /**
   * Resolves once they are rendered, and only then know what is wrong with them. Files go back to a control that was
   * taken out of the page meanwhile: no binding can do that, because it would not notice what the visitor removed.
   */
  async settle(fields: readonly Field[], { attachments }: Entries): Promise<void> {
    const control = this.get('attachments');
    if (control && attachments.length > 0 && control.files.length === 0) control.files = attachments;
    await Promise.all(fields.map((field) => this.get(field)?.updateComplete));
  }
}
