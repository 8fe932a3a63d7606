import type { Answer, Consent } from '@heed/core';
import type { Flow } from '@heed/core/flow';
import { isBlank } from '../../shared/light-dom/blank.ts';
import { HIDDEN } from '../../shared/light-dom/markers.ts';
import type { Localizer } from '../../shared/localization/localizer.ts';
import { hide } from './hiding.ts';
import {
  ask,
  nameOf,
  readBefore,
  toAnswer,
  valuesOf,
  type Content,
  type Question,
  type Step,
} from './questions.ts';

/** The way through a survey that the answers lead, and how far the visitor is. */
export class Way {
  content: Content = { steps: [], questions: [], endings: [], blanks: [], hidden: [] };
  /** Loaded where there are conditions, jumps, or answers in a text. */
  branching: typeof import('./branching.ts') | undefined;
  /** Undefined where every step is always on the way. */
  flow: Flow | undefined;
  /** All steps are shown at once. */
  isPage = false;
  /** The steps on the way, with what is asked in them. */
  steps: readonly Step[] = [];
  /** Where the visitor is among them. */
  place = 0;
  #asked: ReadonlySet<string> = new Set();
  #ending: number | undefined;
  /** The step that is shown. */
  #current: HTMLElement | undefined;

  get isAtEnd(): boolean {
    return this.isPage || this.place >= this.steps.length - 1;
  }

  /** What is asked on the whole way. */
  get questions(): Question[] {
    return this.steps.flatMap(({ questions }) => questions);
  }

  /** What is asked in the step that is shown. */
  get shown(): readonly Question[] {
    return this.isPage ? this.questions : (this.steps[this.place]?.questions ?? []);
  }

  /** What asks first there; undefined when something is to be read before. */
  get first(): Question | undefined {
    const [first] = this.shown;
    const step = this.#current;
    const begin = [...(step?.children ?? [])].find((child) => !isBlank(child));
    return [step, begin].some((element) => element === first) ? first : undefined;
  }

  /** The text that the step begins with, before its first question. */
  get introduction(): string {
    return this.#current ? readBefore(this.shown[0], this.#current) : '';
  }

  /** The first question that has to be corrected before the visitor may go on; each says what is wrong with it. */
  findWrong(): Question | undefined {
    const questions = this.isAtEnd ? this.questions : this.shown;
    return questions.filter((question) => !question.checkValidity())[0];
  }

  /** The place of the step with something in it; -1 when it is in none. */
  placeOf(node: Node): number {
    // A step may be a form with a field of that name.
    return this.steps.findIndex(({ element }) => Node.prototype.contains.call(element, node));
  }

  get files(): File[] {
    return this.questions.flatMap(({ attachedFiles = [] }) => attachedFiles);
  }

  get consent(): Consent | undefined {
    const given = this.questions.map(({ consent }) => consent);
    return given.some(Boolean) ? Object.assign({}, ...given) : undefined;
  }

  /** The answers of the first so many steps, with the fields that are not shown. */
  answers(count = Infinity): Answer[] {
    const questions = this.steps.slice(0, count).flatMap((step) => step.questions);
    return [...questions.flatMap(({ answers }) => answers), ...this.content.hidden.map(toAnswer)];
  }

  /** Finds the way that the answers lead. */
  follow(): void {
    const { content, flow } = this;
    const walk = flow?.findPath(valuesOf(content));
    this.#ending = walk ? walk.ending : 0;
    const asked = (this.#asked = walk?.asked ?? new Set(content.questions.map(nameOf)));
    this.steps = content.steps
      .filter((_, index) => walk?.steps.includes(index) ?? true)
      .map((step) => ({ ...step, questions: step.questions.filter((each) => asked.has(nameOf(each))) }));
    const place = this.steps.findIndex(({ element }) => element === this.#current);
    this.show(place < 0 ? Math.min(this.place, this.steps.length - 1) : place);
  }

  show(place: number): void {
    this.place = Math.max(0, place);
    this.#current = this.steps[this.place]?.element;
  }

  /** Nothing is asked any more, and nothing keeps a form of the page from being sent. */
  close(): void {
    for (const question of this.content.questions) ask(question, false);
  }

  /** Shows and hides what the page has put in, and writes answers into its text. */
  arrange(
    survey: Element,
    isAsking: boolean,
    localizer: Pick<Localizer<never>, 'language' | 'number'>,
  ): void {
    const { content, isPage } = this;
    const shown = isAsking ? this.steps.filter(({ element }) => isPage || element === this.#current) : [];
    const elements = new Set(shown.map(({ element }) => element));
    for (const { element } of content.steps) hide(element, !elements.has(element));
    for (const question of content.questions) ask(question, this.#asked.has(nameOf(question)));
    for (const element of content.blanks) hide(element, true);
    content.endings.forEach((element, index) => hide(element, index !== this.#ending));
    const parts = this.branching?.follow(survey, content, this.#asked, localizer) ?? [];
    const ours = new Set([...content.steps.map(({ element }) => element), ...content.blanks]);
    for (const element of [...content.endings, ...parts]) ours.add(element);
    for (const element of survey.querySelectorAll<HTMLElement>(`[${HIDDEN}]`))
      if (!ours.has(element)) hide(element, false);
  }
}
