import type { Answer, Consent } from '@heed/core';
import { inactiveQuestions } from '../../shared/form/inactive.ts';

/** A question in a survey: a Heed element, or any custom element with these members. */
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

export function nameOf({ answers }: Pick<Question, 'answers'>): string {
  return answers[0]?.name ?? '';
}

/** Returns whether the user has answered. The page fills in hidden fields, and a consent that is not given is not an answer. */
export function isAnswered({ kind, value }: Answer): boolean {
  return kind !== 'hidden' && value !== null && value !== false;
}

export function isInvalid({ validity }: Question): boolean {
  return validity?.valid === false;
}

/** Includes a question in validation and form data, or excludes it. Its value stays. */
export function setActive(question: Question, isActive: boolean): void {
  if (inactiveQuestions.has(question) !== isActive) return;
  if (isActive) inactiveQuestions.delete(question);
  else inactiveQuestions.add(question);
  question.requestUpdate?.();
}

/**
 * Sets a value that the user has not entered just now. If the value is invalid, clears the question instead.
 *
 * @param isUnfit which validity states make the value unfit
 * @returns whether the question has kept the value
 */
export async function assignValue(
  question: Question,
  value: unknown,
  isUnfit: (validity: ValidityState) => boolean,
): Promise<boolean> {
  try {
    question.value = value;
    await question.updateComplete;
    if (question.validity && isUnfit(question.validity)) throw new RangeError();
    return true;
  } catch {
    question.value = null;
    return false;
  }
}

export function resetQuestion(question: Question): void {
  if (question.formResetCallback) question.formResetCallback();
  else question.value = null;
}

/** Returns the visible text of a step before a question, or all of it without a question. */
export function readTextBefore(question: Question | undefined, step: Node): string {
  const walker = document.createTreeWalker(step, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (question && question.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) break;
    if (node.parentElement?.checkVisibility?.() ?? true) texts.push(node.textContent?.trim() ?? '');
  }
  return texts.filter(Boolean).join(' ');
}
