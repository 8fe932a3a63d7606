import { toSteps, type Field } from './fields.ts';

/** The steps of a complaint: one with all fields, unless it is a wizard. */
export class ComplaintSteps {
  /** The index of the step that was chosen last. With other fields, there may be fewer steps now. */
  chosen = 0;
  readonly #isWizard: () => boolean;
  readonly #fields: () => readonly Field[];

  constructor(isWizard: () => boolean, fields: () => readonly Field[]) {
    this.#isWizard = isWizard;
    this.#fields = fields;
  }

  /** The fields of each step. */
  get groups(): readonly (readonly Field[])[] {
    const fields = this.#fields();
    return this.#isWizard() ? toSteps(fields).map((step) => step.fields) : [fields];
  }

  /** The index of the current step. */
  get current(): number {
    return Math.min(this.chosen, this.groups.length - 1);
  }

  /** The fields of the current step. */
  get fields(): readonly Field[] {
    return this.groups[this.current] ?? [];
  }

  get isLast(): boolean {
    return this.current === this.groups.length - 1;
  }

  /** Chooses the step that contains a field. */
  chooseStepOf(field: Field): void {
    this.chosen = this.groups.findIndex((fields) => fields.includes(field));
  }
}
