import type { FlowPath } from '@heed/core/flow';
import { nameOf, type Question } from './questions.ts';

/** A child of the survey with its questions: the child itself, or any number inside it. */
export interface Step {
  readonly element: HTMLElement;
  /** The target of jumps; empty if the step has no name. */
  readonly name: string;
  /** Identifies the step in a draft. */
  readonly key: string;
  readonly questions: readonly Question[];
}

/** Which steps the answers select, and which of them is shown. Immutable: every change returns a new path. */
export class SurveyPath {
  /** The selected steps, with the questions that are asked in them. */
  readonly steps: readonly Step[];
  /** Index of the current step. */
  readonly index: number;
  /** All steps are shown on one page. */
  readonly isPage: boolean;

  constructor(steps: readonly Step[] = [], index = 0, isPage = false) {
    this.steps = steps;
    this.index = Math.max(0, index);
    this.isPage = isPage;
  }

  get current(): Step | undefined {
    return this.steps[this.index];
  }

  get isAtEnd(): boolean {
    return this.isPage || this.index >= this.steps.length - 1;
  }

  /** All questions on the path. */
  get questions(): Question[] {
    return this.steps.flatMap(({ questions }) => questions);
  }

  /** The questions that are shown now. */
  get shownQuestions(): readonly Question[] {
    return this.isPage ? this.questions : (this.current?.questions ?? []);
  }

  /** The steps that are shown now. */
  get shownSteps(): readonly Step[] {
    return this.isPage ? this.steps : this.steps.slice(this.index, this.index + 1);
  }

  next(): SurveyPath {
    return this.goTo(this.index + 1);
  }

  back(): SurveyPath {
    return this.goTo(this.index - 1);
  }

  goTo(index: number): SurveyPath {
    return new SurveyPath(this.steps, index, this.isPage);
  }

  /**
   * Returns the path with the selection among the steps of a survey. The current step stays current while it is on the
   * path.
   */
  select(steps: readonly Step[], selection: FlowPath, isPage: boolean): SurveyPath {
    const selected = steps
      .filter((_, index) => selection.steps.includes(index))
      .map((step) => ({
        ...step,
        questions: step.questions.filter((question) => selection.asked.has(nameOf(question))),
      }));
    const index = selected.findIndex(({ element }) => element === this.current?.element);
    return new SurveyPath(selected, index < 0 ? Math.min(this.index, selected.length - 1) : index, isPage);
  }
}
