import type { Answer, HeedError } from '@heed/core';
import type { Flow, Walk } from '@heed/core/flow';
import type { Localizer } from '../internal/words.ts';
import {
  ask,
  hide,
  nameOf,
  NOTHING,
  readContent,
  toAnswer,
  valuesOf,
  type Question,
  type Step,
} from './questions.ts';

/** Attributes that hold conditions, jumps or answers. */
const BRANCHED = [
  '[show-if]',
  '[go-to]',
  ...['question', 'label', 'alt', 'hint', 'statement', 'placeholder', 'title', 'aria-label'].map(
    (name) => `[${name}*="{{"]`,
  ),
].join();

/** What stands inside a survey, the way through it that the answers lead, and how far the visitor is. */
export class Way {
  content = NOTHING;
  /** Where the visitor is on the way, from 0. */
  place = 0;
  /** All steps are shown at once. */
  isPage = false;
  /** The author's mistake for which nothing can be asked. */
  flaw: { code: string; message: string } | undefined;
  readonly #survey: HTMLElement;
  #branching: typeof import('./branching.ts') | undefined;
  /** Undefined where every step is always on the way. */
  #flow: Flow | undefined;
  #walk: Walk = { steps: [], asked: new Set(), ending: undefined };
  /** The step that is shown. */
  #current: HTMLElement | undefined;

  constructor(survey: HTMLElement) {
    this.#survey = survey;
  }

  /** How many steps it has, as far as that is known. */
  get length(): number {
    return this.#walk.steps.length;
  }

  get isAtEnd(): boolean {
    return this.isPage || this.place >= this.length - 1;
  }

  /** The answers on the whole way, with the fields that are not shown. */
  get answers(): Answer[] {
    return this.#answersTo(this.length);
  }

  /** The answers up to the step that is shown. Files come with the complete record. */
  get partialAnswers(): Answer[] {
    const answers = this.#answersTo(this.isPage ? this.length : this.place + 1);
    return answers.filter(({ kind }) => kind !== 'attachment');
  }

  /** What is asked on the whole way. */
  get asked(): Question[] {
    return this.#questionsIn(0, this.length);
  }

  /** What is asked in the step that is shown. */
  get shown(): Question[] {
    return this.isPage ? this.asked : this.#questionsIn(this.place, this.place + 1);
  }

  /** What asks first there; undefined when something is to be read before. */
  get first(): Question | undefined {
    const [first] = this.shown;
    if (!first || !this.#current?.contains(first) || first === this.#current) return first;
    const before = document.createRange();
    before.setStart(this.#current, 0);
    before.setEndBefore(first);
    return before.toString().trim() ? undefined : first;
  }

  /** By what the step that is shown is found again. */
  get key(): string {
    return this.#keyOf(this.place);
  }

  /** The name of the step that is shown; its place on the way where it has none. */
  get name(): string {
    return this.#at(this.place)?.name || String(this.place + 1);
  }

  /** The language of conditions, where it is spoken. */
  async load(): Promise<void> {
    const { textContent } = this.#survey;
    if (this.#survey.matches(BRANCHED) || this.#survey.querySelector(BRANCHED) || textContent?.includes('{{'))
      this.#branching ??= await import('./branching.ts');
  }

  /** Looks at what stands inside the tag. What has left it is no part of a survey any more. */
  read(): void {
    const content = readContent(this.#survey);
    for (const { element, questions } of this.content.steps) {
      if (element.parentElement === this.#survey) continue;
      element.hidden = false;
      for (const question of questions) ask(question, true);
    }
    this.content = content;
    this.#compile();
    this.follow();
  }

  /** Finds the way that the answers lead. */
  follow(): void {
    const { steps, questions, endings } = this.content;
    this.#walk = this.#flow?.walk(valuesOf(this.content)) ?? {
      steps: [...steps.keys()],
      asked: new Set(questions.map(nameOf)),
      ending: endings.length > 0 ? 0 : undefined,
    };
    const place = this.#places.findIndex((place) => this.#at(place)?.element === this.#current);
    this.show(place < 0 ? Math.min(this.place, this.length - 1) : place);
  }

  show(place: number): void {
    this.place = Math.max(0, place);
    this.#current = this.#at(this.place)?.element;
  }

  /** Goes to the step with something in it. */
  showStepOf(node: Node): void {
    const place = this.#places.find((place) => this.#at(place)?.element.contains(node));
    this.show(place ?? this.place);
  }

  /** Goes to the step of a key, as far as nothing before it has to be corrected. */
  resume(key: string): void {
    const isWrong = (place: number): boolean =>
      this.#questionsIn(place, place + 1).some(({ validity }) => validity?.valid === false);
    const place = this.#places.find((place) => this.#keyOf(place) === key || isWrong(place));
    this.show(place ?? 0);
  }

  /** Shows and hides what the page has put in, and writes answers into its text. */
  arrange(isAsking: boolean, localizer: Pick<Localizer<never>, 'language' | 'number'>): void {
    const { steps, questions, endings } = this.content;
    const { asked, ending } = this.#walk;
    const onWay = new Set(this.#walk.steps);
    steps.forEach(({ element }, index) =>
      hide(element, !isAsking || !(this.isPage ? onWay.has(index) : element === this.#current)),
    );
    for (const question of questions) ask(question, asked.has(nameOf(question)));
    endings.forEach((element, index) => hide(element, index !== ending));
    this.#branching?.follow(this.#survey, this.content, asked, localizer);
  }

  /** What an author has done wrong is told by the survey: it must not ask, or send, what was not meant. */
  #compile(): void {
    const { questions, hidden } = this.content;
    const names = [...questions.map(nameOf), ...hidden.map(({ name }) => name)];
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    const message = `each question needs a name of its own, "${twice}" is not`;
    this.flaw = twice === undefined ? undefined : { code: 'HEED_NAME', message };
    try {
      this.#flow = this.#branching?.compile(this.#survey, this.content);
    } catch (error) {
      this.flaw ??= error as HeedError;
    }
  }

  get #places(): number[] {
    return [...this.#walk.steps.keys()];
  }

  #at(place: number): Step | undefined {
    return this.content.steps[this.#walk.steps[place] ?? -1];
  }

  #keyOf(place: number): string {
    return this.#at(place)?.name || String(this.#walk.steps[place]);
  }

  #questionsIn(from: number, to: number): Question[] {
    return this.#places
      .slice(from, to)
      .flatMap((place) => this.#at(place)?.questions ?? [])
      .filter((question) => this.#walk.asked.has(nameOf(question)));
  }

  #answersTo(end: number): Answer[] {
    const asked = this.#questionsIn(0, end).flatMap(({ answers }) => answers);
    return [...asked, ...this.content.hidden.map(toAnswer)];
  }
}
