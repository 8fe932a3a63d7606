import type { Answer, Outcome } from '@heed/core';
import type { LitElement } from 'lit';
import { Draft } from '../internal/draft.ts';
import { fill, isAnswered, nameOf, type Question } from './questions.ts';
import type { Way } from './way.ts';

/** What is kept of a survey that is not sent yet: everything but files. */
interface Values {
  values: Record<string, unknown>;
  /** Key of the step that was shown. */
  step: string;
  /** How many files there were. */
  files: number;
  /** Of the record, once a partial one was sent. */
  id?: string | undefined;
  /** The answers are those of the last partial record. */
  told?: boolean;
}

/** What was entered: on the device for the next visit, and for questions that come into the page. */
export class Kept {
  /** There was a draft, with so many files. */
  restored: { files: number } | undefined;
  readonly #way: Way;
  readonly #draft: Draft<Values>;
  /** Undefined until there was something to fill in. */
  #values: Values | undefined;
  /** By the page. */
  #given: Record<string, unknown> = {};
  readonly #known = new WeakSet<Question>();
  /** The answers that need not be told: those at first, or those of the last partial record. */
  #told = '';

  /**
   * @param key of the draft; undefined keeps nothing
   * @param leave is called when the page is hidden or left, and what it keeps is on the device then
   */
  constructor(survey: LitElement, way: Way, key: () => string | undefined, leave: () => void) {
    this.#way = way;
    this.#draft = new Draft(survey, key);
    const onLeave = ({ type }: Event): void => {
      if (type !== 'pagehide' && document.visibilityState !== 'hidden') return;
      leave();
      this.#draft.flush();
    };
    survey.addController({
      hostConnected() {
        document.addEventListener('visibilitychange', onLeave);
        addEventListener('pagehide', onLeave);
      },
      hostDisconnected() {
        document.removeEventListener('visibilitychange', onLeave);
        removeEventListener('pagehide', onLeave);
      },
    });
  }

  /** Of the record, once a partial one was sent. */
  get id(): string | undefined {
    return this.#values?.id;
  }

  /** Questions that are new in the page get what its address says, and what was entered before. */
  async fillIn(survey: Element, prefilled: string | undefined): Promise<void> {
    const questions = this.#way.content.questions.filter((question) => !this.#known.has(question));
    if (questions.length === 0) return;
    for (const question of questions) this.#known.add(question);
    await Promise.all(questions.map(({ updateComplete }) => updateComplete));
    if (prefilled)
      await (await import('./prefill.ts')).prefill(survey, { ...this.#way.content, questions }, prefilled);
    const isFirst = !this.#values;
    if (isFirst) this.#told = this.#summary;
    const kept = this.#values ?? this.#draft.load();
    const { step = '', files = 0, id, told } = kept;
    const values = { ...this.#given, ...kept.values };
    this.#values = { values, step, files, id };
    const old = questions.filter((question) => Object.hasOwn(values, nameOf(question)));
    await Promise.all(old.map((question) => fill(question, values[nameOf(question)], isStrange)));
    this.#way.follow();
    if (!isFirst || !kept.values) return;
    this.restored = { files };
    this.#way.resume(step);
    if (told) this.#told = this.#summary;
  }

  /** Takes the page's values in place of all others; where questions come later, when they do. */
  fill(answers: unknown): void {
    const list: readonly Partial<Answer>[] = Array.isArray(answers) ? answers : [];
    this.#given = Object.fromEntries(list.map(({ name, value }) => [name, value]));
    if (!this.#values) return;
    this.#values = { ...this.#values, values: this.#given };
    for (const question of this.#way.content.questions) {
      const name = nameOf(question);
      void fill(question, Object.hasOwn(this.#given, name) ? this.#given[name] : null, isStrange);
    }
  }

  keep(change: Partial<Values> = {}): void {
    const { content, key, asked } = this.#way;
    const entries = content.questions
      .filter(({ attachedFiles }) => !attachedFiles?.length)
      .map((question) => [nameOf(question), question.value]);
    const files = asked.flatMap(({ attachedFiles = [] }) => attachedFiles).length;
    const values = { ...this.#values?.values, ...Object.fromEntries(entries) };
    const told = this.#summary === this.#told;
    this.#values = { ...this.#values, values, step: key, files, told, ...change };
    this.#draft.save(this.#values);
  }

  /** Nothing is to be kept once the endpoint or the queue has it; it is again when it is refused, for a new record. */
  follow(outcome: Outcome | undefined): void {
    if (outcome?.state === 'refused') this.keep({ id: undefined });
    else if (outcome?.state === 'sent' || outcome?.durable) this.#draft.clear();
  }

  clear(): void {
    this.#draft.clear();
    this.#values = { values: this.#given, step: '', files: 0 };
    this.restored = undefined;
  }

  /** What a partial record is to hold; undefined when nothing was answered since the last one. */
  get news(): Answer[] | undefined {
    this.#way.follow();
    const summary = this.#summary;
    return summary && summary !== this.#told ? this.#way.partialAnswers : undefined;
  }

  /** A partial record was sent. */
  tell(id: string): void {
    this.#told = this.#summary;
    this.keep({ id });
  }

  get #summary(): string {
    const given = this.#way.partialAnswers.filter(isAnswered);
    return given.length > 0 ? JSON.stringify(given.map(({ name, value }) => [name, value])) : '';
  }
}

/** Not what is only unfinished. */
function isStrange({ badInput }: ValidityState): boolean {
  return badInput;
}
