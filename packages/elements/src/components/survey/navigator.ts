import type { Answer, Consent } from '@heed/core';
import type { Flow, FlowPath } from '@heed/core/flow';
import { isBlank } from '../../shared/light-dom/blank.ts';
import { nameOf, readTextBefore, type Question } from './questions.ts';
import { EMPTY_CONTENT, toAnswer, valuesOf, type PageContent } from './survey-content.ts';
import { SurveyPath, type Step } from './survey-path.ts';

/** Relates the content of a survey to the path through it: which questions count, and which of them is next. */
export class SurveyNavigator {
  content: PageContent = EMPTY_CONTENT;
  path = new SurveyPath();
  /** `undefined` while no step has a condition, a jump or a template. */
  flow: Flow | undefined;
  #selection = selectAll(EMPTY_CONTENT);

  /** Selects the path for the current answers. */
  follow(isPage = this.path.isPage): void {
    this.#selection = this.flow?.findPath(valuesOf(this.content)) ?? selectAll(this.content);
    this.path = this.path.select(this.content.steps, this.#selection, isPage);
  }

  /** Names of the questions whose answers count. */
  get asked(): ReadonlySet<string> {
    return this.#selection.asked;
  }

  /** The ending for the current answers; `undefined` if the conditions of all endings are false. */
  get ending(): HTMLElement | undefined {
    return this.content.endings[this.#selection.ending ?? -1];
  }

  /** The question that the current step begins with; `undefined` if the step begins with other content. */
  get first(): Question | undefined {
    const [first] = this.path.shownQuestions;
    const step = this.#step;
    const begin = [...(step?.children ?? [])].find((child) => !isBlank(child));
    return [step, begin].some((element) => element === first) ? first : undefined;
  }

  /** The text of the current step before its first question. */
  get introduction(): string {
    return this.#step ? readTextBefore(this.path.shownQuestions[0], this.#step) : '';
  }

  get files(): File[] {
    return this.path.questions.flatMap(({ attachedFiles = [] }) => attachedFiles);
  }

  get consent(): Consent | undefined {
    const consents = this.path.questions.map(({ consent }) => consent);
    return consents.some(Boolean) ? Object.assign({}, ...consents) : undefined;
  }

  /** Returns the answers of the first steps, and the hidden fields. */
  answers(stepCount = Infinity): Answer[] {
    const questions = this.path.steps.slice(0, stepCount).flatMap((step) => step.questions);
    return [...questions.flatMap(({ answers }) => answers), ...this.content.hidden.map(toAnswer)];
  }

  /** Validates what is shown, or the whole path at its end. Returns the first invalid question. */
  findInvalid(): Question | undefined {
    const { isAtEnd, questions, shownQuestions } = this.path;
    // Not `find`: every invalid question shows its message.
    return (isAtEnd ? questions : shownQuestions).filter((question) => !question.checkValidity())[0];
  }

  /** Returns the index of the step that contains a node, or -1. */
  indexOf(node: Node): number {
    // If the step is a form, a field may hide its member `contains`.
    return this.path.steps.findIndex(({ element }) => Node.prototype.contains.call(element, node));
  }

  get #step(): Step['element'] | undefined {
    return this.path.current?.element;
  }
}

/** Without conditions and jumps, all steps are on the path. */
function selectAll({ steps, questions }: PageContent): FlowPath {
  return { steps: [...steps.keys()], asked: new Set(questions.map(nameOf)), ending: 0 };
}
