import type { Answer, AnswerValue, Consent } from '@heed/core';
import { inactiveQuestions } from '../../shared/form/inactive.ts';

/** What a survey asks: a question of ours, or any element with these members. */
export type Question = HTMLElement & {
  value: unknown;
  readonly answers: Answer[];
  readonly attachedFiles?: readonly File[];
  readonly consent?: Consent | undefined;
  readonly validity?: ValidityState;
  readonly updateComplete?: Promise<unknown>;
  checkValidity(): boolean;
  formResetCallback?(): void;
  requestUpdate?(): void;
};

/** A child of the survey with the questions in it: itself, any number, or none. */
export interface Step {
  element: HTMLElement;
  /** By which a jump finds it; empty when it has none. */
  name: string;
  /** By which a draft finds it. */
  key: string;
  questions: readonly Question[];
}

/** What stands inside the tag of a survey. */
export interface Content {
  steps: readonly Step[];
  /** In the order of the steps. */
  questions: readonly Question[];
  endings: readonly HTMLElement[];
  /** Children that show nothing and ask nothing, but take room. */
  blanks: readonly HTMLElement[];
  /** Fields that are sent and not shown. */
  hidden: readonly HTMLInputElement[];
}

export function nameOf({ answers }: Question): string {
  return answers[0]?.name ?? '';
}

export function toAnswer({ name, value }: HTMLInputElement): Answer {
  return { name, kind: 'hidden', value };
}

/** What is answered so far, by name; the fields that are not shown, too. */
export function valuesOf({ questions, hidden }: Content): ReadonlyMap<string, AnswerValue> {
  const all = [...questions.flatMap(({ answers }) => answers), ...hidden.map(toAnswer)];
  return new Map(all.map(({ name, value }) => [name, value]));
}

/** A field that is not shown is filled in by the page, and a permission that was not given is no answer yet. */
export function isAnswered({ kind, value }: Answer): boolean {
  return kind !== 'hidden' && value !== null && value !== false;
}

export function isWrong({ validity }: Question): boolean {
  return validity?.valid === false;
}

/** Lets a question count, or not, without a change of its value. */
export function ask(question: Question, isAsked: boolean): void {
  if (inactiveQuestions.has(question) !== isAsked) return;
  if (isAsked) inactiveQuestions.delete(question);
  else inactiveQuestions.add(question);
  question.requestUpdate?.();
}

/** The visible text of a step before a question; all of it where there is none. */
export function readBefore(question: Question | undefined, step: Node): string {
  const walker = document.createTreeWalker(step, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (question && question.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) break;
    if (node.parentElement?.checkVisibility?.() ?? true) texts.push(node.textContent?.trim() ?? '');
  }
  return texts.filter(Boolean).join(' ');
}
