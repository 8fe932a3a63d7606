import type { Answer, AnswerValue, Consent } from '@heed/core';
import { unasked } from '../internal/unasked.ts';

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
  /** By which a jump finds it, and a draft; empty when it has none. */
  name: string;
  questions: readonly Question[];
}

/** What stands inside the tag of a survey. */
export interface Content {
  steps: readonly Step[];
  /** In the order of the steps. */
  questions: readonly Question[];
  endings: readonly HTMLElement[];
  /** Fields that are sent and not shown. */
  hidden: readonly HTMLInputElement[];
}

export const NOTHING: Content = { steps: [], questions: [], endings: [], hidden: [] };

const NO_STEP = '[slot], script, style, template, input[type=hidden]';

export function readContent(survey: Element): Content {
  const children = <Type extends HTMLElement>(selector: string): Type[] => [
    ...survey.querySelectorAll<Type>(`:scope > ${selector}`),
  ];
  const steps = children(`:not(${NO_STEP})`).map((element) => ({
    element,
    name: element.getAttribute('name') || element.id,
    questions: [element, ...element.querySelectorAll<HTMLElement>('*')].filter(isQuestion),
  }));
  return {
    steps,
    questions: steps.flatMap(({ questions }) => questions),
    endings: children('[slot=ending]'),
    hidden: children<HTMLInputElement>('input[type=hidden][name]'),
  };
}

export function nameOf({ answers }: Question): string {
  return answers[0]?.name ?? '';
}

/** What is answered so far, by name; the fields that are not shown, too. */
export function valuesOf({ questions, hidden }: Content): ReadonlyMap<string, AnswerValue> {
  return new Map(
    [...questions.flatMap(({ answers }) => answers), ...hidden.map(toAnswer)].map(({ name, value }) => [
      name,
      value,
    ]),
  );
}

export function toAnswer({ name, value }: HTMLInputElement): Answer {
  return { name, kind: 'hidden', value };
}

export function hide(element: HTMLElement, isHidden: boolean): void {
  if (element.hidden !== isHidden) element.hidden = isHidden;
}

/** Lets a question count, or not, without a change of its value. */
export function ask(question: Question, isAsked: boolean): void {
  if (unasked.has(question) !== isAsked) return;
  if (isAsked) unasked.delete(question);
  else unasked.add(question);
  question.requestUpdate?.();
}

/**
 * Gives a question a value that did not come from the visitor just now, and takes it back where it does not fit.
 *
 * @param isWrong which flaws make it unfit
 */
export async function fill(
  question: Question,
  value: unknown,
  isWrong: (validity: ValidityState) => boolean,
): Promise<boolean> {
  try {
    question.value = value;
    await question.updateComplete;
    if (question.validity && isWrong(question.validity)) throw new RangeError();
    return true;
  } catch {
    question.value = null;
    return false;
  }
}

/** A field that is not shown is filled in by the page, and a permission that was not given is no answer yet. */
export function isAnswered({ kind, value }: Answer): boolean {
  return kind !== 'hidden' && value !== null && value !== false;
}

function isQuestion(element: HTMLElement): element is Question {
  return 'answers' in element && 'checkValidity' in element;
}
